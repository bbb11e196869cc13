"""The command that prints: a leaflet, a press release, or any sheet of the print room as PDF."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from organizer.actions.press_releases import press_release_parts, release_from_picket
from organizer.cli import room
from organizer.cli.chosen import of_uid, wanted
from organizer.cli.files import opened
from organizer.cli.outcome import DONE, say
from organizer.errors import NotPrintable, StorageFault, UserError
from organizer.i18n import _, language_name
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.sheets.catalogue import draw_press_release, sheet_kinds
from organizer.sheets.from_records import press_release_content
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
    if arguments.sheet == room.RELEASE:
        _refuse_foreign_options(arguments)
        return lambda store: _press_release(store, arguments)
    kinds = sheet_kinds()
    if arguments.sheet not in kinds:
        raise UserError(
            _("“{name}” cannot be printed.").format(name=arguments.sheet[:40]),
            _("Use one of: {kinds}.").format(kinds=", ".join((room.RELEASE, *kinds))),
        )
    return room.Ordered.of(kinds[arguments.sheet], arguments).made


def _refuse_foreign_options(arguments: Namespace) -> None:
    """A press release says everything in its record: nothing else is asked for."""
    for option in (*room.OPTIONS, "layout"):
        if getattr(arguments, option.replace("-", "_")):
            raise room.without(arguments.sheet, option)


def _press_release(store: Store, arguments: Namespace) -> Sheet:
    if arguments.from_picket:
        record = release_from_picket(store, of_uid(store, Picket, arguments.from_picket))
    else:
        record = wanted(store, PressRelease, arguments.record, room.TO_BEGIN)
    if arguments.language and arguments.language != record.language:
        raise NotPrintable(
            _("This press release is written in {language}.").format(language=language_name(record.language)),
            _("Leave --language out, or print the release that is written in the other language."),
        )
    return draw_press_release(press_release_content(press_release_parts(store, record)))


def _refuse_stopped(sheet: Sheet) -> None:
    stop = next((note.sentence for note in sheet.notes if note.level == "stop"), None)
    if stop is not None:
        raise NotPrintable(_("Nothing was written, because the sheet cannot be printed as it is."), stop)
