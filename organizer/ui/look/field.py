"""Field: label, control, then a quiet hint or a problem with its way out. Group: fields under one heading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from organizer.i18n import _, number
from organizer.ui.look.button import Button
from organizer.ui.look.edit import Area, Edit
from organizer.ui.look.layout import Item, box, bring_into_view, col, row
from organizer.ui.look.text import Glyph, Text

Fix = tuple[str, Callable[[], object]]
"""The words on the button ("Use 17:30") and what it does."""


class Problem(QWidget):
    """What is wrong, in a sentence, and its ways out as buttons. tone: red stops saving, amber does not."""

    def __init__(self, sentence: str, fixes: Sequence[Fix] = (), *, tone: str = "red") -> None:
        super().__init__()
        icon = "circle-alert" if tone == "red" else "triangle-alert"
        words = Text(sentence, "small", "red" if tone == "red" else "ink", wrap=True)
        self.buttons: list[Button] = []
        for fix_words, act in fixes:
            button = Button(fix_words, "link", tiny=True, role="small_strong")
            button.clicked.connect(lambda _checked=False, act=act: act())
            self.buttons.append(button)
        self.setLayout(row(Glyph(icon, 16, f"{tone}_text", level="small"), (words, 1), *self.buttons, gap=6))
        self.setAccessibleName(sentence)


class Field(QWidget):
    """The label is the control's buddy and accessible name. Required is what is not called optional.

    counter: the most characters the control takes; how many there are is shown at the end of the label's line.
    """

    stands_at_top = True

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        hint: str = "",
        note: str = "",
        optional: bool = False,
        counter: int | None = None,
    ) -> None:
        super().__init__()
        self.control = control
        self.editor: QWidget = getattr(control, "editor", control)
        self.label = Text(label.replace("&", "&&"), "caption_strong", "ink2")
        self.label.setBuddy(self.editor)
        self.control.setAccessibleName(label)
        self.editor.setAccessibleName(label)
        self._hint = Text(hint, "caption", "ink3", wrap=True)
        if not hint:  # never setVisible(True) before it lies in a layout: it would open as a window of its own
            self._hint.hide()
        self.note = Text(note or (_("optional") if optional else ""), "caption", "ink3")
        self.problem: Problem | None = None
        self._body = col(row(self.label, None, self.note, gap=6), control, self._hint, gap=4)
        self.setLayout(self._body)
        self.setFocusProxy(self.editor)
        self._describe(hint)
        if counter is not None:
            self._count_to(counter)

    def set_note(self, words: str) -> None:
        self.note.setText(words)

    def set_label(self, label: str) -> None:
        self.label.setText(label.replace("&", "&&"))
        self.control.setAccessibleName(label)
        self.editor.setAccessibleName(label)

    def show_problem(self, sentence: str, fixes: Sequence[Fix] = (), *, tone: str = "red") -> None:
        """Say what is wrong here; it takes the hint's place and is spoken."""
        self.clear_problem()
        self.problem = Problem(sentence, fixes, tone=tone)
        self._body.addWidget(self.problem)
        QTimer.singleShot(0, self.problem, partial(QTimer.singleShot, 0, self.problem, self._show_where_one_types))
        self._hint.hide()
        self._mark(tone == "red")
        self._describe(sentence)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.editor, sentence))

    def _show_where_one_types(self) -> None:
        """Under the field with the focus it may lie below the edge of what scrolls. Two turns later all around it is laid out."""
        if self.problem is not None and self.editor.hasFocus():
            bring_into_view(self.problem)

    def clear_problem(self) -> None:
        if self.problem is not None:
            self._body.removeWidget(self.problem)
            self.problem.hide()
            self.problem.deleteLater()
            self.problem = None
            self._hint.setVisible(bool(self._hint.text()))
            self._mark(False)
            self._describe(self._hint.text())

    def _mark(self, problem: bool) -> None:
        mark = getattr(self.control, "set_problem", None)
        if mark is not None:
            mark(problem)

    def _describe(self, sentence: str) -> None:
        self.editor.setAccessibleDescription(sentence)

    def _count_to(self, most: int) -> None:
        editor = self.editor
        if isinstance(editor, (Edit, Area)):
            editor.textChanged.connect(lambda *_args: self._say_count(most))
            self._say_count(most)

    def _say_count(self, most: int) -> None:
        editor = self.editor
        length = len(editor.toPlainText() if isinstance(editor, Area) else editor.text() if isinstance(editor, Edit) else "")
        self.note.setText(_("{count} of {most}").format(count=number(length), most=number(most)))
        self.note.set_colour("red" if length > most else "ink3")


class Group(QWidget):
    """A named group of fields: a heading, then rows. No box, no line: space does the grouping."""

    def __init__(self, title: str, *rows: Item, icon: str | None = None, note: str = "", end: QWidget | None = None) -> None:
        super().__init__()
        head: list[Item] = [Glyph(icon, 16)] if icon else []
        head += [Text(title, "heading"), None]
        if note:
            head.append(Text(note, "caption", "ink3"))
        if end is not None:
            head.append(end)
        # Each row in a box of its own: out of sight is told by boxes.
        self.body = col(box(row(*head, gap=7)), *(_boxed(each) for each in rows), gap=10)
        self.setLayout(self.body)
        self.setAccessibleName(title)


def _boxed(item: Item) -> Item:
    """A control or a line of them in a box; what is a box already, or only a space, as it is."""
    if isinstance(item, QLayout):
        return box(item)
    return box(row(item, gap=0)) if isinstance(item, QAbstractButton) else item
