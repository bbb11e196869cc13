"""Panes: the regions of the window that F6 goes round, and how the focus enters one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


def go_round(panes: Sequence[QWidget], step: int) -> None:
    """Go to the next pane that takes the focus; `step` is 1 forth and -1 back."""
    at = pane_with_focus(panes)
    start = 0 if at < 0 and step < 0 else at
    for further in range(1, len(panes) + 1):
        if enter_pane(panes[(start + step * further) % len(panes)]):
            return


def pane_with_focus(panes: Sequence[QWidget]) -> int:
    """The position of the pane that has the focus; -1 when none has."""
    focused = QApplication.focusWidget()
    return next((n for n, pane in enumerate(panes) if focused is pane or (focused and pane.isAncestorOf(focused))), -1)


def enter_pane(pane: QWidget) -> bool:
    """Give the focus to the pane's list, or else to the first control that Tab would reach in it; to itself where it takes it.

    False: nothing in it takes the focus.
    """
    stops = [widget for widget in pane.findChildren(QWidget) if _takes_focus(widget)]
    table = next((widget for widget in stops if isinstance(widget, QAbstractItemView)), None)
    first = pane if _takes_focus(pane) else table or _first_in_order(pane, stops)
    if first is None:
        return False
    first.setFocus(Qt.FocusReason.TabFocusReason)
    return True


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()


def _first_in_order(pane: QWidget, stops: Sequence[QWidget]) -> QWidget | None:
    at = pane.nextInFocusChain()
    while at is not None and at is not pane:
        if at in stops:
            return at
        at = at.nextInFocusChain()
    return next(iter(stops), None)
