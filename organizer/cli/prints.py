"""The command that prints: a leaflet, a press release, or any sheet of the print room as PDF."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from organizer.cli import room
from organizer.cli.files import opened
from organizer.cli.outcome import DONE, say
from organizer.errors import NotPrintable, StorageFault, UserError
from organizer.i18n import _
from organizer.sheets.catalogue import sheet_kinds
from organizer.sheets.sheet import Sheet
from organizer.store.files import write_atomic
from organizer.store.store import Store


def print_sheet(arguments: Namespace) -> int:
    """organizer print FILE SHEET [--record UID] [--from-picket UID] [--language TAG] … --out OUT.pdf"""
    make = _maker(arguments)
    if arguments.out.exists():
        raise StorageFault(
            _("“{name}” is there already and was left as it is.").format(name=arguments.out.name),
            _("Choose another name with --out, or delete it first."),
        )
    with opened(arguments) as store:
        sheet = make(store)
    _refuse_stopped(sheet)
    write_atomic(arguments.out, sheet.pdf)
    say(_("“{name}” is written.").format(name=arguments.out.name))
    for note in sheet.notes:
        if note.level == "look":
            say(f"  {note.sentence}")
    return DONE


def _maker(arguments: Namespace) -> Callable[[Store], Sheet]:
    """What makes the sheet that is named. UserError: there is no such sheet, or it does not come in this way."""
    kinds = sheet_kinds()
    if arguments.sheet not in kinds:
        raise UserError(
            _("“{name}” cannot be printed.").format(name=arguments.sheet[:40]),
            _("Use one of: {kinds}.").format(kinds=", ".join(kinds)),
        )
    return room.Ordered.of(kinds[arguments.sheet], arguments).made


def _refuse_stopped(sheet: Sheet) -> None:
    stop = next((note.sentence for note in sheet.notes if note.level == "stop"), None)
    if stop is not None:
        raise NotPrintable(_("Nothing was written, because the sheet cannot be printed as it is."), stop)
