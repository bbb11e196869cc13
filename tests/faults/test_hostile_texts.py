"""Hostile texts through every text of every kind of record: saved, found, listed, exported, read back. None lost or obeyed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, String, select

from organizer.errors import Problems
from organizer.exchange.columns import LISTED, columns_of
from organizer.exchange.csv_out import to_csv, to_json
from organizer.exchange.tables import unguard
from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.records.campaign import Campaign, Demand
from organizer.records.consent import Consent
from organizer.records.erasure import Erasure
from organizer.records.kinds import KINDS
from organizer.records.organisation import Affiliation
from organizer.records.sheet_text import SheetText
from organizer.records.tag import Tag, Tagging
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file, open_file
from organizer.store.rows import listing_of
from organizer.store.store import Store
from tests import factories
from tests.conftest import PASSPHRASE
from tests.faults.hostile import HOSTILE, REFUSED

PLAIN_WORDS = "Plain words"
SHORT = 40
_FIXED = frozenset({"id", "uid", "version", "created_utc", "changed_utc", "origin"})


def made(store: Store, kind: type[Record], number: int) -> Record:
    """A new record of a kind, not saved yet, that may be saved as it is; `number` keeps it apart from its likes."""
    others: dict[type[Record], Callable[[], Record]] = {
        Attachment: lambda: Attachment(name="a.png", media_type="image/png", width=1, height=1, sha256=f"{number:064}"),
        Affiliation: lambda: Affiliation(
            person_id=factories.person(store).id, organisation_id=factories.organisation(store).id, role="Secretary"
        ),
        Consent: lambda: Consent(person_id=factories.person(store).id, given_on=date(2012, 3, 1)),
        Demand: lambda: Demand(campaign_id=_only(store, Campaign), number=number, texts={"en": "Release them"}),
        Erasure: lambda: Erasure(day=date(2012, 3, 1)),
        SheetText: lambda: SheetText(campaign_id=_only(store, Campaign), sheet=f"sheet {number}", answers={"en": {"title": "x"}}),
        Tag: lambda: Tag(name=f"tag {number}"),
        Tagging: lambda: Tagging(
            tag_id=store.save(Tag(name=f"of {number}")).id, record_kind="person", record_uid=factories.person(store).uid
        ),
    }
    return others[kind]() if kind in others else _as_usual(store, kind)


def _only(store: Store, kind: type[Record]) -> int:
    first = store.first(select(kind).order_by(kind.id))
    return first.id if first is not None else getattr(factories, kind.__tablename__)(store).id


def _as_usual(store: Store, kind: type[Record]) -> Record:
    """A copy of the kind's first record, which is one with the usual defaults."""
    usual = store.get(kind, _only(store, kind))
    names = [column.key for column in kind.__mapper__.column_attrs if column.key not in _FIXED]
    return kind(**{name: getattr(usual, name) for name in names})


def texts_of(kind: type[Record]) -> Iterator[str]:
    """The columns of a kind that hold text, in whatever shape."""
    for column in kind.__mapper__.column_attrs:
        if column.key not in _FIXED and isinstance(column.columns[0].type, String | JSON):
            yield column.key


def filled(value: Any, text: str) -> Any:
    """A value of the same shape in which every text is this one."""
    if isinstance(value, dict):
        return {key: filled(inner, text) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, text) for inner in value]
    return text


def takes_any_words(record: Record, name: str) -> bool:
    """Whether a text may say what it will: others hold codes, and refuse even plain words."""
    before = getattr(record, name)
    setattr(record, name, filled(before, PLAIN_WORDS))
    free = not record.problems()
    setattr(record, name, before)
    return free


def free_texts(record: Record) -> list[str]:
    return [name for name in texts_of(type(record)) if takes_any_words(record, name)]


def written(record: Record, text: str) -> Record:
    """The record with this text wherever it takes any words; its beginning where so many are refused."""
    for name in free_texts(record):
        setattr(record, name, filled(getattr(record, name), text))
        if record.problems():
            assert len(text) > SHORT
            setattr(record, name, filled(getattr(record, name), text[:SHORT]))
    return record


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "branch.organizer"


@pytest.fixture(scope="module")
def kept(file: Path) -> dict[str, dict[str, tuple[int, dict[str, Any]]]]:
    """By kind and hostile text: the id of the record that holds it, and what was written into it. All in one file."""
    store = create_file(file, PASSPHRASE)
    found: dict[str, dict[str, tuple[int, dict[str, Any]]]] = {}
    for kind in KINDS.values():
        records = [made(store, kind, number) for number in range(len(HOSTILE))]
        with store.change("Hostile") as change:
            for (what, text), record in zip(HOSTILE.items(), records, strict=True):
                saved = change.save(written(record, text))
                said = {name: getattr(saved, name) for name in texts_of(kind)}
                found.setdefault(kind.KIND, {})[what] = saved.id, said
    store.check()
    store.close(back_up=False)
    return found


@pytest.fixture(scope="module")
def store(file: Path, kept: Any) -> Iterator[Store]:
    """The same file, opened anew."""
    opened = open_file(file, PASSPHRASE)
    yield opened
    opened.close(back_up=False)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_text_of_every_kind_comes_back_as_it_went_in(store: Store, kept: Any, kind: type[Record]) -> None:
    for what, (record_id, said) in kept[kind.KIND].items():
        record = store.get(kind, record_id)
        assert {name: getattr(record, name) for name in said} == said, what


def test_most_texts_take_any_words(store: Store) -> None:
    """Else the other tests here would try nothing."""
    free = {name: free_texts(made(store, kind, 1_000)) for name, kind in KINDS.items()}
    assert sum(map(len, free.values())) > 60
    assert [name for name, texts in free.items() if not texts] == ["consent", "erasure"] or all(free.values())


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if listing_of(kind).own_text], ids=lambda kind: kind.KIND)
def test_every_record_is_listed_and_found_by_what_it_says(store: Store, kept: Any, kind: type[Record]) -> None:
    listed = {record.id for record in store.listing(ListQuery(kind)).records(0, 10_000)}
    for what, (record_id, _said) in kept[kind.KIND].items():
        assert record_id in listed
        words = [word for word in HOSTILE[what][:SHORT].split() if any(map(str.isalnum, word))]
        assert not words or record_id in list(store.all_ids(ListQuery(kind, text=" ".join(words[:2])))), what


def test_nothing_typed_into_the_search_is_obeyed(store: Store) -> None:
    for text in [*HOSTILE.values(), *REFUSED.values()]:
        assert isinstance(store.search(text), list)
        assert store.listing(ListQuery(KINDS["donation"], text=text)).count >= 0


@pytest.mark.parametrize("name", LISTED)
def test_every_text_comes_through_a_sheet_of_cells_and_no_cell_is_a_formula(store: Store, kept: Any, name: str) -> None:
    kind = LISTED[name]
    records = store.records_with(kind, [record_id for record_id, _said in kept[kind.KIND].values()])
    heads, *rows = csv.reader(io.StringIO(to_csv(name, records).decode("utf-8-sig"), newline=""))
    assert len(rows) == len(records) == len(HOSTILE)
    columns = columns_of(name)
    assert len(heads) == len(columns)
    for record, row in zip(records, rows, strict=True):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert [unguard(cell) for cell in row] == [column.cell(record) for column in columns]


@pytest.mark.parametrize("name", LISTED)
def test_every_text_comes_through_json(store: Store, kept: Any, name: str) -> None:
    kind = LISTED[name]
    records = store.records_with(kind, [record_id for record_id, _said in kept[kind.KIND].values()])
    columns = columns_of(name)
    said = [{column.field: column.value(record) for column in columns} for record in records]
    assert json.loads(to_json(name, records)) == json.loads(json.dumps(said))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_kept_is_refused_in_words_at_its_field(store: Store, kind: type[Record], what: str) -> None:
    record = made(store, kind, 2_000 + list(REFUSED).index(what))
    names = free_texts(record)
    before = store.count(select(kind))
    for name in names:
        standing = getattr(record, name)
        setattr(record, name, filled(standing, REFUSED[what]))
        if getattr(record, name) != standing:
            with pytest.raises(Problems) as raised:
                store.save(record)
            assert name in [problem.field for problem in raised.value.problems]
        setattr(record, name, standing)
    assert store.count(select(kind)) == before
