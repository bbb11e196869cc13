"""What hangs on a record below its fields: demands by edition, places in organisations, colours and the logo."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from organizer.records.attachment import attachments_of
from organizer.records.campaign import Campaign, Demand, current_demands
from organizer.records.organisation import Affiliation, Organisation
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from organizer.ui import file_dialogs
from organizer.ui.affiliations import AffiliationsPart
from organizer.ui.controls import Control
from organizer.ui.demands import DemandSheet, DemandsPart
from organizer.ui.look.text import Text
from organizer.ui.main_window import MainWindow
from organizer.ui.person_part import PartSheet
from organizer.ui.photos import PhotosPart
from organizer.ui.session import Session
from tests import factories
from tests.recorders import Heard
from tests.ui.hands import editor, press, screen, type_text

Open = Callable[..., MainWindow]
Settle = Callable[[], None]


def demands_of(window: MainWindow) -> DemandsPart:
    (part,) = screen(window).form.body.parts
    assert isinstance(part, DemandsPart)
    return part


def words_in(part: object) -> list[str]:
    return [text.text() for text in part.findChildren(Text) if text.isVisibleTo(part)]  # type: ignore[attr-defined]


def test_a_demand_is_written_in_several_languages(open_window: Open, settle: Settle, session: Session, file: Store) -> None:
    window = open_window("campaigns")
    demands_of(window).add_button.click()
    sheet = window.findChild(DemandSheet)
    type_text("Release all *jailed* strikers.")
    sheet.language.set_value("ar")
    sheet.language.chosen.emit("ar")
    assert sheet.areas["ar"].layoutDirection() == Qt.LayoutDirection.RightToLeft
    type_text("أفرجوا عن المضربين")
    sheet.save_button.click()
    settle()
    (demand,) = file.records(current_demands(session.campaign.id))
    assert demand.texts == {"en": "Release all *jailed* strikers.", "ar": "أفرجوا عن المضربين"}
    assert "Release all jailed strikers." in words_in(demands_of(window))


def test_a_changed_wording_is_a_new_edition_and_the_old_one_stays(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    first = factories.demand(file, campaign_id=session.campaign.id, texts={"en": "Reinstate them."})
    window = open_window("campaigns")
    demands_of(window)._edit(first)
    sheet = window.findChild(DemandSheet)
    sheet.areas["en"].setPlainText("Reinstate every worker.")
    sheet.save_button.click()
    settle()
    (now,) = file.records(current_demands(session.campaign.id))
    assert (now.edition, now.texts["en"], now.since) == (2, "Reinstate every worker.", date(2012, 12, 6))
    assert file.get(Demand, first.id).texts == {"en": "Reinstate them."}


def test_a_wording_that_did_not_change_makes_no_edition(open_window: Open, settle: Settle, session: Session, file: Store) -> None:
    first = factories.demand(file, campaign_id=session.campaign.id)
    window = open_window("campaigns")
    demands_of(window)._edit(first)
    window.findChild(DemandSheet).save_button.click()
    settle()
    assert file.listing(ListQuery(Demand)).count == 1


def test_an_empty_demand_says_what_is_missing(open_window: Open, file: Store) -> None:
    window = open_window("campaigns")
    demands_of(window).add()
    sheet = window.findChild(DemandSheet)
    sheet.save_button.click()
    assert sheet.isVisible() and sheet._problem.text() == "The demand has no words. Write it in one language at least."


def test_a_withdrawn_demand_is_gone_from_the_list_and_undo_brings_it_back(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    demand = factories.demand(file, campaign_id=session.campaign.id)
    window, heard = open_window("campaigns"), Heard(session)
    demands_of(window)._withdraw(demand)
    settle()
    assert heard.said == [("Demand 1 withdrawn. Prints made so far keep it.", True)]
    assert "None yet. Leaflets print them in this order." in words_in(demands_of(window))
    window.undo()
    settle()
    assert "Release all jailed strikers." in words_in(demands_of(window))


def test_a_new_campaign_is_saved_before_its_demands_are_written(open_window: Open, settle: Settle) -> None:
    window = open_window("campaigns")
    screen(window).new()
    settle()
    part = demands_of(window)
    assert not part.add_button.isVisible() and "Save the campaign first, then write its demands." in words_in(part)
    editor(window, "name").setFocus()
    type_text("Second campaign")
    screen(window).save()
    settle()
    assert part.add_button.isVisible()


def test_a_person_is_placed_in_an_organisation_that_is_made_with_it(open_window: Open, settle: Settle, file: Store) -> None:
    person = factories.person(file)
    window = open_window("address_book")
    window.page().open_record(person.id, type(person))
    settle()
    part, _consents = window.page().current().form.body.parts
    assert isinstance(part, AffiliationsPart)
    part.add_button.click()
    sheet = window.findChild(PartSheet)
    type_text("Dockers' branch 7")
    press(Qt.Key.Key_Return)
    sheet.body.controls["role"].editor.setFocus()
    type_text("Secretary")
    sheet.save_button.click()
    settle()
    (place,) = file.listing(ListQuery(Affiliation)).records(0, 5)
    assert (place.person_id, place.organisation.name, place.role) == (person.id, "Dockers' branch 7", "Secretary")
    assert "Dockers' branch 7" in words_in(part) and file.next_undo().label == "Affiliation added"
    file.undo()
    assert file.listing(ListQuery(Organisation)).count == 0


def test_a_place_without_an_organisation_is_asked_for(open_window: Open, settle: Settle, file: Store) -> None:
    person = factories.person(file)
    window = open_window("address_book")
    window.page().open_record(person.id, type(person))
    settle()
    window.page().current().form.body.parts[0].add()
    sheet = window.findChild(PartSheet)
    sheet.save_button.click()
    assert sheet.body.problems_shown() == ["No organisation is named. Choose one."] and sheet.isVisible()


@pytest.mark.parametrize(("typed", "problems"), [("#00FF00", 0), ("green", 1), ("", 1)])
def test_a_colour_is_six_digits_or_asked_for(open_window: Open, settle: Settle, file: Store, typed: str, problems: int) -> None:
    window = open_window("campaigns")
    line = editor(window, "colour_main")
    line.setText(typed)
    line.textEdited.emit(typed)
    screen(window).save()
    settle()
    assert len(screen(window).form.body.problems_shown()) == problems


def picture(path: Path, size: tuple[int, int] = (60, 40)) -> Path:
    data = io.BytesIO()
    Image.new("RGB", size, "#C8101B").save(data, "PNG")
    path.write_bytes(data.getvalue())
    return path


def logo(window: MainWindow) -> Control:
    return screen(window).form.body.controls["logo_id"]


def test_a_logo_is_taken_into_the_file_and_away_again(
    open_window: Open, settle: Settle, session: Session, file: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_picture", lambda _parent=None: picture(tmp_path / "logo.png"))
    window = open_window("campaigns")
    logo(window).editor.choose_button.click()
    settle()
    screen(window).save()
    settle()
    kept = file.get(Campaign, session.campaign.id).logo_id
    assert kept is not None and file.pixels(kept)
    logo(window).editor.remove_button.click()
    screen(window).save()
    settle()
    assert file.get(Campaign, session.campaign.id).logo_id is None


def test_a_picture_that_is_none_is_told_and_changes_nothing(
    open_window: Open, settle: Settle, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no.png").write_bytes(b"not a picture")
    monkeypatch.setattr(file_dialogs, "ask_picture", lambda _parent=None: tmp_path / "no.png")
    window, heard = open_window("campaigns"), Heard(session)
    logo(window).editor.choose_button.click()
    settle()
    assert heard.failed[0].message == "This picture cannot be read." and not screen(window).form.is_dirty()


def photos_of(window: MainWindow) -> PhotosPart:
    (part,) = screen(window).form.body.parts
    assert isinstance(part, PhotosPart)
    return part


def test_a_photo_is_added_to_a_picket_and_undo_takes_it_away(
    open_window: Open, settle: Settle, session: Session, file: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picket = factories.picket(file, campaign_id=session.campaign.id)
    monkeypatch.setattr(file_dialogs, "ask_picture", lambda _parent=None: picture(tmp_path / "crowd.png", (1200, 800)))
    window, heard = open_window(), Heard(session)
    photos_of(window).add_button.click()
    settle()
    (kept,) = file.records(attachments_of("picket", picket.uid))
    assert (kept.name, kept.width) == ("crowd.png", 1200) and {"crowd.png", "1,200 × 800 points"} <= set(
        words_in(photos_of(window))
    )
    assert heard.said == [("Photo added, without place or camera.", True)]
    window.undo()
    settle()
    assert "None yet. Place and camera are taken out of every photo." in words_in(photos_of(window))


def test_a_photo_that_cannot_be_read_is_told(
    open_window: Open, settle: Settle, session: Session, file: Store, tmp_path: Path
) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    window, heard = open_window(), Heard(session)
    photos_of(window).take(tmp_path / "gone.jpg")
    settle()
    assert heard.failed[0].message == "This photo cannot be opened."


@pytest.mark.parametrize("page", ["pickets", "campaigns", "address_book"])
def test_what_hung_on_a_record_of_a_window_that_is_gone_is_asked_no_more(
    settle: Settle, session: Session, file: Store, tmp_path: Path, page: str
) -> None:
    """Another language makes another window on the same session."""
    window = MainWindow(session)
    window.show_page(page)
    settle()
    window.let_go()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    demand = factories.demand(file, campaign_id=session.campaign.id)
    person, organisation = factories.person(file), factories.organisation(file)
    file.save(Affiliation(person_id=person.id, organisation_id=organisation.id))
    file.attach(picture(tmp_path / "crowd.png", (40, 30)).read_bytes(), "crowd.png", demand)
    settle()
    assert not shiboken6.isValid(window)
