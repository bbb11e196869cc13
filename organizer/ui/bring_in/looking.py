"""Looking at a sheet away from the window's thread: what it lists, and what it would bring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from organizer.errors import UserError
from organizer.exchange.apart import read_sheet
from organizer.exchange.file_forms import ONE_KIND, SheetName
from organizer.exchange.sheets_in import Preview, preview_of
from organizer.records.campaign import Campaign
from organizer.store.store import Store


@dataclass(frozen=True)
class Looked:
    """The answer to the look of this `number`: what the sheet would bring, or what is wrong with it.

    `kind` is empty, and there is neither of the two, where no kind has such headings. A workbook has `sheets`, of which `sheet`
    was read. `settled`: by its form the file lists one kind of record and no other.
    """

    number: int
    kind: str
    shown: Preview | None = None
    error: UserError | None = None
    sheets: tuple[SheetName, ...] = ()
    sheet: str = ""
    settled: bool = False


def look_at(store: Store, path: Path, kind: str, sheet: str, *, campaign: Campaign | None, today: date, number: int) -> Looked:
    """Look at a file as a list of `kind`, or of the kind that it tells if that is empty, and at this sheet of a workbook, or the
    first that fits. The campaign file stays as it is.
    """
    try:
        read = read_sheet(path, kind, sheet)
        shown = preview_of(store, read, campaign=campaign, today=today) if read.kind else None
        return Looked(number, read.kind, shown, sheets=read.sheets, sheet=read.sheet, settled=read.form in ONE_KIND)
    except UserError as error:
        return Looked(number, kind, error=error)
