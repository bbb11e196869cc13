"""How a sheet is printed: size, layout, large print, colours, who may see it, how many."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer.i18n import _
from organizer.records.values import PrintClass
from organizer.sheets.orders import Order
from organizer.ui.look.choice import Choice
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Field
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.wrap import Wrap

MOST_COPIES = 99_999


class How(QWidget):
    """`changed`: a person chose otherwise. Of a sheet in one size the size is not asked for."""

    changed = Signal()

    def __init__(self, order: Order, copies: int) -> None:
        super().__init__()
        kind = order.kind
        self._kind = kind
        self.format = Choice((each.key, each.title()) for each in kind.formats)
        self.format.set_value(kind.format(order.format).key)
        self.layouts = Choice()
        self._offer_layouts(order.layout)
        self.large = _check(_("Large print"), order.large)
        self.one_colour = _check(_("Black and one colour"), order.one_colour)
        self.seen_by = Choice((code, _(words)) for code, words in PrintClass.WORDS.items())
        self.seen_by.set_value(order.print_class or kind.print_class)
        self.copies = Edit(str(copies))
        self._put_together()
        self._connect()

    def _put_together(self) -> None:
        kind = self._kind
        size, layout = Field(_("Size"), self.format), Field(_("Layout"), self.layouts)
        sizes = row((size, 2), (layout, 3), gap=10) if len(kind.formats) > 1 else row((layout, 1))
        ways = [each for each, offered in ((self.large, kind.large), (self.one_colour, kind.one_colour)) if offered]
        lines: list[QWidget] = [box(sizes)]
        if ways:
            lines.append(box(Wrap(ways, gap=14)))
        lines.append(box(row((Field(_("Who may see it"), self.seen_by), 3), (Field(_("Copies"), self.copies), 2), gap=10)))
        self.setLayout(col(*lines, gap=10))
        for widget in (self.format, self.large, self.one_colour):
            if widget.parent() is None:
                widget.setParent(self)
                widget.hide()

    def _connect(self) -> None:
        self.format.chosen.connect(self._on_format)
        self.layouts.chosen.connect(lambda _key: self.changed.emit())
        self.seen_by.chosen.connect(lambda _key: self.changed.emit())
        self.copies.textEdited.connect(lambda _words: self.changed.emit())
        for each in (self.large, self.one_colour):
            each.clicked.connect(lambda _on: self.changed.emit())

    def _on_format(self, _key: str) -> None:
        self._offer_layouts(self.layouts.value())
        self.changed.emit()

    def _offer_layouts(self, key: str) -> None:
        """Those of the size in force; the one chosen before stays where this size has it too."""
        trimmed = self._kind.format(self.format.value())
        self.layouts.clear()
        for layout in trimmed.layouts:
            self.layouts.add(layout.key, layout.title())
        known = {layout.key for layout in trimmed.layouts}
        self.layouts.set_value(key if key in known else trimmed.layouts[0].key)

    def layout_keys(self) -> list[tuple[str, str]]:
        """Every layout of the size in force, as code and words."""
        return [(layout.key, layout.title()) for layout in self._kind.format(self.format.value()).layouts]

    def taken(self, order: Order) -> Order:
        """The order as it stands here."""
        return replace(
            order,
            format=self.format.value(),
            layout=self.layouts.value(),
            large=self.large.isChecked(),
            one_colour=self.one_colour.isChecked(),
            print_class=self.seen_by.value(),
        )

    def count(self) -> int:
        """How many copies; 1 while none can be read."""
        said = self.copies.text().strip()
        return min(max(1, int(said)), MOST_COPIES) if said.isdecimal() else 1


def _check(words: str, on: bool) -> QCheckBox:
    made = QCheckBox(words)
    made.setAccessibleName(words)
    made.setChecked(on)
    return made
