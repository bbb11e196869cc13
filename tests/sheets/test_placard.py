"""Placards: large words in every language, told when they are too many."""

from __future__ import annotations

import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from tests.sheets.jobs import campaign, job, parts
from tests.sheets.reading import faults, largest_type, words

KIND = sheet_kinds()["placard"]


def placard(**more: object) -> Sheet:
    return draw(KIND, job("placard", **more))  # type: ignore[arg-type]


def test_the_slogan_of_the_campaign_stands_there_before_anybody_writes() -> None:
    assert "REINSTATE" in words(placard().pdf)


def test_three_words_on_a4_are_read_across_a_street() -> None:
    sheet = placard(answers={"slogan": "Free them now"})
    assert largest_type(sheet.pdf) > 100
    assert not [note for note in sheet.notes if note.level != "good"]


def test_many_words_are_told_with_the_size_they_come_to() -> None:
    sheet = placard(answers={"slogan": "Reinstate every single one of the three hundred and twelve dismissed oil workers"})
    assert any(note.level == "look" and note.field == "slogan" and "100 pt" in note.sentence for note in sheet.notes)


def test_a_placard_without_words_or_imprint_is_not_printed() -> None:
    bare = campaign(name="", address="", slogans=[])
    stops = {note.field for note in placard(parts=parts(campaign=bare)).notes if note.level == "stop"}
    assert stops == {"slogan", "imprint"}


@pytest.mark.parametrize("ground", ["accent", "paper", "night"])
@pytest.mark.parametrize("one_colour", [False, True])
def test_every_ground_is_a_sound_file(ground: str, one_colour: bool) -> None:
    sheet = placard(answers={"ground": ground, "below": "At the embassy"}, one_colour=one_colour)
    assert faults(sheet.pdf) == []
    assert "At the embassy" in words(sheet.pdf)
