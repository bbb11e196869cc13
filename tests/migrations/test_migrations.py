"""The migrations lead to the records as they are, all at once or not at all, and lose neither rows nor money."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from organizer import paths
from organizer.errors import DamagedFile
from organizer.records.donation import Donation
from organizer.store import checks, engine, key, migrate, opening
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from organizer.store.tables import FORMAT
from tests import factories
from tests.migrations import draft, schema_sql

BETWEEN_PARTS = re.compile(r"[,(]\s*\n|,(?![^(]*\))")
ADDS_A_COLUMN = """
def upgrade():
    op.add_column("donation", sa.Column("purse", sa.String(), nullable=False, server_default=""))
"""
LOSES_MONEY = """
def upgrade():
    op.execute("UPDATE donation SET amount_minor = amount_minor / 100")
"""
BREAKS_OFF = """
def upgrade():
    op.add_column("donation", sa.Column("purse", sa.String(), nullable=False, server_default=""))
    op.execute("SELECT nothing FROM nowhere")
"""
LOSES_A_REFERENCE = """
def upgrade():
    op.execute("UPDATE donation SET campaign_id = 999")
"""


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Any]:
    """A connection to a file that the migrations alone have made."""
    path = tmp_path / "migrated.organizer"
    engine.born_private(path)
    connection = engine.connect(path, key.new_key("x"))
    engine.settle(connection)
    migrate.upgrade(connection)
    yield connection
    connection.close()


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A folder of migrations that the program of tomorrow might carry."""
    return Path(shutil.copytree(migrate.scripts(), tmp_path / "migrations", ignore=shutil.ignore_patterns("__pycache__")))


def add(folder: Path, upgrade: str, number: int = FORMAT + 1) -> None:
    head = f'import sqlalchemy as sa\nfrom alembic import op\nrevision = "{number:04}"\ndown_revision = "{number - 1:04}"\n'
    (folder / "versions" / f"{number:04}_later.py").write_text(head + upgrade)


def shape(connection: Any) -> dict[str, list[str]]:
    """Every table and index as its parts in alphabetical order: which column or constraint comes first makes no difference."""
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: sorted(filter(None, (part.strip(" )\t\n") for part in BETWEEN_PARTS.split(sql)))) for name, sql in rows}


def with_donations(path: Path) -> None:
    store = create_file(path, None)
    for minor in (12_50, 7_00):
        factories.donation(store, amount_minor=minor, day=date(2012, 1, 1))
    store.close(back_up=False)


def test_the_migrations_make_the_file_that_the_program_makes(store: Store, migrated: Any) -> None:
    with store._lane.bare() as made:
        ours, theirs = shape(made), shape(migrated)
        for stamped in (ours, theirs):
            del stamped["alembic_version"]
        assert theirs == ours
        for question in ("SELECT version_num FROM alembic_version", "PRAGMA user_version"):
            assert made.execute(question).fetchall() == migrated.execute(question).fetchall()


def test_the_schema_that_people_review_is_the_one_that_is_made() -> None:
    assert schema_sql.PATH.read_text(encoding="utf-8") == schema_sql.text(), "run python -m tests.migrations.schema_sql"


def test_an_older_file_is_brought_up_to_date_with_a_backup_before(tmp_path: Path, later: Path, monkeypatch: Any) -> None:
    path = tmp_path / "old.organizer"
    with_donations(path)
    add(later, ADDS_A_COLUMN)
    monkeypatch.setattr(migrate, "scripts", lambda: later)
    for module in (opening, engine):
        monkeypatch.setattr(module, "FORMAT", FORMAT + 1)
    store = open_file(path)
    assert store.rows(Donation.__table__.select().with_only_columns(Donation.amount_minor)) == [(12_50,), (7_00,)]
    with store._lane.bare() as bare:
        assert bare.execute("SELECT purse FROM donation").fetchall() == [("",), ("",)]
        assert bare.execute("PRAGMA user_version").fetchone() == (FORMAT + 1,)
    store.close(back_up=False)
    (backup,) = paths.backups(path).glob("*.organizer")
    connection = engine.connect(backup, None)
    assert checks.counts(connection)["money GBP"] == 19_50
    assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    connection.close()


@pytest.mark.parametrize("upgrade", [LOSES_MONEY, LOSES_A_REFERENCE])
def test_a_migration_that_loses_something_is_taken_back(tmp_path: Path, later: Path, upgrade: str) -> None:
    with_donations(tmp_path / "old.organizer")
    add(later, ADDS_A_COLUMN)
    add(later, upgrade, FORMAT + 2)
    connection = engine.connect(tmp_path / "old.organizer", None)
    before = shape(connection), checks.counts(connection)
    with pytest.raises(DamagedFile, match="left as it was"):
        migrate.upgrade(connection, folder=later)
    assert (shape(connection), checks.counts(connection)) == before
    assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    connection.close()


def test_a_migration_that_breaks_off_leaves_the_file_as_it_was(tmp_path: Path, later: Path) -> None:
    with_donations(tmp_path / "old.organizer")
    add(later, BREAKS_OFF)
    connection = engine.connect(tmp_path / "old.organizer", None)
    before = shape(connection)
    with pytest.raises(Exception, match="nowhere"):
        migrate.upgrade(connection, folder=later)
    assert shape(connection) == before
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


def test_nothing_is_missing_between_the_migrations_and_the_records() -> None:
    said = [line.strip() for line in draft.missing().splitlines()]
    assert [line for line in said if line and not line.startswith("#")] == ["pass"]
