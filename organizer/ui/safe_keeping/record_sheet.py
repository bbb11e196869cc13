"""RecordSheet: how one record stood in earlier backups, and chosen fields of it put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from organizer.errors import MissingRecord, UserError
from organizer.i18n import _
from organizer.records.base import Record
from organizer.store.from_backup import Found, Piece, fields_that_differ, put_fields_back, record_from
from organizer.store.journal_entries import FieldChange
from organizer.store.kept_backups import kept_backups
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.look.choice import Choice
from organizer.ui.look.field import Field
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.safe_keeping.backup_words import to_look_at_words, when
from organizer.ui.safe_keeping.results import Results
from organizer.ui.session import Session
from organizer.ui.tall import Tall

_MOST = 40
_GONE = -1
"""The id of what is not in the file: it comes back with the link to it."""


@dataclass(frozen=True)
class State:
    """One earlier state of the record: the newest backup that has it, and by field what stands now and what stood then."""

    at_utc: datetime
    found: Found
    differing: dict[str, tuple[Any, Any]]


def earlier_states(store: Store, kind: type[Record], uid: str) -> list[State]:
    """The states that differ from the present one and from the next newer, the newest first. Slow: for a worker thread."""
    states: list[State] = []
    for kept in kept_backups(store)[:_MOST]:
        found = record_from(store, kept.backup.path, kind, uid) if kept.counts is not None else None
        differing = fields_that_differ(store, found) if found is not None else None
        if found is not None and differing and (not states or states[-1].differing != differing):
            states.append(State(kept.backup.at_utc, found, differing))
    return [replace(state, differing=_with_ids(store, state)) for state in states]


def _with_ids(store: Store, state: State) -> dict[str, tuple[Any, Any]]:
    """Links by the ids they have in the file, as history tells them."""
    now = store.by_uid(state.found.piece.kind, state.found.piece.uid)
    differing = dict(state.differing)
    for name, link in state.found.piece.links.items():
        if name in differing:
            differing[name] = getattr(now, name), _id_here(store, link)
    return differing


def _id_here(store: Store, link: Piece) -> int:
    try:
        return store.by_uid(link.kind, link.uid).id
    except MissingRecord:
        return _GONE


class RecordSheet(Sheet):
    """`words` says one change of a field as history does; fields for which it has no words are not offered."""

    def __init__(self, window: QWidget, session: Session, record: Any, words: Callable[[FieldChange], list[str]]) -> None:
        self._session, self._record, self._words_of = session, record, words
        self._states: list[State] = []
        self.boxes: dict[str, QCheckBox] = {}
        self.states = Choice()
        self.states.setAccessibleName(_("Backup"))
        self._choice = Field(_("Backup"), self.states)
        self._said, self._results = Text(_("The backups are being read."), "body", "ink2", wrap=True), Results()
        self.cancel, self.go = Button(_("Cancel"), "quiet"), Button(_("Put back"), "primary", icon="undo-2")
        title = row(Text(_("From a backup"), "title"), None, Glyph("history", 22), gap=8)
        body = col(title, self._choice, self._said, self._results, gap=12, margins=(26, 22, 22, 6))
        foot = row(None, self.cancel, self.go, gap=6, margins=(26, 10, 22, 20))
        super().__init__(window, _("From a backup"), box(col((Tall(body), 1), foot, gap=0)), width=560)
        self.cancel.clicked.connect(self.dismiss)
        self.go.clicked.connect(self.put_back)
        self.states.chosen.connect(lambda _code: self._show_fields())
        self.closed.connect(self.deleteLater)
        self._choice.hide()
        self.go.setEnabled(False)
        store, kind, uid = session.store, type(record), record.uid
        session.tasks.run(lambda: earlier_states(store, kind, uid), self._arrived, self._failed)

    def _arrived(self, states: list[State]) -> None:
        self._states = [state for state in states if any(map(self._sentence, _changes(state)))]
        for place, state in enumerate(self._states):
            self.states.add(str(place), when(state.at_utc))
        self._choice.setVisible(bool(self._states))
        if not self._states:
            self._said.setText(_("In every backup that has it, the record stands as it stands now."))
            return
        self.states.set_value("0")
        self._show_fields()
        self.states.setFocus()

    def _show_fields(self) -> None:
        self._results.clear()
        self.boxes.clear()
        self._said.setText(_("What is ticked becomes as it was in this backup."))
        for change in _changes(self._state()):
            sentence = self._sentence(change)
            if sentence:
                tick = QCheckBox(sentence.replace("&", "&&"))
                tick.setAccessibleName(sentence)
                tick.setChecked(True)
                tick.toggled.connect(lambda _on: self._show_state())
                self.boxes[change.field] = tick
                self._results.add(tick)
        self._show_state()

    def _state(self) -> State:
        return self._states[int(self.states.value())]

    def _sentence(self, change: FieldChange) -> str:
        return " ".join(self._words_of(change))

    def _show_state(self) -> None:
        self.go.setEnabled(any(tick.isChecked() for tick in self.boxes.values()))

    def put_back(self) -> None:
        """Give the record the backup's values in the fields that are ticked, as one step."""
        names = [name for name, tick in self.boxes.items() if tick.isChecked()]
        store, found = self._session.store, self._state().found
        label = _("Fields put back from a backup")
        self.go.setEnabled(False)
        to_look_at = any(mark.field in names for mark in found.piece.to_look_at)

        def work() -> bool:
            put_fields_back(store, found, names, label)
            return to_look_at

        self._session.tasks.run(work, self._done, self._failed)

    def _done(self, to_look_at: bool) -> None:
        self.dismiss()
        self._session.say(to_look_at_words() if to_look_at else _("Fields put back from a backup"), undoable=True)

    def _failed(self, error: UserError) -> None:
        self._said.setText("")
        self._results.fail(error)


def _changes(state: State) -> list[FieldChange]:
    """From now to then, in the order of the columns."""
    return [FieldChange(name, now, then) for name, (now, then) in state.differing.items()]
