"""Posters call to a picket: its day, hours and place, and a code that is read from some steps away."""

from __future__ import annotations

from datetime import time

import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from organizer.sheets.typesetting.qr import module_size
from tests.sheets.jobs import campaign, job, parts, picket
from tests.sheets.reading import codes, faults, largest_type, words

KIND = sheet_kinds()["poster"]
TARGET = "https://example.org/312"


def poster(**more: object) -> Sheet:
    usual = {"parts": parts(picket=picket(), campaign=campaign(qr_target=TARGET))}
    return draw(KIND, job("poster", **{**usual, **more}))  # type: ignore[arg-type]


def test_it_is_filled_from_the_picket() -> None:
    said = words(poster(layout="one-page").pdf)
    for expected in ("DAY OF ACTION", "REINSTATE", "12", "JUNE", "17:00", "19:00", "Embassy of Karatau", "London", "PUBLIC"):
        assert expected in said


def test_its_code_leads_to_the_campaign_and_is_read_from_the_page() -> None:
    assert codes(poster(layout="one-page").pdf, dots=60) == [TARGET]
    assert module_size(TARGET, 27.0 * 2.25) > 1.5


def test_its_headline_is_read_across_a_room() -> None:
    assert largest_type(poster(layout="one-page").pdf) > 100


def test_a_picket_without_hours_leaves_no_gap_in_words() -> None:
    bare = parts(picket=picket(starts=None, ends=None))
    said = words(poster(parts=bare, layout="one-page").pdf)
    assert "None" not in said
    assert "–" not in said


def test_without_headline_and_imprint_it_is_not_printed() -> None:
    bare = parts(picket=picket(starts=time(17)), campaign=campaign(name="", address="", slogans=[]))
    assert {note.field for note in poster(parts=bare).notes if note.level == "stop"} >= {"headline", "imprint"}


@pytest.mark.parametrize(
    ("trimmed", "layout"), [("a3", "framed-a3"), ("glued-a4", "tiles-2x2"), ("a3", "print-shop"), ("a3", "mail")]
)
def test_every_layout_is_a_sound_file(trimmed: str, layout: str) -> None:
    assert faults(poster(trimmed=trimmed, layout=layout).pdf) == []
