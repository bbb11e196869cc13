"""Sizes of controls and places of their parts, at the text size in force and in the control's direction."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QStyle

from organizer.ui.look.theme import px
from organizer.ui.look.tokens import SPACE

_CT, _SC = QStyle.ContentsType, QStyle.SubControl
_SEPARATOR_HEIGHT = 10


def control_size(kind: QStyle.ContentsType, size: QSize) -> QSize:
    """The size of a control, once Fusion has measured its contents."""
    if kind in (_CT.CT_LineEdit, _CT.CT_SpinBox):
        return QSize(size.width(), px(SPACE.control))
    if kind == _CT.CT_ComboBox:
        return QSize(size.width() + px(SPACE.l), px(SPACE.control))
    if kind == _CT.CT_PushButton:
        return QSize(size.width() + px(SPACE.l), px(SPACE.control))
    if kind == _CT.CT_MenuItem and size.height() > _SEPARATOR_HEIGHT:
        return QSize(size.width() + px(SPACE.xl), px(SPACE.menu_row))
    if kind in (_CT.CT_CheckBox, _CT.CT_RadioButton):
        return QSize(size.width(), max(size.height(), px(SPACE.xl)))
    return size


def combo_part(option: Any, part: QStyle.SubControl) -> QRect:
    """The arrow or the words of a combo box."""
    rect, arrow = option.rect, px(SPACE.small)
    if part == _SC.SC_ComboBoxArrow:
        place = QRect(rect.right() - arrow, rect.top(), arrow, rect.height())
    else:
        place = rect.adjusted(px(10), 1, -arrow, -1)
    return QStyle.visualRect(option.direction, rect, place)


def scroll_bar_part(option: Any, part: QStyle.SubControl) -> QRect:
    """The slider and the two pages beside it. There are no arrows."""
    rect, across = option.rect, option.orientation == Qt.Orientation.Horizontal
    if part == _SC.SC_ScrollBarGroove:
        return QRect(rect)
    length, span = rect.width() if across else rect.height(), option.maximum - option.minimum
    size = max(px(36), int(length * option.pageStep / max(1, span + option.pageStep))) if span else length
    at = QStyle.sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, length - size, option.upsideDown)
    start, extent = {
        _SC.SC_ScrollBarSlider: (at, size),
        _SC.SC_ScrollBarSubPage: (0, at),
        _SC.SC_ScrollBarAddPage: (at + size, length - at - size),
    }.get(part, (0, 0))
    if across:
        place = QRect(rect.x() + start, rect.y(), extent, rect.height())
        return QStyle.visualRect(option.direction, rect, place)
    return QRect(rect.x(), rect.y() + start, rect.width(), extent)
