"""What a record refuses, in which words and with which ways out; and the words by which people know it."""

from __future__ import annotations

from datetime import date, time

import pytest

from organizer.records.base import LARGEST_NUMBER, LONGEST_LINE
from organizer.records.campaign import Campaign, Demand
from organizer.records.donation import Donation
from organizer.records.leaflet import Leaflet
from organizer.records.letter import Letter
from organizer.records.organisation import Affiliation, Organisation, Person
from organizer.records.picket import Picket
from organizer.records.place import City
from organizer.records.press_release import PressRelease, paragraphs
from organizer.records.target import Target
from organizer.records.values import DatePrecision, Headcount, Money, day_words


def picket(**changes: object) -> Picket:
    return Picket(**{"campaign_id": 1, "city_id": 1, "day": date(2012, 8, 22), **changes})


def refused(record: object) -> list[str]:
    return [problem.field for problem in record.problems()]  # type: ignore[attr-defined]


def test_a_picket_that_ends_before_it_starts_offers_a_later_end() -> None:
    (problem,) = picket(starts=time(16), ends=time(15, 30)).problems()
    assert (problem.sentence, problem.fixes[0].words, problem.fixes[0].changes) == (
        "This ends before it starts.",
        "Use 17:30",
        {"ends": time(17, 30)},
    )


def test_an_end_past_midnight_is_not_offered() -> None:
    (problem,) = picket(starts=time(23, 30), ends=time(23)).problems()
    assert problem.fixes == ()


def test_people_counted_the_wrong_way_round_can_be_swapped() -> None:
    (problem,) = picket(people_low=1200, people_high=700).problems()
    assert problem.fixes[0].changes == {"people_low": 700, "people_high": 1200}


def test_without_a_day_a_picket_may_stay_a_draft() -> None:
    (problem,) = picket(day=None).problems()
    assert problem.fixes[0].changes == {"state": "draft"}
    assert picket(day=None, state="draft").problems() == []


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (Campaign(), ["name"]),
        (Campaign(name="C", started=date(2012, 1, 2), ended=date(2012, 1, 1)), ["ended"]),
        (Campaign(name="C", colour_main="red"), ["colour_main"]),
        (Demand(), ["campaign_id", "texts"]),
        (Organisation(name="  "), ["name"]),
        (Person(), ["name"]),
        (Person(anonymous=True), []),
        (Affiliation(), ["person_id", "organisation_id"]),
        (City(), ["name"]),
        (Target(), ["office"]),
        (Letter(), ["campaign_id", "organisation_id", "target_id", "day"]),
        (Letter(campaign_id=1, person_id=1, target_id=1, day=date(2012, 1, 1), quantity=0), ["quantity"]),
        (Letter(campaign_id=1, person_id=1, target_id=1, day=date(2012, 1, 1), members=-1), ["members"]),
        (Donation(), ["campaign_id", "day", "amount_minor"]),
        (Donation(campaign_id=1, day=date(2012, 1, 1), amount_minor=5, currency="Euro"), ["currency"]),
        (Donation(campaign_id=1, day=date(2012, 1, 1), amount_minor=5, currency="A1B"), ["currency"]),
        (Donation(campaign_id=1, day=date(2012, 1, 1), amount_minor=5, state="voided"), ["void_reason"]),
        (Leaflet(languages=[]), ["campaign_id", "name", "languages"]),
        (PressRelease(campaign_id=1, state="issued"), ["headline"]),
        (PressRelease(campaign_id=1, embargo_time=time(0, 1)), ["embargo_day"]),
    ],
)
def test_each_kind_names_the_fields_that_stand_in_the_way(record: object, fields: list[str]) -> None:
    assert refused(record) == fields


@pytest.mark.parametrize("text", ["NUL \x00 inside", "half a sign \ud800", "x" * (LONGEST_LINE + 1)])
def test_text_that_cannot_be_kept_is_refused_in_any_field(text: str) -> None:
    assert refused(Organisation(name=text)) == ["name"]
    assert refused(Demand(campaign_id=1, texts={"en": text})) in (["texts"], [])


@pytest.mark.parametrize("text", ["<b>bold</b>", "A & B", "\"quoted\" 'twice'", "Қайрат قيرات 李明 ✊", "x" * LONGEST_LINE])
def test_any_other_text_is_taken(text: str) -> None:
    assert refused(Organisation(name=text)) == []


@pytest.mark.parametrize("number", [LARGEST_NUMBER + 1, -LARGEST_NUMBER - 2])
def test_a_number_too_large_for_the_file_is_refused(number: int) -> None:
    assert "members" in refused(Organisation(name="Dockers", members=number))


def test_a_record_shows_nothing_of_itself_in_a_traceback() -> None:
    assert repr(Person(name="Aigul S.", phone="+44 20 7946 0123")) == "<Person None>"


def test_money_is_exact_and_currencies_stay_apart() -> None:
    assert Money(10, "EUR") + Money(20, "EUR") == Money(30, "EUR")
    with pytest.raises(ValueError, match="cannot be added"):
        Money(1, "EUR") + Money(1, "GBP")
    with pytest.raises(ValueError, match="not a currency"):
        Money(1, "euro")


def test_uncertain_days_and_counts_are_said_as_uncertain() -> None:
    day = date(2012, 12, 16)
    said = [day_words(day, precision) for precision in (DatePrecision.EXACT, DatePrecision.MONTH, DatePrecision.ESTIMATE)]
    assert said == ["16 Dec 2012", "Dec 2012", "about 16 Dec 2012"]
    assert [str(Headcount(700, 1200)), str(Headcount(20, 20, about=True)), str(Headcount(35, 35))] == [
        "700–1,200",
        "about 20",
        "35",
    ]


def test_companies_are_known_by_name_and_offices_by_office() -> None:
    assert Target(kind="company", office="Trust line", organisation="KazMunaiGas").title() == "KazMunaiGas"
    assert (
        Target(kind="ministry", office="Ministry of Foreign Affairs", organisation="Republic").title()
        == "Ministry of Foreign Affairs"
    )


def test_a_demand_falls_back_to_english_then_to_any_language() -> None:
    assert Demand(texts={"en": "Free them", "ru": "Свободу"}).text_in("kk") == "Free them"
    assert Demand(texts={"ru": "Свободу"}).text_in("kk") == "Свободу"


def test_paragraphs_are_divided_by_blank_lines() -> None:
    assert paragraphs("One\nline.\r\n\r\nTwo.\n\n\n") == ["One line.", "Two."]
