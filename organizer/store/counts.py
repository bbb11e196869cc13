"""How long the large lists were when the file was last open, so that they need not be counted again."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection

from sqlalchemy import Connection

from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store import journal, notes
from organizer.store.shelf import Filters

_NOTE = "list_counts"


class Counts:
    """Counts by kind and filters. Kept in the file with the number of the step they were true at, and void after it."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._stale: set[str] = set()

    def load(self, connection: Connection) -> None:
        said = json.loads(notes.meta(connection, _NOTE, "{}"))
        if said and said["step"] == journal.last_step(connection):
            self._known = said["counts"]

    def get(self, kind: type[Record], filters: Filters) -> int | None:
        return self._known.get(_name(kind, filters) or "")

    def put(self, kind: type[Record], filters: Filters, count: int) -> None:
        name = _name(kind, filters)
        if name is not None:
            self._known[name] = count
            self._stale.discard(name)

    def forget(self, kinds: Collection[type[Record]]) -> None:
        """Records of these kinds were changed."""
        changed = {kind.KIND for kind in kinds}
        self._stale |= {name for name in self._known if json.loads(name)[0] in changed}
        self._known = {name: count for name, count in self._known.items() if name not in self._stale}

    def keep(self, connection: Connection, recount: Callable[[type[Record], Filters], int]) -> None:
        """Write them into the file; those that were forgotten are counted anew."""
        for name in sorted(self._stale):
            kind, filters = json.loads(name)
            self._known[name] = recount(KINDS[kind], tuple((filter_name, value) for filter_name, value in filters))
        self._stale.clear()
        said = json.dumps({"step": journal.last_step(connection), "counts": self._known})
        if self._known and said != notes.meta(connection, _NOTE, ""):
            notes.set_meta(connection, _NOTE, said)


def _name(kind: type[Record], filters: Filters) -> str | None:
    """Kind and filters as one text; None for filters whose values are not plain."""
    try:
        return json.dumps([kind.KIND, filters])
    except TypeError:
        return None
