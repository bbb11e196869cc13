"""How the style paints each control: one function a control, option and painter in. The options are Qt's own classes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOptionHeader, QStyleOptionMenuItem, QWidget

from organizer.ui.look.controls import Touch, paint_button, paint_field
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import END, START, hairline, keycap_words, mirrored, own_order, rounded, rule
from organizer.ui.look.theme import colours, px, theme
from organizer.ui.look.tokens import SPACE

_State = QStyle.StateFlag
_Menu = QStyleOptionMenuItem.MenuItemType


def nothing(option: Any, p: QPainter) -> None:
    """What the words beside the control already say is not painted twice."""


def field(option: Any, p: QPainter, widget: QWidget | None) -> None:
    """A field's ground. Its widget may say `bare` (no ground), `problem` or `sealed` by property."""
    says = widget.property if widget is not None else lambda _name: None
    if not says("bare"):
        touch = Touch.of(option.state)
        paint_field(p, option.rect, touch, problem=bool(says("problem")), sealed=bool(says("sealed")))


def command(option: Any, p: QPainter) -> None:
    paint_button(p, option.rect, "plain", Touch.of(option.state))


def tool_ground(option: Any, p: QPainter) -> None:
    paint_button(p, option.rect, "quiet", Touch.of(option.state))


def check(option: Any, p: QPainter) -> None:
    c, state, rect = colours(), option.state, QRectF(option.rect)
    part = bool(state & _State.State_NoChange)
    if not (part or state & _State.State_On):
        over = state & _State.State_MouseOver and state & _State.State_Enabled
        rounded(p, rect, SPACE.box_radius, c.raised, c.ink2 if over else c.edge)
        return
    rounded(p, rect, SPACE.box_radius, c.primary if state & _State.State_Enabled else c.ink3)
    paint_icon_in(p, "minus" if part else "check", rect, round(rect.width()) - 4, c.on_primary, 2.2)


def radio(option: Any, p: QPainter) -> None:
    c, rect = colours(), QRectF(option.rect)
    on = bool(option.state & _State.State_On)
    ink = c.primary if option.state & _State.State_Enabled else c.ink3
    rounded(p, rect, rect.width() / 2, c.raised, ink if on else c.edge, rect.width() * 0.3 if on else None)


def menu_panel(option: Any, p: QPainter) -> None:
    p.fillRect(option.rect, colours().raised)
    rounded(p, option.rect, 0, None, colours().edge)


def tip(option: Any, p: QPainter) -> None:
    p.fillRect(option.rect, colours().primary)


def _arrow(option: Any, p: QPainter, name: str) -> None:
    paint_icon_in(p, name, QRectF(option.rect), px(14), colours().ink2)


def arrow_down(option: Any, p: QPainter) -> None:
    _arrow(option, p, "chevron-down")


def arrow_up(option: Any, p: QPainter) -> None:
    _arrow(option, p, "chevron-up")


def combo_label(option: Any, p: QPainter) -> None:
    arrow = px(SPACE.small)
    rect = mirrored(
        option.rect, QRectF(option.rect.adjusted(px(10), 1, -arrow, -1)), option.direction == Qt.LayoutDirection.RightToLeft
    )
    p.setPen(colours().ink if option.state & _State.State_Enabled else colours().ink3)
    p.setLayoutDirection(option.direction)
    shown = p.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, int(rect.width()))
    p.drawText(rect, START, own_order(p, shown))


def combo_arrow(p: QPainter, rect: QRect) -> None:
    paint_icon_in(p, "chevron-down", QRectF(rect), px(16), colours().ink2)


def spin_arrows(option: Any, p: QPainter, style: QProxyStyle, widget: QWidget | None) -> None:
    for part, name in ((QStyle.SubControl.SC_SpinBoxUp, "chevron-up"), (QStyle.SubControl.SC_SpinBoxDown, "chevron-down")):
        rect = style.subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, widget)  # type: ignore[arg-type]
        paint_icon_in(p, name, QRectF(rect), px(12), colours().ink2)


def header_ground(option: Any, p: QPainter) -> None:
    p.fillRect(option.rect, colours().surface)
    rule(p, QRectF(option.rect), Qt.Edge.BottomEdge)


def header_label(option: Any, p: QPainter) -> None:
    """The head's words and the sort arrow. Ascending arrives as SortDown."""
    # The margin has been taken above and below as well, where it cuts off the tails of letters: give it back.
    margin, rtl = px(10), option.direction == Qt.LayoutDirection.RightToLeft
    rect = QRectF(option.rect.adjusted(0, -margin, 0, margin))
    sort, c = option.sortIndicator, colours()
    sorted_ = sort != QStyleOptionHeader.SortIndicator.None_
    metrics, ink = theme().metrics("caption_strong"), c.ink if sorted_ else c.ink2
    ends = bool(option.textAlignment & Qt.AlignmentFlag.AlignRight)
    room = rect.width() - (px(18) if sorted_ else 0)
    words = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)
    width = metrics.horizontalAdvance(words)
    p.setFont(theme().font("caption_strong"))
    p.setPen(ink)
    p.setLayoutDirection(option.direction)
    p.drawText(rect, END if ends else START, words)
    if sorted_:
        size, gap = px(13), px(5)
        start = rect.x() + (rect.width() - width - gap - size if ends else width + gap)
        place = mirrored(rect, QRectF(start, rect.y(), size, rect.height()), rtl)
        up = sort == QStyleOptionHeader.SortIndicator.SortDown
        paint_icon_in(p, "arrow-up" if up else "arrow-down", place, size, ink, 1.8)


def menu_item(option: Any, p: QPainter) -> None:
    """A row of a menu: tick or icon, words, shortcut as words at the end, arrow of a submenu."""
    c, rect, rtl = colours(), QRectF(option.rect), option.direction == Qt.LayoutDirection.RightToLeft
    if option.menuItemType == _Menu.Separator:
        line = QRectF(rect.x() + px(8), rect.center().y(), rect.width() - px(16), hairline(1))
        p.fillRect(line, c.line)
        return
    enabled = bool(option.state & _State.State_Enabled)
    if option.state & _State.State_Selected and enabled:
        rounded(p, rect.adjusted(5, 0, -5, 0), 6, c.pick)
    icon = mirrored(rect, QRectF(rect.x() + px(12), rect.y(), px(18), rect.height()), rtl)
    if option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable and option.checked:
        paint_icon_in(p, "check", icon, px(16), c.ink, 2)
    elif not option.icon.isNull():
        option.icon.paint(p, icon.toRect())
    gap = px(38) if option.maxIconWidth or option.menuHasCheckableItems else px(14)
    words, _tab, keys = option.text.partition("\t")
    text = mirrored(rect, QRectF(rect.x() + gap, rect.y(), rect.width() - gap - px(14), rect.height()), rtl)
    p.setFont(option.font)
    p.setLayoutDirection(option.direction)
    p.setPen(c.ink if enabled else c.ink3)
    p.drawText(text, int(START | Qt.TextFlag.TextHideMnemonic), own_order(p, words))
    _menu_end(option, p, text, keys, enabled)


def _menu_end(option: Any, p: QPainter, text: QRectF, keys: str, enabled: bool) -> None:
    c = colours()
    if option.menuItemType == _Menu.SubMenu:
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        place = mirrored(text, QRectF(text.x() + text.width() - px(14), text.y(), px(14), text.height()), rtl)
        paint_icon_in(p, "chevron-right", place, px(14), c.ink2)
    elif keys:
        p.setFont(theme().font("caption"))
        p.setPen(c.ink2 if enabled else c.ink3)
        p.drawText(text, END, keycap_words(keys))


def splitter(option: Any, p: QPainter) -> None:
    p.fillRect(option.rect, colours().line)


def _progress_track(option: Any) -> QRectF:
    rect = QRectF(option.rect)
    return QRectF(rect.x(), rect.center().y() - px(6) / 2, rect.width(), px(6))


def progress_groove(option: Any, p: QPainter) -> None:
    track = _progress_track(option)
    rounded(p, track, track.height() / 2, colours().sunken)


def progress_contents(option: Any, p: QPainter) -> None:
    """How much is done; a bar without an end (maximum 0) shows its first third."""
    track, span = _progress_track(option), option.maximum - option.minimum
    share = (option.progress - option.minimum) / span if span > 0 else 1 / 3
    done = QRectF(track.x(), track.y(), track.width() * max(0.0, min(1.0, share)), track.height())
    if done.width() > 0:
        place = mirrored(track, done, option.direction == Qt.LayoutDirection.RightToLeft)
        rounded(p, place, track.height() / 2, colours().primary)


def scroll_bar(option: Any, p: QPainter, slider: QRect) -> None:
    if option.maximum > option.minimum:
        rect, ink = QRectF(slider).adjusted(3, 3, -3, -3), QColor(colours().edge)
        ink.setAlphaF(0.95 if option.state & (_State.State_MouseOver | _State.State_Sunken) else 0.6)
        rounded(p, rect, min(rect.width(), rect.height()) / 2, ink)


def tab_shape(option: Any, p: QPainter) -> None:
    """A tab is a word; the chosen one is underlined in red."""
    if option.state & _State.State_Selected:
        rect = QRectF(option.rect)
        p.fillRect(QRectF(rect.x() + px(8), rect.bottom() - px(3), rect.width() - px(16), px(3)), colours().red)
