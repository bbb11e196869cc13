"""Lines stay sharp at every scale, icons are tinted and mirrored, and right-to-left puts things on the other side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from organizer.ui.look import icons
from organizer.ui.look.layout import col, row
from organizer.ui.look.paint import aligned, hairline, keycap_words, mirrored, rule
from organizer.ui.look.parts import Button, Chip, DateField, Edit, EvidenceBar, Panel, SideBar, icon
from organizer.ui.look.theme import Theme
from tests.ui.look.gallery import LOOKS, PAGES, draw

RED = QColor("#FF0000")


@pytest.mark.parametrize(("ratio", "pixels"), [(1.0, 1), (1.25, 1), (1.5, 1), (1.75, 1), (2.0, 2)])
def test_a_hairline_is_whole_device_pixels_at_any_scale_and_place(look: Theme, ratio: float, pixels: int) -> None:
    assert hairline(ratio) * ratio == pytest.approx(pixels)
    for offset in (0, 1, 2, 3):
        image = QImage(80, 80, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("#FFFFFF"))
        p = QPainter(image)
        p.translate(0, offset)
        rule(p, QRectF(0, 3, 20, 17), Qt.Edge.BottomEdge, RED)
        p.end()
        column = [image.pixelColor(10, y) for y in range(80)]
        assert column.count(RED) == pixels
        assert column.count(QColor("#FFFFFF")) == 80 - pixels


def test_alignment_looks_at_where_the_widget_begins(look: Theme) -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1.25)
    p = QPainter(image)
    p.translate(3, 3)
    box = aligned(p, QRectF(1, 1, 10, 10))
    assert (box.x() + 3) * 1.25 == pytest.approx(round((box.x() + 3) * 1.25))
    assert box.width() * 1.25 == pytest.approx(round(box.width() * 1.25))
    p.end()


def test_a_rectangle_is_measured_from_the_start_edge() -> None:
    outer = QRectF(10, 0, 100, 20)
    assert mirrored(outer, QRectF(14, 2, 30, 5), False) == QRectF(14, 2, 30, 5)
    assert mirrored(outer, QRectF(14, 2, 30, 5), True) == QRectF(76, 2, 30, 5)
    assert mirrored(outer, mirrored(outer, QRectF(14, 2, 30, 5), True), True) == QRectF(14, 2, 30, 5)


def test_only_icons_that_point_are_mirrored(look: Theme) -> None:
    ink = QColor("#000000").rgba()

    def differs(name: str) -> bool:
        return icons.pixmap(name, 24, ink, 1.0, False).toImage() != icons.pixmap(name, 24, ink, 1.0, True).toImage()

    assert all(differs(name) for name in ("arrow-left", "undo-2", "list", "megaphone"))
    assert not any(differs(name) for name in ("clock", "check", "search", "calendar-clock"))


def test_every_shipped_icon_can_be_drawn_in_a_colour(look: Theme) -> None:
    assert len(icons.names()) >= 120
    for name in icons.names():
        picture = icons.pixmap(name, 18, RED.rgba(), 1.0).toImage()
        solid = [picture.pixelColor(x, y) for x in range(18) for y in range(18) if picture.pixelColor(x, y).alpha() > 200]
        assert solid, name
        assert all(colour.red() > 200 and colour.blue() < 60 for colour in solid), name


def test_an_icon_of_an_action_follows_the_theme(look: Theme) -> None:
    picture = icon("check", "ink")
    light = picture.pixmap(24).toImage()
    look.apply(dark=True)
    assert picture.pixmap(24).toImage() != light
    assert picture.pixmap(24).deviceIndependentSize().toSize().width() == 24


def test_keycaps_are_written_as_on_the_keys() -> None:
    assert keycap_words("Ctrl+K") == "Ctrl K"
    assert keycap_words("↑ ↓") == "↑ ↓"


def test_right_to_left_puts_the_side_bar_and_its_parts_on_the_other_side(look: Theme, qtbot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    side = SideBar([("Actions", [("pickets", "Pickets", "megaphone")])])
    window = Panel(layout=row(side, (QWidget(), 1), gap=0))
    qtbot.addWidget(window)
    window.resize(1000, 500)
    window.show()
    assert side.geometry().right() == window.width() - 1
    lock, gear = side.lock_button, side.settings_button
    assert lock.mapTo(window, lock.rect().center()).x() > gear.mapTo(window, gear.rect().center()).x()


def test_fields_keep_room_for_icon_and_button_at_the_right_edges(look: Theme, qtbot, qapp: QApplication) -> None:
    left = Edit("x", icon="search")
    assert left.textMargins().left() > left.textMargins().right()
    left.set_language("ar")
    assert left.textMargins().right() > left.textMargins().left()
    day = DateField(lambda _text: None)
    qtbot.addWidget(day)
    day.set_language("he")
    day.resize(200, 36)
    day.show()
    assert day._button.geometry().center().x() < 40


def test_margins_begin_at_the_start_edge(look: Theme, qtbot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    margins = col(margins=(40, 0, 8, 0)).contentsMargins()
    assert (margins.left(), margins.right()) == (8, 40)


def test_evidence_stands_in_its_order_from_the_start_edge(look: Theme, qtbot, qapp: QApplication) -> None:
    for direction, ends in ((Qt.LayoutDirection.LeftToRight, (5, 195)), (Qt.LayoutDirection.RightToLeft, (195, 5))):
        bar = EvidenceBar(60, 40, 0)
        qtbot.addWidget(bar)
        bar.setLayoutDirection(direction)
        bar.resize(200, 16)
        image = bar.grab().toImage()
        held, reported = (image.pixelColor(x, 8).name() for x in ends)
        assert (held, reported) == ("#c8101b", "#e58a80")


def test_targets_are_large_enough(look: Theme, qtbot) -> None:
    close = Button("", icon="x", name="Close", small=True)
    for part in (Button("Save", small=True), Button("Use 17:30", "link", tiny=True), close, Chip("City")):
        qtbot.addWidget(part)
        assert part.sizeHint().height() >= 24
        assert part.sizeHint().width() >= 24


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", LOOKS)
def test_the_whole_kit_is_painted_in_every_look(look: Theme, qtbot, page: str, name: str) -> None:
    image = draw(look, page, **LOOKS[name]).toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert len(colours) > 8
