"""The language of a sheet, and the other one of a sheet in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.i18n import _
from organizer.records.leaflet import Leaflet
from organizer.records.press_release import PressRelease
from organizer.records.prints import Subject
from organizer.sheets.orders import Order
from organizer.sheets.words import languages
from organizer.ui.look.choice import Choice
from organizer.ui.look.field import Field
from organizer.ui.look.layout import row

_ALONE = "-"


def offered(subject: Subject | None) -> list[str]:
    """The languages that a sheet of this record can speak: those a leaflet or release is written in, else all, by their names."""
    own: list[str] = []
    if isinstance(subject, Leaflet):
        own = subject.languages
    elif isinstance(subject, PressRelease):
        own = [subject.language]
    known = [tag for tag in own if i18n.main_language(tag) in languages()]
    return known or sorted(languages(), key=lambda tag: i18n.language_name(tag).casefold())


def usual_language(subject: Subject | None) -> str:
    """The first of the record's own; else that of the program, where sheets speak it."""
    tags, here = offered(subject), i18n.main_language(i18n.language())
    if len(tags) < len(languages()):
        return tags[0]
    return here if here in tags else "en"


class Spoken(QWidget):
    """`changed`: a person chose another language."""

    changed = Signal()

    def __init__(self, order: Order, tags: Sequence[str]) -> None:
        super().__init__()
        words = [(tag, i18n.language_name(tag)) for tag in tags]
        self.first = Choice(words)
        self.first.set_value(order.language)
        self.second = Choice([(_ALONE, _("None")), *words])
        self.second.set_value(order.second or _ALONE)
        fields: list[tuple[QWidget, int]] = [(Field(_("Language"), self.first), 1)]
        if order.kind.two_languages:
            fields.append((Field(_("Second language"), self.second), 1))
        else:
            self.second.setParent(self)
            self.second.hide()
        self.setLayout(row(*fields, gap=10))
        for each in (self.first, self.second):
            each.chosen.connect(lambda _tag: self.changed.emit())

    def taken(self, order: Order) -> Order:
        """The order as it stands here. Twice the same language is one."""
        first, second = self.first.value() or order.language, self.second.value()
        return replace(order, language=first, second="" if second in (_ALONE, first) else second)
