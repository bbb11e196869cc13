"""The command that prints: a leaflet, a press release, or any sheet of the print room as PDF."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import get_args

from organizer.actions.leaflets import leaflet_from_picket, leaflet_parts
from organizer.actions.press_releases import press_release_parts, release_from_picket
from organizer.cli import room
from organizer.cli.arguments import LAYOUTS
from organizer.cli.chosen import of_uid, wanted
from organizer.cli.files import opened
from organizer.cli.outcome import DONE, say
from organizer.errors import NotPrintable, StorageFault, UserError
from organizer.i18n import N_, _, language_name
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.sheets.catalogue import LeafletLayout, draw_leaflet, draw_press_release, sheet_kinds
from organizer.sheets.from_records import leaflet_content, leaflet_notes, press_release_content
from organizer.sheets.sheet import Note, Sheet
from organizer.store.files import write_atomic
from organizer.store.store import Store

Made = tuple[Sheet, tuple[Note, ...]]

_TO_BEGIN = N_("Make one in the window, or begin one with --from-picket UID.")
_LEAFLET_LAYOUTS: dict[str, LeafletLayout] = dict(zip(LAYOUTS, get_args(LeafletLayout), strict=True))


def print_sheet(arguments: Namespace) -> int:
    """organizer print FILE SHEET [--record UID] [--from-picket UID] [--language TAG] … --out OUT.pdf"""
    make = _maker(arguments)
    if arguments.out.exists():
        raise StorageFault(
            _("“{name}” is there already and was left as it is.").format(name=arguments.out.name),
            _("Choose another name with --out, or delete it first."),
        )
    with opened(arguments) as store:
        sheet, notes = make(store)
    _refuse_stopped((*notes, *sheet.notes))
    write_atomic(arguments.out, sheet.pdf)
    say(_("“{name}” is written.").format(name=arguments.out.name))
    for note in (*notes, *sheet.notes):
        if note.level == "look":
            say(f"  {note.sentence}")
    return DONE


def _maker(arguments: Namespace) -> Callable[[Store], Made]:
    """What makes the sheet that is named. UserError: there is no such sheet, or it does not come in this way."""
    makers = {"leaflet": _leaflet, "press-release": _press_release}
    if arguments.sheet in makers:
        _refuse_foreign_options(arguments)
        return lambda store: makers[arguments.sheet](store, arguments)
    kinds = sheet_kinds()
    if arguments.sheet not in kinds:
        raise UserError(
            _("“{name}” cannot be printed.").format(name=arguments.sheet[:40]),
            _("Use one of: {kinds}.").format(kinds=", ".join((*makers, *kinds))),
        )
    order = room.Ordered.of(kinds[arguments.sheet], arguments)
    return lambda store: (order.made(store), ())


def _refuse_foreign_options(arguments: Namespace) -> None:
    """Leaflets and press releases say everything in their records: nothing else is asked for."""
    if (arguments.layout or LAYOUTS[0]) not in LAYOUTS:
        raise UserError(
            _("There is no layout “{name}”.").format(name=arguments.layout[:40]),
            _("Use one of: {kinds}.").format(kinds=", ".join(LAYOUTS)),
        )
    for option in room.OPTIONS:
        if getattr(arguments, option.replace("-", "_")):
            raise UserError(
                _("“{sheet}” is printed without --{option}.").format(sheet=arguments.sheet, option=option),
                _("Leave it out; “organizer print --list” says what each sheet takes."),
            )


def _leaflet(store: Store, arguments: Namespace) -> Made:
    if arguments.from_picket:
        record = leaflet_from_picket(store, of_uid(store, Picket, arguments.from_picket))
    else:
        record = wanted(store, Leaflet, arguments.record, _TO_BEGIN)
    language = arguments.language or next(iter(record.languages), "en")
    if language not in record.texts:
        raise NotPrintable(
            _("This leaflet has no text in {language}.").format(language=language_name(language)),
            _("It has: {languages}. Use one of them with --language, or write the text.").format(
                languages=", ".join(record.texts)
            ),
        )
    parts = leaflet_parts(store, record)
    layout = _LEAFLET_LAYOUTS[arguments.layout or LAYOUTS[0]]
    return draw_leaflet(leaflet_content(parts, language), layout), leaflet_notes(parts, language)


def _press_release(store: Store, arguments: Namespace) -> Made:
    if arguments.from_picket:
        record = release_from_picket(store, of_uid(store, Picket, arguments.from_picket))
    else:
        record = wanted(store, PressRelease, arguments.record, _TO_BEGIN)
    if arguments.language and arguments.language != record.language:
        raise NotPrintable(
            _("This press release is written in {language}.").format(language=language_name(record.language)),
            _("Leave --language out, or print the release that is written in the other language."),
        )
    return draw_press_release(press_release_content(press_release_parts(store, record))), ()


def _refuse_stopped(notes: Iterable[Note]) -> None:
    stop = next((note.sentence for note in notes if note.level == "stop"), None)
    if stop is not None:
        raise NotPrintable(_("Nothing was written, because the sheet cannot be printed as it is."), stop)
