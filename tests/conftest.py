"""Shared fixtures. The window is drawn off screen; keys are derived with the cheap profile; the system speaks English."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORGANIZER_KDF", "test")
os.environ["LC_ALL"] = "C.UTF-8"

from organizer.store.opening import create_file
from organizer.store.store import Store
from tests import compiled

PASSPHRASE = "kettle anchor velvet"

compiled.once()


@pytest.fixture(params=[PASSPHRASE, None], ids=["encrypted", "plain"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    """What opens the file of `store`: everything that the store promises holds for encrypted and plain files alike."""
    given: str | None = request.param
    return given


@pytest.fixture
def store(tmp_path: Path, passphrase: str | None) -> Iterator[Store]:
    """An empty file, made by the real opening."""
    opened = create_file(tmp_path / "branch.organizer", passphrase, origin="Berlin")
    yield opened
    opened.close(back_up=False)
