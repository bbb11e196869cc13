"""Steps as the journal tells them: what was done, which records it changed, and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from organizer.records.base import Record
from organizer.store.rows import Row

DO, UNDO, REDO = "do", "undo", "redo"


@dataclass(frozen=True)
class JournalEntry:
    """One step. `kinds` are the KIND names it touched, `count` how many records; `step` is do, undo or redo."""

    id: int
    at_utc: datetime
    label: str
    origin: str
    kinds: tuple[str, ...]
    count: int
    step: str = DO
    undone: bool = False


@dataclass(frozen=True)
class Edit:
    """One record before and after a step; `before` None when it was added, `after` None when it was deleted.

    A changed record carries only the columns that changed. `box` holds the words of one whose compartment is closed.
    """

    kind: type[Record]
    id: int
    before: Row | None
    after: Row | None
    box: str = ""

    def reversed(self) -> Edit:
        return Edit(self.kind, self.id, self.after, self.before, self.box)


@dataclass(frozen=True)
class FieldChange:
    """One column of one record, as it was and as it became."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class HistoryEntry:
    """One step of one record's history."""

    entry: JournalEntry
    fields: tuple[FieldChange, ...]
