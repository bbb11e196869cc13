"""Output: a sheet saved as PDF or sent to the printer. A sheet that a note stops goes nowhere, and the sentence says why."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from organizer import paths
from organizer.errors import UserError
from organizer.i18n import _
from organizer.sheets.sheet import Sheet
from organizer.store.files import write_atomic
from organizer.ui import file_dialogs
from organizer.ui.printing import PrintJob
from organizer.ui.prints.proofs import Proof, refusal
from organizer.ui.session import Session


@dataclass(frozen=True)
class _Set:
    """A sheet that is ready, with its words for a mail."""

    sheet: Sheet
    text: str


def _set(proof: Proof) -> _Set:
    sheet = proof.work()
    if sheet.stopped:
        raise refusal(sheet)
    return _Set(sheet, proof.text() if proof.text else "")


class Output(QObject):
    """One for each screen of printed things. `given_out`: a sheet went to the printer, or was saved as a file."""

    given_out = Signal()

    def __init__(self, session: Session, screen: QWidget) -> None:
        super().__init__(screen)
        self._session = session
        self._screen = screen
        self.job: PrintJob | None = None

    def save_pdf(self, proof: Proof) -> None:
        """Set the sheet, ask where it goes, write it whole or not at all. Its words for a mail go beside it as text."""
        self._session.tasks.run(lambda: _set(proof), lambda made: self._ask_where(made, proof.file_name), self._session.fail)

    def _ask_where(self, made: _Set, name: str) -> None:
        path = file_dialogs.ask_save(self._screen, _("Save PDF"), name, "PDF (*.pdf)")
        if path is None:
            return
        path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        self._session.tasks.run(lambda: _write(path, made), self._say_saved, self._session.fail)

    def _say_saved(self, names: list[str]) -> None:
        if len(names) > 1:
            self._session.say(_("Saved as {pdf}, and its words as {text} for a mail.").format(pdf=names[0], text=names[1]))
        else:
            self._session.say(_("Saved as {name}.").format(name=names[0]))
        self.given_out.emit()

    def print_sheet(self, proof: Proof) -> None:
        """Set the sheet, ask for the printer, print at true size."""
        self._session.tasks.run(lambda: _set(proof), lambda made: self._ask_printer(made, proof), self._session.fail)

    def _ask_printer(self, made: _Set, proof: Proof) -> None:
        file = paths.documents() / proof.file_name
        job = PrintJob(self._session.tasks, made.sheet.pdf, self._screen.window(), file, copies=proof.copies)
        job.printed.connect(self._say_printed)
        job.failed.connect(self._on_print_failed)
        self.job = job
        job.ask()

    def _say_printed(self, file: str) -> None:
        self._session.say(_("Saved as {name}.").format(name=file) if file else _("Sent to the printer."))
        self.given_out.emit()

    def _on_print_failed(self, error: UserError) -> None:
        self._session.fail(error)


def _write(path: Path, made: _Set) -> list[str]:
    write_atomic(path, made.sheet.pdf)
    if not made.text:
        return [path.name]
    words = made.text.encode("utf-8")
    beside = _free(path.with_suffix(".txt"), words)
    write_atomic(beside, words)
    return [path.name, beside.name]


def _free(path: Path, words: bytes) -> Path:
    """This name, or one with a number behind it: nobody was asked whether another file may go."""
    for number in count(2):
        if not path.exists() or (path.is_file() and path.read_bytes() == words):
            break
        path = path.with_stem(f"{path.stem.removesuffix(f' {number - 1}')} {number}")
    return path
