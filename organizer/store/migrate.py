"""Bringing an older file up to this program's format: all pending steps in one transaction, or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from organizer import paths
from organizer.errors import DamagedFile
from organizer.i18n import _
from organizer.store import checks, engine, faults

HEAD = "head"


def scripts() -> Path:
    """The folder of the migrations, in a wheel or a checkout."""
    return paths.database() / "migrations"


def config(folder: Path | None = None) -> Config:
    """Alembic's configuration, in code: there is no ini file to lose."""
    made = Config()
    made.set_main_option("script_location", str(folder or scripts()).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    return made


def upgrade(bare: Any, *, folder: Path | None = None, to: str = HEAD) -> None:
    """Run what is pending on an open connection, or nothing at all. DamagedFile when rows, money or references would be lost."""
    before = checks.counts(bare)
    bare.execute("PRAGMA foreign_keys = OFF")  # tables are made anew under their old name; what points to them is checked below
    try:
        _in_one_transaction(bare, lambda connection: _steps(connection, folder, to), before)
    finally:
        bare.execute("PRAGMA foreign_keys = ON")


def _in_one_transaction(bare: Any, steps: Callable[[Connection], None], before: dict[str, int]) -> None:
    with faults.in_words(), engine.engine_over(bare).connect() as connection, connection.begin():
        steps(connection)
        broken = bare.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None or not checks.agree(before, checks.counts(bare)):
            raise _lossy()


def _steps(connection: Connection, folder: Path | None, to: str) -> None:
    settings = config(folder)
    settings.attributes["connection"] = connection
    command.upgrade(settings, to)
    (revision,) = connection.exec_driver_sql("SELECT version_num FROM alembic_version").one()
    connection.exec_driver_sql(f"PRAGMA user_version = {int(revision)}")


def _lossy() -> DamagedFile:
    return DamagedFile(
        _("This file could not be brought up to date without losing something, so it was left as it was."),
        _("A backup lies beside it. Keep both, and open them with the version of the program that wrote them."),
    )
