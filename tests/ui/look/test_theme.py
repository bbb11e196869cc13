"""Theme, style and fonts: one look that changes while it is shown."""

from __future__ import annotations

import gc
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLabel

import organizer
from organizer.ui.look.install import install
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Area, Button, Edit, Field, Panel, TableView, Text
from organizer.ui.look.style import OrganizerStyle
from organizer.ui.look.theme import Theme, theme


def test_text_size_reaches_every_part_that_is_shown(look: Theme, qtbot) -> None:
    button, edit, area, words, table = Button("Save"), Edit("35"), Area("a", lines=2), Text("Word", "title"), TableView("List")
    panel = Panel(layout=col(row(button, edit), area, words, 12, table, gap=8, margins=(10, 4, 20, 4)))
    qtbot.addWidget(panel)
    panel.show()
    before = (button.height(), edit.height(), area.height(), words.font().pixelSize(), table.horizontalHeader().height())
    gc.collect()
    look.apply(dark=False, scale=1.5)
    QApplication.processEvents()
    after = (button.height(), edit.height(), area.height(), words.font().pixelSize(), table.horizontalHeader().height())
    assert after == tuple(pytest.approx(1.5 * length, abs=4) for length in before)
    assert table.verticalHeader().defaultSectionSize() == 54
    margins = panel.layout().contentsMargins()
    assert (margins.left(), margins.right()) == (15, 30)
    assert panel.layout().spacing() == panel.layout().itemAt(0).layout().spacing() == 12


def test_dark_repaints_what_is_shown(look: Theme, qtbot) -> None:
    panel = Panel("canvas", layout=col(Text("Word")))
    qtbot.addWidget(panel)
    panel.resize(60, 60)
    panel.show()
    light = panel.grab().toImage().pixelColor(2, 50)
    with qtbot.waitSignal(look.changed):
        look.apply(dark=True)
    QApplication.processEvents()
    dark = panel.grab().toImage().pixelColor(2, 50)
    assert (light.name(), dark.name()) == ("#f3eee6", "#151119")
    assert panel.palette().color(QPalette.ColorRole.WindowText).name() == "#f5eee3"


def test_an_own_choice_of_light_or_dark_is_not_undone_by_the_system(look: Theme) -> None:
    look.apply(dark=True)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.dark
    look.apply(dark=None)
    assert look.dark == (QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark)


def test_parts_that_are_gone_are_not_followed(look: Theme, qtbot) -> None:
    button = Button("Gone")
    button.deleteLater()
    QApplication.sendPostedEvents(None, 52)
    look.apply(scale=1.25)
    assert look.scale == 1.25


def test_installing_twice_keeps_one_theme_and_one_style(look: Theme, qapp: QApplication) -> None:
    again = install(qapp, dark=True)
    assert again is look is theme()
    assert again.dark


def test_the_style_outlives_its_maker(look: Theme, qapp: QApplication) -> None:
    gc.collect()
    assert isinstance(look.style, OrganizerStyle)
    assert QLabel("x").style().pixelMetric(OrganizerStyle.PixelMetric.PM_IndicatorWidth) == 18


def test_no_style_sheet_anywhere_in_the_window() -> None:
    folder = Path(organizer.__file__).parent / "ui"
    guilty = [str(file) for file in folder.rglob("*.py") if re.search(r"\.setStyleSheet\s*\(", file.read_text(encoding="utf-8"))]
    assert not guilty


@pytest.mark.parametrize("language", ["en_GB", "ar", "he"])
def test_headlines_are_condensed_beside_any_script(look: Theme, language: str) -> None:
    plain = QFontMetricsF(look.font("strong", size=26, language=language)).horizontalAdvance("Letters")
    headline = QFontMetricsF(look.font("title", language=language)).horizontalAdvance("Letters")
    assert headline < plain


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Пикет"), ("el", "Φρουρά"), ("ar", "الوقفات"), ("he", "משמרת"), ("hi", "धरना")]
)
def test_the_interface_has_letters_for_its_languages(look: Theme, language: str, words: str) -> None:
    raw = QRawFont.fromFont(look.font("body", language=language), _writing_system(language))
    assert all(raw.supportsCharacter(ord(letter)) for letter in words)


def _writing_system(language: str):
    from PySide6.QtGui import QFontDatabase

    systems = QFontDatabase.WritingSystem
    return {"ru": systems.Cyrillic, "el": systems.Greek, "ar": systems.Arabic, "he": systems.Hebrew, "hi": systems.Devanagari}[
        language
    ]


class Bell(QObject):
    rung = Signal()


def test_calls_that_give_nothing_keep_what_nothing_is(look: Theme) -> None:
    bell = Bell()
    for _warm in range(10):
        bell.rung.emit()
    before = (sys.getrefcount(None), sys.getrefcount(True))
    for _call in range(1000):
        bell.setObjectName("bell")
        bell.parent()
        bell.property("missing")
        bell.rung.emit()
    after = (sys.getrefcount(None), sys.getrefcount(True))
    assert all(abs(now - then) < 100 for now, then in zip(after, before, strict=True))


def test_a_field_follows_the_language_of_its_words(look: Theme, qtbot) -> None:
    edit = Edit("")
    field = Field("Headline", edit)
    qtbot.addWidget(field)
    low = look.metrics("body").height()
    edit.set_language("ar")
    assert edit.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert edit.font().families()[0] == "Noto Sans Arabic"
    assert look.metrics("body", language="ar").height() > 1.3 * low
