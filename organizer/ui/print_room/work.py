"""Work on a sheet away from the window's thread: what it is made of is gathered, then it is set; only the newest wish counts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from organizer.actions.print_room import parts_for
from organizer.errors import UserError
from organizer.records.prints import PrintParts, Subject
from organizer.sheets.catalogue import draw
from organizer.sheets.orders import Order
from organizer.sheets.sheet import Sheet
from organizer.ui.file_timer import FileTimer
from organizer.ui.prints.print_screen import PAUSE_MS
from organizer.ui.prints.proofs import Proof
from organizer.ui.session import Session
from organizer.ui.tasks import Latest


@dataclass(frozen=True)
class Gathered:
    """What a sheet is made of, and what usually stands on it in each of its languages."""

    parts: PrintParts
    usual: dict[str, dict[str, str]]


class Work(QObject):
    """`gathered` carries a Gathered, `proved` the Sheet of what was asked for last."""

    gathered = Signal(object)
    proved = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._gathering: Latest[Gathered | UserError] = Latest(session.tasks)
        self._proving: Latest[Sheet] = Latest(session.tasks)
        self._order: Order | None = None
        self.parts: PrintParts | None = None
        self._awaiting = 0
        self._pause = FileTimer(session, self, self._prove, PAUSE_MS)

    def gather(self, order: Order, subject: Subject) -> None:
        """Read what this order is made of; until it is there, what was read before serves."""
        self._awaiting += 1
        store, kind, tags = self._session.store, order.kind, [tag for tag in (order.language, order.second) if tag]

        def work() -> Gathered | UserError:
            try:
                parts = parts_for(store, subject, kind.needs, kind.key)
            except UserError as fault:
                return fault
            return Gathered(parts, {tag: kind.usual_answers(parts, tag) for tag in tags})

        self._gathering.ask(work, self._on_gathered)

    def prove(self, order: Order, *, soon: bool = False) -> None:
        """Set this order's sheet; `soon`: when nobody has typed for a moment."""
        self._order = order
        if soon:
            self._pause.start()
        else:
            self._prove()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._pause.stop()
        self._gathering.forget()
        self._proving.forget()
        self._order = self.parts = None
        self._awaiting = 0

    def is_behind(self) -> bool:
        return self._pause.isActive() or self._awaiting > 0

    def proof(self, order: Order, copies: int) -> Proof | None:
        """How this order is set for paper or a file; None before its parts are there."""
        parts = self.parts
        if parts is None:
            return None
        layout = order.kind.format(order.format).layout(order.layout).key
        name = "-".join(part for part in (order.kind.key, order.language, order.second, layout) if part)
        return Proof(lambda: draw(order.kind, order.job(parts)), f"{name}.pdf", copies=copies)

    def _on_gathered(self, found: Gathered | UserError) -> None:
        self._awaiting = 0
        if isinstance(found, UserError):
            self._session.fail(found)
            return
        self.parts = found.parts
        self.gathered.emit(found)

    def _prove(self) -> None:
        order, parts = self._order, self.parts
        self._pause.stop()
        if order is None or parts is None:
            return
        self._awaiting = 1
        self._proving.ask(lambda: draw(order.kind, order.job(parts)), self._on_proved)

    def _on_proved(self, sheet: Sheet) -> None:
        self._awaiting = 0
        self.proved.emit(sheet)
