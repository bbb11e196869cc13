"""SheetDraft: what stands half filled in a sheet is kept in the file when the window goes, and is there when it opens again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from organizer.errors import UserError
from organizer.ui.look.sheet import Sheet
from organizer.ui.session import Session

_KIND = "sheet"


class SheetDraft(QObject):
    """Belongs to its sheet. `name` says which sheet and of what: numbers and uids, no words of a person.

    `changed` gives what was typed, fit for JSON and empty where nothing was; `restore` puts it back. A sheet that a person
    closed is done with; one that `stays` remembers what was typed while it is out of sight.
    """

    def __init__(
        self,
        sheet: Sheet,
        session: Session,
        name: str,
        changed: Callable[[], Mapping[str, Any]],
        restore: Callable[[dict[str, Any]], object],
        *,
        stays: bool = False,
    ) -> None:
        super().__init__(sheet)
        self._sheet, self._session, self._name, self._changed, self._stays = sheet, session, name, changed, stays
        draft = session.store.draft(_KIND, name)
        self._kept = draft is not None
        if draft is not None:
            restore(draft)
        if not stays:
            sheet.closed.connect(self.drop)

    def keep(self) -> None:
        """UserError when the file does not take it."""
        typed = self._changed() if self._stays or not self._sheet.isHidden() else {}
        if typed:
            self._session.store.keep_draft(_KIND, self._name, typed)
            self._kept = True
        elif self._kept:
            self._session.store.drop_draft(_KIND, self._name)
            self._kept = False

    def drop(self) -> None:
        """What was typed was saved, or is not wanted."""
        if self._kept:
            self._kept = False
            self._session.tried(lambda: self._session.store.drop_draft(_KIND, self._name))


def keep_sheets(window: QWidget) -> None:
    """What stands half filled in the sheets of a window. UserError when the file does not take all of it."""
    faults = []
    for draft in window.findChildren(SheetDraft):
        try:
            draft.keep()
        except UserError as fault:
            faults.append(fault)
    if faults:
        raise faults[0]
