"""How long the large lists were when the file was last open, so that they need not be counted again."""

from __future__ import annotations

import json

from sqlalchemy import Connection

from organizer.records.base import Record
from organizer.store import journal, notes
from organizer.store.shelf import Filters

_NOTE = "counts"


class Counts:
    """Counts by kind and filters. Kept in the file with the number of the step they were true at, and void after it."""

    def __init__(self) -> None:
        self._known: dict[str, int] | None = None

    def get(self, connection: Connection, kind: type[Record], filters: Filters) -> int | None:
        if self._known is None:
            self._known = self._read(connection)
        return self._known.get(_name(kind, filters))

    def put(self, kind: type[Record], filters: Filters, count: int) -> None:
        self._known = {**(self._known or {}), _name(kind, filters): count}

    def forget(self) -> None:
        """Something was changed."""
        self._known = {}

    def keep(self, connection: Connection) -> None:
        """Write them into the file."""
        if self._known:
            notes.set_meta(connection, _NOTE, json.dumps({"step": journal.last_step(connection), "counts": self._known}))

    def _read(self, connection: Connection) -> dict[str, int]:
        said = json.loads(notes.meta(connection, _NOTE, "{}"))
        return dict(said["counts"]) if said and said["step"] == journal.last_step(connection) else {}


def _name(kind: type[Record], filters: Filters) -> str:
    return " ".join([kind.KIND, *(f"{name}={value}" for name, value in filters)])
