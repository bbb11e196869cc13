"""Save PDF and Print: what is in view comes out, whole or not at all; what must not be printed is refused in words."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from organizer.records.leaflet import Leaflet
from organizer.store import files
from organizer.ui import file_dialogs
from organizer.ui.prints.print_screen import PrintScreen
from organizer.ui.prints.raster import page_sizes
from organizer.ui.screens.leaflets import LeafletsPage
from organizer.ui.screens.press_releases import PressReleasesPage
from tests.ui.prints.conftest import Desk, words_of

Settled = Callable[[PrintScreen], None]


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that were suggested; what is saved goes to the test's folder under them."""
    names: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> Path:
        names.append(name)
        return tmp_path / name

    monkeypatch.setattr(file_dialogs, "ask_save", answer)
    return names


def test_the_leaflet_is_saved_as_it_is_seen(
    leaflets: LeafletsPage, desk: Desk, asked: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.session.said, timeout=10_000):
        leaflets.editor.head.file_actions["one-page"].trigger()
    assert asked == ["leaflet-2012-12-16-en-a5.pdf"]
    sheet = leaflets.viewer.sheet()
    assert sheet is not None
    assert (tmp_path / asked[0]).read_bytes() == sheet.pdf
    assert desk.heard.said == ["Saved as leaflet-2012-12-16-en-a5.pdf."]


@pytest.mark.parametrize(("layout", "size"), [("two-on-a4", (297, 210)), ("print-shop", (154, 216))])
def test_every_layout_is_saved_on_its_own_paper(
    leaflets: LeafletsPage, desk: Desk, asked: list[str], tmp_path: Path, qtbot: QtBot, layout: str, size: tuple[int, int]
) -> None:
    with qtbot.waitSignal(desk.session.said, timeout=10_000):
        leaflets.editor.head.file_actions[layout].trigger()
    width, height = page_sizes((tmp_path / asked[0]).read_bytes())[0]
    assert (round(width), round(height)) == size


def test_what_was_typed_is_saved_before_it_leaves_the_house(
    leaflets: LeafletsPage, desk: Desk, asked: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    headline = leaflets.form.body.controls["texts.headline"]
    headline.replace("Jobs back now")
    with qtbot.waitSignal(desk.session.said, timeout=10_000):
        leaflets.save_pdf("one-page")
    assert "JOBS BACK NOW" in words_of((tmp_path / asked[0]).read_bytes()).upper()
    assert desk.store.get(Leaflet, desk.leaflet.id).text_in("en", "headline") == "Jobs back now"


def test_a_note_that_stops_refuses_the_file_and_the_printer(
    leaflets: LeafletsPage, desk: Desk, asked: list[str], qtbot: QtBot
) -> None:
    leaflets.form.body.controls["texts.directions"].replace("Ask at 📞")
    for act in (lambda: leaflets.save_pdf("one-page"), leaflets.print_it):
        with qtbot.waitSignal(desk.session.failed, timeout=10_000):
            act()
    assert asked == []
    assert [error.message for error in desk.heard.failed] == ["This is not printed yet."] * 2
    assert "telephone receiver" in desk.heard.failed[0].hint


def test_a_press_release_has_its_words_beside_it(
    releases: PressReleasesPage, desk: Desk, asked: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.session.said, timeout=10_000):
        releases.save_pdf("with-text")
    words = (tmp_path / "press-release-2012-12-14-en.txt").read_text(encoding="utf-8")
    assert "Pickets in four cities" in words
    assert words.splitlines()[0] == "Campaign Kazakhstan"
    assert desk.heard.said[0].startswith("Saved as press-release-2012-12-14-en.pdf, and its words as")


def test_a_press_release_for_a_mail_is_tagged_and_large_print_is_a_choice_of_the_moment(
    releases: PressReleasesPage, desk: Desk, asked: list[str], tmp_path: Path, settled: Callable[..., None], qtbot: QtBot
) -> None:
    before = releases.viewer.sheet()
    releases.how.large.click()
    settled(releases)
    now = releases.viewer.sheet()
    assert before is not None and now is not None and now.pdf != before.pdf and not releases.form.is_dirty()
    for code in ("mail", "pdf"):
        with qtbot.waitSignal(desk.session.said, timeout=10_000):
            releases.save_pdf(code)
        with pikepdf.open(tmp_path / "press-release-2012-12-14-en-large.pdf") as made:
            assert ("/StructTreeRoot" in made.Root) is (code == "mail")


def test_without_the_wish_there_is_no_text_file(
    releases: PressReleasesPage, desk: Desk, asked: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.session.said, timeout=10_000):
        releases.save_pdf("pdf")
    assert list(tmp_path.glob("press-release*")) == [tmp_path / "press-release-2012-12-14-en.pdf"]


def test_a_full_disk_is_told_and_the_old_file_stays(
    leaflets: LeafletsPage, desk: Desk, asked: list[str], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "leaflet-2012-12-16-en-a5.pdf"
    old.write_bytes(b"the old one")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with qtbot.waitSignal(desk.session.failed, timeout=10_000):
        leaflets.save_pdf("one-page")
    assert old.read_bytes() == b"the old one"
    assert "full" in desk.heard.failed[0].message
    assert list(tmp_path.glob(".*.part")) == []


def test_a_folder_that_is_gone_is_told(
    leaflets: LeafletsPage, desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_asked: tmp_path / "gone" / "leaflet.pdf")
    with qtbot.waitSignal(desk.session.failed, timeout=10_000):
        leaflets.save_pdf("one-page")
    assert desk.heard.failed[0].hint


def test_print_opens_the_systems_dialog_with_the_pages_paper(leaflets: LeafletsPage, desk: Desk, qtbot: QtBot) -> None:
    leaflets.print_it()
    qtbot.waitUntil(lambda: leaflets.output.job is not None, timeout=10_000)
    job = leaflets.output.job
    assert job is not None and job.dialog is not None
    assert job.dialog.isVisible()
    paper = job.printer.pageLayout().pageSize().key()
    assert paper == "A5"
    assert job.printer.docName() == "Document"
    job.dialog.reject()


def test_words_for_a_mail_never_go_over_a_file_that_nobody_was_asked_about(
    releases: PressReleasesPage, desk: Desk, asked: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    others = tmp_path / "press-release-2012-12-14-en.txt"
    others.write_text("somebody's own", encoding="utf-8")
    for _time in range(2):
        with qtbot.waitSignal(desk.session.said, timeout=10_000):
            releases.save_pdf("with-text")
    assert others.read_text(encoding="utf-8") == "somebody's own"
    assert [path.name for path in sorted(tmp_path.glob("*.txt"))] == [
        "press-release-2012-12-14-en 2.txt",
        "press-release-2012-12-14-en.txt",
    ]


def test_a_name_without_its_suffix_is_asked_about_again_where_a_file_has_it_with_the_suffix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "leaflet.pdf").write_bytes(b"of others")
    typed, offered = [str(tmp_path / "leaflet"), str(tmp_path / "other")], []

    def choose(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(start).name)
        return typed.pop(0), ""

    monkeypatch.setattr("organizer.ui.file_dialogs.QFileDialog.getSaveFileName", choose)
    assert file_dialogs.ask_save(None, "Save PDF", "a.pdf", "PDF (*.pdf)") == tmp_path / "other.pdf"
    assert offered == ["a.pdf", "leaflet.pdf"]
