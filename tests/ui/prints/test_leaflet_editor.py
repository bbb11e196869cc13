"""The leaflet editor: what is typed stands on the page, what the page says stands at the fields, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from organizer.actions.leaflets import leaflet_from_picket
from organizer.records.attachment import Attachment
from organizer.records.campaign import Campaign
from organizer.records.leaflet import Leaflet
from organizer.ui.history import HistorySheet
from organizer.ui.prints.call_sheet import Call, CallSheet
from organizer.ui.prints.from_picket import PicketSheet
from organizer.ui.prints.print_screen import PrintScreen
from organizer.ui.screens.leaflets import LeafletsPage
from tests import factories
from tests.ui.conftest import TODAY
from tests.ui.prints.conftest import Desk, OpenWindow, words_on

Settled = Callable[[PrintScreen], None]


def control(page: PrintScreen, name: str) -> Any:
    return page.form.body.controls[name]


def type_into(qtbot: QtBot, page: PrintScreen, name: str, words: str) -> None:
    edit = control(page, name).field.editor
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, words)


def test_typed_words_stand_on_the_page(leaflets: LeafletsPage, settled: Settled, qtbot: QtBot) -> None:
    type_into(qtbot, leaflets, "texts.headline", "Jobs back now")
    settled(leaflets)
    assert "JOBS BACK NOW" in words_on(leaflets).upper()


def test_the_page_before_stays_until_the_new_one_is_drawn(leaflets: LeafletsPage, qtbot: QtBot) -> None:
    before = leaflets.viewer.preview.image()
    type_into(qtbot, leaflets, "texts.headline", "Jobs")
    assert leaflets.is_behind()
    assert leaflets.viewer.preview.image() is before


def test_a_language_shows_its_own_words_in_its_own_direction(leaflets: LeafletsPage, settled: Settled) -> None:
    leaflets.languages.choose("ar")
    settled(leaflets)
    edit = control(leaflets, "texts.headline").field.editor
    assert edit.text() == "فصلوا لأنهم أضربوا"
    assert edit.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert edit.font().families()[0] == "Noto Sans Arabic"
    assert leaflets.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert "أضربوا" in words_on(leaflets)


def test_words_of_one_language_leave_the_others_alone(leaflets: LeafletsPage, desk: Desk, qtbot: QtBot) -> None:
    type_into(qtbot, leaflets, "texts.headline", "Jobs back")
    leaflets.languages.choose("ar")
    assert leaflets.form.save()
    saved = desk.store.get(Leaflet, desk.leaflet.id)
    assert saved.text_in("en", "headline") == "Jobs back"
    assert saved.text_in("ar", "headline") == "فصلوا لأنهم أضربوا"


def test_every_language_is_looked_at_while_nobody_types(leaflets: LeafletsPage, desk: Desk, qtbot: QtBot) -> None:
    tabs = leaflets.languages.bar.tabs
    qtbot.waitUntil(lambda: tabs.state("ar") != "", timeout=10_000)
    assert tabs.state("en") == "good"
    assert tabs.accessibleTabName(0) == "English, ready"


def test_another_leaflet_begins_without_the_marks_of_the_one_before(leaflets: LeafletsPage, desk: Desk, qtbot: QtBot) -> None:
    tabs = leaflets.languages.bar.tabs
    qtbot.waitUntil(lambda: tabs.state("ar") != "", timeout=10_000)
    other = factories.leaflet(desk.store, languages=["en", "ar"], texts={"en": {"headline": "Jobs back"}})
    leaflets.open_record(other.id)
    assert tabs.state("ar") == ""
    assert tabs.accessibleTabName(1) == "العربية"


def test_a_language_is_added_by_its_own_name_and_taken_away_again(leaflets: LeafletsPage, settled: Settled) -> None:
    leaflets.languages.add("ru")
    settled(leaflets)
    assert leaflets.languages.bar.tabs.tabText(2) == "Русский"
    assert leaflets.languages.current() == "ru"
    assert leaflets.viewer.notes.notes()[0].level == "stop"
    leaflets.languages.remove("ru")
    assert leaflets.form.body.changed() == {}


def test_delete_on_its_tab_takes_a_language_away_but_never_the_last(leaflets: LeafletsPage, qtbot: QtBot) -> None:
    tabs = leaflets.languages.bar.tabs
    qtbot.keyClick(tabs, Qt.Key.Key_Delete)
    qtbot.keyClick(tabs, Qt.Key.Key_Delete)
    assert leaflets.languages.tags() == ["ar"]


def test_a_sign_without_a_font_stops_at_its_field_with_a_way_out(leaflets: LeafletsPage, settled: Settled, qtbot: QtBot) -> None:
    directions = control(leaflets, "texts.directions")
    directions.replace("Ask at 📞 020 7946 0000")
    settled(leaflets)
    problem = directions.field.problem
    assert "telephone receiver" in problem.accessibleName()
    assert problem.buttons[0].words() == "Write “Tel.”"
    assert leaflets.languages.bar.tabs.state("en") == "stop"
    problem.buttons[0].click()
    settled(leaflets)
    assert directions.text() == "Ask at Tel. 020 7946 0000"
    assert directions.field.problem is None
    assert "Tel. 020 7946 0000" in words_on(leaflets)


def test_a_typed_edit_is_the_fields_own_to_take_back(leaflets: LeafletsPage, qtbot: QtBot) -> None:
    kicker = control(leaflets, "texts.kicker")
    kicker.replace("📞")
    kicker.field.editor.undo()
    assert kicker.text() == ""


def test_show_marks_the_place_on_the_page(leaflets: LeafletsPage, settled: Settled, qtbot: QtBot) -> None:
    control(leaflets, "texts.directions").replace("📞")
    settled(leaflets)
    row = leaflets.viewer.notes.rows[0]
    assert row.show_button is not None
    assert row.accessibleName().startswith("Stops printing:")
    qtbot.mouseClick(row.show_button, Qt.MouseButton.LeftButton)
    mark = leaflets.viewer.preview.mark()
    assert mark is not None
    assert mark[1:] == tuple(row.note.place)[1:]


def test_the_order_of_the_demands_is_the_pages(leaflets: LeafletsPage, settled: Settled, qtbot: QtBot) -> None:
    demands = control(leaflets, "demand_uids")
    qtbot.keyClick(demands.rows[1].remove, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settled(leaflets)
    words = words_on(leaflets)
    assert words.index("Drop the charges") < words.index("Reinstate every worker")
    assert demands.rows[0].remove.hasFocus() or demands.rows[0].up.hasFocus()


def test_a_demand_taken_off_is_offered_again(leaflets: LeafletsPage, desk: Desk, settled: Settled) -> None:
    demands = control(leaflets, "demand_uids")
    demands.rows[0].remove.click()
    settled(leaflets)
    assert "Reinstate" not in words_on(leaflets)
    demands.menu.aboutToShow.emit()
    offered = [action for action in demands.menu.actions() if action.text() == "Reinstate every worker"]
    offered[0].trigger()
    assert demands.uids() == [desk.demands[1].uid, desk.demands[0].uid]


def test_a_newer_edition_is_offered_and_not_put_in_unasked(leaflets: LeafletsPage, desk: Desk, settled: Settled) -> None:
    factories.demand(desk.store, number=2, edition=2, texts={"en": "*Drop all charges.*"}, since=TODAY)
    demands = control(leaflets, "demand_uids")
    settled(leaflets)
    assert "Drop the charges" in words_on(leaflets)
    assert demands.rows[1].renew.words() == "Use version 2"
    demands.rows[1].renew.click()
    settled(leaflets)
    assert "Drop all charges" in words_on(leaflets)


def test_day_and_times_are_changed_over_the_window(leaflets: LeafletsPage, desk: Desk, settled: Settled, qtbot: QtBot) -> None:
    call = control(leaflets, "day")
    call.button.click()
    sheet = leaflets.window().findChild(CallSheet)
    sheet.starts.setText("25 o'clock")
    sheet.use.click()
    assert sheet.isVisible()
    sheet.starts.setText("5.30 pm")
    sheet.day.setText("14 Dec 2012")
    sheet.use.click()
    assert (call.call().day, call.call().starts) == (TODAY.replace(day=14), desk.picket.starts)
    settled(leaflets)
    assert "14" in words_on(leaflets)


def test_a_picket_that_moved_is_told_and_followed_when_asked(leaflets: LeafletsPage, desk: Desk) -> None:
    picket = desk.store.get(type(desk.picket), desk.picket.id)
    picket.day = TODAY.replace(day=20)
    desk.store.save(picket)
    leaflets.open_record(desk.leaflet.id)
    call = control(leaflets, "day")
    assert "20 Dec 2012" in call.moved.words()
    call.moved.click()
    assert call.call() == Call.to(picket)


def test_a_photo_is_taken_in_as_pixels_and_saved_in_one_step(
    leaflets: LeafletsPage, desk: Desk, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    Image.new("RGB", (1800, 1200), "#884422").save(tmp_path / "crowd.jpg", exif=exif)
    photo = control(leaflets, "photo_id")
    with qtbot.waitSignal(photo.edited, timeout=10_000):
        photo.take_in(tmp_path / "crowd.jpg")
    assert photo.row.second.text() == "297 ppi, no place or camera kept"
    steps = len(desk.store.lately(50))
    assert leaflets.form.save()
    assert len(desk.store.lately(50)) == steps + 1
    kept = desk.store.get(Attachment, desk.store.get(Leaflet, desk.leaflet.id).photo_id)
    assert b"A camera" not in desk.store.pixels(kept.id)
    desk.store.undo()
    assert desk.store.get(Leaflet, desk.leaflet.id).photo_id is None


def test_what_is_no_photo_is_refused_in_words(leaflets: LeafletsPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "notes.jpg").write_text("no picture")
    with qtbot.waitSignal(desk.session.failed, timeout=10_000):
        control(leaflets, "photo_id").take_in(tmp_path / "notes.jpg")
    assert desk.heard.failed[0].message == "This picture cannot be read."
    assert leaflets.form.body.changed() == {}


def test_going_back_keeps_a_draft_and_coming_again_brings_it(leaflets: LeafletsPage, desk: Desk, qtbot: QtBot) -> None:
    type_into(qtbot, leaflets, "texts.headline", "Half a thou")
    qtbot.mouseClick(leaflets.editor.head.back, Qt.MouseButton.LeftButton)
    assert leaflets.list.isVisible()
    assert desk.store.get(Leaflet, desk.leaflet.id).text_in("en", "headline") == "Sacked for striking"
    leaflets.open_record(desk.leaflet.id)
    assert control(leaflets, "texts.headline").text() == "Half a thou"
    assert leaflets.form.is_dirty()
    leaflets.form.foot.discard.click()
    assert control(leaflets, "texts.headline").text() == "Sacked for striking"


def test_one_save_is_one_step_and_undo_brings_the_page_back(
    leaflets: LeafletsPage, desk: Desk, settled: Settled, qtbot: QtBot
) -> None:
    type_into(qtbot, leaflets, "texts.headline", "Jobs back")
    leaflets.languages.choose("ar")
    control(leaflets, "texts.kicker").replace("وقفة")
    leaflets.save()
    assert leaflets.form.foot.words.text() == "Saved"
    desk.store.undo()
    settled(leaflets)
    leaflets.languages.choose("en")
    settled(leaflets)
    assert "SACKED FOR STRIKING" in words_on(leaflets).upper()


def test_the_imprint_is_the_campaigns_and_follows_it(leaflets: LeafletsPage, desk: Desk, settled: Settled) -> None:
    imprint = control(leaflets, "imprint")
    assert "12 Mill Lane" in imprint.words.text()
    campaign = desk.store.get(Campaign, desk.session.campaign.id)
    campaign.imprint_address = ""
    desk.store.save(campaign)
    settled(leaflets)
    assert any(note.field == "imprint" and note.level == "look" for note in leaflets.viewer.notes.notes())
    imprint.button.click()
    assert desk.heard.wanted == [(Campaign, campaign.id)]


def test_from_a_picket_the_leaflet_is_filled(desk: Desk, open_window: OpenWindow, settled: Settled, qtbot: QtBot) -> None:
    window = open_window("leaflets")
    page = window.page()
    qtbot.waitUntil(window.isActiveWindow)
    page.list.verb_buttons[0].click()
    sheet = window.findChild(PicketSheet)
    assert sheet.picket.text() == desk.picket.title()
    qtbot.keyClick(sheet.picket, Qt.Key.Key_Return)
    settled(page)
    assert page.is_editing()
    assert page.form.record.is_new()
    assert control(page, "day").call() == Call.to(desk.picket)
    assert "Reinstate every worker" in words_on(page)
    page.save()
    assert desk.store.get(Leaflet, page.form.record.id).picket_id == desk.picket.id


def test_a_picket_begins_a_leaflet_on_its_own_page(desk: Desk, open_window: OpenWindow, settled: Settled) -> None:
    window = open_window("pickets")
    desk.session.begin(leaflet_from_picket(desk.store, desk.picket))
    page = window.page()
    assert isinstance(page, LeafletsPage)
    settled(page)
    assert page.is_editing() and page.form.record.is_new()
    page.back()
    assert page.list.isVisible()
    page.new()
    assert control(page, "day").call() == Call.to(desk.picket)


def test_a_new_leaflet_is_called_after_its_headline(desk: Desk, open_window: OpenWindow, qtbot: QtBot) -> None:
    page = open_window("leaflets").page()
    page.new()
    type_into(qtbot, page, "texts.headline", "Free them")
    assert control(page, "name").raw() == "Free them"
    page.save()
    assert desk.store.get(Leaflet, page.form.record.id).name == "Free them"


def test_without_a_campaign_there_is_nothing_to_print_for(desk: Desk, open_window: OpenWindow) -> None:
    page = open_window("leaflets").page()
    desk.session.campaign = None
    page.new()
    assert not page.is_editing()
    assert desk.heard.failed[0].message == "There is no campaign to print for yet."


HOSTILE = (
    "<b>bold</b> & <img src=x>",
    "“quotes” 'and' \"more\"",
    "a" * 10_000,
    "\U0001f469\u200d\U0001f467 \u202ereversed\u202c",
    "line\nbreak\ttab",
)


def test_any_text_is_taken_literally(leaflets: LeafletsPage, desk: Desk, settled: Settled) -> None:
    for words in HOSTILE:
        for name in ("texts.headline", "texts.body", "texts.place"):
            control(leaflets, name).replace(words)
        settled(leaflets)
    control(leaflets, "texts.body").replace(HOSTILE[0])
    control(leaflets, "texts.headline").replace("A & B")
    settled(leaflets)
    assert "<b>bold</b> & <img src=x>" in words_on(leaflets)
    assert leaflets.form.save()
    assert desk.store.get(Leaflet, desk.leaflet.id).text_in("en", "body") == HOSTILE[0]


def test_the_whole_way_by_keyboard(desk: Desk, open_window: OpenWindow, settled: Settled, qtbot: QtBot) -> None:
    page = open_window("leaflets").page()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    settled(page)
    assert control(page, "texts.kicker").field.editor.hasFocus()
    seen = set()
    for _step in range(80):
        focused = QApplication.focusWidget()
        if focused in seen:
            break
        seen.add(focused)
        QApplication.sendEvent(focused, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier))
    reached = {page.editor.head.back, page.editor.head.print_button, page.editor.head.save_pdf, page.viewer.preview}
    assert reached <= seen
    assert any(isinstance(widget, QPlainTextEdit) for widget in seen)
    qtbot.keyClick(control(page, "texts.kicker").field.editor, Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_everything_that_takes_the_focus_has_a_name(leaflets: LeafletsPage) -> None:
    nameless = [
        type(widget).__name__
        for widget in leaflets.editor.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_at_880_by_600_words_and_page_stand_side_by_side(desk: Desk, open_window: OpenWindow, settled: Settled) -> None:
    page = open_window("leaflets", 880, 600).page()
    page.open_record(desk.leaflet.id)
    settled(page)
    editor = page.editor
    assert not editor.is_narrow()
    assert editor.words.geometry().right() < page.viewer.geometry().left()
    assert page.form.body.width() <= page.form.width()


def test_with_large_text_a_switch_shows_words_or_page(desk: Desk, look: Any, open_window: OpenWindow, settled: Settled) -> None:
    look.apply(dark=False, scale=1.5)
    page = open_window("leaflets", 1100, 700).page()
    page.open_record(desk.leaflet.id)
    assert page.editor.is_narrow()
    assert page.editor.words.isVisible()
    assert not page.viewer.isVisible()
    page.editor.show_page()
    settled(page)
    assert page.viewer.isVisible()


def test_from_right_to_left_the_form_stands_at_the_right(desk: Desk, open_window: OpenWindow, settled: Settled) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page = open_window("leaflets").page()
    page.open_record(desk.leaflet.id)
    settled(page)
    assert page.editor.words.geometry().left() > page.viewer.geometry().left()
    assert control(page, "texts.headline").field.editor.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_its_history_speaks_of_texts_and_demands(leaflets: LeafletsPage, desk: Desk, qtbot: QtBot) -> None:
    control(leaflets, "texts.headline").replace("Jobs back")
    control(leaflets, "demand_uids").rows[0].remove.click()
    leaflets.save()
    leaflets.show_history()
    sheet = leaflets.window().findChild(HistorySheet)
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Headline, English: Sacked for striking became Jobs back" in said
    assert "Demands: Reinstate every worker, Drop the charges became Drop the charges" in said
