"""From what stands in the form to paper, to a file, and to the print run that is written down."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from organizer.actions.print_runs import begin_print_run
from organizer.i18n import _, _n
from organizer.records.prints import Subject
from organizer.sheets.orders import Order, answers_in
from organizer.ui.print_room.run_bar import RunBar
from organizer.ui.print_room.work import Work
from organizer.ui.prints.output import Output
from organizer.ui.session import Session

_FIRST, _SHEETS = "first", "sheets"
"""What numbered sheets ask for: the number of the first one, and how many there are of a set."""


class ToPaper(QObject):
    """After a sheet was printed or saved, `bar` asks how many there are of it by now; `log` answers for it.

    `logged`: a print run is written down.
    """

    logged = Signal()

    def __init__(self, session: Session, work: Work, screen: QWidget) -> None:
        super().__init__(screen)
        self._session, self._work = session, work
        self._order: Order | None = None
        self._subject: Subject | None = None
        self._copies = 1
        self.output, self.bar = Output(session, screen), RunBar()
        self.output.given_out.connect(self.ask)
        self.bar.logged.connect(self.log)

    def take(self, order: Order, subject: Subject | None, copies: int) -> None:
        """What is printed from here on."""
        self._order, self._subject, self._copies = order, subject, copies

    def print_it(self) -> None:
        """Print the layout that is in view."""
        proof = self._work.proof(self._order, self._copies) if self._order is not None else None
        if proof is not None:
            self.output.print_sheet(proof)

    def save_pdf(self, layout: str) -> None:
        """Write this layout to a file."""
        proof = self._work.proof(replace(self._order, layout=layout), 1) if self._order is not None else None
        if proof is not None:
            self.output.save_pdf(proof)

    def ask(self) -> None:
        """Ask how many pieces were printed: copies times what stands on a sheet of paper, times the sheets of a numbered set."""
        if self._order is not None:
            layout = self._order.kind.format(self._order.format).layout(self._order.layout)
            pieces = layout.columns * layout.rows if layout.arrangement == "grid" else 1
            self.bar.ask(self._copies * pieces * max(1, _number(self._answers(self._order), _SHEETS)))

    def log(self, copies: int) -> None:
        """Write the print run down: one step, with Undo beside its sentence."""
        order, subject = self._order, self._subject
        if order is not None and subject is not None and self._session.tried(lambda: self._save(order, subject, copies)):
            count = _n("{n} copy", "{n} copies", copies)
            self.logged.emit()
            self._session.say(_("{count} of “{name}” logged.").format(count=count, name=order.kind.title()), undoable=True)

    def _save(self, order: Order, subject: Subject, copies: int) -> None:
        trimmed, answers = order.kind.format(order.format), self._answers(order)
        run = begin_print_run(
            self._session.store,
            subject,
            order.kind.key,
            printed=copies,
            language=order.language,
            format_key=trimmed.key,
            layout=trimmed.layout(order.layout).key,
            needs=order.kind.needs,
            answers=answers,
            first_number=_number(answers, _FIRST) or None if order.kind.numbered else None,
            numbers=_number(answers, _SHEETS) or None,
            print_class=order.kind.class_with(answers, order.print_class),
            today=self._session.today(),
        )
        self._session.store.save(run)

    def _answers(self, order: Order) -> dict[str, str]:
        parts = self._work.parts
        return answers_in(order.kind, parts, order.language, order.written) if parts is not None else {}


def _number(answers: dict[str, str], key: str) -> int:
    """An answer that is a number; 0 where it is not asked for."""
    said = answers.get(key, "").strip()
    return int(said) if said.isdecimal() else 0
