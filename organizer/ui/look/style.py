"""The one style: Fusion below, every control painted from tokens. Dark, scale and right-to-left come from the theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from organizer.ui.look import style_paint as paint
from organizer.ui.look import style_shapes as shapes
from organizer.ui.look.theme import px
from organizer.ui.look.tokens import SPACE

PE = QStyle.PrimitiveElement
CE = QStyle.ControlElement
CC = QStyle.ComplexControl
SC = QStyle.SubControl
PM = QStyle.PixelMetric
CT = QStyle.ContentsType
SH = QStyle.StyleHint
SE = QStyle.SubElement

_LENGTHS: dict[PM, float] = {
    PM.PM_ButtonIconSize: SPACE.icon,
    PM.PM_SmallIconSize: SPACE.icon,
    PM.PM_ListViewIconSize: SPACE.icon,
    PM.PM_ScrollBarExtent: 11,
    PM.PM_ScrollBarSliderMin: 36,
    PM.PM_IndicatorWidth: 18,
    PM.PM_IndicatorHeight: 18,
    PM.PM_ExclusiveIndicatorWidth: 18,
    PM.PM_ExclusiveIndicatorHeight: 18,
    PM.PM_CheckBoxLabelSpacing: SPACE.s,
    PM.PM_RadioButtonLabelSpacing: SPACE.s,
    PM.PM_HeaderMargin: 10,
    PM.PM_MenuVMargin: 6,
    PM.PM_TabBarTabHSpace: 24,
    PM.PM_TabBarTabVSpace: 16,
}
_FIXED: dict[PM, int] = {
    PM.PM_SplitterWidth: 1,
    PM.PM_FocusFrameHMargin: 3,
    PM.PM_FocusFrameVMargin: 3,
    PM.PM_DefaultFrameWidth: 1,
    PM.PM_MenuPanelWidth: 1,
    PM.PM_ButtonShiftHorizontal: 0,
    PM.PM_ButtonShiftVertical: 0,
    PM.PM_TabBarTabShiftVertical: 0,
    PM.PM_TabBarBaseOverlap: 0,
}
_HINTS: dict[SH, int] = {
    SH.SH_ComboBox_Popup: 0,
    SH.SH_EtchDisabledText: 0,
    SH.SH_ScrollBar_Transient: 0,
    SH.SH_FocusFrame_AboveWidget: 1,
    SH.SH_FocusFrame_Mask: 0,  # the mask would cut the ring's round corners
    SH.SH_ItemView_ActivateItemOnSingleClick: 0,
    SH.SH_TabBar_Alignment: 1,
}
_SILENT_PRIMITIVES = {
    PE.PE_IndicatorHeaderArrow,  # drawn beside the head's words
    PE.PE_FrameFocusRect,  # the FocusRing paints it outside the control, where it can be seen
    PE.PE_PanelMenuBar,
    PE.PE_PanelScrollAreaCorner,  # a box of another shade, where two scroll bars meet
    PE.PE_FrameLineEdit,
    PE.PE_FrameTabWidget,
    PE.PE_FrameTabBarBase,
    PE.PE_PanelItemViewRow,  # painted by the delegate, once
}
_PRIMITIVES: dict[PE, Callable[[Any, QPainter], None]] = {
    PE.PE_PanelButtonCommand: paint.command,
    PE.PE_IndicatorCheckBox: paint.check,
    PE.PE_IndicatorItemViewItemCheck: paint.check,
    PE.PE_IndicatorRadioButton: paint.radio,
    PE.PE_PanelMenu: paint.menu_panel,
    PE.PE_PanelTipLabel: paint.tip,
    PE.PE_PanelButtonTool: paint.tool_ground,
    PE.PE_IndicatorArrowDown: paint.arrow_down,
    PE.PE_IndicatorArrowUp: paint.arrow_up,
}
_CONTROLS: dict[CE, Callable[[Any, QPainter], None]] = {
    CE.CE_ComboBoxLabel: paint.combo_label,
    CE.CE_HeaderSection: paint.header_ground,
    CE.CE_HeaderEmptyArea: paint.header_ground,
    CE.CE_HeaderLabel: paint.header_label,
    CE.CE_MenuItem: paint.menu_item,
    CE.CE_Splitter: paint.splitter,
    CE.CE_ProgressBarGroove: paint.progress_groove,
    CE.CE_ProgressBarContents: paint.progress_contents,
    CE.CE_ProgressBarLabel: paint.nothing,
    CE.CE_TabBarTabShape: paint.tab_shape,
}


class OrganizerStyle(QProxyStyle):
    """Dispatches what is ours to plain functions; the rest is Fusion's. Keep a Python reference to it (the theme does).

    Fusion takes no widget as readily as one; only the stubs say otherwise, hence the ignored arguments.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(self, metric: PM, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        if metric in _LENGTHS:
            return px(_LENGTHS[metric])
        if metric == PM.PM_TextCursorWidth:
            return max(1, px(1.5))
        return _FIXED[metric] if metric in _FIXED else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: SH,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803  Qt's name
    ) -> int:
        return _HINTS[hint] if hint in _HINTS else super().styleHint(hint, option, widget, returnData)

    def sizeFromContents(self, kind: CT, option: QStyleOption, size: QSize, widget: QWidget | None = None) -> QSize:
        return shapes.control_size(kind, super().sizeFromContents(kind, option, size, widget))  # type: ignore[arg-type]

    def subElementRect(self, element: SE, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        if element == SE.SE_LineEditContents:
            inset = px(6) if widget is not None and isinstance(widget.parentWidget(), QAbstractSpinBox) else px(9)
            return option.rect.adjusted(inset, 1, -inset, -1)
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type]

    def subControlRect(self, control: CC, option: QStyleOptionComplex, part: SC, widget: QWidget | None = None) -> QRect:
        if control == CC.CC_ComboBox and part in (SC.SC_ComboBoxArrow, SC.SC_ComboBoxEditField):
            return shapes.combo_part(option, part)
        if control == CC.CC_ScrollBar:
            return shapes.scroll_bar_part(option, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def drawPrimitive(self, element: PE, option: QStyleOption, painter: QPainter, widget: QWidget | None = None) -> None:
        if element in _SILENT_PRIMITIVES:
            return
        if element == PE.PE_PanelLineEdit:
            if widget is None or not isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox)):
                paint.field(option, painter, widget)
        elif element == PE.PE_Frame:
            self._frame(option, painter, widget)
        elif element in _PRIMITIVES:
            _PRIMITIVES[element](option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def _frame(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """Frames are drawn round fields and pop-ups alone; all else is told apart by space."""
        if widget is None:
            return
        popup = isinstance(widget, QAbstractScrollArea) and widget.windowType() == Qt.WindowType.Popup
        if widget.property("field"):
            paint.field(option, painter, widget)
        elif popup or widget.inherits("QComboBoxPrivateContainer"):
            paint.menu_panel(option, painter)

    def drawControl(self, element: CE, option: QStyleOption, painter: QPainter, widget: QWidget | None = None) -> None:
        if element in _CONTROLS:
            _CONTROLS[element](option, painter)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self, control: CC, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if control == CC.CC_ComboBox:
            paint.field(option, painter, widget)
            paint.combo_arrow(painter, shapes.combo_part(option, SC.SC_ComboBoxArrow))
        elif control == CC.CC_SpinBox:
            paint.field(option, painter, widget)
            paint.spin_arrows(option, painter, self, widget)
        elif control == CC.CC_ScrollBar:
            paint.scroll_bar(option, painter, shapes.scroll_bar_part(option, SC.SC_ScrollBarSlider))
        else:
            super().drawComplexControl(control, option, painter, widget)
