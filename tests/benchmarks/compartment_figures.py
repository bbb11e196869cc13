"""How long compartments of 50,000 people and of 50,000 gifts take to open in a window, and whether it stands still meanwhile."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks import Figure

COUNT = 50_000
PASSPHRASE, SECOND = "kettle anchor velvet", "thistle copper lantern"


def figures() -> Iterator[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="figures-") as folder:
        path = Path(folder) / "branch.organizer"
        yield from _build(path)
        yield from _in_the_window(path)


def _build(path: Path) -> Iterator[Figure]:
    from organizer.records.campaign import Campaign
    from organizer.records.donation import Donation
    from organizer.records.organisation import Person
    from organizer.store import compartments
    from organizer.store.opening import create_file

    store = create_file(path, PASSPHRASE)
    with store.change("people and gifts") as change:
        change.save(Campaign(name="Campaign Kazakhstan"))
        for number in range(COUNT):
            mail = f"p{number}@example.org"
            change.save(Person(name=f"Élodie Example {number}", phone=f"+49 30 {number:07}", email=mail, notes="met in June"))
        for number in range(COUNT):
            person = number + 1 if number % 2 else None
            day = date(2012, 1, 1) + timedelta(number % 500)
            gift = Donation(campaign_id=1, person_id=person, day=day, amount_minor=500 + number, import_key=f"{number:08x}")
            gift.giver, gift.reference = "" if person else f"Günther Example {number}", f"R-{number}"
            change.save(gift)
    for kind in (Person, Donation):
        _made, seconds = _timed(lambda kind=kind: compartments.make(store, kind, SECOND))  # type: ignore[misc]
        yield Figure(f"compartment made of 50,000, {kind.KIND}", seconds, "s")
    store.close(back_up=False)


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.perf_counter()
    found = work()
    return found, time.perf_counter() - begun


def _in_the_window(path: Path) -> Iterator[Figure]:
    from PySide6.QtWidgets import QApplication

    from organizer.records.donation import Donation
    from organizer.records.organisation import Person
    from organizer.settings import Settings
    from organizer.store import key
    from organizer.store.opening import open_file
    from organizer.ui.look.install import install
    from organizer.ui.main_window import MainWindow
    from organizer.ui.session import Session
    from tests.benchmarks.real_window import Watch

    yield Figure("of which argon2id", _timed(lambda: key.derive(SECOND, bytes(16), key.STRONG))[1], "s")
    app = QApplication.instance() or QApplication([])
    install(app, dark=False, scale=1.0)  # type: ignore[arg-type]
    store = open_file(path, PASSPHRASE)
    session = Session(store, Settings())
    window = MainWindow(session)
    window.resize(1366, 768)
    window.show()
    watch = Watch()
    for kind, code in ((Person, "address_book"), (Donation, "donations")):
        window.show_page(code)
        watch.rest(2)
        watch.until(lambda: not session.tasks.busy())
        yield from _opened(window, session, watch, kind)
    window.let_go()
    session.tasks.close()
    store.close(back_up=False)


def _opened(window: Any, session: Any, watch: Any, kind: Any) -> Iterator[Figure]:
    """From Enter in the sheet to the sheet's going, and to the end of what follows in the background."""
    from organizer.ui.compartments import purposes
    from organizer.ui.compartments.sheet import SecretSheet

    name = {"person": "people", "donation": "gifts"}[kind.KIND]
    sheet = SecretSheet(window, session.tasks, purposes.open_(session.store, kind))
    sheet.show_over()
    sheet.old.set_text(SECOND)
    watch.rest(1)
    gone: list[float] = []
    sheet.done.connect(lambda: gone.append(time.perf_counter()))
    watch.longest = 0.0
    begun = time.perf_counter()
    sheet.try_it()
    watch.until(lambda: bool(gone))
    yield Figure(f"compartment of 50,000 {name} opened", gone[0] - begun, "s", 1.2)
    yield Figure(f"the window stood still meanwhile, {name}, worst", watch.longest, "ms", 100)
    watch.longest = 0.0
    watch.until(lambda: not session.tasks.busy())
    yield Figure(f"searched and sorted quickly from then on, {name}", time.perf_counter() - gone[0], "s")
    yield Figure(f"the window stood still after it, {name}, worst", watch.longest, "ms", 100)
    assert session.store.search("example 777") and not session.store.is_hidden(kind)
