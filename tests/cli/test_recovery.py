"""The commands that change a passphrase and open a file with its recovery sheet."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from organizer.store import recovery
from organizer.store.opening import is_plain, open_file
from tests.cli.conftest import Run
from tests.conftest import PASSPHRASE

NEW = "seven grey lanterns"


@pytest.fixture
def sheets(campaign_file: Path) -> list[tuple[str, ...]]:
    """One sheet that opens the file alone, then three of which two are needed."""
    store = open_file(campaign_file, PASSPHRASE)
    key = store.key()
    store.close(back_up=False)
    assert key is not None
    return [recovery.one_sheet(key), *recovery.three_sheets(key)]


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def opens(path: Path, passphrase: str) -> None:
    open_file(path, passphrase).close(back_up=False)


def test_a_passphrase_is_changed_by_two_lines(run: Run, campaign_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, PASSPHRASE, NEW)
    said = run("passphrase", campaign_file, "--passphrase-file", "-", "--new-passphrase-file", "-")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("The new passphrase opens the file")
    opens(campaign_file, NEW)


def test_a_plain_file_is_encrypted_by_one(run: Run, plain_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, NEW)
    assert run("passphrase", plain_file, "--new-passphrase-file", "-").code == 0
    assert not is_plain(plain_file)
    opens(plain_file, NEW)


def test_without_a_new_passphrase_everything_stays(
    run: Run, campaign_file: Path, passphrase_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch)
    said = run("passphrase", campaign_file, "--passphrase-file", passphrase_file, "--new-passphrase-file", "-")
    assert said.code == 2 and "empty" in said.err
    opens(campaign_file, PASSPHRASE)


def test_the_words_of_the_sheet_open_the_file_and_a_new_passphrase_is_set(
    run: Run, campaign_file: Path, sheets: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    numbered = [f"{place}. {word.upper()}" for place, word in enumerate(sheets[0], start=1)]
    typed(monkeypatch, *numbered, NEW)
    said = run("recover", campaign_file, "--new-passphrase-file", "-")
    assert (said.code, said.err) == (0, "")
    opens(campaign_file, NEW)


def test_two_of_three_sheets_open_it(
    run: Run, campaign_file: Path, sheets: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, " ".join(sheets[3]), " ".join(sheets[1]), NEW)
    said = run("recover", campaign_file, "--new-passphrase-file", "-")
    assert (said.code, said.err) == (0, "")
    assert "Sheet 3 can be read." in said.out
    opens(campaign_file, NEW)


def test_a_mistyped_word_is_named_and_no_word_is_repeated(
    run: Run, campaign_file: Path, sheets: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, " ".join([*sheets[0][:9], "kettlex", *sheets[0][10:]]))
    said = run("recover", campaign_file)
    assert said.code == 2
    assert said.err.startswith("Word 10 is none of the words")
    assert "kettlex" not in said.err


def test_the_words_of_another_file_are_told_as_such(
    run: Run, campaign_file: Path, sheets: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_file(campaign_file, PASSPHRASE)
    store.change_passphrase(NEW)
    store.close(back_up=False)
    typed(monkeypatch, " ".join(sheets[0]))
    said = run("recover", campaign_file)
    assert said.code == 2 and "not of this file as it is now" in said.err


def test_nothing_on_standard_input_is_told(run: Run, campaign_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch)
    assert run("recover", campaign_file).err.startswith("There are no words to read.")
