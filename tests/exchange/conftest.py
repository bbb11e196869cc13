"""Sheets meet encrypted files here: that a plain file keeps the same promises is asked of the store itself."""

from collections.abc import Iterator

import pytest

from organizer.exchange.sheets_in import preview, take_in
from organizer.store.opening import create_file
from organizer.store.store import Store
from tests.conftest import PASSPHRASE
from tests.exchange.sheets import LETTERS


@pytest.fixture
def passphrase() -> str | None:
    return PASSPHRASE


@pytest.fixture(scope="module")
def letter_book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A file into which the letters of 2011–12 were brought; for looking at, not for changing."""
    opened = create_file(tmp_path_factory.mktemp("letters") / "branch.organizer", PASSPHRASE)
    take_in(opened, preview(opened, "letters", LETTERS), skip_bad=False)
    yield opened
    opened.close(back_up=False)
