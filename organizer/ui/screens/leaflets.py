"""Leaflets: the list, and the editor with its words in every language beside the page that will be printed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtGui import QHideEvent

from organizer.i18n import _
from organizer.records.leaflet import Leaflet
from organizer.sheets.leaflet_orders import HowPrinted
from organizer.sheets.sheet import Sheet
from organizer.ui.controls import LineControl
from organizer.ui.file_timer import FileTimer
from organizer.ui.prints.editor import EditorHead
from organizer.ui.prints.how_printed import HowControl
from organizer.ui.prints.languages import LanguagesControl
from organizer.ui.prints.notes import worst
from organizer.ui.prints.picture_chooser import PhotoControl
from organizer.ui.prints.print_screen import PrintScreen
from organizer.ui.prints.proofs import Proof, leaflet_proof
from organizer.ui.prints.viewer import Viewer
from organizer.ui.screens.leaflet_kind import KIND
from organizer.ui.session import Session
from organizer.ui.tasks import Latest

_IDLE_MS = 500


_FIELDS = {
    **{name: f"texts.{name}" for name in Leaflet.TEXT_FIELDS},
    "demands": "demand_uids",
    "photo": "photo_id",
}


class LeafletsPage(PrintScreen):
    """The tabs say how every language stands: the one in front at once, the others when nobody types."""

    fields_of_notes = _FIELDS
    _given_name = ""

    def __init__(self, session: Session) -> None:
        viewer = Viewer(session.tasks)
        head = EditorHead("", _("Back to leaflets"), ())
        self._others: Latest[tuple[str, str]] = Latest(session.tasks)
        self._unread: list[str] = []
        super().__init__(session, KIND, viewer, head)
        self.languages = cast(LanguagesControl, self.form.body.controls["languages"])
        self._idle = FileTimer(session, self, self._look_at_others, _IDLE_MS)
        if self.editor is not None:
            self.editor.put_above(self.languages.bar)
        self.languages.editor.setFocusProxy(self.form.body.controls["texts.kicker"].editor)
        self.how = cast(HowControl, self.form.body.controls["how_printed"])
        self._turns_to: int | None = None
        self.languages.current_changed.connect(self._on_language)
        self.how.chosen.connect(self.prove)
        self.how.offered.connect(self._offer_files)
        self.form.body.edited.connect(self._name_it)

    def proof(self, draft: Any, layout: str) -> Proof:
        """`layout` as Save PDF offers it; empty for the one that is chosen."""
        self.how.offer(draft)
        if self.editor is not None:
            self.editor.head.kind.setText(_(Leaflet.DESIGNS.get(draft.design, draft.design)))
        how = self.how.how()
        return self._proof_in(draft, self.languages.current(), replace(how, layout=layout or how.layout))

    def _proof_in(self, draft: Leaflet, language: str, how: HowPrinted) -> Proof:
        photo = cast(PhotoControl, self.form.body.controls["photo_id"])
        return leaflet_proof(self._session.store, draft, language, how, photo.waiting(), photo.faces())

    def _offer_files(self) -> None:
        """Save PDF in every layout of the design's size."""
        if self.editor is None:
            return
        head = self.editor.head
        head.offer_files(self.how.layout_keys())
        for key, action in head.file_actions.items():
            action.triggered.connect(lambda _checked=False, key=key: self.save_pdf(key))

    def _on_language(self, tag: str) -> None:
        """A language on the back brings the back into view."""
        control = self.form.body.controls["back_language"]
        self._turns_to = 2 if tag == control.raw() else 1
        self.prove()

    def title_of(self, draft: Any) -> str:
        return draft.name or draft.text_in(self.languages.current(), "headline") or _("New leaflet")

    def _name_it(self) -> None:
        """A new leaflet is called after its headline until somebody gives it a name."""
        record, name = self.form.record, cast(LineControl, self.form.body.controls["name"])
        if record is not None and record.is_new() and not record.name:
            headline = self.form.body.controls["texts.headline"].raw()
            first = next((headline[tag] for tag in self.languages.tags() if tag in headline), "")
            if not name.raw() or name.raw() == self._given_name:
                self._given_name = first
                name.restore(first)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._idle.stop()

    def on_sheet(self, sheet: Sheet) -> None:
        self.languages.bar.tabs.show_state(self.languages.current(), worst(sheet.notes))
        if self._turns_to is not None and sheet.pages > 1:
            self.viewer.preview.go_to(self._turns_to)
        self._turns_to = None
        self._unread = [tag for tag in self.languages.tags() if tag != self.languages.current()]
        self._idle.start()

    def _look_at_others(self) -> None:
        """Set the other languages' pages one after the other, for their notes alone."""
        if not self._unread or not (self.is_editing() and self.isVisible()) or self.form.record is None:
            return
        tag = self._unread.pop(0)
        work = self._proof_in(self.draft(), tag, self.how.how()).work
        self._others.ask(lambda: (tag, worst(work().notes)), self._on_other)

    def _on_other(self, found: tuple[str, str]) -> None:
        self.languages.bar.tabs.show_state(*found)
        if not self._pause.isActive():
            self._look_at_others()
