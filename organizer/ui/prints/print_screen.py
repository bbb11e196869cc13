"""PrintScreen: the editor of printed things: what stands in the form is set as a sheet, shown, noted on, saved, printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent

from organizer.errors import UserError
from organizer.i18n import _
from organizer.records.campaign import Campaign, Demand
from organizer.records.picket import Picket
from organizer.sheets.sheet import Note, Sheet
from organizer.store.store import Changes
from organizer.ui.copies import copy_of
from organizer.ui.file_timer import FileTimer
from organizer.ui.kind import Kind
from organizer.ui.prints.editor import EditorHead
from organizer.ui.prints.editor_screen import EditorScreen
from organizer.ui.prints.output import Output
from organizer.ui.prints.proofs import Proof
from organizer.ui.prints.viewer import Viewer
from organizer.ui.prints.words import show_notes
from organizer.ui.session import Session
from organizer.ui.tasks import Latest

PAUSE_MS = 30
_ON_THE_PAGE = frozenset({Campaign, Demand, Picket})


class PrintScreen(EditorScreen):
    """A kind says with `proof` how its sheet is set, and with `fields_of_notes` where notes on it stand in its form."""

    fields_of_notes: Mapping[str, str] = {}

    def __init__(self, session: Session, kind: Kind, viewer: Viewer, head: EditorHead) -> None:
        self._awaiting = False
        self._proofs: Latest[Sheet] = Latest(session.tasks)
        self._pause = FileTimer(session, None, self.prove, PAUSE_MS)
        super().__init__(session, kind, viewer, head)
        self._pause.setParent(self)
        self.output = Output(session, self)
        head.print_button.clicked.connect(self.print_it)
        for code, action in head.file_actions.items():
            action.triggered.connect(lambda _checked=False, code=code: self.save_pdf(code))
        self.form.body.edited.connect(self._on_edited)
        self.form.saved.connect(lambda _record: self.prove())
        viewer.layout_chosen.connect(lambda _code: self.prove())
        viewer.note_wanted.connect(self._on_note)
        viewer.add_keys(self)

    def proof(self, draft: Any, layout: str) -> Proof:
        """How the sheet of this draft is set."""
        raise NotImplementedError

    def title_of(self, draft: Any) -> str:
        """What the editor's head says."""
        return str(draft.title())

    def on_sheet(self, sheet: Sheet) -> None:
        """A sheet has been set and is shown."""

    def draft(self) -> Any:
        """What stands in the form, as a record of its own that is never saved."""
        draft = copy_of(self.form.record, with_uid=True)
        self.form.body.take(draft)
        return draft

    def new(self) -> None:
        """Begin one. Without a campaign there is nobody to print for."""
        if self._session.campaign is None:
            self._session.fail(no_campaign())
        else:
            super().new()

    def came(self) -> None:
        self.prove()

    def left(self) -> None:
        self._pause.stop()
        self._proofs.forget()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.prove()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()

    def _on_edited(self) -> None:
        if self.is_editing():
            self._pause.start()

    def _on_changes(self, changes: Changes) -> None:
        super()._on_changes(changes)
        if not self._editing:
            return
        if self.form.record is None:
            self._leave()
        elif self.kind.record in changes.kinds or changes.kinds & _ON_THE_PAGE:
            self.prove()

    def prove(self) -> None:
        """Set the sheet of what stands in the form by now."""
        self._pause.stop()
        if self.editor is None or not (self.is_editing() and self.isVisible()):
            return
        draft = self.draft()
        self.editor.head.show_head(self.title_of(draft), draft.state)
        self._awaiting = True
        self._proofs.ask(self.proof(draft, self.viewer.layout_code()).work, self._on_sheet)

    def is_behind(self) -> bool:
        """Whether the page does not show yet what stands in the form."""
        return self._pause.isActive() or self._awaiting or not self.viewer.preview.is_current()

    def _on_sheet(self, sheet: Sheet) -> None:
        self._awaiting = False
        if not self.is_editing():
            return
        self.viewer.show_sheet(sheet)
        show_notes(self.form.body.controls, self._by_field(sheet.notes))
        self.on_sheet(sheet)

    def _by_field(self, notes: Sequence[Note]) -> dict[str, Note]:
        """The gravest note of each field of the form."""
        found: dict[str, Note] = {}
        for note in sorted(notes, key=lambda note: note.level != "stop"):
            if note.level != "good":
                found.setdefault(self.fields_of_notes.get(note.field, note.field), note)
        return found

    def _on_note(self, note: Note) -> None:
        if self.editor is not None and self.editor.is_narrow():
            self.editor.show_page()

    def print_it(self) -> None:
        """Save, then print the layout that is in view."""
        if self._ready():
            self.output.print_sheet(self.proof(self.draft(), self.viewer.layout_code()))

    def save_pdf(self, layout: str) -> None:
        """Save, then write this layout to a file."""
        if self._ready():
            self.output.save_pdf(self.proof(self.draft(), layout))

    def _ready(self) -> bool:
        if self.form.record is None:
            return False
        if not self.is_editing():
            self._go_into_form()
        return self.form.save()


def no_campaign() -> UserError:
    return UserError(_("There is no campaign to print for yet."), _("Begin one: its name, demands and imprint are printed."))
