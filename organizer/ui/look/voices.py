"""Voices: what screen readers hear where Qt's own answer is not true. Qt asks for them only while there is a listener.

To Qt everything in a scroll area is visible, however far below, and so is everything under an open sheet; every radio button is
said to take the Tab key, which only the chosen one does; the button beside a day seems to be for the mouse alone.
A part that says `decoration` has nothing to tell: it stays silent.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from organizer.ui.look.calendar import CalendarPopup
from organizer.ui.look.dates import CalendarButton
from organizer.ui.look.field import Field
from organizer.ui.look.segmented import Segment
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.theme import Theme

_PAUSE_MS = 60
_ENOUGH_PX = 120
"""Of a field higher than this, so much is enough to be called seen."""


def _is_out_of_sight(part: QWidget) -> bool:
    """Scrolled away or under a sheet. A field of which a strip shows counts as away: the focus will bring it in whole."""
    if part.isWindow() or not part.isVisible():
        return False
    enough = min(part.height(), _ENOUGH_PX) if isinstance(part, Field) else 1
    return part.visibleRegion().boundingRect().height() < enough or _is_covered(part)


def _is_covered(part: QWidget) -> bool:
    open_sheets = [child for child in part.window().children() if isinstance(child, Sheet) and child.isVisible()]
    return bool(open_sheets) and part is not open_sheets[-1] and not open_sheets[-1].isAncestorOf(part)


class _Plain(QAccessibleWidget):
    """Whatever Qt has no voice of its own for; what is in it is in sight or out of sight with it."""

    def __init__(self, part: QWidget, role: QAccessible.Role = QAccessible.Role.Client) -> None:
        super().__init__(part, role, "")

    def state(self) -> QAccessible.State:
        found = super().state()
        part = self.widget()
        if part is not None and _is_out_of_sight(part):
            found.offscreen = True
        if getattr(part, "decoration", False):
            found.invisible = True
        return found


class _Dialog(_Plain):
    """Nothing behind it can be reached while it is open."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part, QAccessible.Role.Dialog)

    def state(self) -> QAccessible.State:
        found = super().state()
        found.modal = True
        return found


class _Pressed(_Plain):
    """A button. `keys` are those of another control that do the same."""

    def __init__(self, part: QAbstractButton, role: QAccessible.Role = QAccessible.Role.Button, keys: str = "") -> None:
        super().__init__(part, role)
        self._button, self._keys = part, keys or part.shortcut().toString()

    def text(self, kind: QAccessible.Text) -> str:
        said = super().text(kind)
        return said or self._button.text().replace("&", "") if kind == QAccessible.Text.Name else said

    def state(self) -> QAccessible.State:
        found = super().state()
        if self._button.isCheckable():
            found.checkable, found.checked = True, self._button.isChecked()
        return found

    def actionNames(self) -> list[str]:
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, action: str) -> None:
        if action != self.pressAction():
            super().doAction(action)
        elif self._button.isEnabled():
            self._button.click()

    def keyBindingsForAction(self, action: str) -> list[str]:
        return [self._keys] if self._keys and action == self.pressAction() else []


class _Segment(_Pressed):
    """One word of a choice. Tab comes to the chosen one, arrow keys go on from there."""

    def __init__(self, part: Segment) -> None:
        super().__init__(part, QAccessible.Role.RadioButton, "Left; Right")

    def state(self) -> QAccessible.State:
        found = super().state()
        found.focusable = self._button.isChecked()
        return found

    def actionNames(self) -> list[str]:
        return [self.pressAction()]


def _voice(part: QWidget) -> QAccessibleWidget | None:
    """The voice of one part, None for those that Qt speaks for well. Parts are asked for before they stand anywhere."""
    if isinstance(part, Segment):
        return _Segment(part)
    if isinstance(part, CalendarButton):
        return _Pressed(part, keys="Alt+Down")
    if isinstance(part, Sheet | CalendarPopup):
        return _Dialog(part)
    return _Plain(part) if _first_of_qt(part) is QWidget else None


def _first_of_qt(part: QWidget) -> type:
    return next(each for each in type(part).__mro__ if each.__module__.startswith("PySide6"))


class Voices(QObject):
    """Answers Qt when it asks for the voice of a part, and says when parts come into sight or go out of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        # Qt owns the voices, Python must not let go of them before.
        self._given: list[QAccessibleInterface] = []
        self._away: WeakKeyDictionary[QWidget, bool] = WeakKeyDictionary()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._tell)
        theme.moved.connect(self.look_again)
        QAccessible.installFactory(self._voice_of)

    def _voice_of(self, _class_name: str, part: QObject) -> QAccessibleInterface | None:
        found = _voice(part) if isinstance(part, QWidget) else None
        if found is not None:
            self._given.append(found)
            self._away[part] = False  # type: ignore[index]
            self.look_again()
        return found

    def look_again(self) -> None:
        """Something was scrolled, opened or laid out anew: tell soon who came and who went."""
        if self._away and not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        for part, was_away in list(self._away.items()):
            if shiboken6.isValid(part) and (away := _is_out_of_sight(part)) != was_away:
                self._away[part] = away
                event = QAccessible.Event.ObjectHide if away else QAccessible.Event.ObjectShow
                QAccessible.updateAccessibility(QAccessibleEvent(part, event))
