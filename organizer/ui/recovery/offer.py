"""RecoveryOffer: the recovery sheet, or three of which two are enough, is printed; then it is typed in once to try it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QWidget

from organizer import paths
from organizer.actions.recovery_sheets import note_made, note_offered, note_tested
from organizer.errors import UserError
from organizer.i18n import _
from organizer.store import recovery
from organizer.store.recovery import RecoveryPart, RecoveryProblem
from organizer.store.store import Store
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.segmented import Segmented
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.notice import Notice
from organizer.ui.printing import PrintJob
from organizer.ui.recovery.paper import ONE, THREE, one_pdf, write_pdfs
from organizer.ui.recovery.words_field import WordsField
from organizer.ui.tasks import Tasks


class RecoveryOffer(Sheet):
    """For an open encrypted file. Its words are nowhere kept: what is typed in is compared with the file's own key."""

    def __init__(self, window: QWidget, store: Store, tasks: Tasks, *, today: Callable[[], date] = date.today) -> None:
        self._store, self._tasks, self._today = store, tasks, today
        self._parts: list[RecoveryPart] = []
        self.job: PrintJob | None = None
        self.kind = Segmented([(ONE, _("One sheet")), (THREE, _("Three sheets, of which two open it"))], stretch=False)
        self.kind.setAccessibleName(_("How many sheets"))
        self.kind.chosen.connect(self._name_ways)
        self.later = Button(_("Not now"), "quiet")
        self.save = Button(_("Save PDF"))
        self.print = Button(_("Print"), "primary", icon="printer")
        self.field = WordsField()
        self.stop = Button(_("Not now"), "quiet")
        self.check = Button(_("Check the words"), "primary", keys="Enter")
        self._notice = Notice()
        super().__init__(window, _("Recovery sheet"), self._contents(), width=720)
        self.closed.connect(self._on_closed)
        for button, act in (
            (self.later, self.dismiss),
            (self.stop, self.dismiss),
            (self.print, self._print),
            (self.save, self._save),
            (self.check, self.try_words),
        ):
            button.clicked.connect(act)
        self.field.entered.connect(self.try_words)

    def _contents(self) -> QWidget:
        head = row(Text(_("Recovery sheet"), "title"), None, Glyph("life-buoy", 22), gap=8)
        self._first, self._second = self._offer(), self._test()
        self._second.hide()
        return box(col(head, self._notice, self._first, (self._second, 1), gap=10, margins=(26, 22, 22, 4)))

    def _offer(self) -> QWidget:
        sentences = (
            _("A forgotten passphrase cannot be found out or reset. The recovery sheet then opens the file all the same."),
            _("It is 46 words on paper. Who has them and the file can read all of it: keep the sheet away from the file."),
            _("Three sheets can lie in three places. One that is lost or seized opens nothing; any two open the file."),
        )
        words = [Text(sentence, "body", "ink2", wrap=True) for sentence in sentences]
        foot = row(None, self.later, self.save, self.print, gap=6, margins=(0, 12, 0, 16))
        return box(col(*words, 2, row(self.kind, None), None, foot, gap=8))

    def _test(self) -> QWidget:
        self._task = Text(
            _("Type in the words as they stand on the paper. So you know that it can be read and opens the file."),
            "body",
            "ink2",
            wrap=True,
        )
        foot = row(None, self.stop, self.check, gap=6, margins=(0, 12, 0, 16))
        return box(col(self._task, (self.field, 1), foot, gap=8))

    def show_over(self, first: QWidget | None = None) -> None:
        note_offered(self._store, offered=True)
        super().show_over(first or self.print)

    def tell(self, error: UserError) -> None:
        """What went wrong just before this was offered."""
        self._notice.fail(error)

    def show_test(self) -> None:
        """Go on to typing in what was printed."""
        self._notice.clear()
        self._first.hide()
        self._second.show()
        self.field.cells[0].setFocus()

    def try_words(self) -> None:
        """Compare what was typed with the file's own key; of three sheets two are asked for, one after the other."""
        part = self.field.read()
        if part is None:
            return
        parts = [*self._parts, part]
        try:
            key = recovery.key_of(parts)
        except RecoveryProblem as problem:
            self._go_on_with(part, problem)
            return
        if key != self._store.key():
            self.field.say(_of_another_file())
            return
        self._keep_note(partial(note_tested, self._store, self._today()))
        self.dismiss()

    def _go_on_with(self, part: RecoveryPart, problem: RecoveryProblem) -> None:
        """The first of two sheets was right: ask for another. Whatever else is the matter is said."""
        if not self._parts and part.needed > 1:
            self._parts.append(part)
            self.field.set_words([])
            self._task.setText(_("Sheet {number} can be read. Now type in another of the three.").format(number=part.number))
            self.field.cells[0].setFocus()
        else:
            self.field.say(problem)

    def _print(self) -> None:
        key, kind, day = self._store.key(), self.kind.value(), self._today()
        if key is not None:
            self._tasks.run(partial(one_pdf, key, kind, day), self._ask_printer, self._notice.fail)

    def _ask_printer(self, pdf: bytes) -> None:
        self._forget_job()
        file = paths.documents() / f"{_('Recovery sheet')}.pdf"
        self.job = PrintJob(self._tasks, pdf, self.window(), file)
        self.job.printed.connect(lambda _name: self._given_out())
        self.job.failed.connect(self._notice.fail)
        self.job.ask()

    def _save(self) -> None:
        key, kind, day, place = self._store.key(), self.kind.value(), self._today(), self._ask_place()
        if key is not None and place is not None:
            self._tasks.run(partial(write_pdfs, key, kind, day, place), self._saved, self._notice.fail)

    def _ask_place(self) -> Path | None:
        """A file for one sheet, a folder for three."""
        if self.kind.value() == THREE:
            return file_dialogs.ask_folder(self, _("A folder for the three sheets"), paths.documents())
        path = file_dialogs.ask_save(self, _("Save PDF"), f"{_('Recovery sheet')}.pdf", "PDF (*.pdf)")
        return path if path is None or path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

    def _saved(self, _none: None) -> None:
        self._given_out()

    def _name_ways(self, kind: str) -> None:
        self.save.set_words(_("Save three PDFs") if kind == THREE else _("Save PDF"))

    def _given_out(self) -> None:
        self._forget_job()
        self._keep_note(partial(note_made, self._store, self._today(), 3 if self.kind.value() == THREE else 1))
        self.show_test()

    def _keep_note(self, note: Callable[[], None]) -> None:
        try:
            note()
        except UserError as error:
            self._notice.fail(error)

    def _forget_job(self) -> None:
        """The words are in its PDF. The printer is the job's, so a dialog that is still open keeps it."""
        job, self.job = self.job, None
        if job is not None and (job.dialog is None or not shiboken6.isValid(job.dialog) or job.dialog.isHidden()):
            job.deleteLater()

    def _on_closed(self) -> None:
        note_offered(self._store, offered=False)
        self._forget_job()
        self._parts.clear()
        self.field.set_words([])
        self.deleteLater()


def _of_another_file() -> RecoveryProblem:
    return RecoveryProblem(
        _("These words are of another file, or of an earlier passphrase of this one."),
        _("Look at the mark in the head of the sheet."),
    )
