"""The press release editor: what is written stands on the pages, beside them, and in the mail."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from organizer.records.press_release import PressRelease
from organizer.ui.prints.from_picket import PicketSheet
from organizer.ui.prints.print_screen import PrintScreen
from organizer.ui.prints.release_fields import zones_like
from organizer.ui.screens.press_releases import PressReleasesPage
from tests.ui.prints.conftest import Desk, OpenWindow, words_on

Settled = Callable[[PrintScreen], None]


def control(page: PrintScreen, name: str) -> Any:
    return page.form.body.controls[name]


def write(page: PrintScreen, name: str, words: str) -> None:
    """Write into a field of several lines."""
    control(page, name).area.setPlainText(words)


def test_what_is_written_stands_on_the_page(releases: PressReleasesPage, settled: Settled) -> None:
    write(releases, "quote", "“We are not afraid.”")
    write(releases, "headline", "A headline\nin two lines")
    settled(releases)
    assert "We are not afraid." in words_on(releases)
    assert "A headline in two lines" in words_on(releases)
    releases.save()
    assert releases.form.record.headline == "A headline in two lines"


def test_a_long_text_has_several_pages_to_turn(releases: PressReleasesPage, settled: Settled, qtbot: QtBot) -> None:
    write(releases, "body", "\n\n".join(["Supporters stand outside the embassy and wait. " * 12] * 14))
    settled(releases)
    tools = releases.viewer.tools
    assert releases.viewer.preview.pages() > 1
    assert tools.number.text().startswith("1 of ")
    qtbot.mouseClick(tools.after, Qt.MouseButton.LeftButton)
    assert tools.number.text().startswith("2 of ")


def test_the_paper_is_chosen_above_the_page_and_kept(releases: PressReleasesPage, desk: Desk, settled: Settled) -> None:
    releases.viewer.tools.layouts.chosen.emit("Letter")
    settled(releases)
    size = releases.viewer.preview.size_mm()
    assert size is not None
    assert [round(length) for length in size] == [216, 279]
    assert releases.form.is_dirty()
    releases.save()
    assert desk.store.get(PressRelease, desk.release.id).paper == "Letter"


def test_the_embargo_stands_at_the_head(releases: PressReleasesPage, desk: Desk, settled: Settled) -> None:
    for name, words in (("embargo_day", "16 Dec 2012"), ("embargo_time", "00:01"), ("embargo_zone", "Europe/London")):
        control(releases, name).restore(words)
        control(releases, name).edited.emit()
    settled(releases)
    assert "EMBARGOED UNTIL 00:01 GMT" in words_on(releases).upper()
    releases.save()
    saved = desk.store.get(PressRelease, desk.release.id)
    assert (saved.embargo_day, saved.embargo_time) == (date(2012, 12, 16), time(0, 1))


def test_zones_are_found_by_their_place() -> None:
    assert zones_like("new y")[0] == "America/New_York"
    assert zones_like("") == []


def test_facts_are_added_moved_and_taken_off(releases: PressReleasesPage, desk: Desk, settled: Settled) -> None:
    facts = control(releases, "facts")
    for heading, words in (("When", "Friday, 12:00"), ("Where", "33 Thurloe Square\nLondon")):
        facts.add.click()
        facts.rows[-1].heading.insert(heading)
        facts.rows[-1].heading.textEdited.emit(heading)
        facts.rows[-1].lines.setPlainText(words)
    facts.rows[1].up.click()
    settled(releases)
    words = words_on(releases).upper()
    assert words.index("WHERE") < words.index("WHEN")
    releases.save()
    assert releases.form.record.facts[0] == {"heading": "Where", "words": "33 Thurloe Square\nLondon"}
    facts.rows[0].remove.click()
    assert [fact[0] for fact in facts.facts()] == ["When"]


def test_the_contact_is_the_campaigns_where_none_is_named(releases: PressReleasesPage) -> None:
    assert control(releases, "contact_phone").edit.placeholderText() == "+44 20 7946 0321"
    assert "+44 20 7946 0321" in words_on(releases)


def test_another_language_turns_fields_and_page(releases: PressReleasesPage, settled: Settled) -> None:
    language = control(releases, "language")
    language.restore("ar")
    language.edited.emit()
    settled(releases)
    assert control(releases, "body").area.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert {"بيان", "صحفي", "انتهى"} <= set(words_on(releases).split())


def test_what_the_page_misses_is_told_at_the_field(releases: PressReleasesPage, settled: Settled) -> None:
    write(releases, "body", "")
    settled(releases)
    assert "There is no text." in control(releases, "body").field.problem.accessibleName()
    write(releases, "body", "Supporters stand outside.")
    settled(releases)
    assert control(releases, "body").field.problem is None


def test_an_empty_list_starts_from_a_picket(desk: Desk, open_window: OpenWindow, settled: Settled, qtbot: QtBot) -> None:
    desk.store.delete(desk.store.get(PressRelease, desk.release.id))
    window = open_window("press_releases")
    page = window.page()
    assert page.list.none_yet.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
    assert [button.words() for button in page.list.none_yet.buttons] == ["From a picket", "Blank"]
    page.list.none_yet.buttons[0].click()
    sheet = window.findChild(PicketSheet)
    sheet.use.click()
    settled(page)
    assert page.form.record.picket_id == desk.picket.id
    assert "PRESS RELEASE" in words_on(page).upper()


def test_everything_that_takes_the_focus_has_a_name(releases: PressReleasesPage) -> None:
    nameless = [
        type(widget).__name__
        for widget in releases.editor.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []
