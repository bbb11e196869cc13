"""Quick log by keyboard alone: Enter logs, what repeats stays, each entry can be taken back with all that was made for it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.records.place import City
from organizer.records.target import Target
from organizer.store.store import Store
from organizer.ui.completion import CompletionEdit
from organizer.ui.look.button import Button
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Field
from organizer.ui.look.text import Text
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.quick_log import QuickLog
from tests import factories
from tests.ui.hands import CTRL, focused, press, retype, type_text

Opens = Callable[..., MainWindow]
Settle = Callable[[], None]


def opened(window: MainWindow, settle: Settle) -> QuickLog:
    press(Qt.Key.Key_L, CTRL, window)
    settle()
    (log,) = window.findChildren(QuickLog)
    assert log.isVisible()
    return log


def has_focus(log: QuickLog, attribute: str) -> bool:
    return log.entry().body.controls[attribute].editor.hasFocus()


def words_of(log: QuickLog) -> list[str]:
    QApplication.processEvents()
    return [text.text() for text in log.findChildren(Text) if text.isVisible()]


def go_to(log: QuickLog, attribute: str) -> None:
    log.entry().body.controls[attribute].editor.setFocus()


def log_letter(log: QuickLog, settle: Settle, sender: str, target: str, count: str) -> None:
    go_to(log, "organisation_id")
    retype(sender)
    go_to(log, "target_id")
    retype(target)
    go_to(log, "quantity")
    retype(count)
    press(Qt.Key.Key_Return)
    settle()


def choose_first() -> None:
    """Take the first row on offer, as Enter does while rows are shown."""
    editor = focused()
    assert isinstance(editor, CompletionEdit)
    assert editor.offers()
    press(Qt.Key.Key_Return)
    assert not editor.offers()


@pytest.fixture
def known(file: Store) -> None:
    factories.organisation(file, name="Lisboa Postal Workers' Section 55", city_id=factories.city(file, name="Lisboa").id)
    factories.organisation(file, name="Wien Transport Workers' Branch 28")
    factories.target(file, office="Supreme Court")
    factories.target(file, office="KazMunaiGas")


def test_ctrl_l_opens_it_anywhere_at_the_letter_with_today(open_window: Opens, settle: Settle) -> None:
    log = opened(open_window("targets"), settle)
    assert log.kinds.value() == "letter"
    assert has_focus(log, "organisation_id")
    assert log.entry().body.raws()["day"] == "6 Dec 2012"
    assert "Campaign Kazakhstan" in words_of(log)


@pytest.mark.usefixtures("known")
def test_a_letter_is_logged_by_keyboard_and_the_next_one_waits(open_window: Opens, settle: Settle, file: Store) -> None:
    log = opened(open_window(), settle)
    log_letter(log, settle, "Lisboa Postal Workers' Section 55", "Supreme Court", "12")
    letter = file.first(select(Letter))
    assert letter is not None
    assert (letter.quantity, letter.day, letter.title()) == (
        12,
        date(2012, 12, 6),
        "12 letters, Lisboa Postal Workers' Section 55",
    )
    assert letter.city is not None
    assert letter.city.name == "Lisboa"
    assert letter.target is not None
    assert letter.target.office == "Supreme Court"
    assert has_focus(log, "quantity")
    assert focused().selectedText() == "12"  # type: ignore[attr-defined]
    assert "12 letters, Lisboa Postal Workers' Section 55, to Supreme Court" in words_of(log)


@pytest.mark.usefixtures("known")
def test_what_repeats_stays_and_wears_a_pin(open_window: Opens, settle: Settle, file: Store) -> None:
    log = opened(open_window(), settle)
    go_to(log, "day")
    retype("3 Dec 2012")
    log.entry().body.controls["evidence"].restore("held")
    log.entry().body.controls["channel"].restore("post")
    log_letter(log, settle, "Lisboa Postal Workers' Section 55", "Supreme Court", "12")
    retype("4")
    press(Qt.Key.Key_Return)
    settle()
    letters = file.records(select(Letter).order_by(Letter.id))
    assert [letter.quantity for letter in letters] == [12, 4]
    assert {(letter.organisation_id, letter.target_id, letter.day, letter.evidence, letter.channel) for letter in letters} == {
        (1, 1, date(2012, 12, 3), "held", "post")
    }
    pinned = [name for name, control in log.entry().body.controls.items() if getattr(control.editor, "_icon", None) == "pin"]
    assert pinned == ["organisation_id", "target_id", "day"]
    assert "kept from the last entry" in words_of(log)
    assert "2 entries, 16 letters" in words_of(log)


@pytest.mark.usefixtures("known")
def test_the_button_says_what_enter_will_do(open_window: Opens, settle: Settle) -> None:
    log = opened(open_window(), settle)
    go_to(log, "quantity")
    for typed, words in (
        ("4", "Log 4 letters"),
        ("1", "Log 1 letter"),
        ("1,200", "Log 1,200 letters"),
        ("many", "Log the letters"),
    ):
        retype(typed)
        assert log.log_button.words() == words


def test_a_new_organisation_is_made_in_the_same_step(open_window: Opens, settle: Settle, file: Store) -> None:
    factories.target(file, office="Supreme Court")
    log = opened(open_window(), settle)
    type_text("Ortsgruppe Kassel")
    choose_first()
    go_to(log, "target_id")
    retype("Supreme Court")
    go_to(log, "quantity")
    retype("3")
    press(Qt.Key.Key_Return)
    settle()
    assert [each.name for each in file.records(select(Organisation))] == ["Ortsgruppe Kassel"]
    assert [letter.quantity for letter in file.records(select(Letter))] == [3]
    file.undo()
    assert file.records(select(Organisation)) == []
    assert file.records(select(Letter)) == []
    assert len(file.records(select(Target))) == 1


@pytest.mark.usefixtures("known")
def test_each_of_the_last_three_can_be_taken_back_out_of_turn(open_window: Opens, settle: Settle, file: Store) -> None:
    log = opened(open_window(), settle)
    for count in ("1", "2", "3", "4"):
        log_letter(log, settle, "Lisboa Postal Workers' Section 55", "Supreme Court", count)
    undos = [button for button in log.findChildren(Button) if button.words() == "Undo" and button.isVisible()]
    assert len(undos) == 3
    assert "4 entries, 10 letters" in words_of(log)
    undos[1].click()
    settle()
    assert sorted(letter.quantity for letter in file.records(select(Letter))) == [1, 2, 4]
    assert "3 entries, 7 letters" in words_of(log)
    assert has_focus(log, "quantity")


@pytest.mark.usefixtures("known")
def test_an_entry_that_was_changed_since_is_not_taken_back(open_window: Opens, settle: Settle, file: Store) -> None:
    log = opened(open_window(), settle)
    log_letter(log, settle, "Lisboa Postal Workers' Section 55", "Supreme Court", "5")
    letter = file.records(select(Letter))[0]
    letter.quantity = 50
    file.save(letter)
    next(button for button in log.findChildren(Button) if button.words() == "Undo").click()
    settle()
    assert [letter.quantity for letter in file.records(select(Letter))] == [50]
    assert log.entry().body.problems_shown()


def test_what_is_missing_is_said_at_its_field_and_nothing_is_logged(open_window: Opens, settle: Settle, file: Store) -> None:
    log = opened(open_window(), settle)
    press(Qt.Key.Key_Return)
    settle()
    problems = log.entry().body.problems_shown()
    assert any("sender" in problem for problem in problems)
    assert any("went to" in problem for problem in problems)
    assert has_focus(log, "organisation_id")
    assert file.records(select(Letter)) == []


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("typed", "day"), [("3.12.", date(2012, 12, 3)), ("15/08/2012", date(2012, 8, 15)), ("yesterday", date(2012, 12, 5))]
)
def test_days_are_read_as_people_write_them(open_window: Opens, settle: Settle, file: Store, typed: str, day: date) -> None:
    log = opened(open_window(), settle)
    go_to(log, "day")
    retype(typed)
    log_letter(log, settle, "Lisboa Postal Workers' Section 55", "Supreme Court", "2")
    assert [letter.day for letter in file.records(select(Letter))] == [day]


@pytest.mark.usefixtures("known")
def test_a_day_that_is_none_is_told(open_window: Opens, settle: Settle, file: Store) -> None:
    log = opened(open_window(), settle)
    go_to(log, "day")
    retype("30/02/2012")
    log_letter(log, settle, "Lisboa Postal Workers' Section 55", "Supreme Court", "2")
    assert any("29 days" in problem for problem in log.entry().body.problems_shown())
    assert file.records(select(Letter)) == []


def test_ctrl_1_logs_a_picket_in_a_city_of_the_world(open_window: Opens, settle: Settle, file: Store) -> None:
    log = opened(open_window(), settle)
    press(Qt.Key.Key_1, CTRL)
    assert log.kinds.value() == "picket"
    assert has_focus(log, "city_id")
    type_text("Köln")
    choose_first()
    go_to(log, "starts")
    retype("5.30 pm")
    go_to(log, "people_low")
    retype("45")
    press(Qt.Key.Key_Return)
    settle()
    picket = file.records(select(Picket))[0]
    assert picket.city is not None
    assert (picket.city.name, picket.city.country) == ("Köln", "DE")
    assert picket.starts is not None
    assert (picket.starts.hour, picket.starts.minute, picket.people_low) == (17, 30, 45)
    assert has_focus(log, "city_id")
    assert log.entry().body.raws()["day"] == "6 Dec 2012"
    log.take_back(log.logged[0])
    assert file.records(select(Picket)) == []
    assert file.records(select(City)) == []


def test_ctrl_3_logs_a_gift_and_the_currency_typed_with_it_counts(open_window: Opens, settle: Settle, file: Store) -> None:
    log = opened(open_window(), settle)
    press(Qt.Key.Key_3, CTRL)
    go_to(log, "amount_minor")
    retype("€ 250")
    assert log.log_button.words() == "Log €\u00a0250.00"
    press(Qt.Key.Key_Return)
    settle()
    gift = file.records(select(Donation))[0]
    assert (gift.amount_minor, gift.currency, gift.giver_words()) == (250_00, "EUR", "Anonymous")
    assert has_focus(log, "amount_minor")
    retype("12.50")
    press(Qt.Key.Key_Return)
    settle()
    assert [(each.amount_minor, each.currency) for each in file.records(select(Donation).order_by(Donation.id))] == [
        (250_00, "EUR"),
        (12_50, "EUR"),
    ]


@pytest.mark.usefixtures("known")
def test_escape_closes_it_and_what_was_typed_is_still_there(open_window: Opens, settle: Settle) -> None:
    window = open_window("targets")
    log = opened(window, settle)
    type_text("Wien Tr")
    press(Qt.Key.Key_Escape)
    if log.isVisible():
        press(Qt.Key.Key_Escape)
    assert not log.isVisible()
    again = opened(window, settle)
    assert again is log
    assert log.entry().body.controls["organisation_id"].editor.text() == "Wien Tr"


@pytest.mark.usefixtures("known")
def test_another_campaign_begins_anew(open_window: Opens, settle: Settle, file: Store) -> None:
    window = open_window()
    log = opened(window, settle)
    log_letter(log, settle, "Lisboa Postal Workers' Section 55", "Supreme Court", "5")
    press(Qt.Key.Key_Escape)
    other = factories.campaign(file, name="Another")
    window._session.choose_campaign(other)
    log = opened(window, settle)
    assert "Another" in words_of(log)
    assert log.entry().body.raws()["organisation_id"] is None
    log_letter(log, settle, "Lisboa Postal Workers' Section 55", "Supreme Court", "7")
    assert [letter.campaign_id for letter in file.records(select(Letter).order_by(Letter.id))] == [1, other.id]


def test_tab_goes_round_inside(open_window: Opens, settle: Settle) -> None:
    log = opened(open_window(), settle)
    for _turn in range(30):
        press(Qt.Key.Key_Tab)
        assert log.isAncestorOf(focused())


def test_every_field_has_a_name_for_screen_readers(open_window: Opens, settle: Settle) -> None:
    log = opened(open_window(), settle)
    for entry in log.entries.values():
        for field in entry.findChildren(Field):
            assert field.editor.accessibleName() or field.control.accessibleName()


@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 768, 100), (880, 600, 150)])
@pytest.mark.parametrize("kind", ["picket", "letter", "donation"])
def test_it_stays_inside_the_window_at_every_size(
    open_window: Opens, settle: Settle, look: Theme, width: int, height: int, percent: int, kind: str
) -> None:
    look.apply(dark=False, scale=percent / 100)
    window = open_window("targets", width, height)
    log = opened(window, settle)
    log.choose(kind)
    QApplication.processEvents()
    assert window.rect().contains(log.card.geometry())
    button = log.log_button
    assert log.card.rect().contains(button.mapTo(log.card, button.rect().bottomRight()))
    assert button.width() >= button.sizeHint().width()


@pytest.mark.usefixtures("known")
def test_a_hostile_name_is_logged_as_it_is(open_window: Opens, settle: Settle, file: Store) -> None:
    name = '<b>Dockers</b> & "Söhne" كفى'
    log = opened(open_window(), settle)
    go_to(log, "organisation_id")
    editor = focused()
    assert isinstance(editor, Edit)
    type_text(name)
    choose_first()
    go_to(log, "target_id")
    retype("Supreme Court")
    go_to(log, "quantity")
    retype("1")
    press(Qt.Key.Key_Return)
    settle()
    assert f"1 letter, {name}, to Supreme Court" in words_of(log)
