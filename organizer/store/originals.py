"""Originals: pixels of before faces were covered, which may not stay in the file.

They leave it in the very step that covers them, overwritten where they lay, so that a file which is seized a second later does
not hold them, nor does a backup made from then on. Undo must find them nevertheless: until the file is closed they are held in
memory. When it is closed, or opened again after the program died, history is written anew as if the picture had always been the
covered one. So no step points to pixels that are gone, and no checksum is left by which an original could be recognised.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from organizer.records.attachment import Attachment
from organizer.store import journal, notes
from organizer.store.journal_entries import DO, Edit
from organizer.store.rows import Row
from organizer.store.tables import JOURNAL, PICTURE, TOUCH, table_of

_NOTE = "originals"
_OF_THE_PIXELS = ("sha256", "media_type", "width", "height")
_Known = dict[str, dict[str, Any]]
"""What took the place of each original, by the original's checksum."""


def let_go(connection: Connection, sha256: str, covered: Attachment) -> None:
    """From now on these pixels are in the file only while something shows them."""
    known = _known(connection)
    known[sha256] = {name: getattr(covered, name) for name in _OF_THE_PIXELS}
    _note(connection, known)


def _known(connection: Connection) -> _Known:
    return dict(json.loads(notes.meta(connection, _NOTE, "{}")))


def _note(connection: Connection, known: _Known) -> None:
    notes.set_meta(connection, _NOTE, json.dumps(known))


def _is_shown(connection: Connection, sha256: str) -> bool:
    table = table_of(Attachment)
    return connection.execute(select(table.c.id).where(table.c.sha256 == sha256).limit(1)).first() is not None


class Originals:
    """The originals that were let go since the file was opened, in memory."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def are_known(self, connection: Connection) -> bool:
        """Whether the file's history still speaks of any."""
        return bool(_known(connection))

    def settle(self, connection: Connection) -> None:
        """At the end of every step: out of the file with those that nothing shows, back with those that undo shows again."""
        for sha256 in _known(connection):
            row = PICTURE.c.sha256 == sha256
            pixels = connection.execute(select(PICTURE.c.pixels).where(row)).scalar()
            if pixels is None and _is_shown(connection, sha256):
                connection.execute(insert(PICTURE).values(sha256=sha256, pixels=self._held[sha256]))
            elif pixels is not None and not _is_shown(connection, sha256):
                self._held[sha256] = pixels
                connection.execute(delete(PICTURE).where(row))

    def forget(self, connection: Connection) -> None:
        """The file is closed, or was left open: those that nothing shows are gone for good, from history too."""
        known = _known(connection)
        gone = {sha256: after for sha256, after in known.items() if not _is_shown(connection, sha256)}
        if not gone:
            return
        connection.execute(delete(PICTURE).where(PICTURE.c.sha256.in_(gone)))
        _tell_anew(connection, gone)
        _note(connection, {sha256: after for sha256, after in known.items() if sha256 not in gone})
        self._held.clear()


def _tell_anew(connection: Connection, gone: _Known) -> None:
    """Write the past of all pictures anew. What changes nothing then is left out of its step."""
    touched = select(TOUCH.c.journal_id).where(TOUCH.c.kind == Attachment.KIND)
    steps = select(JOURNAL.c.id).where(JOURNAL.c.id.in_(touched), JOURNAL.c.step == DO)
    for entry_id in connection.execute(steps).scalars().all():
        edits = journal.edits_of(connection, entry_id)
        anew = [_as_covered(edit, gone) if edit.kind is Attachment else edit for edit in edits]
        if anew != edits:
            journal.write_anew(connection, entry_id, [edit for edit in anew if edit.before != edit.after])


def _as_covered(edit: Edit, gone: _Known) -> Edit:
    before, after = (None if row is None else _row_as_covered(row, gone) for row in (edit.before, edit.after))
    return Edit(edit.kind, edit.id, before, after, edit.box)


def _row_as_covered(row: Row, gone: _Known) -> Row:
    """A whole row, or only what changed of it, with the pixels that stand for those that are gone."""
    passed = set[str]()
    while (sha256 := str(row.get("sha256"))) in gone and sha256 not in passed:
        passed.add(sha256)
        row = {name: gone[sha256].get(name, value) for name, value in row.items()}
    return row
