"""Whatever is handed to a command that cannot be done is refused in two sentences, with exit code 2, and nothing is changed."""

import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from organizer.store.opening import create_file, open_file
from tests import factories
from tests.cli.conftest import Run, Said
from tests.conftest import PASSPHRASE
from tests.exchange.sheets import PICKETS, sheet

Words = Callable[[Path], list[object]]


def assert_refused(said: Said) -> None:
    """Two sentences on standard error, the first of which may follow rows that were named; no traceback."""
    assert said.code == 2 and said.out == "", said
    last = said.err.strip().splitlines()[-1]
    assert "Traceback" not in said.err and len(re.findall(r"[.…](?:\s|$)", last)) >= 2, last


def files_in(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, but for the campaign file, which notes when it was opened."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.suffix != ".organizer"}


def binary(folder: Path) -> Path:
    path = folder / "binary.organizer"
    path.write_bytes(bytes(range(256)) * 64)
    return path


def cut(folder: Path) -> Path:
    path = folder / "cut.organizer"
    path.write_bytes(b"SQLite format 3\x00" + b"\x01" * 100)
    return path


def empty(folder: Path) -> Path:
    path = folder / "empty.organizer"
    path.touch()
    return path


def foreign(folder: Path) -> Path:
    path = folder / "foreign.organizer"
    path.write_bytes(b"SQLite format 3\x00" + b"\x00" * 8176)
    return path


WHOLE = [
    lambda folder: folder / "gone.organizer",
    lambda folder: folder,
    binary,
    cut,
    empty,
    foreign,
    lambda folder: folder / "gone" / "deeper.organizer",
    lambda _folder: "",
    lambda _folder: "nul\x00.organizer",
    lambda folder: sheet(folder, "a,b", name="sheet.organizer"),
]
REST: dict[str, list[object]] = {
    "import": ["pickets", PICKETS],
    "list": ["pickets"],
    "print": ["leaflet", "--out", "never.pdf"],
    "check": [],
    "backup": [],
}


@pytest.mark.parametrize("command", list(REST))
@pytest.mark.parametrize("make", WHOLE, ids=[f"file {number}" for number in range(len(WHOLE))])
def test_what_is_no_campaign_file_is_refused_by_every_command(
    run: Run, tmp_path: Path, passphrase_file: Path, command: str, make: Callable[[Path], object]
) -> None:
    assert_refused(run(command, make(tmp_path), *REST[command], "--passphrase-file", passphrase_file))


@pytest.mark.parametrize("command", list(REST))
def test_a_wrong_empty_or_missing_passphrase_is_refused_by_every_command(
    run: Run, tmp_path: Path, campaign_file: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    for name, words in (("wrong.txt", "not it\n"), ("empty.txt", ""), ("latin.txt", "\udcff")):
        (tmp_path / name).write_text(words, encoding="utf-8", errors="surrogateescape")
        assert_refused(run(command, campaign_file, *REST[command], "--passphrase-file", tmp_path / name))
    assert_refused(run(command, campaign_file, *REST[command], "--passphrase-file", tmp_path / "gone.txt"))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert_refused(run(command, campaign_file, *REST[command]))
    assert_refused(run(command, campaign_file, *REST[command], "--passphrase-file", "-"))


@pytest.mark.parametrize("command", list(REST))
def test_a_file_that_is_open_elsewhere_is_refused_by_every_command(run: Run, plain_file: Path, command: str) -> None:
    holder = open_file(plain_file)
    assert_refused(run(command, plain_file, *REST[command]))
    holder.close(back_up=False)


@pytest.mark.parametrize(
    "words",
    [
        ["new"],
        ["new", ""],
        ["new", "nul\x00"],
        ["new", "gone/deeper/new.organizer", "--plain"],
        ["new", "there.organizer", "--plain"],
        ["new", ".", "--plain"],
        ["new", "n.organizer", "--passphrase-file", "gone.txt"],
        ["new", "n.organizer", "--passphrase", "secret"],
        ["new", "n.organizer", "extra", "--plain"],
        ["new", "n" * 300, "--plain"],
        ["new", "there.organizer/n.organizer", "--plain"],
        ["import"],
        ["import", "there.organizer", "songs", "sheet.csv"],
        ["import", "there.organizer", "pickets", "gone.csv"],
        ["import", "there.organizer", "pickets", "."],
        ["import", "there.organizer", "pickets", "binary.csv"],
        ["import", "there.organizer", "pickets", "empty.csv"],
        ["import", "there.organizer", "pickets", "headings.csv"],
        ["import", "there.organizer", "pickets", "other.csv"],
        ["import", "there.organizer", "pickets", "huge.csv"],
        ["import", "there.organizer", "pickets", "book.xlsx"],
        ["import", "there.organizer", "pickets", "there.organizer"],
        ["import", "there.organizer", "pickets", "nul\x00.csv"],
        ["list", "there.organizer", "songs"],
        ["list", "there.organizer", ""],
        ["list", "there.organizer", "pickets", "--csv", "--json"],
        ["list", "there.organizer", "pickets", "--unknown"],
        ["print", "there.organizer", "poster", "--out", "o.pdf"],
        ["print", "there.organizer", "leaflet"],
        ["print", "there.organizer", "leaflet", "--out", "o.pdf"],
        ["print", "there.organizer", "leaflet", "--out", "there.pdf"],
        ["print", "there.organizer", "press-release", "--out", "gone/o.pdf"],
        ["print", "there.organizer", "leaflet", "--record", "x", "--out", "o.pdf"],
        ["print", "there.organizer", "leaflet", "--record", "ffffffff", "--out", "o.pdf"],
        ["print", "there.organizer", "leaflet", "--from-picket", "%%%%%%", "--out", "o.pdf"],
        ["print", "there.organizer", "leaflet", "--record", "a", "--from-picket", "b", "--out", "o.pdf"],
        ["print", "there.organizer", "leaflet", "--layout", "a0", "--out", "o.pdf"],
        ["print", "there.organizer", "press-release", "--language", "tlh", "--out", "o.pdf"],
        ["backup", "there.organizer", "--to", "there.pdf"],
        ["backup", "there.organizer", "--to", "gone/deeper"],
        ["check"],
        ["check", "there.organizer", "extra"],
        ["unknown"],
        ["--unknown"],
        [],
    ],
    ids=lambda words: " ".join(words)[:60].replace("\x00", "NUL") or "nothing",
)
def test_words_that_cannot_be_done_are_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    store = create_file(tmp_path / "there.organizer", None)
    factories.press_release(store)
    store.close(back_up=False)
    sheet(tmp_path, "Date,City", name="headings.csv")
    sheet(tmp_path, "one,two", "1,2", name="other.csv")
    sheet(tmp_path, "Date,City,Notes", f"2012-01-01,London,{'x' * 40_000}", name="huge.csv")
    for name, data in (("binary.csv", b"\x00\xff"), ("empty.csv", b""), ("book.xlsx", b"PK\x03\x04"), ("there.pdf", b"%PDF")):
        (tmp_path / name).write_bytes(data)
    before = files_in(tmp_path)
    assert_refused(run(*words))
    assert files_in(tmp_path) == before


def test_a_sheet_that_stops_its_print_writes_nothing(run: Run, plain_file: Path, tmp_path: Path) -> None:
    store = open_file(plain_file)
    factories.leaflet(store, texts={"en": {"headline": "Free them", "body": "Too many words. " * 600}})
    store.close(back_up=False)
    assert_refused(run("print", plain_file, "leaflet", "--out", tmp_path / "o.pdf"))
    assert not (tmp_path / "o.pdf").exists()
    assert_refused(run("print", plain_file, "leaflet", "--language", "ru", "--out", tmp_path / "o.pdf"))


def test_what_the_records_lack_stops_a_print_as_well(run: Run, plain_file: Path, tmp_path: Path) -> None:
    store = open_file(plain_file)
    campaign = factories.campaign(store, imprint_country="DE", imprint_address="Allee 1, Berlin", imprint_printer="Druckerei")
    factories.leaflet(store, campaign_id=campaign.id)
    store.close(back_up=False)
    said = run("print", plain_file, "leaflet", "--out", tmp_path / "o.pdf")
    assert_refused(said)
    assert "printer without an address" in said.err and not (tmp_path / "o.pdf").exists()


def test_several_records_are_not_guessed_between(run: Run, plain_file: Path, tmp_path: Path) -> None:
    store = open_file(plain_file)
    factories.leaflet(store)
    factories.leaflet(store)
    store.close(back_up=False)
    assert_refused(run("print", plain_file, "leaflet", "--out", tmp_path / "o.pdf"))


def test_a_refusal_speaks_the_terminals_language_where_none_was_chosen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert run("check", "gone.organizer").err.startswith("Diese Datei gibt es nicht.")
    monkeypatch.setenv("LC_ALL", "C")
    assert run("check", "gone.organizer").err.startswith("There is no such file.")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["new", "gone/new.organizer", "--plain"], "There is no such folder"),
        (["new", "there.pdf/new.organizer", "--plain"], "There is no such folder"),
        (["new", f"{'n' * 240}.organizer", "--plain"], "No file can have a name"),
        (["new", ".", "--plain"], "“here” is there already"),
        (["backup", "there.organizer", "--to", "gone/deeper"], "There is no such folder"),
        (["backup", "there.organizer", "--to", "there.pdf"], "There is no such folder"),
        (["check", "gone.organizer"], "There is no such file."),
        (["import", "there.organizer", "pickets", "."], "“here” is a folder"),
    ],
)
def test_what_is_wrong_with_a_place_is_said_of_the_place(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    create_file(here / "there.organizer", None).close(back_up=False)
    (here / "there.pdf").write_bytes(b"%PDF")
    said = run(*words)
    assert_refused(said)
    assert said.err.startswith(told)


def test_where_no_backup_can_be_made_it_is_said_that_the_change_is_saved(run: Run, plain_file: Path) -> None:
    (plain_file.parent / "plain backups").write_text("in the way", encoding="utf-8")
    said = run("import", plain_file, "pickets", PICKETS, "--skip-bad")
    assert (said.code, said.err.splitlines()[-1][:25]) == (2, "What was changed is saved")
    assert "4 new rows" in said.out
    assert run("list", plain_file, "pickets").out.count("London") == 4


def test_a_passphrase_that_an_editor_saved_with_its_mark_is_the_same(run: Run, campaign_file: Path, tmp_path: Path) -> None:
    marked = tmp_path / "marked.txt"
    marked.write_text(f"{PASSPHRASE}\r\n", encoding="utf-8-sig", newline="")
    assert run("check", campaign_file, "--passphrase-file", marked).code == 0


def test_bytes_on_standard_input_that_are_no_text_are_refused(
    run: Run, campaign_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8"))
    assert_refused(run("check", campaign_file, "--passphrase-file", "-"))


def test_the_passphrase_comes_from_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.organizer"
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\nnot this\n"))
    assert run("new", path, "--passphrase-file", "-").code == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\r\n"))
    assert run("check", path, "--passphrase-file", "-").code == 0


def test_a_terminal_asks_for_a_new_passphrase_twice(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    answers = iter(["one", "two", "one two", "one two", "one two"])
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("organizer.cli.passphrase.getpass", lambda _question: next(answers))
    path = tmp_path / "asked.organizer"
    assert_refused(run("new", path))
    assert not path.exists()
    assert run("new", path).code == 0 and run("check", path).code == 0


def test_a_file_in_a_folder_that_cannot_be_written_is_refused(run: Run, tmp_path: Path) -> None:
    assert_refused(run("new", "/proc/no.organizer", "--plain"))
    assert os.path.isdir("/proc") and not os.path.exists("/proc/no.organizer")  # noqa: PTH110, PTH112
