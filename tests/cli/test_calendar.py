"""Pickets as a calendar file, on the command line."""

from datetime import date
from pathlib import Path

import icalendar
import pytest

from organizer.store.opening import open_file
from tests import factories
from tests.cli.conftest import Run


@pytest.fixture
def with_pickets(plain_file: Path) -> Path:
    store = open_file(plain_file, None)
    factories.picket(store, day=date(2026, 6, 12), occasion="First")
    factories.picket(store, day=date(2026, 7, 3), occasion="Second")
    factories.picket(store, day=date(2026, 8, 1), occasion="Perhaps", state="draft")
    store.close(back_up=False)
    return plain_file


def summaries(path: Path) -> list[str]:
    return [str(event["summary"]) for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")]


def test_the_pickets_are_written_by_day_without_drafts(run: Run, with_pickets: Path, tmp_path: Path) -> None:
    out = tmp_path / "pickets.ics"
    assert run("calendar", with_pickets, "--out", out) == (0, "“pickets.ics” is written: 2 pickets.\n", "")
    assert summaries(out) == ["First, London", "Second, London"]


def test_a_first_day_and_drafts_may_be_asked_for(run: Run, with_pickets: Path, tmp_path: Path) -> None:
    out = tmp_path / "pickets.ics"
    assert run("calendar", with_pickets, "--from", "2026-07-01", "--drafts", "--out", out).code == 0
    assert summaries(out) == ["Second, London", "Perhaps, London"]


def test_a_file_that_is_there_is_left_as_it_was(run: Run, with_pickets: Path, tmp_path: Path) -> None:
    out = tmp_path / "pickets.ics"
    out.write_text("mine", encoding="utf-8")
    said = run("calendar", with_pickets, "--out", out)
    assert said.code == 2 and "is there already" in said.err and out.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("words", "told"), [(["--from", "June"], "“June” is not a day."), (["--from", "2030-01-01"], "No picket")]
)
def test_what_cannot_be_written_is_told_in_two_sentences(
    run: Run, with_pickets: Path, tmp_path: Path, words: list[str], told: str
) -> None:
    said = run("calendar", with_pickets, *words, "--out", tmp_path / "pickets.ics")
    assert said.code == 2 and told in said.err and not (tmp_path / "pickets.ics").exists()
