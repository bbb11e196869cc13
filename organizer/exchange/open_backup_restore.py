"""A new campaign file out of a backup in the open format: all of it, counted again, or no file at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.exc import SQLAlchemyError

from organizer.exchange.open_backup_boxes import BOXES, put_boxes
from organizer.exchange.open_backup_in import NOTES, Contents, Parts, believed, damaged
from organizer.records.kinds import KINDS
from organizer.store import search
from organizer.store.change import Change
from organizer.store.opening import create_file
from organizer.store.rows import Row
from organizer.store.store import Store
from organizer.store.tables import PICTURE, table_of

_AT_A_TIME = 2_000
_NOTES = ("branch", "campaign")


def restore_open_backup(data: bytes, path: Path, passphrase: str | None) -> tuple[Store, Contents]:
    """Make a file out of the ZIP inside an archive; it is open. `passphrase` is the new file's, None makes a plain one.

    DamagedFile: the archive is not whole, or the file does not count like its manifest; then there is no file.
    """
    with believed(), Parts(data) as parts:
        parts.prove()
        store = create_file(path, passphrase)
        try:
            _fill(store, parts)
            _compare(store, parts.contents)
        except BaseException as fault:
            store.close(back_up=False)
            path.unlink(missing_ok=True)
            if isinstance(fault, SQLAlchemyError):
                raise damaged() from fault
            raise
        return store, parts.contents


def _fill(store: Store, parts: Parts) -> None:
    with store.change() as change:
        change.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for name in KINDS:
            if f"records/{name}.jsonl" in parts.names():
                _take(change, name, parts.rows(name))
        for sha256, pixels in parts.photos():
            change.connection.execute(insert(PICTURE).values(sha256=sha256, pixels=pixels))
        _index(change)
        broken = change.connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise damaged()
    if BOXES in parts.names():
        put_boxes(store, parts.lines(BOXES))
    if NOTES in parts.names():
        for key, value in parts.notes().items():
            if key in _NOTES:
                store.set_meta(key, value)


def _take(change: Change, name: str, rows: Iterator[Row]) -> None:
    """In a file that is new there is nothing to take back, so these rows are no step and stand in no journal."""
    kind = KINDS[name]
    while some := list(islice(rows, _AT_A_TIME)):
        change.connection.execute(insert(table_of(kind)), some)


def _index(change: Change) -> None:
    """When all is there: a record is found by the names of its tags too."""
    for kind in KINDS.values():
        rows = iter(change.connection.execute(select(table_of(kind))).mappings().all())
        while some := [dict(row) for row in islice(rows, _AT_A_TIME)]:
            search.feed(change.connection, kind, {row["id"]: row for row in some})


def _compare(store: Store, contents: Contents) -> None:
    counts = store.counts()
    money = {name.removeprefix("money "): amount for name, amount in counts.items() if name.startswith("money ")}
    records = {name: counts[table_of(kind).name] for name, kind in KINDS.items() if name in contents.records}
    said = {currency: amount for currency, (amount, _fee) in contents.money.items()}
    if records != dict(contents.records) or money != said or counts["picture"] != contents.photos:
        raise damaged()
    store.check()
