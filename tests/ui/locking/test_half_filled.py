"""Whatever lies half filled over the window when it locks comes back after unlocking: quick log, sheets, the photo editor."""

from __future__ import annotations

from collections.abc import Callable

from organizer.records.campaign import Demand
from organizer.records.consent import Consent
from organizer.records.organisation import Affiliation
from organizer.records.tag import Tag, Tagging
from organizer.store.covering import Box
from organizer.ui import affiliations, consents
from organizer.ui.calendar_file import CalendarSheet
from organizer.ui.completion import Suggestion
from organizer.ui.demands import DemandSheet
from organizer.ui.desk import Desk
from organizer.ui.grid.grid_page import LettersGrid
from organizer.ui.locking.reason import Reason
from organizer.ui.main_window import MainWindow
from organizer.ui.person_part import PartSheet
from organizer.ui.photo_editor.opening import edit_photo
from organizer.ui.prints.call_sheet import Call, CallSheet
from organizer.ui.quick_log import QuickLog
from organizer.ui.tag_list import TagsSheet
from tests import factories
from tests.desks import Settle
from tests.ui.hands import focused, retype, type_text

Unlocks = Callable[[], MainWindow]


def quick_log(window: MainWindow) -> QuickLog:
    (found,) = window.findChildren(QuickLog)
    return found


def test_the_quick_log_comes_back_open_with_all_that_was_typed(
    desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks
) -> None:
    window.quick_log("letter")
    quick_log(window).entry().body.controls["quantity"].editor.setFocus()
    retype("17")
    window.quick_log("donation")
    quick_log(window).entry().body.controls["giver"].editor.setFocus()
    retype("A friend")
    desk.locks.lock(Reason.IDLE)
    settle()
    again = unlock()
    log = quick_log(again)
    assert log.isVisible() and log.kinds.value() == "donation"
    assert log.entry().body.controls["giver"].raw() == "A friend"
    log.choose("letter")
    assert log.entry().body.controls["quantity"].raw() == "17"


def test_what_was_logged_or_closed_is_done_with(desk: Desk, window: MainWindow) -> None:
    window.quick_log("donation")
    quick_log(window).entry().body.controls["amount_minor"].editor.setFocus()
    retype("25")
    window.keep()
    assert desk.session.store.draft("sheet", "quick log donation")
    quick_log(window).log()
    assert desk.session.store.draft("sheet", "quick log donation") is None
    quick_log(window).dismiss()
    kept = Demand(campaign_id=desk.session.campaign.id, number=7)
    sheet = DemandSheet(window, desk.session, kept)
    sheet.show_over(next(iter(sheet.areas.values())))
    type_text("Not after all")
    window.keep()
    sheet.dismiss()
    again = DemandSheet(window, desk.session, kept)
    assert [area.words() for area in again.areas.values()] == [""]


def test_sheets_over_a_form_come_back_when_they_are_opened_again(
    desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks
) -> None:
    campaign, person = desk.session.campaign.id, factories.person(desk.session.store).id
    demand = DemandSheet(window, desk.session, Demand(campaign_id=campaign, number=7))
    demand.show_over(next(iter(demand.areas.values())))
    type_text("Free the oil workers")
    place = PartSheet(window, desk.session, affiliations.KIND, Affiliation(person_id=person))
    place.show_over(place.body.controls["role"].editor)
    type_text("Treasurer")
    consent = PartSheet(window, desk.session, consents.KIND, Consent(person_id=person))
    consent.show_over(consent.body.controls["note"].editor)
    type_text("By telephone")
    desk.locks.lock(Reason.SCREEN)
    settle()
    again = unlock()
    demand = DemandSheet(again, desk.session, Demand(campaign_id=campaign, number=7))
    assert [area.words() for area in demand.areas.values()] == ["Free the oil workers"]
    place = PartSheet(again, desk.session, affiliations.KIND, Affiliation(person_id=person))
    assert place.body.controls["role"].raw() == "Treasurer"
    consent = PartSheet(again, desk.session, consents.KIND, Consent(person_id=person))
    assert consent.body.controls["note"].raw() == "By telephone"


def test_the_photo_editor_comes_back_with_its_frame_and_covers(
    desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks, jpeg: bytes
) -> None:
    photo = desk.session.store.attach(jpeg, "square.jpg", None).id
    editor = edit_photo(desk.session, window, photo)
    settle()
    editor.editing.put(Box(10, 10, 100, 60))
    editor.editing.add_area(Box(20, 20, 30, 30))
    editor.side.keeping.keep.click()
    asked, keeps = editor.editing.retouch, editor.side.keeping.keep.isChecked()
    desk.locks.lock(Reason.SLEEP)
    settle()
    opened = unlock()
    again = edit_photo(desk.session, opened, photo)
    settle()
    assert again.is_changed() and again.editing.retouch == asked
    assert again.side.keeping.keep.isChecked() is keeps and again.save_button.isEnabled()


def test_a_cell_that_is_being_written_comes_back(desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks) -> None:
    window.show_page("letters_grid")
    settle()
    page = window.page()
    assert isinstance(page, LettersGrid)
    page.view.edit(page.view.currentIndex())
    focused()
    type_text("Ver.di Kassel")
    desk.locks.lock(Reason.IDLE)
    settle()
    page = unlock().page()
    settle()
    assert isinstance(page, LettersGrid)
    assert "Ver.di Kassel" in [str(page.model.index(0, column).data()) for column in range(page.model.columnCount())]


def test_call_calendar_and_tags_come_back_too(desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks) -> None:
    store, campaign = desk.session.store, desk.session.campaign.id
    picket = factories.picket(store, campaign_id=campaign)
    tag = store.save(Tag(name="embassy"))
    store.save(Tagging(tag_id=tag.id, record_kind="picket", record_uid=picket.uid))
    call = CallSheet(window, desk.session, Call(), of=4)
    call.picket.show_choice(Suggestion("A picket", picket.id))
    call.show_over(call.day)
    type_text("1.5.2013")
    calendar = CalendarSheet(window, desk.session, campaign, "Campaign")
    calendar.show_over()
    calendar.drafts.click()
    tags = TagsSheet(window, desk.session)
    tags.show_over(tags.first())
    retype("embassies")
    desk.locks.lock(Reason.SCREEN)
    settle()
    again = unlock()
    call = CallSheet(again, desk.session, Call(), of=4)
    chosen = call.picket.chosen()
    assert call.day.text() == "1 May 2013" and chosen is not None and chosen.value == picket.id
    assert CallSheet(again, desk.session, Call(), of=5).day.text() == ""
    assert CalendarSheet(again, desk.session, campaign, "Campaign").drafts.isChecked()
    tags = TagsSheet(again, desk.session)
    assert tags.lines[0].edit.text() == "embassies" and not tags.lines[0].go.isHidden()
    assert desk.session.store.get(Tag, tag.id).name == "embassy"
    call.show_over()
    call.dismiss()
    assert desk.session.store.draft("sheet", "call 4") is None
