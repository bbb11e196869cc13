"""What the file knows about somebody who asks: looked through, then saved for them as PDF or JSON."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.actions.compartments import not_searched
from organizer.actions.privacy import known
from organizer.actions.privacy.known import Known
from organizer.i18n import _, _n
from organizer.sheets.what_is_known import what_is_known
from organizer.store.files import write_atomic
from organizer.store.progress import Progress
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Field, Group
from organizer.ui.look.layout import Item
from organizer.ui.look.text import Text
from organizer.ui.safe_keeping.step_sheet import StepSheet
from organizer.ui.session import Session

_FIELDS = 40


class KnownSheet(StepSheet):
    """The name is typed, as those who ask need not be in the address book."""

    def __init__(self, window: QWidget, session: Session, name: str = "") -> None:
        super().__init__(window, session, _("What this file knows"), width=640)
        self.found: Known | None = None
        self.as_pdf = Button(_("Save as PDF"), "primary", icon="file-down")
        self.as_json = Button(_("Save as JSON"))
        self._ask(name)

    def _ask(self, name: str) -> None:
        self.name = Edit(name, icon="search")
        self.on = Button(_("Look through the file"), "primary", icon="search")
        words = _("Whoever asks has a right to it. Look through it first: it may tell of others too.")
        self.on.clicked.connect(self._look)
        self.name.returnPressed.connect(self._look)
        field = Field(_("Name of the person"), self.name, hint=_("Accents, case and order do not count."))
        body: list[Item] = [Text(words, "body", "ink2", wrap=True), field]
        self.show_step(_("What does this file know about somebody?"), body, [self.cancel_button(), self.on], self.name)

    def _look(self) -> None:
        name, store, today = self.name.text().strip(), self.session.store, self.session.today()
        if not name:
            self.name.set_problem(True)
            return
        progress = Progress()

        def look() -> Known:
            return known.known_about(store, name, known.people_named(store, name), today=today, progress=progress)

        self.work(_("Looking through the file"), _("Every record, the history, drafts and backups."), look, self._show, progress)

    def _show(self, found: Known) -> None:
        self.found = found
        close = Button(_("Close"), "quiet")
        close.clicked.connect(self.dismiss)
        if found.is_empty():
            words = _("Nothing in this file names this person. Try another spelling, or the family name alone.")
            closed = [Text(not_searched(found.closed), "body", wrap=True)] if found.closed else []
            again = Button(_("Another name"), "primary", icon="search")
            again.clicked.connect(lambda: self._ask(found.name))
            self.show_step(found.name, [Text(words, "body", wrap=True), *closed], [close, again])
            return
        self.as_pdf.clicked.connect(self._save_pdf)
        self.as_json.clicked.connect(self._save_json)
        body = [group for heading, entries in known.chapters(found) for group in [_group(heading, entries)]]
        self.show_step(found.name, body, [close, self.as_json, self.as_pdf], self.as_pdf)

    def _save_pdf(self) -> None:
        path = file_dialogs.ask_save(self.window(), _("Save as PDF"), f"{_('what is known')}.pdf", "PDF (*.pdf)")
        if path is not None and self.found is not None:
            self._written(partial(_write_pdf, path, self.found, i18n.language()), path)

    def _save_json(self) -> None:
        path = file_dialogs.ask_save(self.window(), _("Save as JSON"), f"{_('what is known')}.json", "JSON (*.json)")
        if path is not None and self.found is not None:
            data = json.dumps(self.found.to_plain(), ensure_ascii=False, indent=2).encode()
            self._written(partial(write_atomic, path, data), path)

    def _written(self, write: partial[None], path: Path) -> None:
        session, name = self.session, path.name
        self.dismiss()
        session.tasks.run(write, lambda _done: session.say(_("Saved as {name}.").format(name=name)), session.fail)


def _write_pdf(path: Path, found: Known, language: str) -> None:
    write_atomic(path, what_is_known(found.name, found.day, known.chapters(found), language).pdf)


def _group(heading: str, entries: list[tuple[str, known.Fields]]) -> Group:
    lines: list[Item] = []
    for words, fields in entries[:_FIELDS]:
        lines.append(Text(words, "medium", wrap=True))
        said = "\n".join(_("{label}: {words}").format(label=label, words=_own_order(value)) for label, value in fields)
        if said:
            lines.append(Text(said, "small", "ink2", wrap=True))
    more = len(entries) - _FIELDS
    if more > 0:
        lines.append(Text(_n("and {n} more", "and {n} more", more), "small", "ink2"))
    return Group(heading, *(lines or [Text(_("Nothing."), "body", "ink2")]))


def _own_order(value: str) -> str:
    return i18n.own_order(" ".join(value.split()), rtl=i18n.is_rtl())
