"""The print room on the command line: which sheets there are and what they ask for, and one of them made of a file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from organizer import i18n
from organizer.actions import print_room
from organizer.actions.campaigns import current_campaign
from organizer.actions.leaflets import leaflet_from_picket
from organizer.actions.press_releases import release_from_picket
from organizer.cli.chosen import of_uid, wanted
from organizer.cli.outcome import DONE, say
from organizer.errors import MissingRecord, NotPrintable, UserError
from organizer.i18n import N_, _
from organizer.records.base import Record
from organizer.records.campaign import Campaign
from organizer.records.donation import Donation
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.prints import Subject
from organizer.records.values import PrintClass
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.orders import Order, fault_in, place_of
from organizer.sheets.sheet import Sheet
from organizer.sheets.sheet_kind import Job, SheetKind
from organizer.sheets.words import languages
from organizer.store.store import Store

TO_BEGIN = N_("Make one in the window, or begin one with --from-picket UID.")
OPTIONS = ("second", "format", "set", "large", "one-colour", "bleed")
"""What only the sheets of the print room take."""
_SUBJECTS: dict[str, type[Subject]] = {kind.KIND: kind for kind in (Campaign, Picket, Donation, Leaflet, PressRelease)}
_FROM_PICKET: dict[str, Callable[[Store, Picket], Subject]] = {
    Leaflet.KIND: leaflet_from_picket,
    PressRelease.KIND: release_from_picket,
}
_FIRST = "-"
"""In place of a tag: the language of the sheet, whichever it will be."""
_LEAST_BLEED, _MOST_BLEED = 1.0, 5.0
_A5 = "a5"
"""What the usual layout of a leaflet was called before there were others."""


def list_sheets() -> int:
    """organizer print --list: every sheet with its formats and layouts, what it is printed for, and the keys it asks for."""
    for kind in sheet_kinds().values():
        _say_sheet(kind.key, f"{kind.title()}. {_(kind.hint)}", _about(kind))
    return DONE


def _say_sheet(key: str, words: str, lines: Iterable[str]) -> None:
    say(f"{key}: {words}")
    for line in lines:
        say(f"  {line}")


def _lines(name: str, values: Sequence[str]) -> list[str]:
    return [f"{name}: {', '.join(values)}"] if values else []


def _about(kind: SheetKind) -> Iterator[str]:
    yield _("for: {subject}").format(subject=kind.subject)
    for trimmed in kind.formats:
        layouts = ", ".join(layout.key for layout in trimmed.layouts)
        yield _("format {format}: {layouts}").format(format=trimmed.key, layouts=layouts)
    for asked in kind.asked:
        choices = f" ({' | '.join(asked.choices)})" if asked.choices else ""
        yield _("--set {key}=…  {what}").format(key=asked.key, what=_(asked.label) + choices)
    ways = (("--second", kind.two_languages), ("--large", kind.large), ("--one-colour", kind.one_colour))
    yield from _lines(_("also"), [option for option, offered in ways if offered])


@dataclass(frozen=True)
class Ordered:
    """One sheet as the command line asks for it."""

    order: Order
    record: str
    from_picket: str

    @classmethod
    def of(cls, kind: SheetKind, arguments: Namespace) -> Ordered:
        """Read the options. UserError: this sheet has no such format, language or answer."""
        _refuse_what_is_not_offered(kind, arguments)
        trimmed = _one_of([each.key for each in kind.formats], arguments.format, _("There is no format “{name}”."))
        layouts = [each.key for each in kind.format(trimmed).layouts]
        order = Order(
            kind,
            language=_language(arguments.language),
            second=_language(arguments.second),
            format=trimmed,
            layout=_one_of(layouts, _known_layout(kind, arguments.layout), _("There is no layout “{name}”.")),
            print_class=_one_of(list(PrintClass.WORDS), arguments.seen_by, _("There is no class “{name}”.")),
            large=arguments.large,
            one_colour=arguments.one_colour,
        )
        if arguments.bleed is not None:
            order = replace(order, bleed=_bleed(arguments.bleed))
        order = replace(order, written=_written(kind, order, arguments.set or ()))
        return cls(order, arguments.record or "", arguments.from_picket or "")

    def made(self, store: Store) -> Sheet:
        """The sheet of the record that is named, with what the campaign keeps for it beneath what was said here."""
        kind = self.order.kind
        record = self._subject(store)
        _refuse_unwritten(record, self.order.language)
        order = self.order if self.order.language else replace(self.order, language=_spoken_by(record))
        order = _on_its_paper(order, record)
        parts = print_room.parts_for(store, record, kind.needs, kind.key)
        kept = print_room.kept_answers(store, parts.campaign.id, kind.key)
        # Answers said without a language are in the first of the sheet; only now it is known which one that is.
        said = {order.language if tag == _FIRST else tag: answers for tag, answers in order.written.items()}
        tags = {*kept, *said}
        order = replace(order, written={tag: {**kept.get(tag, {}), **said.get(tag, {})} for tag in tags})
        job = order.job(parts)
        _refuse_shown_to_more(order, job)
        return draw(kind, job)

    def _subject(self, store: Store) -> Subject:
        """The record that the sheet is printed for; of campaigns the one that the file is open at."""
        if self.from_picket:
            begin = _FROM_PICKET[self.order.kind.subject]
            return begin(store, of_uid(store, Picket, self.from_picket))
        kind = _SUBJECTS[self.order.kind.subject]
        if kind is Campaign and not self.record:
            campaign = current_campaign(store)
            if campaign is None:
                raise MissingRecord(_("There is no campaign to print for yet."), _("Begin one in the window, or bring one in."))
            return campaign
        return wanted(store, kind, self.record, TO_BEGIN if kind.KIND in _FROM_PICKET else N_("Make one in the window first."))


def _refuse_what_is_not_offered(kind: SheetKind, arguments: Namespace) -> None:
    asked_for = {
        "second": bool(arguments.second) and not kind.two_languages,
        "large": arguments.large and not kind.large,
        "one-colour": arguments.one_colour and not kind.one_colour,
        "from-picket": bool(arguments.from_picket) and kind.subject not in _FROM_PICKET,
    }
    for option, refused in asked_for.items():
        if refused:
            raise without(kind.key, option)


def _refuse_shown_to_more(order: Order, job: Job) -> None:
    """A sheet whose contents say who may see it is never marked as one for more people."""
    if order.print_class and job.print_class != order.print_class:
        offered = ", ".join(order.kind.classes(job.answers))
        raise NotPrintable(
            _("What stands on this sheet is not for everybody who may see the class “{name}”.").format(name=order.print_class),
            _("Use one of: {kinds}.").format(kinds=offered),
        )


def without(sheet: str, option: str) -> UserError:
    return UserError(
        _("“{sheet}” is printed without --{option}.").format(sheet=sheet, option=option),
        _("Leave it out; “organizer print --list” says what each sheet takes."),
    )


def _known_layout(kind: SheetKind, said: str | None) -> str | None:
    return kind.formats[0].layouts[0].key if said == _A5 and kind.subject == Leaflet.KIND else said


def _one_of(known: Sequence[str], wanted_key: str | None, sentence: str) -> str:
    if wanted_key and wanted_key not in known:
        raise UserError(sentence.format(name=wanted_key[:40]), _("Use one of: {kinds}.").format(kinds=", ".join(known)))
    return wanted_key or ""


def _language(tag: str | None) -> str:
    if tag and i18n.main_language(tag) not in languages():
        raise UserError(
            _("No sheet speaks the language “{name}”.").format(name=tag[:40]),
            _("Use one of: {kinds}.").format(kinds=", ".join(languages())),
        )
    return tag or ""


def _bleed(words: str) -> float:
    try:
        mm = float(words)
    except ValueError:
        mm = 0.0
    if not _LEAST_BLEED <= mm <= _MOST_BLEED:
        raise UserError(
            _("The bleed “{words}” is none.").format(words=words[:40]), _("Write millimetres from 1 to 5; 3 is usual.")
        )
    return mm


def _written(kind: SheetKind, order: Order, pairs: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """KEY=VALUE as answers by language; KEY@TAG=VALUE where a sheet speaks two. UserError: the sheet asks for no such thing."""
    asked = {each.key: each for each in kind.asked}
    found: dict[str, dict[str, str]] = {}
    for pair in pairs:
        name, equals, answer = pair.partition("=")
        key, _at, tag = name.partition("@")
        if not equals or key not in asked:
            sentence = _("“{sheet}” does not ask for “{words}”.").format(sheet=kind.key, words=name[:40])
            keys = _("Write --set KEY=VALUE with one of: {keys}.").format(keys=", ".join(asked) or "–")
            raise UserError(sentence, keys)
        fault = fault_in(asked[key], answer)
        if fault:
            raise UserError(_("“{words}” is no answer to “{key}”.").format(words=answer[:40], key=key), fault)
        # The shell has no new line in an argument that people can write: \n stands for one.
        found.setdefault(place_of(asked[key], _language(tag) or order.language or _FIRST), {})[key] = answer.replace("\\n", "\n")
    return found


def _on_its_paper(order: Order, record: Subject) -> Order:
    """In the size for American paper, where the record is printed on that and nothing else was asked for."""
    sizes = order.kind.formats
    if order.format or getattr(record, "paper", "") != "Letter" or len(sizes) < 2:
        return order
    known = {layout.key for layout in sizes[1].layouts}
    return replace(order, format=sizes[1].key) if not order.layout or order.layout in known else order


def _refuse_unwritten(record: Subject, language: str) -> None:
    if isinstance(record, PressRelease) and language and language != record.language:
        raise NotPrintable(
            _("This press release is written in {language}.").format(language=i18n.language_name(record.language)),
            _("Leave --language out, or print the release that is written in the other language."),
        )
    if isinstance(record, Leaflet) and language and language not in record.texts:
        raise NotPrintable(
            _("This leaflet has no text in {language}.").format(language=i18n.language_name(language)),
            _("It has: {languages}. Use one of them with --language, or write the text.").format(
                languages=", ".join(record.texts)
            ),
        )


def _spoken_by(record: Record) -> str:
    """The language of the record, or else that of the program."""
    own = getattr(record, "language", "") or next(iter(getattr(record, "languages", ())), "")
    tag = own or i18n.main_language(i18n.language())
    return tag if i18n.main_language(tag) in languages() else "en"
