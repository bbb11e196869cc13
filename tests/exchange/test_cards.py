"""Address books of telephones and mail programs: who is in them comes in once, and what is not kept is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from organizer.errors import UnreadableSheet
from organizer.exchange import apart
from organizer.exchange.sheets_in import ImportResult, preview, preview_of, take_in
from organizer.records.organisation import Affiliation, Organisation, Person
from organizer.store.store import Store
from tests import factories
from tests.exchange.sheets import sheet

OLD_PHONE = (
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=D0=BE=D0=B2;=D0=98=D0=B2=D0=B0=",
    "=D0=BD;;;",
    "TEL;HOME:123",
    "TEL;CELL;PREF:+7 495 1234567",
    "PHOTO;ENCODING=BASE64;JPEG:",
    " /9j/4AAQSkZJRgAB",
    " broken",
    "",
    "END:VCARD",
)
PHONE = (
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Smith;Ann;;Dr;",
    "FN:Ann Smith",
    "ORG:Branch 7;Education",
    "TITLE:Secretary",
    "item1.EMAIL;type=INTERNET:ann@example.org",
    "EMAIL;type=INTERNET;type=pref:office@example.org",
    "TEL;TYPE=CELL,VOICE:+44 20 7946 0000",
    "ADR;TYPE=WORK:;;1 High\\, St;London;;SW1A 1AA;United Kingdom",
    "NOTE:Speaks\\nat rallies",
    "BDAY:1970-01-01",
    "URL:http://example.org",
    "X-NICK:Annie",
    "END:VCARD",
)
CLOUD = (
    "BEGIN:VCARD",
    "VERSION:4.0",
    "FN:Ben Wood",
    "TEL;VALUE=uri;PREF=1;TYPE=cell:tel:+44-20-7946-0001",
    "ORG:Branch 7",
    "END:VCARD",
)


def book(folder: Path, *cards: tuple[str, ...]) -> Path:
    return sheet(folder, *(line for card in cards for line in card), name="phone.vcf")


def brought(store: Store, path: Path) -> ImportResult:
    return take_in(store, preview(store, "people", path), skip_bad=True)


def people(store: Store) -> list[Person]:
    return store.records(select(Person).order_by(Person.id))


def test_cards_of_every_version_are_people_with_their_organisations(store: Store, tmp_path: Path) -> None:
    found = apart.read_sheet(book(tmp_path, OLD_PHONE, PHONE, CLOUD))
    assert (found.kind, found.form, found.unread) == ("people", "cards", ())
    assert found.notes == ("Not kept here, and left out: birthdays, photos, web pages, other entries.",)
    result = take_in(store, preview_of(store, found), skip_bad=False)
    assert result.rows_new == 3
    ivan, ann, ben = people(store)
    assert (ivan.name, ivan.phone, ivan.notes) == ("Иван Иванов", "+7 495 1234567", "123")
    assert (ann.name, ann.email, ann.phone) == ("Ann Smith", "office@example.org", "+44 20 7946 0000")
    assert ann.address == "1 High, St\nSW1A 1AA London\nUnited Kingdom" and ann.city is not None and ann.city.name == "London"
    assert ann.notes == "Education\nann@example.org\nSpeaks\nat rallies"
    (branch,) = store.records(select(Organisation))
    places = store.records(select(Affiliation).order_by(Affiliation.id))
    assert [(place.person_id, place.organisation_id, place.role) for place in places] == [
        (ann.id, branch.id, "Secretary"),
        (ben.id, branch.id, ""),
    ]
    assert ben.phone == "+44-20-7946-0001"


def test_an_address_book_is_one_step_and_a_second_time_it_adds_nothing(store: Store, tmp_path: Path) -> None:
    path = book(tmp_path, OLD_PHONE, PHONE, CLOUD)
    brought(store, path)
    again = brought(store, path)
    assert (again.rows_new, again.rows_amended, again.rows_known) == (0, 0, 3)
    assert [entry.label for entry in store.lately(5)] == ["Sheet of people imported"]
    store.undo()
    assert [store.count(select(kind.id)) for kind in (Person, Organisation, Affiliation)] == [0, 0, 0]


def test_somebody_known_learns_what_was_lacking_and_joins_an_organisation(store: Store, tmp_path: Path) -> None:
    known = factories.person(store, name="ann smith", phone="020 7946 0000")
    factories.organisation(store, name="BRANCH 7")
    shown = preview(store, "people", book(tmp_path, PHONE))
    assert (shown.rows_new, shown.rows_amended) == (0, 1)
    take_in(store, shown, skip_bad=False)
    (ann,) = people(store)
    assert (ann.id, ann.name, ann.phone, ann.email) == (known.id, "ann smith", "020 7946 0000", "office@example.org")
    (place,) = store.records(select(Affiliation))
    assert place.person_id == ann.id and store.count(select(Organisation.id)) == 1


def test_two_of_one_name_are_told_apart_by_address_and_number(store: Store, tmp_path: Path) -> None:
    factories.person(store, name="Ann Smith", email="other@example.org", phone="1")
    assert brought(store, book(tmp_path, PHONE)).rows_new == 1
    rows = ("Name,E-mail,Phone", "Ben,a@example.org,1", "Ben,b@example.org,2", "Ben,,2", "BEN,b@example.org,")
    result = brought(store, sheet(tmp_path, *rows))
    assert (result.rows_new, result.rows_repeated) == (2, 2)


def test_a_card_that_cannot_be_read_is_told_with_its_line_and_the_others_come_in(store: Store, tmp_path: Path) -> None:
    nameless = ("BEGIN:VCARD", "VERSION:3.0", "TEL:1", "END:VCARD")
    shown = preview(store, "people", book(tmp_path, (*PHONE[:-1], "END:OTHER"), nameless, CLOUD))
    assert [bad.words() for bad in shown.bad] == [
        "Line 1: This card cannot be read. Write it anew in the program it was made with, or leave it out.",
        "Line 16: The row names nobody. Fill it, or leave the row out.",
    ]
    assert take_in(store, shown, skip_bad=True).rows_new == 1


def test_an_address_book_is_a_list_of_people_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSheet, match="This looks like a sheet of people, not of letters"):
        apart.read_sheet(book(tmp_path, CLOUD), "letters")


def test_an_address_book_without_cards_is_told(tmp_path: Path) -> None:
    for words in ("BEGIN:VCARDS", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR"):
        with pytest.raises(UnreadableSheet, match="holds nothing that could be brought in"):
            apart.read_sheet(sheet(tmp_path, words))


def test_an_address_book_is_known_by_its_content_whatever_its_name_and_mark(tmp_path: Path) -> None:
    path = tmp_path / "contacts.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\nbegin:vcard\r\nVERSION:3.0\r\nFN:Ann\r\nend:vcard\r\n")
    assert [row.text("name") for row in apart.read_sheet(path).rows] == ["Ann"]
    path.write_bytes("\r\n".join(CLOUD).encode("utf-16"))
    assert [row.text("name") for row in apart.read_sheet(path).rows] == ["Ben Wood"]


def test_a_sheet_of_people_is_known_by_its_headings(store: Store, tmp_path: Path) -> None:
    path = sheet(
        tmp_path, "First name,Last name,Company,Job title,E-mail address,Mobile phone", "Ann,Smith,Branch 7,Clerk,a@x.example,1"
    )
    found = apart.read_sheet(path)
    assert found.kind == "people"
    take_in(store, preview_of(store, found), skip_bad=False)
    assert [(person.name, person.email, person.phone) for person in people(store)] == [("Ann Smith", "a@x.example", "1")]
    assert [place.role for place in store.records(select(Affiliation))] == ["Clerk"]
