"""Proofs: how the sheet of a draft is set, as plain work for another thread. Setting is imported when the first is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from organizer import i18n
from organizer.errors import NotPrintable
from organizer.i18n import _
from organizer.records.campaign import Campaign
from organizer.records.leaflet import Leaflet
from organizer.records.press_release import PressRelease
from organizer.sheets.leaflet_orders import AS_USUAL, HowPrinted, leaflet_order, notes_in
from organizer.sheets.sheet import Note, Sheet
from organizer.store.store import Store


@dataclass(frozen=True)
class Proof:
    """One sheet to be set: `work` may be done on any thread and may raise a UserError; `file_name` tells nothing of a person.

    `text` is the sheet's words for the body of a mail, where it has such; `copies` is what the print dialog begins with.
    """

    work: Callable[[], Sheet]
    file_name: str
    text: Callable[[], str] | None = None
    copies: int = 1


def leaflet_proof(
    store: Store, draft: Leaflet, language: str, how: HowPrinted = AS_USUAL, photo: bytes | None = None, faces: str = ""
) -> Proof:
    """The sheet of a leaflet's design that shows this language, with the notes on it for who reads that one.

    `photo`: pixels that are not in the file yet, `faces` what is said of them.
    """
    order = leaflet_order(draft, language, how)

    def work() -> Sheet:
        from organizer.actions.print_room import kept_answers, parts_for
        from organizer.sheets.catalogue import draw

        parts = parts_for(store, draft, order.kind.needs)
        if photo is not None and parts.leaflet is not None:
            parts = replace(parts, leaflet=replace(parts.leaflet, photo=photo, photo_faces=faces))
        said = replace(order, written=kept_answers(store, parts.campaign.id, order.kind.key))
        sheet = draw(order.kind, said.job(parts))
        return replace(sheet, notes=together(notes_in(sheet.notes, draft, language), (), parts.campaign))

    trimmed = order.kind.format(order.format)
    layout = trimmed.layout(order.layout)
    last = trimmed.key if layout.arrangement == "page" else layout.key
    return Proof(work, _file_name(order.kind.key, draft.day, order.language, last))


@dataclass(frozen=True)
class ReleaseLook:
    """How a press release is printed; for a `mail` it is tagged, so that it can be read aloud."""

    large: bool = False
    one_colour: bool = False
    mail: bool = False


def release_proof(store: Store, draft: PressRelease, look: ReleaseLook) -> Proof:
    """A press release on its paper."""

    def work() -> Sheet:
        from organizer.actions.press_releases import press_release_parts
        from organizer.sheets.catalogue import draw_press_release
        from organizer.sheets.from_records import press_release_content

        content = press_release_content(press_release_parts(store, draft))
        if look.one_colour:
            content = replace(content, colours=content.colours.in_one_colour())
        return draw_press_release(content, large=look.large, mail=look.mail)

    def text() -> str:
        from organizer.actions.press_releases import press_release_parts
        from organizer.sheets.from_records import press_release_content
        from organizer.sheets.press_text import press_text

        return press_text(press_release_content(press_release_parts(store, draft)))

    large = "large" if look.large else ""
    return Proof(work, _file_name("press-release", draft.day, draft.language, large), text)


def together(notes: Sequence[Note], records: Sequence[Note], campaign: Campaign) -> tuple[Note, ...]:
    """The sheet's notes and those on its records. About one field the graver one speaks; places come from the sheet."""
    places = {note.field: note.place for note in notes if note.place is not None}
    grave = {note.field for note in notes if note.level == "stop"}
    added = [replace(note, place=places.get(note.field)) for note in records if note.field not in grave]
    noted = {note.field for note in added}
    country = campaign.imprint_country or campaign.country
    kept = []
    for note in notes:
        if note.level == "good" and note.field in noted:
            continue
        if note.level == "good" and note.field == "imprint" and country:
            sentence = _("{country}: the imprint says all that is asked for.").format(country=i18n.country_name(country))
            note = replace(note, sentence=sentence)
        kept.append(note)
    return (*kept, *added)


def refusal(sheet: Sheet) -> NotPrintable:
    """Why this sheet is not printed: the first note that stops it."""
    first = next(note for note in sheet.notes if note.level == "stop")
    return NotPrintable(_("This is not printed yet."), first.sentence)


def _file_name(*parts: str | date | None) -> str:
    return "-".join(part.isoformat() if isinstance(part, date) else part for part in parts if part) + ".pdf"
