"""How a sheet is printed: size, layout, large print, colours, who may see it, how many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer.i18n import _, number
from organizer.records.values import PrintClass
from organizer.sheets.orders import Order
from organizer.ui.look.choice import Choice
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Field
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.wrap import Wrap
from organizer.ui.print_room.printed_as import MOST_COPIES


class How(QWidget):
    """`changed`: a person chose otherwise.

    Of a sheet in one size the size is not asked for, and of numbered sheets not the copies: there is one of each.
    """

    changed = Signal()

    def __init__(self, order: Order, copies: int) -> None:
        super().__init__()
        kind = order.kind
        self._kind = kind
        self.format = Choice((each.key, each.title()) for each in kind.formats)
        self.layouts = Choice()
        self.large = _check(_("Large print"))
        self.one_colour = _check(_("Black and one colour"))
        self.seen_by = Choice()
        self.copies = Edit()
        self._copies = Field(_("Copies"), self.copies)
        self._wanted_class = self._usual_class = ""
        self._put_together()
        self.show_order(order, copies)
        self.show_answers({})
        self._connect()

    def _put_together(self) -> None:
        kind = self._kind
        size, layout = Field(_("Size"), self.format), Field(_("Layout"), self.layouts)
        sizes = row((size, 2), (layout, 3), gap=10) if len(kind.formats) > 1 else row((layout, 1))
        ways = [each for each, offered in ((self.large, kind.large), (self.one_colour, kind.one_colour)) if offered]
        lines: list[QWidget] = [box(sizes)]
        if ways:
            lines.append(box(Wrap(ways, gap=14)))
        copies: list[tuple[QWidget, int]] = [] if kind.numbered else [(self._copies, 2)]
        lines.append(box(row((Field(_("Who may see it"), self.seen_by), 3), *copies, gap=10)))
        self.setLayout(col(*lines, gap=10))
        for widget in (self.format, self.large, self.one_colour, self._copies):
            if widget.parent() is None:
                widget.setParent(self)
                widget.hide()

    def show_order(self, order: Order, copies: int) -> None:
        """Show how this order is printed, without saying so."""
        self.format.set_value(self._kind.format(order.format).key)
        self._offer_layouts(order.layout)
        self.large.setChecked(order.large)
        self.one_colour.setChecked(order.one_colour)
        self._wanted_class = order.print_class
        self.copies.setText(str(copies))

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Offer those who may see a sheet with these answers."""
        self._usual_class = self._kind.class_with(answers)
        self.seen_by.clear()
        for code in self._kind.classes(answers):
            self.seen_by.add(code, _(PrintClass.WORDS[code]))
        self.seen_by.set_value(self._kind.class_with(answers, self._wanted_class))

    def _connect(self) -> None:
        self.format.chosen.connect(self._on_format)
        self.layouts.chosen.connect(lambda _key: self.changed.emit())
        self.seen_by.chosen.connect(self._on_class)
        self.copies.textEdited.connect(lambda _words: self._on_copies())
        for each in (self.large, self.one_colour):
            each.clicked.connect(lambda _on: self.changed.emit())

    def _on_format(self, _key: str) -> None:
        self._offer_layouts(self.layouts.value())
        self.changed.emit()

    def _on_class(self, code: str) -> None:
        """The usual one follows the answers; another one stays."""
        self._wanted_class = code if code != self._usual_class else ""
        self.changed.emit()

    def _on_copies(self) -> None:
        if self.fault():
            self._copies.show_problem(self.fault())
        else:
            self._copies.clear_problem()
        self.changed.emit()

    def fault(self) -> str:
        """What is wrong with the number of copies; empty when nothing is."""
        said = self.copies.text().strip()
        if said.isdecimal() and 1 <= int(said) <= MOST_COPIES:
            return ""
        return _("This takes a whole number from {least} to {most}.").format(least=number(1), most=number(MOST_COPIES))

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
            print_class=self._wanted_class,
        )

    def count(self) -> int:
        """How many copies; 1 while none can be read."""
        return 1 if self._kind.numbered or self.fault() else int(self.copies.text())


def _check(words: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setAccessibleName(words)
    return made
