"""How long drawing sheets takes: the first time in a process, again, and after an edit.

All but the first time is the processor's own time, which is the same whatever else the machine does: nothing is waited for.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from organizer.sheets.content import LeafletContent
from tests.benchmarks import Figure
from tests.benchmarks.sheets_typed import sheets

ROUNDS = 9


def figures() -> Iterator[Figure]:
    os.environ.setdefault("ORGANIZER_KDF", "test")
    from organizer.actions.leaflets import leaflet_parts
    from organizer.actions.press_releases import press_release_parts
    from organizer.actions.sample import fill_with_sample
    from organizer.records.leaflet import Leaflet
    from organizer.records.press_release import PressRelease
    from organizer.sheets.catalogue import draw_leaflet, draw_press_release
    from organizer.sheets.from_records import leaflet_content, press_release_content
    from organizer.store.opening import create_file

    with tempfile.TemporaryDirectory() as folder:
        store = create_file(Path(folder) / "figures.organizer", None)
        fill_with_sample(store)
        leaflet, release = store.get(Leaflet, 1), store.get(PressRelease, 1)
        parts, release_parts = leaflet_parts(store, leaflet), press_release_parts(store, release)
        store.close(back_up=False)
    yield Figure(
        "first leaflet of a process", _timed(lambda: draw_leaflet(leaflet_content(parts, "en")), time.perf_counter), "ms"
    )
    yield from _designs(leaflet_content(parts, "en"))
    for language in ("en", "ru", "kk"):
        drawn = [_timed(lambda: draw_leaflet(leaflet_content(parts, language))) for _round in range(ROUNDS)]  # noqa: B023
        yield Figure(f"leaflet drawn anew, {language}, median of {ROUNDS}", statistics.median(drawn), "ms", 200)
    _timed(lambda: draw_press_release(press_release_content(release_parts)))
    drawn = [_timed(lambda: draw_press_release(press_release_content(release_parts))) for _round in range(ROUNDS)]
    yield Figure(f"press release drawn anew, median of {ROUNDS}", statistics.median(drawn), "ms")
    yield from sheets(_timed, ROUNDS)


def _designs(content: LeafletContent) -> Iterator[Figure]:
    """Each design from content to bytes, warm, and how many bytes they are."""
    from organizer.sheets.imposition import arranged
    from organizer.sheets.layouts import ONE_PAGE
    from organizer.sheets.leaflet import leaflet_design

    long = "\n\n".join([content.body] * 7)
    ways = {
        "with a photo": (content, 120, 0),
        "without a photo": (replace(content, photo=None), 60, 60),
        "in type alone": (replace(content, photo=None, design="type"), 60, 60),
        "as long text": (replace(content, photo=None, design="text", body=long), 120, 60),
    }
    for name, (asked, most_ms, most_kib) in ways.items():
        sheet = arranged(leaflet_design(asked), ONE_PAGE)
        times = [_timed(lambda: arranged(leaflet_design(asked), ONE_PAGE)) for _round in range(ROUNDS)]  # noqa: B023
        yield Figure(f"leaflet {name}, median of {ROUNDS}", statistics.median(times), "ms", most_ms)
        yield Figure(f"leaflet {name}, size", len(sheet.pdf) / 1024, "KiB", most_kib)


def _timed(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    began = clock()
    work()
    return (clock() - began) * 1000
