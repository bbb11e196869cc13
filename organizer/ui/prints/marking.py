"""Marking words in a text: Ctrl+B and Ctrl+I put stars around what is selected, or take them away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument

from organizer.ui.look.edit import Area

BOLD, ITALIC = "**", "*"
_KEYS = ((QKeySequence.StandardKey.Bold, BOLD), (QKeySequence.StandardKey.Italic, ITALIC))
_WISH, _PRESS = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress


class MarkingKeys(QObject):
    """In a text these keys mark words, whatever the window does with them elsewhere."""

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and isinstance(event, QKeyEvent) and event.type() in (_WISH, _PRESS):
            stars = next((stars for keys, stars in _KEYS if event.matches(keys)), "")
            if stars and event.type() == _WISH:
                event.accept()
                return True
            if stars:
                mark(self._area, stars)
                return True
        return super().eventFilter(watched, event)


def mark(area: Area, stars: str) -> None:
    """Stars around the words that are selected, without the spaces at their ends; with nothing selected, where one types."""
    cursor, document = area.textCursor(), area.document()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    while start < end and document.characterAt(start).isspace():
        start += 1
    while end > start and document.characterAt(end - 1).isspace():
        end -= 1
    taken_away = start < end and _is_marked(document, start, end, stars)
    cursor.beginEditBlock()
    for place in (end, start):
        cursor.setPosition(place)
        if not taken_away:
            cursor.insertText(stars)
        else:
            step = QTextCursor.MoveOperation.NextCharacter if place == end else QTextCursor.MoveOperation.PreviousCharacter
            cursor.movePosition(step, QTextCursor.MoveMode.KeepAnchor, len(stars))
            cursor.removeSelectedText()
    cursor.endEditBlock()
    moved = -len(stars) if taken_away else len(stars)
    cursor.setPosition(start + moved)
    cursor.setPosition(end + moved, QTextCursor.MoveMode.KeepAnchor)
    area.setTextCursor(cursor)


def _is_marked(document: QTextDocument, start: int, end: int, stars: str) -> bool:
    """Whether these stars stand around the words: two are no mark of italics, three are both."""
    before = after = 0
    while document.characterAt(start - 1 - before) == "*":
        before += 1
    while document.characterAt(end + after) == "*":
        after += 1
    counts = (2, 3) if stars == BOLD else (1, 3)
    return before in counts and after in counts
