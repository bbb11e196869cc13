"""A campaign file and its passphrase, as a person at a terminal has them, and a way to run a command on them."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from organizer.cli import main
from organizer.store.opening import create_file
from tests.conftest import PASSPHRASE


class Said(NamedTuple):
    """What a command left behind: its exit code and its two outputs."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("settings")))


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def command(*words: object) -> Said:
        code = main([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Said(code, out.decode(), err.decode())

    return command


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase.txt"
    path.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return path


@pytest.fixture
def campaign_file(tmp_path: Path) -> Path:
    """An empty encrypted file."""
    path = tmp_path / "branch.organizer"
    create_file(path, PASSPHRASE).close(back_up=False)
    return path


@pytest.fixture
def plain_file(tmp_path: Path) -> Path:
    """An empty file that needs no passphrase."""
    path = tmp_path / "plain.organizer"
    create_file(path, None).close(back_up=False)
    return path
