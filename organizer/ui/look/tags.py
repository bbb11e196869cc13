"""TagsEdit: words hung on something, as chips before a field in which the next is typed. Enter puts on, Backspace takes off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer.i18n import _
from organizer.ui.look.completion import Completion, Hit
from organizer.ui.look.controls import Touch, paint_field
from organizer.ui.look.edit import Edit
from organizer.ui.look.paint import painter, within
from organizer.ui.look.tag_chip import TagChip
from organizer.ui.look.theme import follow, px

_LINE, _INSET = 30, 3
_BETWEEN = re.compile(r"[,;\n\t]")


class _NextTag(Edit):
    """Where the next one is typed. `empty_back`: Backspace with nothing before it; `entered`: Enter."""

    empty_back = Signal()
    to_chips = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__(bare=True)

    def restyle(self) -> None:
        super().restyle()
        self.setFixedHeight(px(_LINE))

    def sizeHint(self) -> QSize:
        return QSize(px(90), px(_LINE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at_start = not self.cursorPosition() and not self.hasSelectedText()
        backward = Qt.Key.Key_Right if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Left
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.empty_back.emit()
        elif event.key() == backward and at_start:
            self.to_chips.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TagsEdit(QWidget):
    """`find` gives hits for what is typed; their values are names. `edited`: a person changed the tags or what stands typed."""

    edited = Signal()

    def __init__(self, find: Callable[[str], Sequence[Hit]], key: Callable[[str], str] = str.casefold) -> None:
        super().__init__()
        self._key = key
        self._chips: list[TagChip] = []
        self._problem = False
        self.editor = _NextTag()
        self.setFocusProxy(self.editor)
        self.editor.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.completion = Completion(self.editor, find)
        self.completion.chosen.connect(lambda name: self.add([str(name)]))
        self.editor.textEdited.connect(self._on_typed)
        self.editor.entered.connect(self.settle)
        self.editor.empty_back.connect(lambda: self._remove(self._chips[-1]) if self._chips else None)
        self.editor.to_chips.connect(lambda: self._go_to(len(self._chips) - 1))
        self.editor.installEventFilter(self)
        follow(self)

    def restyle(self) -> None:
        self._lay()

    def names(self) -> list[str]:
        return [chip.words for chip in self._chips]

    def typed(self) -> str:
        return self.editor.text().strip()

    def chips(self) -> list[TagChip]:
        return list(self._chips)

    def show_names(self, names: Iterable[str]) -> None:
        """Show other tags, without `edited`."""
        self.editor.clear()
        self.completion.hide()
        for chip in self._chips:
            self._drop(chip)
        self._chips = []
        self._put(names)

    def set_problem(self, problem: bool) -> None:
        self._problem = problem
        self.update()

    def add(self, names: Iterable[str]) -> None:
        """Put tags on as if a person had typed them; one that is there already only loses what was typed of it."""
        self.editor.clear()
        self.completion.hide()
        put = self._put(names)
        for name in put:
            self._announce(_("{tag} put on").format(tag=name))
        self.edited.emit()

    def settle(self) -> None:
        """What stands typed is a tag, too."""
        if self.typed():
            self.add(_BETWEEN.split(self.typed()))

    def _put(self, names: Iterable[str]) -> list[str]:
        there, put = {self._key(name) for name in self.names()}, []
        for name in (" ".join(each.split()) for each in names):
            if name and self._key(name) not in there:
                there.add(self._key(name))
                self._chips.append(self._chip(name))
                put.append(name)
        self._lay()
        return put

    def _chip(self, name: str) -> TagChip:
        chip = TagChip(name)
        chip.setParent(self)
        chip.removed.connect(lambda: self._remove(chip))
        chip.stepped.connect(lambda by: self._go_to(self._chips.index(chip) + by))
        chip.typed.connect(self._type)
        return chip

    def _lay(self) -> None:
        """The chips in their order, and the field behind them; the field above is told when more lines are needed."""
        for part, place in zip((*self._chips, self.editor), self._places(self.width()), strict=True):
            part.setGeometry(within(self, QRectF(place)).toRect())
            part.show()
        self.updateGeometry()

    def _places(self, width: int) -> list[QRect]:
        """Where chips and field stand, from the start edge; the field takes what is left of its line."""
        inset, line, gap = px(_INSET), px(_LINE), px(4)
        end, x, y = width - inset, inset, inset
        places = []
        for part in (*self._chips, self.editor):
            size = part.sizeHint()
            if x > inset and x + size.width() > end:
                x, y = inset, y + line
            places.append(QRect(x, y + (line - size.height()) // 2, size.width(), size.height()))
            x += size.width() + gap
        places[-1].setRight(max(places[-1].right(), end))
        return places

    def _drop(self, chip: TagChip) -> None:
        chip.hide()
        chip.setParent(None)
        chip.deleteLater()

    def _remove(self, chip: TagChip) -> None:
        place, had_focus = self._chips.index(chip), chip.hasFocus()
        self._chips.remove(chip)
        if had_focus:
            self._go_to(place)
        self._drop(chip)
        self._lay()
        self._announce(_("{tag} taken off").format(tag=chip.words))
        self.edited.emit()

    def _go_to(self, place: int) -> None:
        """The focus to a chip; behind the last one the field stands."""
        target = self._chips[max(0, place)] if place < len(self._chips) else self.editor
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _type(self, event: QKeyEvent) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.insert(event.text())
        self.editor.textEdited.emit(self.editor.text())

    def _on_typed(self, words: str) -> None:
        parts = _BETWEEN.split(words)
        if len(parts) > 1:
            self.add(parts)
        else:
            self.edited.emit()

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.editor, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() == QEvent.Type.FocusOut:
                self.settle()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(max(self.width(), px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(_LINE) + 2 * px(_INSET))

    def heightForWidth(self, width: int) -> int:
        last = self._places(width)[-1]
        return last.y() + last.height() + px(_INSET)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        touch = Touch(enabled=self.isEnabled(), over=self.underMouse(), focus=self.editor.hasFocus())
        paint_field(painter(self), self.rect(), touch, problem=self._problem)
