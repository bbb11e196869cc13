"""The search index: one full-text table a kind, fed in the same transaction as the record. Case, accents and ё/е do not count."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from organizer.records.base import Record
from organizer.records.gazetteer_file import fold_name
from organizer.records.kinds import KINDS
from organizer.store.orders import Ids, numbers_in
from organizer.store.rows import Row, hangings_of, listing_of

_MANY = 2_000
_FEW, _TIMES_AS_FAST = 50, 200


@dataclass(frozen=True)
class SearchHit:
    """One record that a search found. Its words are its `title()`."""

    kind: type[Record]
    id: int


def index_of(kind: type[Record]) -> str:
    """The name of the kind's full-text table."""
    return f"search_{kind.KIND}"


def searched_kinds() -> Iterator[type[Record]]:
    return (kind for kind in KINDS.values() if listing_of(kind).own_text)


def schema() -> Iterator[str]:
    """The statements that make the index."""
    for kind in searched_kinds():
        yield from schema_of(kind)


def schema_of(kind: type[Record], within: str = "") -> Iterator[str]:
    """The statements that make the index of one kind; `within` is "main." or "temp.", empty in a new file."""
    name = index_of(kind)
    yield f"CREATE VIRTUAL TABLE {within}{name} USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    # Else the words of deleted records would stay in the index until it is merged
    yield f"INSERT INTO {within}{name}({name}, rank) VALUES ('secure-delete', 1)"


@lru_cache(maxsize=4096)
def fold_once(text: str) -> str:
    """Folded for the index; texts that come again and again, as in imports, are folded once."""
    return fold_name(text)


def words_in(kind: type[Record], row: Row, tags: str = "") -> str:
    """What a record is found by, folded: its own texts, and the names of its tags."""
    return fold_name(" ".join([*(text for name in listing_of(kind).own_text for text in _texts(row.get(name))), tags]).strip())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, list):
        yield from (text for inner in value for text in _texts(inner))


def feed(connection: Connection, kind: type[Record], rows: Mapping[int, Row]) -> None:
    """Take records into the index that are not in it, by their ids."""
    if listing_of(kind).own_text:
        tags = _tag_names(connection, kind, rows.values())
        found = ((record_id, words_in(kind, row, tags.get(row["uid"], ""))) for record_id, row in rows.items())
        spoken = [(record_id, words) for record_id, words in found if words]
        if spoken:
            connection.exec_driver_sql(f"INSERT INTO {index_of(kind)}(rowid, words) VALUES (?, ?)", spoken)


def _tag_names(connection: Connection, kind: type[Record], rows: Iterable[Row]) -> dict[str, str]:
    """The names of the tags on these records, by uid; those without any are left out."""
    if "tags" not in hangings_of(kind):
        return {}
    found = connection.exec_driver_sql(
        "SELECT record_uid, group_concat(name, ' ') FROM tagging JOIN tag ON tag.id = tagging.tag_id"
        " WHERE record_kind = ? AND record_uid IN (SELECT value FROM json_each(?)) GROUP BY record_uid",
        (kind.KIND, json.dumps([row["uid"] for row in rows])),
    )
    return {row[0]: row[1] for row in found}


def forget(connection: Connection, kind: type[Record], ids: Iterable[int]) -> None:
    """Take records out of the index."""
    if listing_of(kind).own_text:
        connection.exec_driver_sql(f"DELETE FROM {index_of(kind)} WHERE rowid = ?", [(record_id,) for record_id in ids])


@contextmanager
def many(connection: Connection, kind: type[Record], count: int) -> Iterator[None]:
    """Meanwhile so many records are taken out of the index and in again. Where that is a good part of it, it is built anew at
    the end: a hundred times as fast as leaving nothing of each.
    """
    if not listing_of(kind).own_text or not _is_good_part(connection, kind, count):
        yield
        return
    name = index_of(kind)
    _order(connection, name, "secure-delete", 0)
    try:
        yield
        _order(connection, name, "secure-delete", 1)
    except BaseException:
        with suppress(DBAPIError):  # the transaction is taken back, but what was ordered is remembered in memory too
            _order(connection, name, "secure-delete", 1)
        raise
    connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('rebuild')")


def _is_good_part(connection: Connection, kind: type[Record], count: int) -> bool:
    last = connection.exec_driver_sql(f"SELECT rowid FROM {index_of(kind)} ORDER BY rowid DESC LIMIT 1").scalar() or 0
    return count > _FEW and count * _TIMES_AS_FAST > last


def _order(connection: Connection, name: str, what: str, value: int) -> None:
    connection.exec_driver_sql(f"INSERT INTO {name}({name}, rank) VALUES (?, ?)", (what, value))


def query_words(typed: str) -> list[str]:
    """The words a person typed, folded as the index is."""
    return list(dict.fromkeys(fold_name(typed).split()))


def match_of(words: Iterable[str]) -> str:
    """A MATCH expression that asks for all words as beginnings. Every word is quoted: nothing typed is ever an operator."""
    return " AND ".join('"' + word.replace('"', '""') + '"*' for word in words)


def ids_with(connection: Connection, kind: type[Record], word: str) -> Ids:
    """The ids of the records of one kind whose own text holds a word that begins so."""
    # As one JSON text: hundreds of thousands of hits are read three times as fast as row by row
    found = connection.exec_driver_sql(
        f"SELECT json_group_array(rowid) FROM {index_of(kind)} WHERE words MATCH ?", (match_of([word]),)
    )
    return numbers_in(found.scalar_one())


def everywhere(connection: Connection, typed: str, limit: int) -> list[SearchHit]:
    """Records of all kinds whose own text holds every word: the best of each kind, then the second best of each, and so on."""
    words = query_words(typed)
    if not words:
        return []
    found = ([SearchHit(kind, record_id) for record_id in best(connection, kind, words, limit)] for kind in searched_kinds())
    turns = zip_longest(*found)
    return [hit for turn in turns for hit in turn if hit is not None][:limit]


def best(connection: Connection, kind: type[Record], words: list[str], limit: int) -> list[int]:
    """The best hits of one kind. Where there are thousands none is better than the other, and the newest come first."""
    name, match = index_of(kind), match_of(words)
    asked = f"SELECT count(*) FROM (SELECT 1 FROM {name} WHERE words MATCH ? LIMIT {_MANY})"
    many = connection.exec_driver_sql(asked, (match,)).scalar_one() == _MANY
    order = "rowid DESC" if many else "rank"
    found = connection.exec_driver_sql(f"SELECT rowid FROM {name} WHERE words MATCH ? ORDER BY {order} LIMIT ?", (match, limit))
    return [row[0] for row in found]
