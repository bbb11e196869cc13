"""How a leaflet is printed: the language on its back, its layout, large print, colours, bleed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer import i18n
from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.leaflet import Leaflet
from organizer.sheets.layouts import Format
from organizer.sheets.leaflet_orders import HowPrinted, format_of, kind_of, may_be_large
from organizer.ui.controls import Control
from organizer.ui.look.choice import Choice
from organizer.ui.look.field import Field
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.wrap import Wrap
from organizer.ui.prints.languages import LanguagesControl

_BLEEDS = ("1", "2", "3", "5")
_USUAL_BLEED = "3"
_SHOP = "print-shop"


class BackControl(Control):
    """`back_language`: one of the leaflet's languages, or none."""

    def __init__(self) -> None:
        self._choice = Choice()
        super().__init__("back_language", self._choice)
        self._tag = ""
        self._choice.chosen.connect(self._on_chosen)

    def _on_chosen(self, tag: str) -> None:
        self._tag = tag
        self.edited.emit()

    def show_language(self, _tag: str) -> None:
        """The languages may have changed."""
        control = self.siblings.get("languages")
        tags = control.tags() if isinstance(control, LanguagesControl) else []
        self._choice.clear()
        self._choice.add("", _("The same as in front"))
        for tag in tags if len(tags) > 1 else ():
            self._choice.add(tag, i18n.language_name(tag))
        self._tag = self._tag if self._tag in tags else ""
        self._choice.set_value(self._tag)

    def show(self, record: Any) -> None:
        self.restore(record.back_language)

    def take(self, record: Any) -> list[Problem]:
        record.back_language = self._tag
        return []

    def raw(self) -> str:
        return self._tag

    def restore(self, raw: Any) -> None:
        self._tag = str(raw)
        self.show_language("")


class HowControl(Control):
    """What is chosen for this print and not kept. `chosen`: a person chose otherwise; `offered`: there are other layouts."""

    bare = True
    chosen = Signal()
    offered = Signal()

    def __init__(self) -> None:
        place = QWidget()
        super().__init__("how_printed", place)
        self.layouts = Choice()
        self.large = _check(_("Large print"))
        self.one_colour = _check(_("Black and one colour"))
        self.bleed = Choice((mm, _("{mm} mm").format(mm=mm)) for mm in _BLEEDS)
        self.bleed.set_value(_USUAL_BLEED)
        self._bleed = Field(_("Bleed"), self.bleed)
        self._format: Format | None = None
        self._kind = ""
        place.setLayout(
            col(
                box(row((Field(_("Layout"), self.layouts), 3), (self._bleed, 2), gap=10)),
                box(Wrap([self.large, self.one_colour], gap=14)),
                gap=10,
            )
        )
        for choice in (self.layouts, self.bleed):
            choice.chosen.connect(lambda _key: self._on_chosen())
        for check in (self.large, self.one_colour):
            check.clicked.connect(lambda _on: self._on_chosen())

    def _on_chosen(self) -> None:
        self._bleed.setVisible(self.layouts.value() == _SHOP)
        self.chosen.emit()

    def how(self) -> HowPrinted:
        return HowPrinted(
            self.layouts.value(), self.large.isChecked(), self.one_colour.isChecked(), float(self.bleed.value() or _USUAL_BLEED)
        )

    def offer(self, leaflet: Leaflet) -> None:
        """What its design comes in. The layout that was chosen stays where the design does and its size has it."""
        self.large.setVisible(may_be_large(leaflet))
        self.one_colour.setVisible(kind_of(leaflet).one_colour)
        if not may_be_large(leaflet):
            self.large.setChecked(False)
        trimmed = format_of(leaflet, large=self.large.isChecked())
        if trimmed == self._format:
            return
        before = self.layouts.value() if self._kind == kind_of(leaflet).key else ""
        self._format, self._kind = trimmed, kind_of(leaflet).key
        self.layouts.clear()
        for layout in trimmed.layouts:
            self.layouts.add(layout.key, layout.title())
        known = {layout.key for layout in trimmed.layouts}
        self.layouts.set_value(before if before in known else trimmed.layouts[0].key)
        self._bleed.setVisible(self.layouts.value() == _SHOP)
        self.offered.emit()

    def layout_keys(self) -> list[tuple[str, str]]:
        """Every layout of the size in force, as code and words."""
        return [(layout.key, layout.title()) for layout in self._format.layouts] if self._format else []

    def show(self, record: Any) -> None:
        self.offer(record)

    def take(self, _record: Any) -> list[Problem]:
        return []

    def raw(self) -> str:
        return ""

    def restore(self, _raw: Any) -> None:
        """Nothing of it is kept in drafts."""


def _check(words: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setAccessibleName(words)
    return made
