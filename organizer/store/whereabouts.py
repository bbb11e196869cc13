"""Where in a file something sought stands: texts of records, steps of the journal, drafts, notes, the search index."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import JSON, Connection, String, column, select, table

from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store import journal_boxes
from organizer.store.progress import Progress
from organizer.store.rows import Row, whole
from organizer.store.search import index_of, searched_kinds
from organizer.store.sought import BLOT, Sought, Span
from organizer.store.tables import DRAFT, JOURNAL, META, table_of

if TYPE_CHECKING:
    from organizer.store.store import Store

_AT_A_TIME, _AT_ONCE = 2_000, 32
_EXCERPT = 60
T = TypeVar("T")
_OWN = frozenset({"uid", "origin", "sha256", "uids", "sealed"})


@dataclass(frozen=True)
class Finding:
    """One field of one record that holds what is sought. `title` is the record's, `excerpt` what stands around it."""

    kind: type[Record]
    id: int
    field: str
    title: str
    excerpt: str
    sure: bool

    @property
    def place(self) -> tuple[str, int, str]:
        return self.kind.KIND, self.id, self.field


@cache
def text_columns(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a kind in which words can stand."""
    return tuple(each.key for each in table_of(kind).columns if isinstance(each.type, String | JSON) and each.key not in _OWN)


def strings_in(value: Any) -> Iterator[str]:
    """Every text within a value as JSON has it, keys among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from strings_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings_in(inner)


def blots_in(value: Any) -> int:
    """In how many places of a value words were taken out, or somebody typed an ellipsis."""
    return sum(text.count(BLOT) for text in strings_in(value))


def size(store: Store) -> int:
    """How many records and edits there are to be looked through."""
    with store.looking() as connection:
        edits = sum(count for _ids, count in bunches_of_steps(connection))
    return edits + sum(store.count(select(kind)) for kind in KINDS.values())


def told_apart(things: Iterable[T], texts: Callable[[T], Iterable[str]], sought: Sought) -> Iterator[tuple[T, bool]]:
    """Each thing, and whether what is sought may be in its texts: no is sure. Many are asked at once, as mostly it is in none."""
    each = iter(things)
    while some := list(islice(each, _AT_ONCE)):
        said = [list(texts(thing)) for thing in some]
        any_of_them = sought.may_be_in(chain.from_iterable(said))
        yield from ((thing, any_of_them and sought.may_be_in(own)) for thing, own in zip(some, said, strict=True))


def findings(
    store: Store, sought: Sought, *, but: dict[type[Record], set[int]] | None = None, progress: Progress | None = None
) -> list[Finding]:
    """Every field of every record that holds it, without the records named in `but`. Others get the file in between. Stopped."""
    found, progress = [], progress or Progress()
    progress.expect(sum(store.count(select(kind)) for kind in KINDS.values()))
    for kind in KINDS.values():
        left_out = (but or {}).get(kind, set())
        rows = told_apart((row for row in _rows(store, kind, progress) if row["id"] not in left_out), texts_of_row, sought)
        places = [place for row, may in rows if may for place in _places(kind, row, sought)]
        titles = {
            record.id: record.title()
            for begin in range(0, len(places), _AT_A_TIME)
            for record in store.records(whole(kind).where(kind.id.in_({each[0] for each in places[begin : begin + _AT_A_TIME]})))
        }
        found += [
            Finding(kind, record_id, field, titles.get(record_id, ""), excerpt, sure)
            for record_id, field, excerpt, sure in places
        ]
    return found


def texts_of_row(row: Row) -> Iterator[str]:
    """Its values' texts: mostly there is nothing within them."""
    for value in row.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            yield from strings_in(value)


def texts_of_edit(edit: journal_boxes.RawEdit) -> Iterator[str]:
    """Everything in an edit in which words can stand, but for what lies in a closed box."""
    return chain.from_iterable(texts_of_row(side) for side in edit[2:4] if side)


def _rows(store: Store, kind: type[Record], progress: Progress) -> Iterator[Row]:
    columns, last = [table_of(kind).c.id, *(table_of(kind).c[name] for name in text_columns(kind))], 0
    while True:
        rows = store.rows(select(*columns).where(table_of(kind).c.id > last).order_by(table_of(kind).c.id).limit(_AT_A_TIME))
        for row in rows:
            yield dict(zip((each.key for each in columns), row, strict=True))
        progress.advance(len(rows))
        if len(rows) < _AT_A_TIME:
            return
        last = rows[-1][0]


def _places(kind: type[Record], row: Row, sought: Sought) -> Iterator[tuple[int, str, str, bool]]:
    for name in text_columns(kind):
        value = row[name]
        if not value:
            continue
        hits = [(text, spans) for text in strings_in(value) if (spans := sought.spans(text))]
        if hits:
            text, spans = hits[0]
            yield row["id"], name, _around(text, spans[0]), any(span.sure for _text, all_of in hits for span in all_of)


def _around(text: str, span: Span) -> str:
    start, end = max(0, span.start - _EXCERPT), min(len(text), span.end + _EXCERPT)
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    words = " ".join(text[start:end].split())
    return ("…" if start else "") + words + ("…" if end < len(text) else "")


def steps_with(store: Store, sought: Sought, progress: Progress | None = None) -> int:
    """How many steps of the journal tell of it. Stopped."""
    found, progress = 0, progress or Progress()
    with store.looking() as connection:
        bunches = bunches_of_steps(connection)
    progress.expect(sum(count for _ids, count in bunches))
    for ids, count in bunches:
        with store.looking() as connection:
            rows = connection.execute(select(JOURNAL.c.label, JOURNAL.c.edits).where(JOURNAL.c.id.in_(ids))).all()
        # Outside of the lane: a step of many thousands takes its time, and boxes open without asking the file
        said = [(label, journal_boxes.unpacked(connection, edits) if edits else []) for label, edits in rows]
        found += sum(_tells(label, edits, sought) for label, edits in said)
        progress.advance(count)
    return found


def bunches_of_steps(connection: Connection) -> list[tuple[list[int], int]]:
    """The ids of all steps, in bunches of some two thousand edits; with how many those are."""
    bunches: list[tuple[list[int], int]] = []
    ids: list[int] = []
    size = 0
    for number, count in connection.execute(select(JOURNAL.c.id, JOURNAL.c.count).order_by(JOURNAL.c.id)):
        ids.append(number)
        size += count + 1
        if size >= _AT_A_TIME:
            bunches.append((ids, size))
            ids, size = [], 0
    return [*bunches, (ids, size)] if ids else bunches


def _tells(label: str, edits: list[journal_boxes.RawEdit], sought: Sought) -> bool:
    apart = told_apart(edits, texts_of_edit, sought)
    return bool(sought.spans(label)) or any(may and any(map(sought.spans, texts_of_edit(edit))) for edit, may in apart)


def notes_with(store: Store, sought: Sought) -> int:
    """How many drafts and notes of the file's own hold it."""
    kept = [fields for (fields,) in store.rows(select(DRAFT.c.fields))] + [value for (value,) in store.rows(select(META.c.value))]
    return sum(any(sought.spans(text) for text in strings_in(_read(value))) for value in kept)


def _read(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def index_rows_with(store: Store, sought: Sought) -> int:
    """How many rows of the search index hold it."""
    found = 0
    for kind in searched_kinds():
        rows = told_apart(_indexed(store, kind), strings_in, sought)
        found += sum(may and bool(sought.spans(words)) for words, may in rows)
    return found


def _indexed(store: Store, kind: type[Record]) -> Iterator[str]:
    index, last = table(index_of(kind), column("rowid"), column("words")), 0
    query = select(index.c.rowid, index.c.words).order_by(index.c.rowid).limit(_AT_A_TIME)
    while rows := store.rows(query.where(index.c.rowid > last)):
        yield from (words for _rowid, words in rows)
        last = rows[-1][0]


def anywhere(store: Store, sought: Sought, *, but: Iterable[tuple[str, int, str]] = (), progress: Progress | None = None) -> int:
    """In how many places of the whole file it still stands, but for those that were to stay."""
    stays = set(but)
    records = [finding for finding in findings(store, sought, progress=progress) if finding.place not in stays]
    if stays:  # what stays is in history and index too
        return len(records)
    others = steps_with(store, sought, progress) + notes_with(store, sought)
    return len(records) + others + index_rows_with(store, sought) + _origins_with(store, sought)


def _origins_with(store: Store, sought: Sought) -> int:
    """Under how many branches' names that tell of it something was entered."""
    tables = (JOURNAL, *(table_of(kind) for kind in KINDS.values()))
    return sum(bool(sought.spans(name)) for each in tables for (name,) in store.rows(select(each.c.origin).distinct()))
