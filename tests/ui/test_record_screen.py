"""Lists and forms on a real file: what is typed is kept, what is deleted comes back, what is searched is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from organizer.errors import StorageFault
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.records.place import City
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from organizer.ui.look import parts
from organizer.ui.main_window import MainWindow
from organizer.ui.session import Session
from tests import factories
from tests.recorders import Heard
from tests.ui.hands import CTRL, NONE, SHIFT, column, editor, focused, press, retype, screen, type_text

Open = Callable[..., MainWindow]
Settle = Callable[[], None]


@pytest.fixture
def three(file: Store) -> list[Picket]:
    """Pickets in London, Berlin and Moscow, in the order of the list."""
    campaign = file.listing(ListQuery(factories.Campaign)).records(0, 1)[0]
    cities = [factories.city(file, name=name) for name in ("London", "Berlin", "Moscow")]
    return [
        factories.picket(file, campaign_id=campaign.id, city_id=city.id, day=date(2012, 12, 16 - n), occasion=f"Occasion {n}")
        for n, city in enumerate(cities)
    ]


def all_of(store: Store, kind: type) -> list:
    return store.listing(ListQuery(kind)).records(0, 100)


def test_the_first_record_is_open_beside_the_list(open_window: Open, three: list[Picket]) -> None:
    window = open_window()
    assert column(window, 2) == ["London", "Berlin", "Moscow"]
    assert screen(window).form.record.id == three[0].id and editor(window, "city_id").text() == "London"


def test_moving_in_the_list_opens_what_is_chosen(open_window: Open, settle: Settle, three: list[Picket]) -> None:
    window = open_window()
    press(Qt.Key.Key_Down)
    settle()
    assert screen(window).form.record.id == three[1].id


def test_a_change_is_saved_by_its_key_and_shown_in_the_list(
    open_window: Open, settle: Settle, file: Store, three: list[Picket]
) -> None:
    window = open_window()
    editor(window, "occasion").setFocus()
    retype("Anniversary of Zhanaozen")
    assert screen(window).form.foot.words.text() == "Not saved yet"
    press(Qt.Key.Key_S, CTRL)
    settle()
    assert file.get(Picket, three[0].id).occasion == "Anniversary of Zhanaozen"
    assert screen(window).form.foot.words.text() == "Saved"


def test_a_problem_stands_at_its_field_and_its_way_out_mends_it(
    open_window: Open, settle: Settle, file: Store, three: list[Picket]
) -> None:
    window = open_window()
    editor(window, "ends").setFocus()
    retype("15:30")
    press(Qt.Key.Key_S, CTRL)
    form = screen(window).form
    assert form.body.problems_shown() == ["This ends before it starts."]
    assert editor(window, "ends").accessibleDescription() == "This ends before it starts."
    form.body.problem_buttons()[0].click()
    assert editor(window, "ends").text() == "19:00" and form.body.problems_shown() == []
    press(Qt.Key.Key_S, CTRL)
    settle()
    assert file.get(Picket, three[0].id).ends == time(19, 0)


def test_what_cannot_be_read_is_said_and_not_lost(open_window: Open, file: Store, three: list[Picket]) -> None:
    window = open_window()
    editor(window, "day").setFocus()
    retype("30/02/2012")
    press(Qt.Key.Key_S, CTRL)
    assert screen(window).form.body.problems_shown() == ["30/02/2012 is not a day. Feb 2012 has 29 days."]
    assert editor(window, "day").text() == "30/02/2012" and file.get(Picket, three[0].id).day == three[0].day


def test_a_month_typed_alone_says_how_certain_the_day_is(
    open_window: Open, settle: Settle, file: Store, three: list[Picket]
) -> None:
    window = open_window()
    editor(window, "day").setFocus()
    retype("Dec 2012")
    press(Qt.Key.Key_Tab)
    assert editor(window, "day_precision").value() == "month" and editor(window, "day").text() == "Dec 2012"
    screen(window).save()
    settle()
    saved = file.get(Picket, three[0].id)
    assert (saved.day, saved.day_precision) == (date(2012, 12, 1), "month")


def test_leaving_an_unsaved_form_keeps_it_as_a_draft_that_comes_back(
    open_window: Open, settle: Settle, file: Store, three: list[Picket]
) -> None:
    window = open_window()
    editor(window, "occasion").setFocus()
    retype("Half a thou")
    editor(window, "day").setFocus()
    retype("someday")
    screen(window).list.table.choose_row(1)
    settle()
    assert editor(window, "occasion").text() == "Occasion 1"
    screen(window).list.table.choose_row(0)
    settle()
    assert (editor(window, "occasion").text(), editor(window, "day").text()) == ("Half a thou", "someday")
    assert screen(window).form.foot.words.text() == "Not saved yet"
    screen(window).form.discard()
    assert editor(window, "occasion").text() == "Occasion 0" and file.draft("picket", three[0].uid) is None


def test_a_new_record_that_was_left_comes_back_with_new(open_window: Open, settle: Settle, three: list[Picket]) -> None:
    window = open_window()
    press(Qt.Key.Key_N, CTRL)
    editor(window, "occasion").setFocus()
    type_text("Not yet")
    screen(window).list.table.choose_row(2)
    settle()
    press(Qt.Key.Key_N, CTRL)
    assert editor(window, "occasion").text() == "Not yet"


def test_a_new_record_that_nobody_touched_leaves_nothing_behind(
    open_window: Open, settle: Settle, file: Store, three: list[Picket]
) -> None:
    window = open_window()
    press(Qt.Key.Key_N, CTRL)
    screen(window).list.table.choose_row(1)
    settle()
    assert file.draft("picket", "new") is None


def test_a_city_is_found_in_any_script_and_taken_into_the_file_with_the_picket(
    open_window: Open, settle: Settle, file: Store, three: list[Picket]
) -> None:
    window = open_window()
    press(Qt.Key.Key_N, CTRL)
    assert focused() is editor(window, "city_id")
    type_text("Кёльн")
    assert editor(window, "city_id").offers()[0] == "Köln"
    press(Qt.Key.Key_Return)
    assert [city.name for city in all_of(file, City)] == ["Berlin", "London", "Moscow"]
    press(Qt.Key.Key_S, CTRL)
    settle()
    made = next(picket for picket in all_of(file, Picket) if picket.city.name == "Köln")
    assert made.city.country == "DE" and made.city.time_zone == "Europe/Berlin"
    assert file.next_undo().label == "Picket added"
    file.undo()
    assert "Köln" not in [city.name for city in all_of(file, City)]


def test_an_organisation_that_is_not_there_yet_is_added_with_its_letter(open_window: Open, settle: Settle, file: Store) -> None:
    factories.target(file)
    window = open_window("letters")
    press(Qt.Key.Key_N, CTRL)
    type_text("Hafenarbeiter Süd")
    assert editor(window, "organisation_id").offers() == ["New organisation “Hafenarbeiter Süd”"]
    press(Qt.Key.Key_Return)
    editor(window, "target_id").setFocus()
    type_text("pres")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_S, CTRL)
    settle()
    (letter,) = all_of(file, Letter)
    assert letter.organisation.name == "Hafenarbeiter Süd" and letter.target.office == "President"
    assert len(all_of(file, Organisation)) == 1


def test_a_name_that_was_only_typed_can_be_added_by_the_way_out(open_window: Open, settle: Settle, file: Store) -> None:
    factories.target(file)
    window = open_window("letters")
    press(Qt.Key.Key_N, CTRL)
    type_text("Hafenarbeiter Süd")
    editor(window, "target_id").setFocus()
    type_text("pres")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_S, CTRL)
    (problem,) = screen(window).form.body.findChildren(parts.Problem)
    problem.findChild(parts.Button).click()
    press(Qt.Key.Key_S, CTRL)
    settle()
    (letter,) = all_of(file, Letter)
    assert letter.organisation.name == "Hafenarbeiter Süd"


def test_a_name_that_was_not_chosen_is_asked_about(open_window: Open, file: Store, three: list[Picket]) -> None:
    window = open_window()
    editor(window, "campaign_id").setFocus()
    retype("Some other")
    press(Qt.Key.Key_S, CTRL)
    assert screen(window).form.body.problems_shown() == [
        "“Some other” is not in the list. Choose a row, or the one that adds it."
    ]


def test_delete_asks_nothing_and_undo_brings_it_back(
    open_window: Open, settle: Settle, session: Session, file: Store, three: list[Picket]
) -> None:
    window, heard = open_window(), Heard(session)
    press(Qt.Key.Key_Delete)
    settle()
    assert heard.said == [("Picket in London on 16 Dec 2012 deleted.", True)]
    assert column(window, 2) == ["Berlin", "Moscow"] and screen(window).form.record.id == three[1].id
    assert window.messages.bar.isVisible() and window.messages.bar.action.words() == "Undo"
    window.messages.bar.action.click()
    settle()
    assert column(window, 2) == ["London", "Berlin", "Moscow"] and not file.draft("picket", three[0].uid)


def test_a_record_that_others_use_is_not_deleted_and_says_why(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    factories.letter(file)
    window, heard = open_window("address_book"), Heard(session)
    press(Qt.Key.Key_Delete)
    settle()
    assert heard.failed[0].message == "1 other record still uses this, so it was not deleted."
    assert window.messages.error is not None and window.messages.error.isVisible()


def test_a_target_that_letters_went_to_is_retired_instead(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    letter = factories.letter(file)
    open_window("targets")
    heard = Heard(session)
    press(Qt.Key.Key_Delete)
    settle()
    assert heard.said[0][0] == "President retired: letters went there, so it stays in the file."
    assert file.get(factories.Target, letter.target_id).retired


def test_search_narrows_the_list_as_one_types_and_esc_takes_it_off(
    open_window: Open, settle: Settle, three: list[Picket]
) -> None:
    window = open_window()
    press(Qt.Key.Key_F, CTRL)
    type_text("occasion 2 mosc")
    settle()
    assert column(window, 2) == ["Moscow"] and screen(window).list._count.text() == "1 of 3"
    press(Qt.Key.Key_Escape)
    settle()
    assert len(column(window, 2)) == 3


def test_a_search_without_hits_offers_to_clear_itself(open_window: Open, settle: Settle, three: list[Picket]) -> None:
    window = open_window()
    press(Qt.Key.Key_F, CTRL)
    type_text("zzz")
    settle()
    empty = screen(window).list.no_match
    assert empty.isVisible() and empty.title.text() == "No pickets match."
    empty.buttons[0].click()
    settle()
    assert screen(window).list.table.isVisible() and len(column(window, 2)) == 3


def test_a_chip_offers_the_values_that_there_are_with_their_counts(
    open_window: Open, settle: Settle, file: Store, three: list[Picket]
) -> None:
    window = open_window()
    chip = screen(window).list.chips.chips[1]
    chip.menu.aboutToShow.emit()
    assert [action.text() for action in chip.menu.actions()] == ["Berlin\t1", "London\t1", "Moscow\t1"]
    chip.menu.actions()[0].trigger()
    settle()
    assert column(window, 2) == ["Berlin"] and chip.part.is_on()
    press(Qt.Key.Key_Delete, NONE, chip.part)
    settle()
    assert len(column(window, 2)) == 3 and not chip.part.is_on()


def test_a_press_on_a_head_sorts_and_a_second_press_turns_it_round(
    open_window: Open, settle: Settle, three: list[Picket]
) -> None:
    window = open_window()
    head = screen(window).list.table.horizontalHeader()
    head.setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    settle()
    assert column(window, 2) == ["Berlin", "London", "Moscow"]
    head.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    settle()
    assert column(window, 2) == ["Moscow", "London", "Berlin"]
    head.setSortIndicator(3, Qt.SortOrder.AscendingOrder)
    settle()
    assert column(window, 2) == ["Moscow", "London", "Berlin"] and head.sortIndicatorSection() == 2


def test_an_empty_list_says_what_will_stand_here_and_offers_the_first_step(open_window: Open, settle: Settle) -> None:
    window = open_window()
    pane = screen(window).list
    assert pane.none_yet.isVisible() and not pane.search.isVisible()
    pane.none_yet.buttons[0].click()
    assert screen(window).form.record.is_new()


def test_duplicate_begins_a_new_record_without_what_happened_there(
    open_window: Open, settle: Settle, file: Store, three: list[Picket]
) -> None:
    picket = file.get(Picket, three[0].id)
    picket.people_low, picket.arrests = 40, 2
    file.save(picket)
    window = open_window()
    press(Qt.Key.Key_D, CTRL)
    press(Qt.Key.Key_S, CTRL)
    settle()
    newest = max(all_of(file, Picket), key=lambda each: each.id)
    assert (newest.city_id, newest.occasion, newest.people_low, newest.arrests) == (picket.city_id, "Occasion 0", None, 0)
    assert len(column(window, 2)) == 4 and newest.uid != picket.uid


def test_repeat_begins_the_picket_of_the_week_after(open_window: Open, settle: Settle, three: list[Picket]) -> None:
    window = open_window()
    screen(window).form.head.verbs[0].click()
    settle()
    assert editor(window, "day").text() == "23 Dec 2012" and screen(window).form.record.is_new()
    assert screen(window).form.foot.words.text() == "Not saved yet"


def test_history_says_in_words_what_was_before_and_after(
    open_window: Open, settle: Settle, session: Session, file: Store, three: list[Picket]
) -> None:
    from organizer.ui.history import HistorySheet
    from organizer.ui.look.text import Text

    picket = file.get(Picket, three[0].id)
    picket.state, picket.people_low, picket.city_id = "held", 1200, three[1].city_id
    file.save(picket)
    window = open_window()
    screen(window).show_history()
    sheet = window.findChild(HistorySheet)
    words = [text.text() for text in sheet.findChildren(Text)]
    assert "State: Scheduled became Held" in words and "People, from: 1,200" in words
    assert "City: London became Berlin" in words and "Picket changed" in words
    press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_two_windows_on_one_record_never_overwrite_in_silence(
    open_window: Open, settle: Settle, file: Store, three: list[Picket]
) -> None:
    window = open_window()
    form = screen(window).form
    editor(window, "occasion").setFocus()
    retype("Mine")
    other = file.get(Picket, three[0].id)
    other.occasion, other.notes = "Theirs", "Loudspeaker"
    file.save(other)
    assert not form.save()
    form._meanwhile.buttons[0].click()
    settle()
    saved = file.get(Picket, three[0].id)
    assert (saved.occasion, saved.notes) == ("Mine", "Loudspeaker")


def test_taking_theirs_shows_what_the_other_saved(open_window: Open, file: Store, three: list[Picket]) -> None:
    window = open_window()
    editor(window, "occasion").setFocus()
    retype("Mine")
    other = file.get(Picket, three[0].id)
    other.occasion = "Theirs"
    file.save(other)
    screen(window).form.save()
    screen(window).form._meanwhile.buttons[1].click()
    assert editor(window, "occasion").text() == "Theirs"


def test_a_full_disk_is_told_and_what_was_typed_stays(
    open_window: Open, session: Session, file: Store, three: list[Picket], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, heard = open_window(), Heard(session)
    editor(window, "occasion").setFocus()
    retype("Typed")

    def full(*_args: object, **_options: object) -> None:
        raise StorageFault("The disk is full.", "Free some of it.")

    monkeypatch.setattr(file, "change", full)
    assert not screen(window).form.save()
    assert heard.failed[0].message == "The disk is full." and editor(window, "occasion").text() == "Typed"
    monkeypatch.undo()
    assert screen(window).form.save() and file.get(Picket, three[0].id).occasion == "Typed"


def test_undo_of_a_change_is_seen_in_list_and_form(open_window: Open, settle: Settle, file: Store, three: list[Picket]) -> None:
    window = open_window()
    editor(window, "occasion").setFocus()
    retype("Other")
    press(Qt.Key.Key_S, CTRL)
    settle()
    screen(window).list.table.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    settle()
    assert editor(window, "occasion").text() == "Occasion 0"
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    settle()
    assert editor(window, "occasion").text() == "Other"


def test_a_field_takes_its_own_steps_back_first(open_window: Open, settle: Settle, file: Store, three: list[Picket]) -> None:
    window = open_window()
    editor(window, "occasion").setFocus()
    press(Qt.Key.Key_End)
    type_text("X")
    assert editor(window, "occasion").text() == "Occasion 0X"
    press(Qt.Key.Key_Z, CTRL)
    assert editor(window, "occasion").text() == "Occasion 0" and len(all_of(file, Picket)) == 3


@pytest.mark.parametrize("text", ["<b>bold</b> & “quotes”", "Ж" * 10_000, "אבג abc 123", "a\u2028b"])
def test_any_text_is_kept_as_it_was_typed(open_window: Open, settle: Settle, file: Store, three: list[Picket], text: str) -> None:
    window = open_window()
    line = editor(window, "occasion")
    line.setText(text)
    line.textEdited.emit(text)
    screen(window).save()
    settle()
    assert file.get(Picket, three[0].id).occasion == line.text() == text
    QApplication.processEvents()
