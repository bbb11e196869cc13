"""Addresses as the post of each country reads them."""

import pytest

from organizer.sheets.postal_address import MOST_LINES, Address, postal_lines

LONDON = ["Embassy of Karatau", "33 Thurloe Square", "LONDON", "SW7 2SD"]


def lines(street: str, *, town: str = "", country: str = "", sender: str = "GB", language: str = "en") -> list[str]:
    return postal_lines(Address(("Embassy of Karatau",), street, town, country), sender=sender, language=language)


@pytest.mark.parametrize(
    "street", ["33 Thurloe Square, London SW7 2SD", "33 Thurloe Square\nLondon\nsw7 2sd", "33 Thurloe Square, SW7 2SD"]
)
def test_in_britain_the_town_stands_in_capitals_and_the_postcode_alone(street: str) -> None:
    assert lines(street, town="London", country="GB") == LONDON


@pytest.mark.parametrize(
    "street", ["Seestraße 14–17, 13156 Berlin", "Seestraße 14–17, Berlin 13156", "Seestraße 14–17\nBerlin 13156\nGermany"]
)
def test_in_germany_the_postcode_stands_before_the_town(street: str) -> None:
    assert lines(street, town="Berlin", country="DE")[1:] == ["Seestraße 14–17", "13156 Berlin", "GERMANY"]


@pytest.mark.parametrize(
    "street", ["12 Elm Road, Springfield, IL 62701", "12 Elm Road, Springfield, IL, 62701", "12 Elm Road\nSpringfield IL 62701"]
)
def test_in_the_states_town_state_and_code_stand_in_one_line(street: str) -> None:
    assert lines(street, town="Springfield", country="US")[1:] == ["12 Elm Road", "Springfield IL 62701", "UNITED STATES"]


@pytest.mark.parametrize(
    "street",
    [
        "010000, Казахстан, г. Астана, пр. Мангилик Ел, 14",
        "пр. Мангилик Ел, 14, г. Астана, 010000",
        "г. Астана\nпр. Мангилик Ел, 14\n010000",
    ],
)
def test_to_kazakhstan_the_street_comes_first_and_the_postcode_last(street: str) -> None:
    found = lines(street, town="Астана", country="KZ", language="ru")
    assert found[1:] == ["пр. Мангилик Ел, 14", "г. Астана", "010000", "КАЗАХСТАН / KAZAKHSTAN"]


def test_a_region_follows_its_town() -> None:
    found = lines(
        "ул. Ленина, д. 5, Мангистауская область, Актау, 130000", town="Актау", country="KZ", sender="KZ", language="ru"
    )
    assert found[1:] == ["ул. Ленина, д. 5", "Актау", "Мангистауская область", "130000"]


def test_at_home_the_country_is_not_written() -> None:
    assert lines("Seestraße 14", town="Berlin", country="DE", sender="DE", language="de")[1:] == ["Seestraße 14", "Berlin"]


def test_the_country_is_in_the_senders_language() -> None:
    assert lines("Seestraße 14", country="DE", sender="FR", language="fr")[-1] == "ALLEMAGNE"
    assert lines("Seestraße 14", country="DE", sender="GR", language="el")[-1] == "ΓΕΡΜΑΝΙΑ / GERMANY"


def test_an_address_of_a_country_nobody_knows_stays_as_it_was_written() -> None:
    assert lines("Av. Paulista 1578\n01310-200 São Paulo", country="") == [
        "Embassy of Karatau",
        "Av. Paulista 1578",
        "01310-200 São Paulo",
    ]


@pytest.mark.parametrize("country", ["KZ", "GB", "US", "DE", "BR", ""])
def test_no_address_has_more_than_six_lines_and_no_word_is_lost(country: str) -> None:
    who = ("Mr Example", "Head of the Office", "Chancery", "Republic")
    street = "Block B\nEntrance 2\nFloor 3\nRoom 4\nLong Road 14\nQuarter"
    found = postal_lines(Address(who, street, "Astana", country), sender="FR", language="en")
    assert len(found) <= MOST_LINES and found[0] == "Mr Example"
    said = " ".join(found).casefold()
    assert all(word.casefold() in said for word in " ".join((*who, street, "Astana")).split())
