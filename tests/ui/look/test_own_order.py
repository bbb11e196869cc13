"""Words keep the order of their own script in a window that runs the other way: stops, first numbers and ellipses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from organizer import i18n
from organizer.ui.look.cells import Cell
from organizer.ui.look.completion import Hit, paint_hit
from organizer.ui.look.nav import CampaignButton, in_two_lines
from organizer.ui.look.parts import Area, Elided, Text
from organizer.ui.look.table import CELL, CellDelegate
from organizer.ui.look.theme import Theme

LATIN = ("Leila C.", "14 years demanded", "Free the rights defender of Kazakhstan now")
ARABIC = "أطلقوا سراح 14."
_SIZE = (220, 40)


def _painted(paint: Callable[[QPainter], None], direction: Qt.LayoutDirection) -> QImage:
    image = QImage(*_SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    p = QPainter(image)
    p.setLayoutDirection(direction)
    paint(p)
    p.end()
    return image


def _runs(image: QImage) -> list[tuple[int, int]]:
    """Width and height of each piece of ink from left to right: a full stop is a small one."""
    rows = range(2, image.height() - 3)
    columns = [[y for y in rows if image.pixelColor(x, y).lightness() < 120] for x in range(image.width())]
    runs: list[list[list[int]]] = [[]]
    for ink in columns:
        if ink:
            runs[-1].append(ink)
        elif runs[-1]:
            runs.append([])
    return [(len(run), max(map(max, run)) - min(map(min, run)) + 1) for run in runs if run]


def _alike(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> bool:
    """Letters at other fractions of a pixel may touch or differ by a pixel: the ends of the line tell the order."""
    return bool(one and other) and all(
        abs(a - b) <= 2 for place in (0, -1) for a, b in zip(one[place], other[place], strict=True)
    )


def _cell(words: str) -> Callable[[QPainter], None]:
    model = QStandardItemModel(1, 1)
    item = QStandardItem()
    item.setData(Cell(text=words), CELL)
    model.setItem(0, 0, item)

    def paint(p: QPainter) -> None:
        option = QStyleOptionViewItem()
        option.rect = QRectF(0, 0, *_SIZE).toRect()
        option.direction = p.layoutDirection()
        CellDelegate().paint(p, option, model.index(0, 0, QModelIndex()))

    return paint


def _label(kind: type[Text], words: str) -> Callable[[QPainter], None]:
    def paint(p: QPainter) -> None:
        label = kind(words)
        label.setLayoutDirection(p.layoutDirection())
        label.resize(*_SIZE)
        p.drawPixmap(0, 0, label.grab())

    return paint


def _elided(words: str) -> Callable[[QPainter], None]:
    return _label(Elided, words)


def _hit(words: str) -> Callable[[QPainter], None]:
    return lambda p: paint_hit(p, QRectF(0, 0, *_SIZE), Hit(words), "", chosen=False)


@pytest.mark.parametrize("part", [_cell, _elided, _hit])
@pytest.mark.parametrize("words", [*LATIN, ARABIC])
def test_words_look_the_same_in_either_window(
    look: Theme, qapp: QApplication, words: str, part: Callable[[str], Callable[[QPainter], None]]
) -> None:
    left_to_right = _runs(_painted(part(words), Qt.LayoutDirection.LeftToRight))
    right_to_left = _runs(_painted(part(words), Qt.LayoutDirection.RightToLeft))
    assert _alike(left_to_right, right_to_left), (left_to_right, right_to_left)


def _ink(image: QImage) -> tuple[int, int]:
    """The first and the last column in which something dark stands."""
    rows = range(4, image.height() - 4)
    found = [x for x in range(4, image.width() - 4) if any(image.pixelColor(x, y).lightness() < 120 for y in rows)]
    return found[0], found[-1]


@pytest.mark.parametrize("kind", [Text, Elided])
@pytest.mark.parametrize("words", ["1,349", "Leila C.", ARABIC, f"{i18n.isolate_unknown('البداية')}: {i18n.isolate('14:00')}"])
def test_words_stand_where_the_lines_of_the_window_begin(look: Theme, words: str, kind: type[Text]) -> None:
    first, _last = _ink(_painted(_label(kind, words), Qt.LayoutDirection.LeftToRight))
    _first, last = _ink(_painted(_label(kind, words), Qt.LayoutDirection.RightToLeft))
    assert first < 12
    assert last > _SIZE[0] - 12


def test_what_stands_in_an_area_begins_at_the_side_of_its_own_script(look: Theme) -> None:
    def stands_right(words: str, direction: Qt.LayoutDirection) -> bool:
        area = Area()
        area.setLayoutDirection(direction)
        area.setPlainText(words)
        area.resize(*_SIZE)
        return _ink(area.grab().toImage())[1] > _SIZE[0] - 30

    assert stands_right(ARABIC, Qt.LayoutDirection.LeftToRight)
    assert stands_right(ARABIC, Qt.LayoutDirection.RightToLeft)
    assert not stands_right("Leila C.", Qt.LayoutDirection.LeftToRight)
    assert not stands_right("Leila C.", Qt.LayoutDirection.RightToLeft)


def test_what_was_typed_is_marked_under_its_own_letters(look: Theme) -> None:
    def marked_at(words: str, typed: str, direction: Qt.LayoutDirection) -> float:
        image = _painted(lambda p: paint_hit(p, QRectF(0, 0, *_SIZE), Hit(words), typed, chosen=False), direction)
        yellow = [x for x in range(image.width()) if image.pixel(x, 12) == look.colours.mark.rgb()]
        return (yellow[0] + yellow[-1]) / 2

    first = marked_at("Moscow, Berlin", "moscow", Qt.LayoutDirection.RightToLeft)
    last = marked_at("Moscow, Berlin", "berlin", Qt.LayoutDirection.RightToLeft)
    assert first < last
    assert marked_at("Moscow", "m", Qt.LayoutDirection.RightToLeft) < marked_at("Moscow", "w", Qt.LayoutDirection.RightToLeft)


def test_only_words_that_may_turn_round_are_kept_apart() -> None:
    assert i18n.own_order("Leila C.", rtl=False) == "Leila C."
    assert i18n.own_order("Жанаозен", rtl=False) == "Жанаозен"
    assert i18n.own_order("ليلى.", rtl=False) == i18n.isolate_unknown("ليلى.")
    assert i18n.own_order("Leila C.", rtl=True) == i18n.isolate_unknown("Leila C.")
    assert i18n.own_order("25–30", rtl=True) == i18n.isolate_unknown("25–30")
    assert i18n.own_order("أطلقوا Vadim.", rtl=True) == "أطلقوا Vadim."
    assert i18n.own_order("", rtl=True) == ""


def test_what_the_program_put_together_runs_as_the_window_does(look: Theme) -> None:
    i18n.set_language("ar")
    words = i18n.joined("Berlin", "Embassy of Kazakhstan")
    assert i18n.own_order(words, rtl=True) == words
    i18n.set_language("en_GB")
    assert i18n.joined("Berlin", "") == "Berlin"
    assert i18n.joined("Berlin", "سفارة") == f"\u200e{i18n.isolate_unknown('Berlin')}, {i18n.isolate_unknown('سفارة')}"


def test_a_campaigns_name_takes_two_lines_at_most(look: Theme) -> None:
    font = look.font("strong")
    width = QFontMetricsF(font).horizontalAdvance("Campaign Kazakh")
    assert in_two_lines("Tengri", font, width) == ["Tengri"]
    assert in_two_lines("Campaign Kazakhstan", font, width) == ["Campaign", "Kazakhstan"]
    first, second = in_two_lines("Campaign Kazakhstan and all of its neighbours", font, width)
    assert first == "Campaign" and second.startswith("Kazakhstan") and second.endswith("…")


@pytest.mark.parametrize("language", ["en_GB", "ar"])
@pytest.mark.parametrize("name", ["Campaign Kazakhstan", "حملة التضامن مع كازاخستان"])
def test_a_campaigns_two_lines_keep_clear_of_the_ring(look: Theme, language: str, name: str) -> None:
    i18n.set_language(language)
    look.apply()
    button = CampaignButton()
    button.set_campaign(name)
    button.resize(190, button.height())
    image = button.grab().toImage()
    ground = image.pixel(1, 1)
    edges = [image.pixel(x, y) for x in range(image.width()) for y in (*range(4), *range(image.height() - 4, image.height()))]
    assert set(edges) == {ground}


def test_details_stand_side_by_side_each_in_its_own_order() -> None:
    i18n.set_language("ar")
    assert i18n.dotted("Leila C.", "", "وقفة") == f"\u200f{i18n.isolate_unknown('Leila C.')} · {i18n.isolate_unknown('وقفة')}"
    assert i18n.joined("Berlin", "") == "Berlin"
    assert i18n.joined("Berlin", "London") == f"\u200f{i18n.isolate_unknown('Berlin')}، {i18n.isolate_unknown('London')}"
    i18n.set_language("de")
    assert i18n.dotted("Berlin", "gehalten") == "Berlin · gehalten"
    i18n.set_language("en_GB")


def test_a_sentence_may_begin_with_a_name_in_other_letters() -> None:
    assert i18n.own_order("Moscow في 22 أغسطس", rtl=True) == "Moscow في 22 أغسطس"
