"""The section Privacy: somebody is erased step by step, what is due is reviewed, who asks is told; and consents."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QProgressBar
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from organizer.actions.privacy import erasing, retention
from organizer.errors import StorageFault
from organizer.records.consent import Consent
from organizer.records.donation import Donation
from organizer.records.organisation import Person
from organizer.records.picket import Picket
from organizer.store import whereabouts
from organizer.store.backup import Backup
from organizer.store.listing import ListQuery
from organizer.store.progress import Progress, Stopped
from organizer.store.sought import sought_for
from organizer.store.store import Store
from organizer.ui import file_dialogs
from organizer.ui.consents import ConsentsPart
from organizer.ui.look.button import Button
from organizer.ui.look.text import Text
from organizer.ui.main_window import MainWindow
from organizer.ui.person_part import PartSheet
from organizer.ui.safe_keeping.erase_sheet import EraseSheet
from organizer.ui.safe_keeping.known_sheet import KnownSheet
from organizer.ui.safe_keeping.privacy import PrivacySection
from organizer.ui.safe_keeping.retention_sheet import RetentionSheet
from organizer.ui.session import Session
from tests import factories

Open = Callable[..., MainWindow]
Settle = Callable[[], None]
NAME = "Zoë Quakenbrück"


@pytest.fixture
def person(file: Store) -> Person:
    person = factories.person(file, name=NAME, phone="+44 20 7946 0958")
    factories.donation(file, person_id=person.id, giver="", day=date(2012, 3, 1))
    factories.picket(file, taken_by=NAME, notes="Quaki has the banner")
    return person


@pytest.fixture
def section(open_window: Open, person: Person, settle: Settle) -> PrivacySection:
    page = open_window("safe_keeping").page()
    page.show_section("privacy")  # type: ignore[attr-defined]
    settle()
    section = page.current()  # type: ignore[attr-defined]
    assert isinstance(section, PrivacySection)
    return section


def words(widget: object) -> str:
    return "\n".join(text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget))  # type: ignore[attr-defined]


def shown(window: object, kind: type) -> object:
    return next(sheet for sheet in window.findChildren(kind) if sheet.isVisible())  # type: ignore[attr-defined]


def reviewed(section: PrivacySection, person: Person, settle: Settle, also: str = "") -> EraseSheet:
    section.erase.click()
    sheet = shown(section.window(), EraseSheet)
    assert isinstance(sheet, EraseSheet)
    sheet.who.setText(person.name)
    sheet.also.setText(also)
    assert sheet.on is not None
    sheet.on.click()
    settle()
    return sheet


def test_somebody_is_erased_after_a_look_at_all_that_names_them(
    section: PrivacySection, person: Person, file: Store, settle: Settle
) -> None:
    sheet = reviewed(section, person, settle, also="Quaki")
    assert sheet.review is not None and sheet.review.held is not None and sheet.on is not None
    assert [(box.text(), box.isChecked()) for box, _finding in sheet.review.boxes] == [
        ("Picket · Taken by", True),
        ("Picket · Notes", True),
    ]
    sheet.review.held.setChecked(False)
    sheet.on.click()
    settle()
    assert file.count(select(Person)) == 0 and file.records(select(Donation))[0].giver_words() == "Erased person"
    assert file.records(select(Picket))[0].notes == "… has the banner"
    assert whereabouts.anywhere(file, sought_for(person)) == 0
    assert "nothing of it is left" in words(sheet) and "Asked for · 1 record deleted" in words(section)


def test_what_is_not_ticked_stays(section: PrivacySection, person: Person, file: Store, settle: Settle) -> None:
    sheet = reviewed(section, person, settle)
    assert sheet.review is not None and sheet.on is not None
    (box, _finding), *_more = sheet.review.boxes
    box.setChecked(False)
    sheet.on.click()
    settle()
    assert file.records(select(Picket))[0].taken_by == NAME
    assert file.records(select(Donation))[0].giver == NAME
    assert "only what you chose to keep is left" in words(sheet)


def test_the_backups_that_hold_the_name_are_offered_and_go(
    section: PrivacySection, person: Person, file: Store, settle: Settle
) -> None:
    older = file.back_up()
    sheet = reviewed(section, person, settle)
    assert sheet.on is not None
    sheet.on.click()
    settle()
    assert sheet.erased is not None and len(sheet.erased.boxes) == 2
    sheet.on.click()
    settle()
    assert not older.path.exists() and len(list(older.path.parent.glob("*.organizer"))) == 1


def test_an_erasure_whose_disk_failed_right_after_it_is_told_as_one_that_stands(
    section: PrivacySection, person: Person, file: Store, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = reviewed(section, person, settle)
    back_up, made = file.back_up, []

    def once(folder: Path | None = None) -> Backup:
        if made:
            raise StorageFault("The disk is full.", "Make room.")
        made.append(back_up(folder))
        return made[0]

    monkeypatch.setattr(file, "back_up", once)
    assert sheet.on is not None
    sheet.on.click()
    settle()
    assert file.count(select(Person)) == 0
    assert "It was taken out of the file, but then the disk failed." in words(sheet)
    assert sheet.erased is not None and [path for _box, path in sheet.erased.boxes] == [made[0].path]


def test_nothing_goes_while_somebody_only_looks(section: PrivacySection, person: Person, file: Store, settle: Settle) -> None:
    sheet = reviewed(section, person, settle)
    sheet.dismiss()
    assert file.get(Person, person.id).name == NAME and file.count(select(Donation)) == 1


def test_escape_does_not_break_off_an_erasure(section: PrivacySection, person: Person, qtbot: QtBot, settle: Settle) -> None:
    sheet = reviewed(section, person, settle)
    assert sheet.on is not None
    sheet.on.click()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    settle()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_look_through_the_file_says_how_far_it_is_and_stops_when_the_sheet_is_put_away(
    section: PrivacySection, person: Person, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, stopped = threading.Event(), list[bool]()

    def look(*_anything: object, progress: Progress, **_more: object) -> None:
        progress.expect(4)
        progress.advance()
        assert go_on.wait(10)
        try:
            progress.advance()
        except Stopped:
            stopped.append(True)
            raise

    monkeypatch.setattr(erasing, "review_people", look)
    section.erase.click()
    sheet = shown(section.window(), EraseSheet)
    assert isinstance(sheet, EraseSheet) and sheet.on is not None
    sheet.who.setText(person.name)
    sheet.on.click()
    qtbot.waitUntil(lambda: any(bar.value() == 250 for bar in sheet.findChildren(QProgressBar)))
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    go_on.set()
    settle()
    assert stopped == [True]


def test_without_a_person_the_field_says_so(section: PrivacySection, settle: Settle) -> None:
    section.erase.click()
    sheet = shown(section.window(), EraseSheet)
    assert isinstance(sheet, EraseSheet) and sheet.on is not None
    sheet.who.setText("Nobody Known")
    sheet.on.click()
    settle()
    assert sheet.review is None and sheet.who.property("problem")


def test_what_is_due_is_listed_and_reviewed(section: PrivacySection, file: Store, settle: Settle) -> None:
    factories.donation(file, giver="Old Giver", day=date(2001, 5, 5))
    section.retain.click()
    settle()
    sheet = shown(section.window(), RetentionSheet)
    assert isinstance(sheet, RetentionSheet)
    assert "Old Giver, since 1 Jan 2012" in words(sheet)
    assert list(sheet.reviews) == [retention.DONORS]
    sheet.reviews[retention.DONORS].click()
    settle()
    review = shown(section.window(), EraseSheet)
    assert isinstance(review, EraseSheet) and review.on is not None
    review.on.click()
    settle()
    assert {gift.giver_words() for gift in file.records(select(Donation))} == {NAME, "Erased person"}


def test_the_law_of_another_country_counts_at_once(section: PrivacySection, file: Store, settle: Settle) -> None:
    section.retain.click()
    settle()
    sheet = shown(section.window(), RetentionSheet)
    assert isinstance(sheet, RetentionSheet) and "for 10 years" in words(sheet)
    sheet.country.chosen.emit("GB")
    settle()
    assert "for 6 years" in words(sheet) and retention.country_of(file) == "GB"


def test_who_asks_is_told_as_json(
    section: PrivacySection, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "known.json"
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_asked: out)
    section.tell.click()
    sheet = shown(section.window(), KnownSheet)
    assert isinstance(sheet, KnownSheet)
    sheet.name.setText("quakenbruck zoe")
    sheet.on.click()
    settle()
    assert "Phone: +44 20 7946 0958" in words(sheet) and "Taken by: Zoë Quakenbrück" in words(sheet)
    sheet.as_json.click()
    settle()
    assert len(json.loads(out.read_text(encoding="utf-8"))["own"]) == 2


def test_of_a_stranger_the_sheet_says_that_nothing_is_known(section: PrivacySection, settle: Settle) -> None:
    section.tell.click()
    sheet = shown(section.window(), KnownSheet)
    assert isinstance(sheet, KnownSheet)
    sheet.name.setText("Nobody Known")
    sheet.on.click()
    settle()
    assert "Nothing in this file names this person." in words(sheet)
    buttons = {button.words(): button for button in sheet.findChildren(Button) if button.isVisible()}
    assert list(buttons) == ["Close", "Another name"]
    buttons["Another name"].click()
    assert sheet.name.text() == "Nobody Known" and sheet.name.isVisible()


@pytest.mark.parametrize("width", [1366, 880])
def test_every_box_and_button_says_what_it_is(section: PrivacySection, person: Person, settle: Settle, width: int) -> None:
    section.window().resize(width, 600)
    sheet = reviewed(section, person, settle)
    controls = [*sheet.findChildren(QCheckBox), *sheet.findChildren(Button), *section.findChildren(Button)]
    assert controls and all(control.accessibleName() for control in controls)
    assert section.window().rect().contains(sheet.card.geometry())


def test_a_consent_is_added_below_the_form_and_the_list_knows_who_agreed(
    open_window: Open, person: Person, file: Store, session: Session, settle: Settle
) -> None:
    factories.person(file, name="Other Person")
    window = open_window("address_book")
    window.page().open_record(person.id, Person)
    settle()
    part = next(part for part in window.page().current().form.body.parts if isinstance(part, ConsentsPart))  # type: ignore[attr-defined]
    part.add()
    sheet = shown(window, PartSheet)
    assert isinstance(sheet, PartSheet)
    sheet.save_button.click()
    settle()
    (consent,) = file.records(select(Consent))
    assert (consent.purpose, consent.given_on, consent.withdrawn_on) == ("news_email", session.today(), None)
    assert "News by e-mail" in words(part)
    agreed = ListQuery(Person, filters=(("agreed", "news_email"),))
    assert list(file.all_ids(agreed)) == [person.id]
    consent.withdrawn_on = session.today()
    file.save(consent)
    assert list(file.all_ids(agreed)) == []
    assert list(file.all_ids(ListQuery(Person, filters=(("agreed", "media"),)))) == []


def test_a_person_whose_form_is_open_is_erased_from_it(
    open_window: Open, person: Person, file: Store, session: Session, settle: Settle
) -> None:
    window = open_window("address_book")
    window.page().open_record(person.id, Person)
    settle()
    sheet = EraseSheet(window, session, person=file.get(Person, person.id))
    sheet.show_over()
    assert sheet.on is not None and sheet.who.text() == NAME
    sheet.on.click()
    settle()
    sheet.on.click()
    settle()
    sheet.dismiss()
    assert NAME not in words(window)
    assert NAME not in window.windowTitle()
