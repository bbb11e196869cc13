"""No name of a record stands in the log, a crash report, the settings, window titles or files that nobody asked for."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer import paths, settings
from organizer.actions.privacy import known
from organizer.errors import UserError
from organizer.exchange.csv_out import to_csv, to_json
from organizer.records.base import Record
from organizer.records.organisation import Person
from organizer.records.picket import Picket
from organizer.sheets.what_is_known import what_is_known
from organizer.store.kept_backups import kept_backups
from organizer.store.rows import whole
from organizer.store.store import Store
from organizer.ui import crash
from organizer.ui.bring_in.sheet import BringIn
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.pages import PLACES
from organizer.ui.photo_editor.opening import edit_photo
from organizer.ui.recovery.offer import RecoveryOffer
from organizer.ui.safe_keeping.erase_sheet import EraseSheet
from organizer.ui.safe_keeping.known_sheet import KnownSheet
from organizer.ui.safe_keeping.lost_sheet import LostSheet
from organizer.ui.safe_keeping.restore_sheet import RestoreSheet
from organizer.ui.safe_keeping.sections import SECTIONS
from organizer.ui.session import Session
from tests import factories
from tests.ui.photo_editor.conftest import crowd

Open = Callable[..., MainWindow]
MARK = "Quixzalot"
NAME = f"Zoë {MARK}"


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where settings, log and temporary files go; empty."""
    folder = tmp_path / "outside"
    for name, variable in (
        ("config", "XDG_CONFIG_HOME"),
        ("state", "XDG_STATE_HOME"),
        ("cache", "XDG_CACHE_HOME"),
        ("tmp", "TMPDIR"),
    ):
        (folder / name).mkdir(parents=True)
        monkeypatch.setenv(variable, str(folder / name))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def watch(outside: Path, qapp: QApplication, look: Theme) -> Iterator[crash.CrashWatch]:
    before, handlers = sys.excepthook, list(logging.getLogger().handlers)
    made = crash.install(qapp)
    yield made
    sys.excepthook = before
    for handler in [each for each in logging.getLogger().handlers if each not in handlers]:
        logging.getLogger().removeHandler(handler)
        handler.close()
    if made.dialog is not None:
        made.dialog.accept()
    QApplication.processEvents()


def named(file: Store) -> list[Record]:
    """One record of each kind that has a form, with the name in it."""
    person = factories.person(file, name=NAME, email=f"{MARK}@example.org", address=f"7 {MARK} Row")
    branch = factories.organisation(file, name=f"Friends of {NAME}")
    return [
        person,
        branch,
        factories.donation(file, person_id=person.id, giver=NAME),
        factories.letter(file, organisation_id=branch.id, text_as_sent=f"Yours, {NAME}"),
        factories.picket(file, taken_by=NAME, occasion=f"For {NAME}"),
        factories.press_release(file, headline=f"{NAME} is free", contact_name=NAME),
    ]


def fail_with(record: Record) -> None:
    """A mistake of the program whose message quotes a record, on the way that every uncaught one takes."""
    try:
        raise KeyError(record.title())
    except KeyError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)


def written(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_name_that_goes_through_the_program_is_told_nowhere_outside(
    outside: Path, watch: crash.CrashWatch, open_window: Open, file: Store, session: Session, qtbot: QtBot,
    settle: Callable[[], None], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    records = named(file)
    window = open_window("overview")
    titles = {window.windowTitle()}
    with caplog.at_level(logging.DEBUG):
        for code in PLACES:
            window.show_page(code)
            settle()
            titles.add(window.windowTitle())
        for record in records:
            session.want(type(record), record.id)
            settle()
            titles |= {each.windowTitle() for each in QApplication.topLevelWidgets()}
            fail_with(record)
            with pytest.raises(UserError) as refused:
                file.delete(type(record)(uid=record.uid))
            assert MARK not in str(refused.value)
        told = known.known_about(file, NAME, known.people_named(file, NAME), today=session.today())
        what_is_known(told.name, told.day, known.chapters(told), "en")
        people = file.records(whole(Person))
        assert MARK.encode() in to_csv("people", people) and MARK.encode() in to_json("people", people)
        settings.save(session.settings)
        file.back_up()
    assert watch.dialog is not None and "KeyError" in watch.dialog.report.words()
    assert MARK not in watch.dialog.report.words() and watch.told
    assert "KeyError" in paths.log_file().read_text(encoding="utf-8") and paths.settings_file().is_relative_to(outside)
    out = capfd.readouterr()
    everything = [written(outside).decode("utf-8", "replace"), caplog.text, out.out, out.err, *titles]
    assert [text for text in everything if MARK.casefold() in text.casefold()] == []
    assert MARK.encode() not in written(file.path.parent), "the file and its backups are encrypted"


def test_nor_is_it_by_sheets_that_look_for_it_bring_it_in_print_it_and_bring_it_back(
    outside: Path, watch: crash.CrashWatch, open_window: Open, file: Store, session: Session, settle: Callable[[], None],
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    records = named(file)
    photo = file.attach(crowd((300, 200)), f"{MARK}.jpg", next(each for each in records if isinstance(each, Picket)))
    file.back_up()
    brought = tmp_path / f"{MARK}.csv"
    brought.write_text(f"Day;Name;Amount\n2012-03-01;{NAME};10.00\n32.13.2012;{NAME};x\n", encoding="utf-8")
    window = open_window("safe_keeping")
    seen: list[str] = []

    def look(sheet: Sheet | None = None) -> None:
        if sheet is not None and not sheet.isVisible():
            sheet.show_over()
        settle()
        seen.extend(each.windowTitle() for each in QApplication.topLevelWidgets())
        fail_with(records[0])
        if sheet is not None:
            sheet.dismiss()

    with caplog.at_level(logging.DEBUG):
        for section in SECTIONS:
            window.page().show_section(section.code)  # type: ignore[attr-defined]
            look()
        erase = EraseSheet(window, session, person=file.records(whole(Person))[0])
        erase.show_over()
        assert erase.on is not None
        erase.on.click()
        look(erase)
        tell = KnownSheet(window, session, NAME)
        tell.show_over()
        tell.on.click()
        look(tell)
        look(LostSheet(window, session, kept_backups(file)[0]))
        look(RestoreSheet(window, file.path, session.tasks, session=session))
        look(RecoveryOffer(window, file, session.tasks, today=session.today))
        bring = BringIn(window, session)
        bring.show_over()
        bring.open_sheet(brought)
        look(bring)
        edit_photo(session, window, photo.id, shape=1.5, printed_mm=154.0)
        look()
    assert watch.dialog is not None and MARK not in watch.dialog.report.words()
    out = capfd.readouterr()
    everything = [written(outside).decode("utf-8", "replace"), caplog.text, out.out, out.err, *seen]
    assert "KeyError" in everything[0] and [text for text in everything if MARK.casefold() in text.casefold()] == []


def test_a_mark_that_is_written_outside_would_be_seen(outside: Path) -> None:
    assert MARK.encode() not in written(outside)
    (outside / "config" / "settings.toml").write_text(f'last = "{NAME}"', encoding="utf-8")
    assert MARK.encode() in written(outside)
