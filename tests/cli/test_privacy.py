"""organizer report: everything that a file knows about one person, on the terminal, as JSON and as PDF."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from organizer.store.opening import open_file
from tests import factories
from tests.cli.conftest import Run

NAME = "Zoë Quakenbrück"


@pytest.fixture
def known_file(plain_file: Path) -> Path:
    store = open_file(plain_file)
    person = factories.person(store, name=NAME, phone="+44 20 7946 0958", notes="Knows the way. " * 60)
    factories.donation(store, person_id=person.id, giver="")
    factories.picket(store, taken_by="Quakenbruck, Zoe")
    store.close(back_up=False)
    return plain_file


def test_the_terminal_says_all_of_it(run: Run, known_file: Path) -> None:
    said = run("report", known_file, "zoe quakenbruck")
    assert said.code == 0
    lines = [line.strip() for line in said.out.splitlines()]
    for line in (f"Person: {NAME}", "Phone: +44 20 7946 0958", "Taken by: Quakenbruck, Zoe", "Amount: £ 25.00"):
        assert line in lines


def test_as_json_it_can_be_read_by_another_program(run: Run, known_file: Path) -> None:
    told = json.loads(run("report", known_file, NAME, "--json").out)
    assert (told["name"], len(told["own"]), len(told["named"])) == (NAME, 2, 1)


def test_as_pdf_it_is_confidential_and_holds_every_field(run: Run, known_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "known.pdf"
    assert run("report", known_file, NAME, "--out", out).code == 0
    pages = pypdfium2.PdfDocument(out)
    words = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    pages.close()
    assert words.count("CONFIDENTIAL") >= 1 and words.count("Knows") == 2 * 60, "once as it stands, once in its history"
    assert "+44 20 7946 0958" in words and "Quakenbruck, Zoe" in words and NAME in words
    assert NAME.encode() not in out.read_bytes()[:2000] and b"zoe" not in out.read_bytes()[-2000:].lower()


def test_a_pdf_that_is_there_is_left_alone(run: Run, known_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "known.pdf"
    out.write_bytes(b"mine")
    said = run("report", known_file, NAME, "--out", out)
    assert (said.code, out.read_bytes()) == (2, b"mine")


def test_of_a_stranger_it_says_that_nothing_is_known(run: Run, known_file: Path) -> None:
    said = run("report", known_file, "Nobody Known")
    assert said.code == 2 and "Nothing in this file names this person." in said.err
