"""History: every step that touched a record, with what was before and after, in words."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from organizer import i18n
from organizer.errors import MissingRecord
from organizer.i18n import N_, _
from organizer.store.journal_entries import FieldChange, HistoryEntry
from organizer.ui.kind import Field, Kind
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.parts import Button, Sheet, Text
from organizer.ui.reading import Reading
from organizer.ui.session import Session

_MOST = 200
_STEPS = {"do": N_("{what}"), "undo": N_("{what}: taken back"), "redo": N_("{what}: brought back")}


class HistorySheet(Sheet):
    """Who changed what and when. Read from the journal that the file keeps."""

    def __init__(self, window: QWidget, session: Session, kind: Kind, record: Any) -> None:
        self._session, self._kind, self._record = session, kind, record
        self._fields = {field.attribute: field for group in kind.groups for line in group.rows for field in line}
        entries = session.store.history(record)[:_MOST]
        rows = [self._entry(entry) for entry in entries]
        nothing = Text(_("Nothing is written down about it."), "body", "ink2")
        self.close_button = Button(_("Close"), "primary")
        self.from_backup = Button(_("From a backup…"), "link", icon="life-buoy", small=True)
        self.from_backup.setEnabled(session.store.last_backup() is not None)
        contents = col(
            row(Text(_(kind.words.history), "title"), margins=(10, 0, 0, 0)),
            (Reading(_(kind.words.history), rows or [nothing]), 1),
            row(self.from_backup, None, self.close_button, margins=(0, 0, 6, 0)),
            gap=10,
            margins=(14, 20, 14, 18),
        )
        super().__init__(window, _(kind.words.history), contents, width=560)
        self.close_button.clicked.connect(self.dismiss)
        self.from_backup.clicked.connect(self.open_backups)
        self.closed.connect(self.deleteLater)

    def open_backups(self) -> None:
        """How the record stood in earlier backups, over this sheet."""
        from organizer.ui.safe_keeping.record_sheet import RecordSheet

        window = self.parentWidget()
        if window is not None:
            RecordSheet(window, self._session, self._record, self.sentences).show_over()

    def _entry(self, entry: HistoryEntry) -> QLayout:
        step = entry.entry
        at = step.at_utc.astimezone()
        when = _("{day}, {time}").format(day=i18n.day(at.date()), time=i18n.clock(at.time()))
        who = _("{when} · {branch}").format(when=when, branch=step.origin) if step.origin else when
        what = _(_STEPS[step.step]).format(what=step.label)
        lines = [box(col(Text(words, "small", wrap=True))) for change in entry.fields for words in self.sentences(change)]
        return col(box(row(Text(what, "strong"), None, Text(who, "caption", "ink2"))), *lines, gap=3)

    def sentences(self, change: FieldChange) -> list[str]:
        """What is said of one change: by the kind where it knows better, else by the field of the form."""
        own = self._kind.history_words(self._session, change) if self._kind.history_words is not None else []
        words = self.change_words(change)
        return own or ([words] if words else [])

    def change_words(self, change: FieldChange) -> str:
        """One field before and after, as a sentence; empty where nothing was said before and nothing after."""
        field = self._fields.get(change.field)
        name = _(field.label) if field is not None and field.label else _("State") if change.field == "state" else ""
        if not name:
            return ""
        if change.before is None and not change.after:
            return ""
        before, after = self._words(field, change.field, change.before), self._words(field, change.field, change.after)
        if before and after:
            return _("{field}: {before} became {after}").format(field=name, before=before, after=after)
        if after:
            return _("{field}: {after}").format(field=name, after=after)
        return _("{field}: {before} taken out").format(field=name, before=before) if before else ""

    def _words(self, field: Field | None, attribute: str, value: Any) -> str:
        if value is None or value == "":
            return ""
        if field is not None and isinstance(value, str) and value in field.words:
            return _(field.words[value])
        if attribute.endswith("_id"):
            return self._title_of(attribute, value)
        if attribute.endswith("_minor"):
            return i18n.amount(value, self._record.currency)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, int):
            return i18n.number(value)
        return self._plain(value)

    @staticmethod
    def _plain(value: Any) -> str:
        if isinstance(value, date):
            return i18n.day(value)
        if isinstance(value, time):
            return i18n.clock(value)
        if isinstance(value, list):
            return i18n.joined(*(str(each) for each in value))
        return str(value)

    def _title_of(self, attribute: str, record_id: int) -> str:
        relation = self._record.__mapper__.relationships.get(attribute.removesuffix("_id"))
        if relation is None:
            return ""
        try:
            return str(self._session.store.get(relation.mapper.class_, record_id).title())
        except MissingRecord:
            return _("something that is gone")
