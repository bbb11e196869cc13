"""PersonPart: what hangs on a person, listed below the form, and the sheet in which one of them is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from organizer.errors import Problem, Problems, UserError
from organizer.i18n import _
from organizer.records.organisation import Person
from organizer.store import labels
from organizer.store.store import Changes
from organizer.ui.copies import copy_of
from organizer.ui.form_body import FormBody
from organizer.ui.kind import Kind
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, Sheet, Text
from organizer.ui.part_list import PartList, PartRow
from organizer.ui.session import Session
from organizer.ui.sheet_draft import SheetDraft
from organizer.ui.tall import Tall


@dataclass(frozen=True)
class Described:
    """`found` selects those of the person with this number; `line` gives the words of one, and a line more."""

    kind: Kind
    title: str
    add: str
    none: str
    found: Callable[[int], Any]
    line: Callable[[Any], tuple[str, str]]


class PersonPart(PartList):
    def __init__(self, session: Session, described: Described) -> None:
        super().__init__(_(described.title), _(described.add), self.add, _("Save the person first."))
        self._session, self._described = session, described
        self._person: Person | None = None
        session.changed.connect(self._on_changes)

    def show_record(self, person: Any) -> None:
        self._person = person
        self._show()

    def _on_changes(self, changes: Changes) -> None:
        if self._described.kind.record in changes.kinds:
            self._show()

    def _show(self) -> None:
        person = self._person
        saved = person is not None and not person.is_new()
        found = self._session.store.records(self._described.found(person.id)) if person is not None and saved else []
        self.show_rows([self._row(each) for each in found], saved=saved, none=_(self._described.none))

    def _row(self, each: Any) -> PartRow:
        words, detail = self._described.line(each)
        return PartRow(words, detail, words, partial(self._edit, each), partial(self._remove, each))

    def add(self) -> None:
        if self._person is not None:
            begun: Any = self._described.kind.new(self._session)
            begun.person_id = self._person.id
            self._edit(begun)

    def _edit(self, each: Any) -> None:
        PartSheet(self.window(), self._session, self._described.kind, each).show_over()

    def _remove(self, each: Any) -> None:
        if self._session.tried(partial(self._session.store.delete, each)):
            self._session.say(self._described.kind.words.deleted(each), undoable=True)


class PartSheet(Sheet):
    """One of what hangs on a person. What is typed and not saved is kept when the window goes."""

    def __init__(self, window: QWidget, session: Session, kind: Kind, record: Any) -> None:
        self._session, self._record = session, record
        self.body = FormBody(session, kind)
        self.save_button = Button(_("Save"), "primary")
        cancel = Button(_("Cancel"), "quiet")
        contents = col(
            row(Text(_(kind.words.new), "title"), margins=(18, 0, 18, 0)),
            (Tall(col(self.body, gap=0)), 1),
            row(None, cancel, self.save_button, margins=(18, 0, 18, 0)),
            gap=8,
            margins=(8, 20, 4, 18),
        )
        super().__init__(window, _(kind.words.new), contents, width=480)
        self.body.show_record(record)
        SheetDraft(self, session, f"{record.KIND} {record.id or 0} of {record.person_id}", self.body.changed, self.body.restore)
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

    def save(self) -> None:
        """Save it, or show what stands in the way."""
        unread = self.body.take(self._record)
        settled = {problem.field for problem in unread} | {control.attribute for control in self.body.pending()}
        problems = unread + [problem for problem in self._record.problems() if problem.field not in settled]
        if not problems:
            problems = self._saved()
        if problems:
            self.body.show_problems(problems, self._record)

    def _saved(self) -> list[Problem]:
        """The problems that only the file finds; none: the sheet is done with, or the error bar says why not."""
        new = self._record.is_new()
        attempt = copy_of(self._record, with_uid=True) if new else self._record
        try:
            with self._session.store.change() as change:
                for control in self.body.pending():
                    control.prepare(change, attempt)
                change.save(attempt)
                # Named after what the person did, not after the organisation that was made for it
                change.label = labels.added(attempt.KIND) if new else labels.changed(attempt.KIND)
        except Problems as found:
            return found.problems
        except UserError as fault:
            self._session.fail(fault)
        else:
            self.dismiss()
        return []
