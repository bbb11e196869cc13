"""RowHead: the heads of the grid's rows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from organizer.i18n import number
from organizer.ui.grid.grid_model import SIGN
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import CENTRE, rule
from organizer.ui.look.theme import colours, px, theme

_ROW_HEAD = 36


class RowHead(QHeaderView):
    """The number of each row, or the sign of what is wrong with it."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount() if self.model() else 0
        widest = theme().metrics("caption").horizontalAdvance(number(max(rows, 1)))
        return QSize(max(px(_ROW_HEAD), round(widest) + px(14)), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Below the last row there is nothing: no ground and no line."""
        super().paintEvent(event)
        below = QRectF(0, self.length() - self.offset(), self.width(), self.height())
        QPainter(self.viewport()).fillRect(below, colours().surface)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  Qt's name
        c, box = colours(), QRectF(rect)
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(rect, c.sunken)
        rule(painter, box, Qt.Edge.BottomEdge)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rule(painter, box, Qt.Edge.LeftEdge if rtl else Qt.Edge.RightEdge)
        sign = self.model().headerData(logicalIndex, Qt.Orientation.Vertical, SIGN)
        if sign:
            icon, token = sign
            paint_icon_in(painter, icon, box, px(16), c.named(token))
        else:
            painter.setFont(theme().font("caption"))
            painter.setPen(c.ink2)
            painter.drawText(box, CENTRE, number(logicalIndex + 1))
        painter.restore()
