"""The fields of a press release: each says what its page says of it, and is written in the release's own language."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer.errors import Problem
from organizer.i18n import _, language_name
from organizer.records.campaign import Campaign
from organizer.sheets.sheet import Note
from organizer.ui.controls import AreaControl, ChoiceControl, Control, LineControl
from organizer.ui.kind import Field
from organizer.ui.look.choice import Choice
from organizer.ui.look.completion import Completion, Hit
from organizer.ui.look.edit import Area, Edit
from organizer.ui.prints.noted import NotedField
from organizer.ui.session import Session

_OFFERED = 7


class NotedLine(LineControl):
    """One line with its label, in the release's language."""

    bare = True

    def __init__(self, attribute: str, label: str, edit: Edit, *, counter: int | None = None, optional: bool = False) -> None:
        super().__init__(attribute, edit)
        self.edit = edit
        self.field = NotedField(label, edit, counter=counter, optional=optional)
        self.editor = self.field

    def set_language(self, tag: str) -> None:
        self.edit.set_language(tag)

    def show_note(self, note: Note | None) -> None:
        self.field.show_note(note)


class NotedArea(AreaControl):
    """Several lines with their label, in the release's language."""

    bare = True

    def __init__(
        self,
        attribute: str,
        label: str,
        area: Area,
        *,
        note: str = "",
        optional: bool = False,
        counter: int | None = None,
        one_line: bool = False,
    ) -> None:
        super().__init__(attribute, area)
        self.area = area
        self.field = NotedField(label, area, note=note, optional=optional, counter=counter)
        self.editor = self.field
        self._one_line = one_line

    def take(self, record: Any) -> list[Problem]:
        problems = super().take(record)
        if self._one_line:
            setattr(record, self.attribute, " ".join(self.area.words().split()))
        return problems

    def set_language(self, tag: str) -> None:
        self.area.set_language(tag)

    def show_note(self, note: Note | None) -> None:
        self.field.show_note(note)


def words_line(attribute: str, label: str, *, counter: int | None = None, share: int = 1, optional: bool = False) -> Field:
    def make(_session: Session) -> Control:
        return NotedLine(attribute, _(label), Edit(), counter=counter, optional=optional)

    return Field(attribute, label, make, share, optional)


def words_area(attribute: str, label: str, *, lines: int, note: str = "", optional: bool = False) -> Field:
    def make(_session: Session) -> Control:
        return NotedArea(attribute, _(label), Area(lines=lines), note=_(note) if note else "", optional=optional)

    return Field(attribute, label, make, 1, optional)


class ContactLine(NotedLine):
    """What is left empty is the campaign's, and stands there as a hint."""

    def __init__(self, session: Session, attribute: str, label: str) -> None:
        super().__init__(attribute, label, Edit(), optional=True)
        self._session = session

    def show(self, record: Any) -> None:
        super().show(record)
        campaign = self._session.store.get(Campaign, record.campaign_id) if record.campaign_id is not None else None
        self.edit.setPlaceholderText(getattr(campaign, self.attribute) if campaign is not None else "")

    def set_language(self, tag: str) -> None:
        """Names, numbers and addresses keep their own direction."""


def headline(attribute: str, label: str, *, counter: int | None = None, optional: bool = False) -> Field:
    """A line too long for one: it is seen whole, and kept without breaks."""

    def make(_session: Session) -> Control:
        return NotedArea(attribute, _(label), Area(lines=2), optional=optional, counter=counter, one_line=True)

    return Field(attribute, label, make, 1, optional)


def contact_line(attribute: str, label: str, *, share: int = 1) -> Field:
    return Field(attribute, label, lambda session: ContactLine(session, attribute, _(label)), share, True)


@lru_cache(maxsize=1)
def _zones() -> tuple[str, ...]:
    return tuple(sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix/"))))


def zones_like(typed: str) -> list[str]:
    """Time zones of the world in which every word typed occurs, those of which a place begins so first."""
    wanted = typed.strip().lower().replace(" ", "_")
    found = [zone for zone in _zones() if wanted and wanted in zone.lower()]
    return sorted(found, key=lambda zone: (not zone.lower().split("/")[-1].startswith(wanted), zone))[:_OFFERED]


def zone_line(attribute: str, label: str, *, share: int = 1) -> Field:
    """The zone of the embargo's time: one of the world's, or what a person writes."""

    def make(_session: Session) -> Control:
        edit = Edit(hint="Europe/London")
        line = NotedLine(attribute, _(label), edit, optional=True)
        offers = Completion(edit, lambda typed: [Hit(zone, "", "clock", zone) for zone in zones_like(typed)])

        def take(zone: object) -> None:
            line.restore(str(zone))
            line.edited.emit()

        offers.chosen.connect(take)
        return line

    return Field(attribute, label, make, share, True)


class LanguageControl(ChoiceControl):
    """The language of the release: fonts, fixed words and direction of its page and of its fields."""

    def __init__(self) -> None:
        from organizer.sheets.words import languages

        tags = sorted(languages(), key=lambda tag: language_name(tag).casefold())
        super().__init__("language", Choice((tag, language_name(tag)) for tag in tags))
        self.edited.connect(lambda: self._tell(str(self.raw())))

    def show(self, record: Any) -> None:
        super().show(record)
        self._tell(record.language)

    def restore(self, raw: Any) -> None:
        super().restore(raw)
        self._tell(str(raw))

    def _tell(self, tag: str) -> None:
        for control in self.siblings.values():
            set_language: Callable[[str], None] | None = getattr(control, "set_language", None)
            if set_language is not None:
                set_language(tag)


def language_choice(label: str, *, share: int = 1) -> Field:
    return Field("language", label, lambda _session: LanguageControl(), share)


class PaperControl(Control):
    """The paper, chosen above the page. `shown` says which one the record has."""

    bare = True
    shown = Signal(str)

    def __init__(self) -> None:
        place = QWidget()
        place.hide()
        super().__init__("paper", place)
        self._code = "A4"

    def choose(self, code: str) -> None:
        if code != self._code:
            self._code = code
            self.edited.emit()

    def show(self, record: Any) -> None:
        self.restore(record.paper)

    def take(self, record: Any) -> list[Problem]:
        record.paper = self._code
        return []

    def raw(self) -> str:
        return self._code

    def restore(self, raw: Any) -> None:
        self._code = str(raw)
        self.shown.emit(self._code)
