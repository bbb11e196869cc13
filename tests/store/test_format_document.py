"""db/FORMAT.md, followed word by word with another library: whoever has that page and the passphrase has the data."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from organizer.records.kinds import KINDS
from organizer.records.organisation import Person
from organizer.store import compartments
from organizer.store import key as keys
from organizer.store.key import PROFILES
from organizer.store.opening import create_file
from organizer.store.tables import APPLICATION_ID, FORMAT
from tests import factories

PAGE = (Path(__file__).resolve().parents[2] / "db" / "FORMAT.md").read_text(encoding="utf-8")
PASSPHRASE = "Käfig anchor velvet"


@pytest.fixture
def worked_example() -> dict[str, Any]:
    """What the Python on the page defines."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    defined: dict[str, Any] = {}
    exec(compile(code, "FORMAT.md", "exec"), defined)
    return defined


@pytest.fixture
def closed_file(tmp_path: Path) -> Path:
    store = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    picket = factories.picket(store, occasion="Vigil at the embassy")
    out = io.BytesIO()
    Image.new("RGB", (20, 10), "red").save(out, "PNG")
    store.attach(out.getvalue(), "crowd", picket)
    store.close(back_up=False)
    return store.path


def test_the_page_opens_our_file_and_reads_a_picket_and_a_photo(worked_example: dict[str, Any], closed_file: Path) -> None:
    # The decomposed spelling is what some keyboards give
    connection = worked_example["opened"](closed_file, "Ka\u0308fig anchor velvet")
    ((day, starts, city, occasion),) = worked_example["pickets"](connection)
    assert (day, starts[:5], city, occasion) == ("2012-12-16", "17:30", "London", "Vigil at the embassy")
    ((name, media_type, pixels),) = worked_example["photos"](connection)
    assert (name, media_type, Image.open(io.BytesIO(pixels)).size) == ("crowd", "image/png", (20, 10))
    assert connection.execute("PRAGMA application_id").fetchall() == [(APPLICATION_ID,)]
    assert connection.execute("PRAGMA user_version").fetchall() == [(FORMAT,)]
    connection.close()


def test_the_page_reads_a_compartment(worked_example: dict[str, Any], tmp_path: Path) -> None:
    store = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    person = factories.person(store, name="Zoë Quakenbrück", languages=["de"])
    compartments.make(store, Person, "Ka\u0308fig second")
    store.close(back_up=False)
    connection = worked_example["opened"](store.path, PASSPHRASE)
    said = worked_example["compartment"](connection, "person", "Käfig second")[person.id]
    assert (said["name"], said["languages"]) == ("Zoë Quakenbrück", '["de"]')
    assert connection.execute("SELECT name FROM person").fetchall() == [("",)]
    connection.close()


def test_another_passphrase_opens_nothing(
    worked_example: dict[str, Any], closed_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(worked_example, "COSTS", [cost for cost in worked_example["COSTS"] if cost[0] < 100])
    with pytest.raises(SystemExit):
        worked_example["opened"](closed_file, "another")


def test_the_costs_on_the_page_are_those_of_the_program(worked_example: dict[str, Any]) -> None:
    said = {(profile.memory_kib, profile.passes, profile.lanes) for profile in PROFILES}
    assert set(worked_example["COSTS"]) == said
    rows = re.findall(r"^\| (\d+) \| (\d+) \| (\d+) \|", PAGE, re.MULTILINE)
    assert {tuple(map(int, row)) for row in rows} == said
    assert (keys.SALT_BYTES, keys.KEY_BYTES) == (16, 32)


def test_the_tables_that_the_page_names_are_there() -> None:
    named = set(re.findall(r"`([a-z_]+)`", PAGE[PAGE.index("**Records**") : PAGE.index("and others that came later")]))
    tables = {kind.__tablename__ for kind in KINDS.values()}
    assert named <= tables and tables - named <= {"consent", "erasure"}
