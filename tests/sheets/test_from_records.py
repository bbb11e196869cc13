"""Records become the content of sheets; the imprint is the one that the campaign's country asks for."""

from datetime import date, datetime, time

import pytest

from organizer.records.campaign import Campaign, Demand
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.prints import LeafletParts, PressReleaseParts
from organizer.sheets.from_records import leaflet_content, leaflet_notes, press_release_content
from organizer.sheets.imprint import countries, imprint_line, imprint_notes

CAMPAIGN = {
    "name": "Campaign Kazakhstan",
    "address": "12 Example Lane, London",
    "website": "https://example.org/",
    "contact_name": "Ruth Calder",
    "contact_phone": "+44 20 7946 0321",
    "contact_phone_late": "+44 7700 900321",
}
PUBLISHER = {"imprint_publisher": "Solidarity Office", "imprint_address": "1 Mill Lane, Leeds."}
PRINTER = {"imprint_printer": "Example Press", "imprint_printer_address": "3 Yard, Leeds"}


def parts(**changes: object) -> LeafletParts:
    texts = {
        "en": {"headline": "Free them", "place": "Embassy\n33 Thurloe Square", "call_title": "Picket"},
        "ru": {"headline": "Свободу"},
    }
    values = {"name": "L", "texts": texts, "languages": ["en", "ru"], "day": date(2012, 12, 16), "starts": time(12), **changes}
    demands = (
        Demand(number=1, texts={"en": "*Free all* for the *strike*.", "ru": "Свободу *всем*."}),
        Demand(number=2, texts={"en": "Talk."}),
    )
    return LeafletParts(Leaflet(**values), Campaign(**CAMPAIGN, imprint_country="GB"), demands)


def test_a_leaflet_has_its_texts_its_call_and_its_demands_in_one_language() -> None:
    content = leaflet_content(parts(), "en")
    assert (content.headline, content.organisation) == ("Free them", "Campaign Kazakhstan")
    assert [(line.number, line.lead, line.rest) for line in content.demands] == [
        (1, "Free all", "for the strike."),
        (2, "", "Talk."),
    ]
    assert content.call is not None and content.call.place_lines == ("Embassy", "33 Thurloe Square")
    assert (content.call.day, content.call.time_from, content.call.exact) == (date(2012, 12, 16), time(12), True)


def test_a_demand_that_is_not_translated_is_left_out_and_told() -> None:
    content = leaflet_content(parts(), "ru")
    assert [(line.number, line.lead, line.rest) for line in content.demands] == [(1, "", "Свободу всем.")]
    assert [note.sentence for note in leaflet_notes(parts(), "ru")] == ["Demand 2 has no words in Русский and is left out."]


def test_where_no_demand_is_translated_all_stand_as_they_are_and_that_is_told() -> None:
    assert len(leaflet_content(parts(), "el").demands) == 2
    sentences = [note.sentence for note in leaflet_notes(parts(), "el")]
    assert sentences[0] == "There is no headline in Ελληνικά yet." and len(sentences) == 3


def test_a_day_that_is_only_a_month_is_not_printed_as_a_day() -> None:
    undecided = parts()
    picket = Picket(day=date(2012, 12, 16), day_precision="month")
    with_picket = LeafletParts(undecided.leaflet, undecided.campaign, picket=picket)
    call = leaflet_content(with_picket, "en").call
    assert call is not None and not call.exact


def test_a_leaflet_that_calls_to_nothing_has_no_call() -> None:
    assert leaflet_content(parts(texts={"en": {"headline": "Read this"}}, day=None), "en").call is None


def release(**changes: object) -> PressReleaseParts:
    values = {"headline": "H", "day": date(2012, 6, 11), "body": "One.\n\nTwo\nlines.", **changes}
    return PressReleaseParts(PressRelease(**values), Campaign(**CAMPAIGN))


@pytest.mark.parametrize(
    ("zone", "printed"), [("Europe/London", "BST"), ("Moscow time", "Moscow time"), ("../etc", "../etc"), ("", "")]
)
def test_an_embargo_is_printed_with_the_zone_as_editors_write_it(zone: str, printed: str) -> None:
    content = press_release_content(release(embargo_day=date(2012, 6, 12), embargo_time=time(0, 1), embargo_zone=zone))
    assert (content.embargo, content.zone) == (datetime(2012, 6, 12, 0, 1), printed)
    assert content.dateline_day == date(2012, 6, 12)


def test_a_release_has_paragraphs_facts_and_the_campaigns_contact() -> None:
    content = press_release_content(release(facts=[{"heading": "When", "words": "Sunday\n12:00"}]))
    assert content.body == ("One.", "Two lines.")
    assert (content.facts[0].title, content.facts[0].lines) == ("When", ("Sunday", "12:00"))
    assert content.contact is not None and content.contact.name == "Ruth Calder"
    assert content.contact.out_of_hours == "out of hours +44 7700 900321"
    assert content.address_line == "12 Example Lane, London · example.org"


def test_its_own_contact_goes_before_the_campaigns() -> None:
    content = press_release_content(release(contact_phone="+49 30 000", language="de"))
    assert content.contact is not None and (content.contact.name, content.contact.phone) == ("", "+49 30 000")


@pytest.mark.parametrize(
    ("country", "line"),
    [
        ("GB", "Printed, published and promoted by Solidarity Office, 1 Mill Lane, Leeds."),
        ("DE", "Herausgegeben und gedruckt im Selbstverlag: Solidarity Office, 1 Mill Lane, Leeds."),
        ("US", "Published by Solidarity Office, 1 Mill Lane, Leeds. Printed in-house by volunteers."),
        ("KZ", "Solidarity Office, 1 Mill Lane, Leeds."),
    ],
)
def test_without_a_printer_the_publisher_printed_it(country: str, line: str) -> None:
    assert imprint_line(Campaign(**CAMPAIGN, **PUBLISHER, imprint_country=country)) == line


@pytest.mark.parametrize("country", [*countries(), "FR"])
def test_publisher_and_printer_stand_in_every_countrys_line(country: str) -> None:
    line = imprint_line(Campaign(**CAMPAIGN, **PUBLISHER, **PRINTER, imprint_country=country))
    assert all(words in line for words in ("Solidarity Office", "1 Mill Lane, Leeds", "Example Press", "3 Yard, Leeds"))
    assert ".." not in line and "{" not in line


@pytest.mark.parametrize(
    ("language", "begins"),
    [("ru", "Издатель: "), ("kk", "Шығарушы: "), ("de", "Herausgegeben von "), ("en", "Published and promoted by ")],
)
def test_a_sheet_says_its_imprint_in_its_own_language(language: str, begins: str) -> None:
    line = imprint_line(Campaign(**CAMPAIGN, **PUBLISHER, **PRINTER, imprint_country="GB"), language)
    assert line.startswith(begins) and "Example Press" in line


def test_names_keep_their_order_in_a_right_to_left_imprint() -> None:
    line = imprint_line(Campaign(**CAMPAIGN, **PUBLISHER, **PRINTER, imprint_country="GB"), "ar")
    assert line.startswith("الناشر") and "\u20681 Mill Lane, Leeds\u2069" in line


def test_six_countries_have_lines_of_their_own() -> None:
    assert set(countries()) == {"GB", "DE", "AT", "CH", "US", "IE"}


def test_a_missing_address_is_told_before_printing() -> None:
    nowhere = Campaign(name="Campaign", imprint_country="DE")
    assert imprint_line(nowhere) == "Campaign"
    assert [note.field for note in imprint_notes(nowhere)] == ["imprint"]
    assert imprint_notes(Campaign(**CAMPAIGN, **PUBLISHER, **PRINTER, imprint_country="DE")) == []
