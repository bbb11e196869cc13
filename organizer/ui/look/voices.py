"""Voices: what screen readers hear where Qt's own answer is not true. Qt asks for them only while there is a listener.

Everything in a scroll area is visible to Qt, however far below; every radio button is said to take the Tab key, which only the
chosen one does; and the button beside a day seems to be for the mouse alone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from organizer.ui.look.dates import CalendarButton
from organizer.ui.look.field import Field, Group
from organizer.ui.look.segmented import Segment


_ENOUGH_PX = 120
"""Of something higher than this, so much is enough to be called seen."""


class _Scrolled(QAccessibleWidget):
    """A field or a group of fields: offscreen as long as it is out of sight, and what is in it goes with it.

    A field of which a strip shows under the edge counts as out of sight: the focus will bring it in whole.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part, QAccessible.Role.Client, "")

    def state(self) -> QAccessible.State:
        found = super().state()
        part = self.widget()
        if part is not None and part.isVisible() and part.visibleRegion().boundingRect().height() < self._enough(part):
            found.offscreen = True
        return found

    @staticmethod
    def _enough(part: QWidget) -> int:
        return 1 if isinstance(part, Group) else min(part.height(), _ENOUGH_PX)


class _Pressed(QAccessibleWidget):
    """A button that another control's keys work: it can be pressed, and says by which keys."""

    def __init__(self, part: QAbstractButton, role: QAccessible.Role, keys: str) -> None:
        super().__init__(part, role, "")
        self._button, self._keys = part, keys

    def actionNames(self) -> list[str]:
        return [self.pressAction()]

    def doAction(self, action: str) -> None:
        if action == self.pressAction() and self._button.isEnabled():
            self._button.click()

    def keyBindingsForAction(self, action: str) -> list[str]:
        return [self._keys] if action == self.pressAction() else []


class _Segment(_Pressed):
    """One word of a choice. Tab comes to the chosen one, arrow keys go on from there."""

    def __init__(self, part: Segment) -> None:
        super().__init__(part, QAccessible.Role.RadioButton, "Left; Right")

    def state(self) -> QAccessible.State:
        found = super().state()
        found.checkable = True
        found.checked = self._button.isChecked()
        found.focusable = self._button.isChecked()
        return found


_VOICES: tuple[tuple[type | tuple[type, ...], Callable[..., QAccessibleWidget]], ...] = (
    ((Field, Group), _Scrolled),
    (Segment, _Segment),
    (CalendarButton, lambda button: _Pressed(button, QAccessible.Role.Button, "Alt+Down")),
)


class Voices:
    """Answers Qt when it asks for the voice of a part."""

    def __init__(self) -> None:
        # Qt owns the voices, Python must not let go of them before.
        self._given: list[QAccessibleInterface] = []
        QAccessible.installFactory(self._voice_of)

    def _voice_of(self, _class_name: str, part: QObject) -> QAccessibleInterface | None:
        for parts, voice in _VOICES:
            if isinstance(part, parts):
                self._given.append(voice(part))
                return self._given[-1]
        return None
