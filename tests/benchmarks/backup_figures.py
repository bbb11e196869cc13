"""How long the backup of a large file takes, 50,000 people and 2,000 photos, and how long the window stands still meanwhile."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import Figure

PEOPLE, PHOTOS, PHOTO_BYTES = 50_000, 2_000, 150_000
PASSPHRASE = "kettle anchor velvet"


def figures() -> Iterator[Figure]:
    os.environ.setdefault("ORGANIZER_KDF", "test")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="figures-") as folder:
        path = Path(folder) / "branch.organizer"
        _build(path)
        yield Figure("the file", path.stat().st_size / 2**20, "MiB")
        yield from _in_the_window(path)


def _build(path: Path) -> None:
    from organizer.records.campaign import Campaign
    from organizer.records.organisation import Person
    from organizer.store.opening import create_file

    store = create_file(path, PASSPHRASE)
    with store.change("people") as change:
        change.save(Campaign(name="Campaign Kazakhstan"))
        for number in range(PEOPLE):
            change.save(Person(name=f"Example {number}", phone=f"+49 30 {number:07}", notes="met at the picket in June"))
    with store._lane.bare() as bare:
        bare.execute("BEGIN")
        photos = ((f"{number:064x}", os.urandom(PHOTO_BYTES)) for number in range(PHOTOS))
        bare.executemany("INSERT INTO picture VALUES (?, ?)", photos)
        bare.execute("COMMIT")
    store.close(back_up=False)


def _in_the_window(path: Path) -> Iterator[Figure]:
    from PySide6.QtWidgets import QApplication

    from organizer.records.organisation import Person
    from organizer.settings import Settings
    from organizer.store.opening import open_file
    from organizer.ui.look.install import install
    from organizer.ui.main_window import MainWindow
    from organizer.ui.session import Session
    from tests.benchmarks.real_window import Watch

    app = QApplication.instance() or QApplication([])
    install(app, dark=False, scale=1.0)  # type: ignore[arg-type]
    store = open_file(path, PASSPHRASE)
    session = Session(store, Settings())
    window = MainWindow(session)
    window.resize(1366, 768)
    window.show()
    watch = Watch()
    window.show_page("address_book")
    watch.rest(2)
    watch.until(lambda: not session.tasks.busy())
    watch.longest = 0.0
    begun = time.perf_counter()
    window.back_up()
    reads: list[float] = []

    def done() -> bool:
        asked = time.perf_counter()
        store.get(Person, PEOPLE // 2)
        reads.append((time.perf_counter() - asked) * 1000)
        return not session.tasks.busy()

    watch.until(done)
    took = time.perf_counter() - begun
    made = store.last_backup()
    assert made is not None and made.counts["person"] == PEOPLE and made.counts["picture"] == PHOTOS
    yield Figure("verified backup of 50,000 people and 2,000 photos", took, "s", 15)
    yield Figure("the window stood still meanwhile, worst", watch.longest, "ms", 100)
    yield Figure("opening a person meanwhile, worst", max(reads), "ms", 100)
    window.let_go()
    session.tasks.close()
    store.close(back_up=False)
