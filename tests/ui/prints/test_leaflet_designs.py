"""The editor of leaflets: design, paper and back are the record’s; layout, large print, colours and bleed are a print’s."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from organizer.records.leaflet import Leaflet
from organizer.ui import file_dialogs
from organizer.ui.prints.print_screen import PrintScreen
from organizer.ui.screens.leaflets import LeafletsPage
from tests.ui.prints.conftest import Desk, words_on

Settled = Callable[[PrintScreen], None]


def pick(page: LeafletsPage, name: str, code: str) -> None:
    """Choose from a drop-down, as a person does."""
    choice: Any = page.form.body.controls[name].editor
    choice.setCurrentIndex(choice.findData(code))
    choice.activated.emit(choice.currentIndex())


def size_of(page: LeafletsPage) -> tuple[int, int]:
    sheet = page.viewer.sheet()
    assert sheet is not None
    return round(sheet.size_mm[0]), round(sheet.size_mm[1])


@pytest.mark.parametrize(
    ("design", "paper", "size", "pages"),
    [
        ("a5-type", "A4", (148, 210), 1),
        ("a5-text", "Letter", (140, 216), 2),
        ("a6", "A4", (105, 148), 1),
        ("dl", "Letter", (93, 216), 1),
        ("trifold", "A4", (297, 210), 2),
        ("booklet", "Letter", (279, 216), 2),
    ],
)
def test_the_page_is_that_of_the_design_and_the_paper(
    leaflets: LeafletsPage, desk: Desk, settled: Settled, design: str, paper: str, size: tuple[int, int], pages: int
) -> None:
    pick(leaflets, "design", design)
    pick(leaflets, "paper", paper)
    leaflets.how.layouts.set_value("one-page")
    leaflets.how.chosen.emit()
    settled(leaflets)
    sheet = leaflets.viewer.sheet()
    assert size_of(leaflets) == size and sheet is not None and sheet.pages >= pages
    assert leaflets.form.save()
    kept = desk.store.get(Leaflet, desk.leaflet.id)
    assert (kept.design, kept.paper) == (design, paper)


def test_a_language_on_the_back_is_shown_with_its_own_notes(leaflets: LeafletsPage, settled: Settled) -> None:
    pick(leaflets, "back_language", "ar")
    settled(leaflets)
    sheet = leaflets.viewer.sheet()
    assert sheet is not None and sheet.pages == 2
    leaflets.form.body.controls["texts.headline"].replace("")
    settled(leaflets)
    assert leaflets.form.body.controls["texts.headline"].field.problem is not None
    leaflets.languages.choose("ar")
    settled(leaflets)
    assert leaflets.viewer.preview.page() == 2
    assert leaflets.form.body.controls["texts.headline"].field.problem is None
    leaflets.languages.remove("ar")
    settled(leaflets)
    assert leaflets.form.body.controls["back_language"].raw() == ""


def test_large_print_takes_the_whole_sheet(leaflets: LeafletsPage, settled: Settled) -> None:
    leaflets.how.large.click()
    settled(leaflets)
    assert size_of(leaflets) == (210, 297)
    assert [key for key, _words in leaflets.how.layout_keys()] == ["framed-a4", "print-shop", "one-page", "mail"]


def test_save_pdf_offers_the_layouts_of_the_design(
    leaflets: LeafletsPage, desk: Desk, settled: Settled, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_save", lambda _parent, _title, name, _kinds: tmp_path / name)
    assert list(leaflets.editor.head.file_actions) == ["one-page", "two-on-a4", "print-shop", "mail"]
    pick(leaflets, "design", "a6")
    settled(leaflets)
    assert list(leaflets.editor.head.file_actions) == ["one-page", "four-on-a4", "print-shop", "mail"]
    leaflets.how.bleed.set_value("5")
    with qtbot.waitSignal(desk.session.said, timeout=10_000):
        leaflets.editor.head.file_actions["print-shop"].trigger()
    (saved,) = tmp_path.glob("*.pdf")
    assert saved.name == "a6-flyer-2012-12-16-en-print-shop.pdf"
    with pikepdf.open(saved) as found:
        assert round(float(found.pages[0].mediabox[2]) / 72 * 25.4) == 115


def test_bleed_is_asked_for_a_print_shop_alone(leaflets: LeafletsPage, settled: Settled) -> None:
    assert leaflets.how.bleed.isHidden() or not leaflets.how.bleed.isVisibleTo(leaflets.how.editor)
    leaflets.how.layouts.set_value("print-shop")
    leaflets.how.layouts.chosen.emit("print-shop")
    settled(leaflets)
    assert leaflets.how.bleed.isVisibleTo(leaflets.how.editor)


def test_words_of_the_text_are_set_as_marked(leaflets: LeafletsPage, settled: Settled) -> None:
    leaflets.form.body.controls["texts.body"].replace("They asked for **alarms** and *air*.\n\n- gauges\n- masks")
    settled(leaflets)
    assert "They asked for alarms and air. gauges masks" in words_on(leaflets)
