"""How long the letter book of 2011–12 takes to come into an encrypted file, shown and taken in, and a second time."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import Figure

LETTERS = Path(__file__).resolve().parents[1] / "data" / "spreadsheets" / "letters-2011-2012.csv"


def figures() -> Iterator[Figure]:
    os.environ.setdefault("ORGANIZER_KDF", "test")
    from organizer.exchange.sheets_in import preview, take_in
    from organizer.store.opening import create_file

    with tempfile.TemporaryDirectory() as folder:
        store = create_file(Path(folder) / "branch.organizer", "kettle anchor velvet")
        begun = time.perf_counter()
        shown = preview(store, "letters", LETTERS)
        seen = time.perf_counter()
        take_in(store, shown, skip_bad=False)
        taken = time.perf_counter()
        preview(store, "letters", LETTERS)
        again = time.perf_counter()
        store.close(back_up=False)
    yield Figure("1,349 letters shown and imported", taken - begun, "s", 2.0)
    yield Figure("1,349 letters shown before the import", seen - begun, "s")
    yield Figure("1,349 known letters recognised", again - taken, "s")
