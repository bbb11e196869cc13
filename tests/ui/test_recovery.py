"""Recovery sheets in the window: printed, typed in, tried out, and a way in when the passphrase is forgotten."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from organizer import paths
from organizer.actions.recovery_sheets import note_made, note_of, note_tested
from organizer.errors import StorageFault
from organizer.settings import Settings
from organizer.store import recovery, rekey
from organizer.store.key import SALT_BYTES
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from organizer.ui import file_dialogs
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Text
from organizer.ui.look.theme import Theme
from organizer.ui.recovery.ask import AskPassphrase
from organizer.ui.recovery.change import ChangePassphrase
from organizer.ui.recovery.offer import RecoveryOffer
from organizer.ui.recovery.paper import THREE, one_pdf, write_pdfs
from organizer.ui.recovery.way_in import WayIn
from organizer.ui.recovery.words_field import WordsField
from organizer.ui.safe_keeping.passphrase import PassphraseSection
from organizer.ui.session import Session
from organizer.ui.tasks import Tasks
from organizer.ui.unlock import Unlock
from tests.conftest import PASSPHRASE
from tests.ui.hands import type_text

TODAY = date(2012, 12, 1)
NEW = "seven grey lanterns"
Settled = Callable[[], None]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Store]:
    store = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    yield store
    store.close(back_up=False)


@pytest.fixture
def field(window: QWidget) -> WordsField:
    made = WordsField()
    made.setParent(window)
    made.resize(700, 600)
    made.show()
    made.cells[0].setFocus()
    return made


def offer(window: QWidget, file: Store, tasks: Tasks) -> RecoveryOffer:
    sheet = RecoveryOffer(window, file, tasks, today=lambda: TODAY)
    sheet.show_over()
    return sheet


def words_of(store: Store) -> list[str]:
    key = store.key()
    assert key is not None
    return list(recovery.one_sheet(key))


def test_four_letters_of_each_word_are_enough_to_type_in_a_sheet(field: WordsField, file: Store) -> None:
    words, entered = words_of(file), []
    field.entered.connect(lambda: entered.append(True))
    for word in words:
        type_text(word[:4])
    assert field.words() == words
    assert entered == [True]
    part = field.read()
    assert part is not None and recovery.key_of([part]) == file.key()


def test_who_spells_the_words_out_types_in_the_same(field: WordsField) -> None:
    words = ["kidney", "acid", "academic", "echo", "eyebrow", "acid", "academic", "scandal", "dilemma", "listen", "enlarge"]
    for place, word in enumerate(words):
        type_text(word)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space if place % 2 else Qt.Key.Key_Tab)
    assert field.words() == words
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field.cells[len(words) + 1]


def test_words_may_be_pasted_with_their_numbers_in_any_order(field: WordsField, file: Store) -> None:
    words = words_of(file)
    numbered = [f"{place + 1} {word}" for place, word in enumerate(words)]
    QApplication.clipboard().setText("\n".join(reversed(numbered)))
    field.cells[0].paste()
    field.cells[0].textEdited.emit(field.cells[0].text())
    assert field.words() == words


def test_a_wrong_word_is_named_and_the_caret_goes_there(field: WordsField, file: Store) -> None:
    words = words_of(file)
    words[16] = "acid" if words[16] != "acid" else "acne"
    field.set_words(words)
    assert field.read() is None
    assert field.said().startswith("Word 17 is not the one")
    assert QApplication.focusWidget() is field.cells[16]
    field.set_words([*words[:4], "", *words[5:]])
    assert field.read() is None
    assert field.said() == "Word 5 is not typed in."


def test_every_word_has_its_number_for_those_who_listen(field: WordsField) -> None:
    assert [cell.accessibleName() for cell in field.cells][::45] == ["Word 1", "Word 46"]


def test_a_sheet_is_saved_typed_in_and_noted_without_its_words(
    window: QWidget, file: Store, tasks: Tasks, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "sheet.pdf"
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_asked: saved)
    sheet = offer(window, file, tasks)
    sheet.save.click()
    settled()
    note = note_of(file)
    assert note is not None and (note.made_on(), note.tested_on(), note.sheets) == (TODAY, None, 1)
    printed = pypdfium2.PdfDocument(saved.read_bytes())[0].get_textpage().get_text_bounded().split()
    words = [word for number, word in pairwise(printed) if number.isdigit() and word in recovery.word_list()]
    sheet.field.set_words(words)
    sheet.check.click()
    settled()
    note = note_of(file)
    assert note is not None and note.tested_on() == TODAY
    assert not set(words) & set(file.meta("recovery_sheet").replace('"', " ").split())


def test_a_printed_sheet_is_asked_for_and_its_words_leave_with_the_job(
    window: QWidget, file: Store, tasks: Tasks, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "documents", lambda: tmp_path)
    sheet = offer(window, file, tasks)
    sheet.print.click()
    settled()
    job = sheet.job
    assert job is not None and job.dialog is not None and job.dialog.isVisible()
    assert note_of(file) is None
    job.dialog.hide()
    job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    job.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    job.take()
    settled()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert note_of(file) is not None and sheet.field.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(job)


def test_of_three_sheets_two_are_typed_in_to_try_them(
    window: QWidget, file: Store, tasks: Tasks, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "three"
    folder.mkdir()
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_asked: folder)
    sheet = offer(window, file, tasks)
    sheet.kind.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert sheet.kind.value() == THREE and sheet.save.words() == "Save three PDFs"
    sheet.save.click()
    settled()
    files = sorted(file.name for file in folder.iterdir())
    assert files == [f"Recovery sheet {number} of 3.pdf" for number in (1, 2, 3)]
    assert [len(pypdfium2.PdfDocument((folder / name).read_bytes())) for name in files] == [1, 1, 1]
    key = file.key()
    assert key is not None
    first, _second, third = recovery.three_sheets(key)
    for words in (first, first, third):
        sheet.field.set_words(list(words))
        sheet.check.click()
    settled()
    note = note_of(file)
    assert note is not None and (note.sheets, note.tested_on()) == (3, TODAY)


def test_three_files_are_written_or_none_and_one_pdf_can_hold_all_three(file: Store, tmp_path: Path) -> None:
    key = file.key()
    assert key is not None
    (tmp_path / "Recovery sheet 2 of 3.pdf").write_bytes(b"of somebody else")
    with pytest.raises(StorageFault, match="of this name already"):
        write_pdfs(key, THREE, TODAY, tmp_path)
    assert [found.name for found in tmp_path.glob("*.pdf")] == ["Recovery sheet 2 of 3.pdf"]
    assert len(pypdfium2.PdfDocument(one_pdf(key, THREE, TODAY))) == 3


def test_the_sheet_of_another_file_is_told(window: QWidget, file: Store, tasks: Tasks, tmp_path: Path) -> None:
    other = create_file(tmp_path / "other.organizer", PASSPHRASE)
    sheet = offer(window, file, tasks)
    sheet.show_test()
    sheet.field.set_words(words_of(other))
    sheet.check.click()
    other.close(back_up=False)
    assert "another file" in sheet.field.said()
    assert note_of(file) is None


def test_after_another_passphrase_the_old_sheet_counts_no_more(file: Store) -> None:
    note_made(file, TODAY, 1)
    note_tested(file, TODAY)
    assert note_of(file) is not None
    file.change_passphrase(NEW)
    assert note_of(file) is None


def test_a_forgotten_passphrase_the_words_open_the_file_and_a_new_one_is_set(
    window: QWidget, tasks: Tasks, settled: Settled, tmp_path: Path
) -> None:
    made = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    words = words_of(made)
    made.close(back_up=False)
    opened: list[Store] = []
    unlock = Unlock(window, made.path, tasks)
    unlock.opened.connect(opened.append)
    unlock.show_over()
    settled()
    unlock.recover.click()
    assert unlock.isHidden() and isinstance(unlock.way, WayIn)
    way = unlock.way
    way.words.field.set_words(words)
    way.words.open.click()
    settled()
    sheet = way.new_passphrase
    assert sheet is not None and not sheet.asked and opened == []
    for secret in (sheet.secret.first, sheet.secret.second):
        secret.set_text(NEW)
    sheet.go_on.click()
    settled()
    assert opened == [] and way.new_sheet is not None
    way.new_sheet.later.click()
    (store,) = opened
    assert store.key_by(NEW) == store.key()
    store.close(back_up=False)


def test_nothing_holds_a_closed_file_when_the_sheets_are_put_away(
    window: QWidget, tasks: Tasks, settled: Settled, tmp_path: Path
) -> None:
    made = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    words, path = words_of(made), made.path
    made.close(back_up=False)
    opened: list[weakref.ref[Store]] = []
    unlock = Unlock(window, path, tasks)
    unlock.opened.connect(lambda store: opened.append(weakref.ref(store)))
    unlock.show_over()
    unlock.recover.click()
    assert unlock.way is not None
    unlock.way.words.field.set_words(words)
    unlock.way.words.open.click()
    settled()
    assert unlock.way.new_passphrase is not None
    unlock.way.new_passphrase.cancel.click()
    store = opened[0]()
    assert store is not None
    store.close(back_up=False)
    del store, unlock, made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert opened[0]() is None


def test_who_puts_the_words_away_is_back_at_the_passphrase(window: QWidget, file: Store, tasks: Tasks, settled: Settled) -> None:
    unlock = Unlock(window, file.path, tasks)
    unlock.show_over()
    settled()
    unlock.recover.click()
    assert unlock.way is not None
    unlock.way.words.cancel.click()
    assert unlock.isVisible()


def test_the_words_open_a_file_whose_beginning_is_lost(window: QWidget, tasks: Tasks, settled: Settled, tmp_path: Path) -> None:
    made = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    words = words_of(made)
    made.close(back_up=False)
    made.path.write_bytes(bytes(SALT_BYTES) + made.path.read_bytes()[SALT_BYTES:])
    opened: list[Store] = []
    way = WayIn(window, window, made.path, tasks)
    way.opened.connect(opened.append)
    way.words.field.set_words(words)
    way.words.open.click()
    settled()
    assert way.new_passphrase is not None
    way.new_passphrase.cancel.click()
    (store,) = opened
    store.check()
    store.close(back_up=False)


def test_the_words_of_another_file_open_nothing_and_it_says_so(
    window: QWidget, file: Store, tasks: Tasks, settled: Settled, tmp_path: Path
) -> None:
    other = create_file(tmp_path / "other.organizer", PASSPHRASE)
    other.close(back_up=False)
    way = WayIn(window, window, other.path, tasks)
    way.words.field.set_words(words_of(file))
    way.words.open.click()
    settled()
    assert "not of this file" in way.words.said()


def test_a_change_asks_for_the_old_passphrase(window: QWidget, file: Store, tasks: Tasks, settled: Settled) -> None:
    changed: list[bool] = []
    sheet = ChangePassphrase(window, file, tasks)
    sheet.changed.connect(lambda: changed.append(True))
    sheet.show_over()
    for secret in (sheet.secret.first, sheet.secret.second):
        secret.set_text(NEW)
    sheet.go_on.click()
    assert QApplication.focusWidget() is sheet.old.editor
    key = file.key()
    sheet.old.set_text("wrong")
    sheet.go_on.click()
    settled()
    assert file.key() == key and changed == []
    sheet.old.set_text(PASSPHRASE)
    sheet.go_on.click()
    settled()
    assert file.key() != key and changed == [True]


@pytest.fixture
def section(window: QWidget, file: Store, tasks: Tasks) -> Iterator[PassphraseSection]:
    session = Session(file, Settings(), today=lambda: TODAY, tasks=tasks)
    made = PassphraseSection(session)
    made.setParent(window)
    made.resize(1000, 700)
    made.show()
    yield made
    made.setParent(None)
    made.deleteLater()


def sheet_over(window: QWidget, kind: type[Sheet]) -> Sheet:
    (found,) = [sheet for sheet in window.findChildren(kind) if sheet.isVisible()]
    return found


def test_the_section_says_whether_there_is_a_sheet_and_whether_it_was_tried(section: PassphraseSection, file: Store) -> None:
    assert section._sheet.text().startswith("No recovery sheet yet.")
    note_made(file, TODAY, 3)
    section.entered()
    assert section._sheet.text() == "3 sheets made on 1 Dec 2012, not tried yet: type it in once to see that it can be read."
    note_tested(file, TODAY)
    section.entered()
    assert section._sheet.text() == "3 sheets made on 1 Dec 2012, tried on 1 Dec 2012."


def test_a_new_sheet_is_made_only_for_those_who_know_the_passphrase(
    window: QWidget, section: PassphraseSection, settled: Settled
) -> None:
    section.make.click()
    ask = sheet_over(window, AskPassphrase)
    assert isinstance(ask, AskPassphrase)
    ask.passphrase.set_text(PASSPHRASE)
    ask.go_on.click()
    settled()
    assert sheet_over(window, RecoveryOffer).isVisible()


def test_a_plain_file_can_be_encrypted_here(
    window: QWidget, tasks: Tasks, settled: Settled, tmp_path: Path, qtbot: QtBot
) -> None:
    plain = create_file(tmp_path / "plain.organizer", None)
    session = Session(plain, Settings(), today=lambda: TODAY, tasks=tasks)
    page = PassphraseSection(session)
    page.setParent(window)
    page.show()
    assert page.change.words() == "Encrypt this file…"
    page.ask_change()
    sheet = sheet_over(window, ChangePassphrase)
    assert isinstance(sheet, ChangePassphrase) and not sheet.asked
    for secret in (sheet.secret.first, sheet.secret.second):
        secret.set_text(NEW)
    sheet.go_on.click()
    settled()
    assert page.change.words() == "Change the passphrase…"
    assert sheet_over(window, RecoveryOffer).isVisible()
    plain.close(back_up=False)
    open_file(plain.path, NEW).close(back_up=False)


def test_where_there_is_little_room_the_words_stand_in_fewer_columns_and_none_is_cut(
    field: WordsField, window: QWidget, look: Theme
) -> None:
    assert field.columns == 4
    look.apply(dark=False, scale=1.5)
    QApplication.processEvents()
    field.resize(690, 400)
    QApplication.processEvents()
    assert field.columns == 3
    longest = max(recovery.word_list(), key=lambda word: field.cells[0].fontMetrics().horizontalAdvance(word))
    field.set_words([longest] * recovery.WORDS)
    room = field.cells[0].contentsRect().width() - field.cells[0].textMargins().left() - field.cells[0].textMargins().right()
    assert field.cells[0].fontMetrics().horizontalAdvance(longest) < room


def test_a_change_that_stands_though_the_disk_failed_after_it_offers_a_new_sheet_too(
    section: PassphraseSection, window: QWidget, file: Store, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_path: Path) -> None:
        raise StorageFault("The disk failed.", "Look after it.")

    monkeypatch.setattr(rekey, "settled", fails)
    section.change.click()
    sheet = sheet_over(window, ChangePassphrase)
    assert isinstance(sheet, ChangePassphrase)
    for secret in (sheet.old, sheet.secret.first, sheet.secret.second):
        secret.set_text(PASSPHRASE if secret is sheet.old else NEW)
    key = file.key()
    sheet.go_on.click()
    settled()
    assert file.key() != key
    assert not [other for other in window.findChildren(ChangePassphrase) if other.isVisible()]
    offer = sheet_over(window, RecoveryOffer)
    assert any("disk failed right after" in text.text() for text in offer.findChildren(Text) if text.isVisible())
