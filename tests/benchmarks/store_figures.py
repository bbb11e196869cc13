"""A million letters in an encrypted file: opening, typing, scrolling, saving, sorting, memory, backup."""

from __future__ import annotations

import gc
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import psutil

from organizer.records.letter import Letter
from organizer.store import key
from organizer.store.listing import ListQuery, RecordList
from organizer.store.opening import derive_key, open_file
from organizer.store.store import Store
from tests.benchmarks import Figure, million

T = TypeVar("T")

TYPED = (
    "Belfast", "dockers", "teachers of lon", "ver.di hamburg", "профсоюз", "moskva", "zzyzx", "strikers", "president",
    "unite bris", "free the lawyer", "solidarność", "example 17", "london justice",
)  # fmt: skip
PAGE = 100
SCROLLS = 300
QUERY: ListQuery[Letter] = ListQuery(Letter, filters=(("campaign", 1),))


def figures() -> Iterator[Figure]:
    """In one process, as the window uses it."""
    os.environ.setdefault("ORGANIZER_KDF", "test")
    gc.disable()  # as in the window, which collects while nobody types
    try:
        yield from measured(million.made())
    finally:
        gc.enable()


def measured(path: Path) -> Iterator[Figure]:
    yield Figure("deriving the key", _timed(lambda: key.derive("passphrase", bytes(16), key.STRONG))[1], "s")
    unlocking = derive_key(path, million.PASSPHRASE)
    store, seconds = _timed(lambda: open_file(path, key=unlocking))
    yield Figure("unlock a million letters, key derived before", seconds * 1000, "ms", 400)
    shown, seconds = _timed(lambda: _shown(store, QUERY))
    yield Figure("list of a million letters opens, first page shown", seconds * 1000, "ms", 150)
    yield Figure("the rest of the list is read, in the background", _timed(shown.prepare)[1] * 1000, "ms")
    yield from _typing(store)
    yield from _scrolling(store)
    yield from _saving(store)
    yield from _sorting(store)
    gc.collect()
    yield Figure("memory in use, without a window", psutil.Process().memory_info().rss / 2**20, "MiB", 350)
    made, seconds = _timed(store.back_up)
    yield Figure("verified backup", seconds, "s")
    made.path.unlink()
    store.close(back_up=False)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begin = time.perf_counter()
    result = work()
    return result, time.perf_counter() - begin


def _shown(store: Store, query: ListQuery[Letter]) -> RecordList[Letter]:
    """What a screen asks for: the list, its count, its first page."""
    listed = store.listing(query)
    listed.records(0, min(PAGE, listed.count))
    return listed


def _spread(name: str, samples: list[float], limit: float) -> Iterator[Figure]:
    """The 95th percentile, which is promised, with the middle and the worst, in ms."""
    ordered = sorted(sample * 1000 for sample in samples)
    yield Figure(f"{name}, 95th percentile", ordered[int(0.95 * (len(ordered) - 1))], "ms", limit)
    yield Figure(f"{name}, median", statistics.median(ordered), "ms")
    yield Figure(f"{name}, worst", ordered[-1], "ms")


def _typing(store: Store) -> Iterator[Figure]:
    """Words typed letter by letter and cleared again; after each key the count and the first page are there."""
    samples = []
    for words in TYPED:
        for length in (*range(1, len(words) + 1), 0):
            query = ListQuery(Letter, text=words[:length], filters=QUERY.filters)
            samples.append(_timed(partial(_shown, store, query))[1])
            gc.collect(1)
    yield from _spread("keystroke in the search field", samples, 100)


def _scrolling(store: Store) -> Iterator[Figure]:
    chance = random.Random(7)
    for name, text in (("all", ""), ("found", "dockers")):
        listed = store.listing(ListQuery(Letter, text=text, filters=QUERY.filters))
        far = listed.count - PAGE
        places = [0, far, *(chance.randrange(far) for _scroll in range(SCROLLS))]
        samples = [_timed(partial(listed.records, at, PAGE))[1] for at in places]
        yield from _spread(f"scrolling to any place, {name}", samples, 20)


def _saving(store: Store) -> Iterator[Figure]:
    commits, lists, keys = [], [], []
    for number in range(10):
        letter = store.get(Letter, 500_000 + number)
        letter.quantity += 1
        commits.append(_timed(partial(store.save, letter))[1])
        lists.append(_timed(lambda: _shown(store, QUERY))[1])
        keys.append(_timed(lambda: _shown(store, ListQuery(Letter, text="belf", filters=QUERY.filters)))[1])
    yield from _spread("saving one letter", commits, 100)
    yield from _spread("list after saving", lists, 150)
    yield from _spread("first keystroke after saving", keys, 100)
    yield Figure("undo", _timed(store.undo)[1] * 1000, "ms")


def _sorting(store: Store) -> Iterator[Figure]:
    """From a click on a column, or a choice in a filter, to the first page; of a filter the far end as well."""
    for sort in Letter.listing().sorts:
        query: ListQuery[Any] = ListQuery(Letter, filters=QUERY.filters, sort=sort, descending=False)
        listed, seconds = _timed(partial(_shown, store, query))
        yield Figure(f"sorted by {sort}, first page", seconds * 1000, "ms")
        yield Figure(f"sorted by {sort}, all", _timed(partial(listed.ids, 999_000, 60))[1] * 1000, "ms")
    for name, value in (("evidence", "held"), ("target", 7), ("organisation", 1), ("from", date(2012, 6, 1)), ("replied", True)):
        query = ListQuery(Letter, filters=(*QUERY.filters, (name, value)))
        listed, seconds = _timed(partial(_shown, store, query))
        yield Figure(f"filtered by {name}, first page", seconds * 1000, "ms")
        yield Figure(f"filtered by {name}, all", _timed(partial(listed.ids, 999_000, 60))[1] * 1000, "ms")
