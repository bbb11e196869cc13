"""How long erasing somebody takes in 70,000 letters, 490,000 texts, 14,000 of which name them; does the window stand still."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import Figure

if TYPE_CHECKING:
    from organizer.store.store import Store

LETTERS, STEPS, NAMED = 70_000, 7, 10
PASSPHRASE, NAME = "kettle anchor velvet", "Anna Sokolova"
WORDS = "Dear Minister,\nwe protest against the sentences of the oil workers and demand that they be freed at once.\n" * 2


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
    from organizer.records.target import Target
    from organizer.store.opening import create_file

    store = create_file(path, PASSPHRASE)
    with store.change("what letters speak of") as change:
        change.save(Campaign(name="Campaign Kazakhstan"))
        change.save(Target(office="Minister of Justice"))
        change.save(Person(name=NAME, phone="+49 30 1234567", email="anna@example.org"))
        change.save(Person(name="Other Sender"))
    for step in range(STEPS):
        _bring_in(store, range(step * LETTERS // STEPS, (step + 1) * LETTERS // STEPS))
    store.close(back_up=False)


def _bring_in(store: Store, numbers: range) -> None:
    from organizer.records.letter import Letter

    with store.change("Letters brought in") as change:
        for number in numbers:
            named = f" with {NAME} of the union" if number % NAMED == 0 else ""
            change.save(
                Letter(
                    campaign_id=1,
                    target_id=1,
                    person_id=1 if number % (10 * NAMED) == 0 else 2,
                    day=date(2012, 1, 1),
                    subject=f"Free the strikers {number}",
                    address_as_sent=f"Ministry of Justice\nStreet {number}\nAstana",
                    text_as_sent=WORDS + named,
                    reply_words=f"Received {number}",
                    notes="copied by fax" + named,
                    import_key=f"{number}",
                )
            )


def _in_the_window(path: Path) -> Iterator[Figure]:
    from PySide6.QtWidgets import QApplication
    from sqlalchemy import select

    from organizer.records.organisation import Person
    from organizer.settings import Settings
    from organizer.store import erasing
    from organizer.store.opening import open_file
    from organizer.ui.look.install import install
    from organizer.ui.main_window import MainWindow
    from organizer.ui.safe_keeping.erase_sheet import EraseSheet
    from organizer.ui.session import Session
    from tests.benchmarks.real_window import Watch

    application = QApplication.instance() or QApplication([])
    install(application, dark=False, scale=1.0)  # type: ignore[arg-type]
    store = open_file(path, PASSPHRASE)
    session = Session(store, Settings())
    window = MainWindow(session)
    window.resize(1366, 768)
    window.show()
    window.show_page("letters")
    watch = Watch()
    watch.rest(2)
    watch.until(lambda: not session.tasks.busy())
    sheet = EraseSheet(window, session, person=store.get(Person, 1))
    sheet.show_over()
    watch.rest(0.5)
    at_once, real = [], erasing.erase

    def timed(*args: object, **named: object) -> object:
        begun = time.perf_counter()
        try:
            return real(*args, **named)  # type: ignore[arg-type]
        finally:
            at_once.append(time.perf_counter() - begun)

    erasing.erase = timed  # type: ignore[assignment]
    try:
        for what, act, done in (
            ("looking through it", sheet._look, lambda: sheet.review is not None),
            ("backups, erasure and proof", sheet._erase, lambda: sheet.erased is not None),
        ):
            assert sheet.on is not None
            watch.longest, begun = 0.0, time.perf_counter()
            act()
            watch.until(done)
            yield Figure(what, time.perf_counter() - begun, "s")
            yield Figure(f"{what}, the window stood still, worst", watch.longest, "ms", 100)
    finally:
        erasing.erase = real
    yield Figure("of which the erasure itself, all at once", at_once[0], "s")
    assert store.count(select(Person)) == 1
    window.let_go()
    session.tasks.close()
    store.close(back_up=False)
