"""The notes below the page: red stops printing, amber wants a look, green says what was checked. Show marks the place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from organizer.i18n import _, _n
from organizer.sheets.sheet import Note
from organizer.ui.look.field import Fix
from organizer.ui.look.layout import Panel, Scroll, row
from organizer.ui.look.parts import Button
from organizer.ui.look.text import Glyph, Text
from organizer.ui.look.theme import follow, px

MOST_SEEN = 4
_ROW = 34


class Tone(NamedTuple):
    colour: str
    icon: str


TONES = {
    "stop": Tone("red_text", "circle-alert"),
    "look": Tone("amber_text", "triangle-alert"),
    "good": Tone("green_text", "circle-check"),
}
_ORDER = ("stop", "look", "good")


def in_order(notes: Sequence[Note]) -> list[Note]:
    """What stops printing first, what is good last."""
    return sorted(notes, key=lambda note: _ORDER.index(note.level))


def worst(notes: Sequence[Note]) -> str:
    """The level of the gravest note; good when there is none."""
    return next((level for level in _ORDER if any(note.level == level for note in notes)), "good")


def spoken(notes: Sequence[Note]) -> str:
    """The notes in a few words, for those who hear the page."""
    stops = sum(note.level == "stop" for note in notes)
    looks = sum(note.level == "look" for note in notes)
    words = [_n("{n} note stops printing.", "{n} notes stop printing.", stops)] if stops else [_("Nothing stops printing.")]
    if looks:
        words.append(_n("{n} place wants a look.", "{n} places want a look.", looks))
    return " ".join(words)


class NoteRow(QWidget):
    """One note. Its first words are its level, for those who do not see the colour."""

    wanted = Signal(object)

    def __init__(self, note: Note, way: Fix | None = None) -> None:
        super().__init__()
        self.note = note
        tone = TONES[note.level]
        self.words = Text(note.sentence, "medium" if note.level == "stop" else "body", wrap=True)
        self.show_button: Button | None = None
        items: list[QWidget | tuple[QWidget, int]] = [Glyph(tone.icon, 18, tone.colour), (self.words, 1)]
        if way is not None and note.level != "good":
            out = Button(way[0], small=True)
            out.clicked.connect(lambda _checked=False: way[1]())
            items.append(out)
        if note.place is not None and note.level != "good":
            button = Button(_("Show"), small=True, name=_("Show on the page: {note}").format(note=note.sentence))
            button.clicked.connect(lambda: self.wanted.emit(note))
            self.show_button = button
            items.append(button)
        self.setLayout(row(*items, gap=10))
        self.setAccessibleName(_said(note.level).format(note=note.sentence))
        follow(self)

    def restyle(self) -> None:
        self.setMinimumHeight(px(_ROW - 2))


def _said(level: str) -> str:
    return {"stop": _("Stops printing: {note}"), "look": _("Look at this: {note}"), "good": _("Checked: {note}")}[level]


class NotesPanel(Panel):
    """`wanted` carries the Note whose place is to be shown. As high as its notes, up to four of them; then it scrolls."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("surface", edges=("top",))
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._scroll = Scroll(self._inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 1, 0, 0)
        outer.addWidget(self._scroll)
        self._notes: tuple[Note, ...] = ()
        self._ways: dict[str, Fix] = {}
        self.rows: list[NoteRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Notes on this page"))
        follow(self)

    def restyle(self) -> None:
        self._column.setContentsMargins(px(16), px(8), px(12), px(8))
        self._column.setSpacing(px(2))
        self.updateGeometry()

    def offer(self, field: str, words: str, act: Callable[[], object]) -> None:
        """A way out of whatever is noted of a field, as a button beside it from now on."""
        self._ways[field] = (words, act)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these; the same ones as before leave the rows, and the focus, where they are."""
        ordered = tuple(in_order(notes))
        if ordered == self._notes:
            return
        self._notes = ordered
        for old in self.rows:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self.rows = [NoteRow(note, self._ways.get(note.field)) for note in ordered]
        for each in self.rows:
            each.wanted.connect(self.wanted)
            self._column.addWidget(each)
        self.setVisible(bool(self.rows))
        self.updateGeometry()

    def notes(self) -> tuple[Note, ...]:
        return self._notes

    def sizeHint(self) -> QSize:
        width = max(px(200), self.width())
        margins = self._column.contentsMargins()
        room = width - margins.left() - margins.right()
        heights = [
            max(px(_ROW - 2), each.heightForWidth(room), each.minimumSizeHint().height()) for each in self.rows[:MOST_SEEN]
        ]
        spacing = self._column.spacing() * max(0, len(heights) - 1)
        return QSize(width, sum(heights) + spacing + margins.top() + margins.bottom() + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), min(self.sizeHint().height(), px(_ROW) + px(16)))
