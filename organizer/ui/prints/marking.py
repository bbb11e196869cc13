"""Marking words in a text: Ctrl+B and Ctrl+I put stars around what is selected, or take them away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument

from organizer.ui.look.edit import Area

BOLD, ITALIC = "**", "*"


def add_marking_keys(area: Area) -> None:
    for keys, stars in ((QKeySequence.StandardKey.Bold, BOLD), (QKeySequence.StandardKey.Italic, ITALIC)):
        shortcut = QShortcut(QKeySequence(keys), area)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda stars=stars: mark(area, stars))


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
