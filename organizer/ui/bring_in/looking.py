"""Looking at a sheet away from the window's thread: what it lists, and what it would bring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from organizer.errors import UserError
from organizer.exchange.headings import likely_kind
from organizer.exchange.sheets_in import Preview, preview
from organizer.exchange.tables import read_text
from organizer.records.campaign import Campaign
from organizer.store.store import Store


@dataclass(frozen=True)
class Looked:
    """The answer to the look of this `number`: what the sheet would bring, or what is wrong with it.

    `kind` is empty, and there is neither of the two, where no kind has such headings.
    """

    number: int
    kind: str
    shown: Preview | None = None
    error: UserError | None = None


def look_at(store: Store, path: Path, kind: str, *, campaign: Campaign | None, today: date, number: int) -> Looked:
    """Look at a sheet as one of `kind`, or of the kind that its headings tell if that is empty. The file stays as it is."""
    try:
        kind = kind or likely_kind(read_text(path))
        shown = preview(store, kind, path, campaign=campaign, today=today) if kind else None
        return Looked(number, kind, shown)
    except UserError as error:
        return Looked(number, kind, error=error)
