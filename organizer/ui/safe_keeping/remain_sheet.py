"""RemainSheet: texts that hold words again which an erasure had taken out, as they came back out of a backup."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.actions.privacy.field_words import field_words, kind_words, plain_words
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.erasure import Mark
from organizer.store.erased_since import marked_fields
from organizer.store.erasing_again import TO_LOOK_AT
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Item, box, col, row
from organizer.ui.look.text import Text
from organizer.ui.safe_keeping.erase_sheet import EraseSheet
from organizer.ui.safe_keeping.step_sheet import StepSheet
from organizer.ui.session import Session

_LONGEST = 400


def remaining(store: Store) -> list[tuple[Mark, Record]]:
    """The fields that are still to be looked at, each with its record."""
    return marked_fields(store, json.loads(store.meta(TO_LOOK_AT) or "[]"))


class RemainSheet(StepSheet):
    """Each text with a way to its record; words found in them are erased everywhere, or the list is put away."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window, session, _("After an older backup"), width=640)
        words = _("An erasure had taken words out of these texts, nicknames perhaps; the backup has brought them back.")
        body: list[Item] = [Text(words, "body", "ink2", wrap=True)]
        body += [self._line(mark, record) for mark, record in remaining(session.store)]
        self.erase, self.put_away = Button(_("Erase words…"), "primary", icon="trash-2"), Button(_("Nothing is left to erase"))
        close = Button(_("Close"), "quiet")
        close.clicked.connect(self.dismiss)
        self.erase.clicked.connect(self._erase)
        self.put_away.clicked.connect(self._put_away)
        self.show_step(_("Texts to look at"), body, [close, self.put_away, self.erase], close)

    def _line(self, mark: Mark, record: Record) -> QWidget:
        where = i18n.dotted(kind_words(mark.kind), field_words(mark.field), record.title())
        said = " ".join(plain_words(getattr(record, mark.field)).split())
        open_it = Button(_("Open"), "link", small=True, name=_("Open {record}").format(record=where))
        open_it.clicked.connect(partial(self._open, record))
        shown = said if len(said) <= _LONGEST else said[:_LONGEST] + "…"
        return box(col(row((Text(where, "medium", wrap=True), 1), open_it), Text(shown, "body", wrap=True), gap=1))

    def _open(self, record: Record, _checked: bool = False) -> None:
        self.dismiss()
        self.session.want(type(record), record.id)

    def _erase(self) -> None:
        window, session = self.parentWidget(), self.session
        self.dismiss()
        if window is not None:
            EraseSheet(window, session).show_over()

    def _put_away(self) -> None:
        if self.session.tried(partial(self.session.store.set_meta, TO_LOOK_AT, "[]")):
            self.dismiss()
