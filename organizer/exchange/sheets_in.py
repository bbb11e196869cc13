"""Bringing in a sheet: first shown, then taken in as one transaction and one undo step. A second time it adds nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from organizer.errors import UserError
from organizer.exchange import file_forms
from organizer.exchange.file_forms import SheetRead
from organizer.exchange.headings import Row, kind_words
from organizer.exchange.ledger import Ledger
from organizer.exchange.plan import BadRow, Plan, plan
from organizer.exchange.sheet_kinds import SheetKind, sheet_kind
from organizer.exchange.tables import read_bytes
from organizer.exchange.totals import Total, totals_made, totals_of
from organizer.i18n import _, _n
from organizer.records.base import Record
from organizer.records.campaign import Campaign, all_campaigns
from organizer.store.sealed_kinds import refuse_closed

if TYPE_CHECKING:
    from organizer.store.store import Store

__all__ = ["BadRow", "ImportResult", "Preview", "Total", "preview", "take_in"]


@dataclass(frozen=True)
class Counted:
    """What becomes of the rows of a sheet: the first four numbers and the bad ones are all of them.

    Known rows are in the file already; repeated ones stand twice in the sheet and count once; amended ones bring something
    to a record that is there. The totals' words are sentences for people.
    """

    rows_new: int
    rows_amended: int
    rows_known: int
    rows_repeated: int
    bad: tuple[BadRow, ...]
    totals: tuple[Total, ...]


@dataclass(frozen=True)
class Preview(Counted):
    """What a sheet would bring, with `notes`, which are sentences for people, and all that is needed to take it in."""

    kind: str
    notes: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)
    campaign: Campaign | None = field(repr=False)
    today: date


@dataclass(frozen=True)
class ImportResult(Counted):
    """What was taken in; the bad rows were left out."""


def preview(store: Store, kind: str, path: Path, *, campaign: Campaign | None = None, today: date | None = None) -> Preview:
    """Read a sheet and say what it would bring; the file stays as it is.

    Rows that name no campaign go to `campaign`, by default the one that started last; in a file without any, one named after
    the file is made.
    UnreadableSheet: the sheet cannot be taken in at all. CompartmentClosed: what it would bring could not be sealed now.
    """
    sheet_kind(kind)
    return preview_of(store, file_forms.read(read_bytes(path), path.name, kind), campaign=campaign, today=today)


def preview_of(store: Store, read: SheetRead, *, campaign: Campaign | None = None, today: date | None = None) -> Preview:
    """What the rows of a sheet that was read elsewhere would bring; otherwise as `preview`."""
    rows, today, kind = read.rows, today or date.today(), sheet_kind(read.kind)
    _refuse_closed(store, [kind.record])
    worked_out = _plan(store, kind, rows, campaign, today)
    _refuse_closed(store, {type(draft.record) for draft in worked_out.to_save()})
    worked_out.bad = sorted([*worked_out.bad, *(BadRow(*each) for each in read.unread)], key=lambda bad: bad.line)
    return Preview(
        **_counted(worked_out),
        kind=read.kind,
        notes=(*_notes(worked_out, read.headings.left_out), *read.notes),
        rows=tuple(rows),
        campaign=campaign,
        today=today,
    )


def _refuse_closed(store: Store, kinds: Iterable[type[Record]]) -> None:
    with store.looking() as connection:
        refuse_closed(connection, kinds)


def take_in(store: Store, shown: Preview, *, skip_bad: bool) -> ImportResult:
    """Take in what was shown, all of it or nothing: one transaction, one undo step, behind a backup of what was there.

    UserError: some rows cannot be read and it was not said to leave them out. What came into the file since the preview
    is known by now and is not added again.
    """
    kind = sheet_kind(shown.kind)
    if shown.bad and not skip_bad:
        raise rows_in_the_way(len(shown.bad))
    if store.needs_backup():
        store.back_up()
    with store.change(_label(kind)) as change:
        worked_out = _plan(store, kind, shown.rows, shown.campaign, shown.today)
        result = ImportResult(**_counted(worked_out))
        for draft in list(worked_out.to_save()):
            draft.write_links()
            change.save(draft.record)
    return result


def rows_in_the_way(count: int) -> UserError:
    """The refusal to leave rows out in silence."""
    return UserError(
        _n("{n} row cannot be read, so nothing was imported.", "{n} rows cannot be read, so nothing was imported.", count),
        _("Mend the sheet and try again, or say that such rows are left out."),
    )


def _plan(store: Store, kind: SheetKind, rows: Iterable[Row], campaign: Campaign | None, today: date) -> Plan:
    own = campaign or store.first(all_campaigns()) or Campaign(name=store.path.stem)
    return plan(store, kind, tuple(rows), Ledger(store.records, own, today))


def _label(kind: SheetKind) -> str:
    return _("Sheet of {kind} imported").format(kind=kind_words(kind.name))


def _counted(worked_out: Plan) -> dict[str, Any]:
    """The fields of Counted."""
    return {
        "rows_new": sum(draft.is_new() for draft in worked_out.drafts),
        "rows_amended": sum(draft.amended for draft in worked_out.drafts),
        "rows_known": worked_out.known,
        "rows_repeated": worked_out.repeated,
        "bad": tuple(worked_out.bad),
        "totals": _totals(worked_out),
    }


def _totals(worked_out: Plan) -> tuple[Total, ...]:
    new = [draft for draft in worked_out.drafts if draft.is_new()]
    return (*totals_of(new), *totals_made(worked_out.to_save()))


def _notes(worked_out: Plan, left_out: tuple[str, ...]) -> Iterable[str]:
    if worked_out.repeated:
        yield _n("{n} row repeats another and adds nothing.", "{n} rows repeat others and add nothing.", worked_out.repeated)
    if copies := worked_out.learnt["evidence"]:
        yield _n("{n} known letter now has a copy on file.", "{n} known letters now have a copy on file.", copies)
    if replies := worked_out.learnt["reply"]:
        yield _n("{n} known letter now has a reply.", "{n} known letters now have a reply.", replies)
    if moved := worked_out.learnt["calendar"]:
        yield _n(
            "{n} known picket was moved or called off in the calendar since.",
            "{n} known pickets were moved or called off in the calendar since.",
            moved,
        )
    if worked_out.alike:
        yield _n(
            "{n} row is the same as another and counts on its own. Look whether it was written down twice.",
            "{n} rows are the same as others and count on their own. Look whether they were written down twice.",
            worked_out.alike,
        )
    if left_out:
        yield _("These columns are left out: {columns}.").format(columns=", ".join(left_out))
