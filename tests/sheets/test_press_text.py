"""A press release as plain text: every word of the sheet, in its order, without marks."""

from datetime import date, datetime

from organizer.sheets.content import Fact, PressContact, PressReleaseContent
from organizer.sheets.press_text import press_text

CONTENT = PressReleaseContent(
    language="en",
    organisation="Campaign Kazakhstan",
    headline="Pickets in four cities",
    subhead="Supporters ask what there is to celebrate",
    reference="CK 2011-07",
    issued=date(2011, 12, 14),
    embargo=datetime(2011, 12, 16, 0, 1),
    zone="GMT",
    dateline_place="London",
    dateline_day=date(2011, 12, 16),
    body=("Supporters *will* stand outside.", "The picket begins at noon."),
    quote="“We are not afraid.”",
    quote_by="Ruth Calder",
    more=("More pickets follow.",),
    notes=("The strike began in May.",),
    facts=(Fact("When", ("Friday, 12:00",)),),
    contact=PressContact("Ruth Calder", "+44 20 7946 0321", "out of hours +44 7700 900321", "press@example.org"),
)


def test_everything_stands_in_the_order_of_the_sheet() -> None:
    words = press_text(CONTENT)
    order = (
        "Campaign Kazakhstan", "PRESS RELEASE", "Embargoed until 00:01 GMT", "Pickets in four cities", "Supporters ask",
        "LONDON, 16 December 2011 — Supporters will stand", "The picket begins", "“We are not afraid.”", "Ruth Calder",
        "More pickets", "Ends", "Notes to editors", "The strike began", "When", "Press office", "+44 20 7946 0321",
        "press@example.org", "CK 2011-07",
    )  # fmt: skip
    places = [words.index(part) for part in order]
    assert places == sorted(places)
    assert "*" not in words


def test_what_is_empty_leaves_no_gap() -> None:
    words = press_text(PressReleaseContent(language="en", organisation="Campaign", headline="Freed", body=("He walked out.",)))
    assert "\n\n\n" not in words
    assert "For immediate release" in words
    assert "Notes to editors" not in words
    assert "Press office" not in words


def test_the_fixed_words_are_the_languages_own() -> None:
    words = press_text(PressReleaseContent(language="ru", organisation="Кампания", headline="Свободен", body=("Он вышел.",)))
    assert "Для немедленной публикации" in words
    assert "Конец" in words
