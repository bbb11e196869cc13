"""What was found in a sheet, to be looked at before it is brought in: figures, totals, notes, and rows that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from organizer.i18n import _, _n, joined, number, percent
from organizer.ui.bring_in.words import figures, total
from organizer.ui.look.edit import Area
from organizer.ui.look.evidence import KINDS, EvidenceBar, Key
from organizer.ui.look.layout import Card, Item, col, row
from organizer.ui.look.text import Glyph, Text

if TYPE_CHECKING:
    from organizer.exchange.plan import BadRow
    from organizer.exchange.sheets_in import Preview

_BAD_SHOWN = 200
_LINES_SEEN = 4


class Found(QWidget):
    """One Preview. `bad_rows` is the list of rows that cannot be read, None where there are none."""

    def __init__(self, shown: Preview) -> None:
        super().__init__()
        self.bad_rows = _bad_rows(shown.bad) if shown.bad else None
        items: list[Item] = [self._card(shown)]
        items += [_line("info", "ink2", note) for note in shown.notes]
        if self.bad_rows is not None:
            items.append(col(_line("circle-alert", "red_text", _bad_title(shown.bad), "strong"), self.bad_rows, gap=6))
        self.setLayout(col(*items, gap=12))
        self.setAccessibleName(_("What the sheet brings"))
        self.setAccessibleDescription(_spoken(shown))

    def _card(self, shown: Preview) -> Card:
        parts: list[Item] = [row(*((_figure(*each), 1) for each in figures(shown)), gap=16)]
        if total(shown, "letters"):
            parts.append(_letters(shown))
        words = [each.words for each in shown.totals if not each.key.startswith(("new.", "letters"))]
        made = [each.words for each in shown.totals if each.key.startswith("new.")]
        if words:
            parts.append(col(*(Text(each, "medium", wrap=True) for each in words), gap=2))
        if made:
            with_them = _("With them come: {list}.").format(list=joined(*made))
            parts.append(Text(with_them, "small", "ink2", wrap=True))
        return Card(col(*parts, gap=14, margins=(18, 14, 18, 16)), token="canvas", edge=None)


def _spoken(shown: Preview) -> str:
    """The figures in one sentence, for screen readers."""
    return joined(*(f"{words}: {number(count)}" for count, words, _ink in figures(shown))) + "."


def _figure(count: int, words: str, ink: str) -> QWidget:
    holder = QWidget()
    holder.setLayout(col(Text(number(count), "number", ink), Text(words, "small", ink, wrap=True), None, gap=0))
    return holder


def _letters(shown: Preview) -> QWidget:
    """The letters behind the new rows, by what proves them."""
    numbers = {kind: total(shown, f"letters.{kind}") for kind in KINDS}
    whole = sum(numbers.values())
    keys = [(Key(kind, count, share=percent(count / whole)), 1) for kind, count in numbers.items()]
    holder = QWidget()
    heading = _n("{n} letter", "{n} letters", whole)
    holder.setLayout(col(Text(heading, "group"), EvidenceBar(**numbers), row(*keys, gap=12), gap=8))
    return holder


def _line(icon: str, tone: str, words: str, role: str = "small") -> QWidget:
    holder = QWidget()
    holder.setLayout(row(Glyph(icon, 16, tone, level=role), (Text(words, role, wrap=True), 1), gap=8))
    return holder


def _bad_title(bad: tuple[BadRow, ...]) -> str:
    return _n("{n} row cannot be read", "{n} rows cannot be read", len(bad))


def _bad_rows(bad: tuple[BadRow, ...]) -> Area:
    lines = [each.words() for each in bad[:_BAD_SHOWN]]
    if len(bad) > _BAD_SHOWN:
        lines.append(_n("… and {n} more", "… and {n} more", len(bad) - _BAD_SHOWN))
    area = Area("\n".join(lines), lines=min(max(len(lines), 2), _LINES_SEEN), role="small")
    # Sealed fields show no focus, and these rows are there to be gone through by keyboard.
    area.setReadOnly(True)
    area.setAccessibleName(_bad_title(bad))
    return area
