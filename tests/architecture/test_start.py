"""The start page and the help text come without the heavy libraries."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("sqlalchemy", "reportlab", "alembic", "uharfbuzz", "PIL", "organizer.exchange", "organizer.sheets", "phonenumbers")


def loaded_after(code: str) -> set[str]:
    """The modules a fresh interpreter holds after running `code`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('|'.join(sys.modules))"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.strip().splitlines()[-1].split("|"))


@pytest.mark.parametrize("module", ["organizer.app", "organizer.ui.start_page", "organizer.cli"])
def test_starting_loads_nothing_heavy(module: str) -> None:
    loaded = loaded_after(f"import {module}")
    assert [name for name in HEAVY if name in loaded] == []


def test_opening_a_file_loads_neither_print_nor_migrations() -> None:
    loaded = loaded_after("import organizer.store.opening, organizer.store.store")
    assert [name for name in ("reportlab", "alembic", "uharfbuzz", "PIL", "organizer.exchange") if name in loaded] == []
