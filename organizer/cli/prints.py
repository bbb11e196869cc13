"""The command that prints: a leaflet or a press release as PDF."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import select

from organizer.actions.leaflets import leaflet_from_picket, leaflet_parts
from organizer.actions.press_releases import press_release_parts, release_from_picket
from organizer.cli.arguments import LAYOUTS
from organizer.cli.files import opened
from organizer.cli.outcome import DONE, say
from organizer.errors import MissingRecord, NotPrintable, StorageFault, UserError
from organizer.i18n import _, language_name
from organizer.records.base import Record
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.sheets.content import LeafletContent
from organizer.sheets.from_records import leaflet_content, leaflet_notes, press_release_content
from organizer.sheets.leaflet import leaflet, leaflet_for_print_shop, leaflet_two_on_a4
from organizer.sheets.press_release import press_release
from organizer.sheets.sheet import Note, Sheet
from organizer.store.files import write_atomic
from organizer.store.store import Store

R = TypeVar("R", bound=Record)

_SHORTEST_UID = 6
_LAYOUTS: dict[str, Callable[[LeafletContent], Sheet]] = dict(
    zip(LAYOUTS, (leaflet, leaflet_two_on_a4, leaflet_for_print_shop), strict=True)
)


def print_sheet(arguments: Namespace) -> int:
    """organizer print FILE leaflet|press-release [--record UID] [--from-picket UID] [--language TAG] --out OUT.pdf"""
    makers = {"leaflet": _leaflet, "press-release": _press_release}
    if arguments.sheet not in makers:
        raise UserError(
            _("“{name}” cannot be printed.").format(name=arguments.sheet[:40]),
            _("Use one of: {kinds}.").format(kinds=", ".join(makers)),
        )
    if arguments.layout not in _LAYOUTS:
        raise UserError(
            _("There is no layout “{name}”.").format(name=arguments.layout[:40]),
            _("Use one of: {kinds}.").format(kinds=", ".join(_LAYOUTS)),
        )
    if arguments.out.exists():
        raise StorageFault(
            _("“{name}” is there already and was left as it is.").format(name=arguments.out.name),
            _("Choose another name with --out, or delete it first."),
        )
    with opened(arguments) as store:
        sheet, notes = makers[arguments.sheet](store, arguments)
    _refuse_stopped(sheet)
    write_atomic(arguments.out, sheet.pdf)
    say(_("“{name}” is written.").format(name=arguments.out.name))
    for note in (*notes, *sheet.notes):
        if note.level == "look":
            say(f"  {note.sentence}")
    return DONE


def _leaflet(store: Store, arguments: Namespace) -> tuple[Sheet, tuple[Note, ...]]:
    if arguments.from_picket:
        record = leaflet_from_picket(store, _of_uid(store, Picket, arguments.from_picket))
    else:
        record = _wanted(store, Leaflet, arguments.record)
    language = arguments.language or next(iter(record.languages), "en")
    if language not in record.texts:
        raise NotPrintable(
            _("This leaflet has no text in {language}.").format(language=language_name(language)),
            _("It has: {languages}. Use one of them with --language, or write the text.").format(
                languages=", ".join(record.texts)
            ),
        )
    parts = leaflet_parts(store, record)
    return _LAYOUTS[arguments.layout](leaflet_content(parts, language)), leaflet_notes(parts, language)


def _press_release(store: Store, arguments: Namespace) -> tuple[Sheet, tuple[Note, ...]]:
    if arguments.from_picket:
        record = release_from_picket(store, _of_uid(store, Picket, arguments.from_picket))
    else:
        record = _wanted(store, PressRelease, arguments.record)
    if arguments.language and arguments.language != record.language:
        raise NotPrintable(
            _("This press release is written in {language}.").format(language=language_name(record.language)),
            _("Leave --language out, or print the release that is written in the other language."),
        )
    return press_release(press_release_content(press_release_parts(store, record))), ()


def _refuse_stopped(sheet: Sheet) -> None:
    stop = next((note.sentence for note in sheet.notes if note.level == "stop"), None)
    if stop is not None:
        raise NotPrintable(_("Nothing was written, because the sheet cannot be printed as it is."), stop)


def _wanted(store: Store, kind: type[R], uid: str | None) -> R:
    """The record named by its uid, or the only one there is."""
    if uid:
        return _of_uid(store, kind, uid)
    found = store.records(select(kind).limit(2))
    if len(found) == 1:
        return found[0]
    if not found:
        raise MissingRecord(_("The file has none to print."), _("Make one in the window, or begin one with --from-picket UID."))
    raise UserError(
        _("The file has several, and it is not said which one to print."),
        _("Name one with --record UID; “organizer list” shows them."),
    )


def _of_uid(store: Store, kind: type[R], uid: str) -> R:
    """The record whose uid begins like this. UserError: none does, or several do."""
    begins = uid.strip().lower()
    found = store.records(select(kind).where(kind.uid.startswith(begins, autoescape=True)).limit(2)) if begins else []
    if len(begins) < _SHORTEST_UID or len(found) > 1:
        raise UserError(_("“{uid}” does not tell one record from others.").format(uid=uid[:40]), _("Write more of its uid."))
    if not found:
        raise MissingRecord(
            _("No record of this kind has the uid “{uid}”.").format(uid=uid[:40]), _("“organizer list” shows the uids there are.")
        )
    return found[0]
