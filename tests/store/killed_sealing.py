"""A process of its own that makes a compartment, or does away with it, again and again, and each time is killed (−9) elsewhere.

Prints how often the file was as before afterwards, how often all of it was as intended, and how often it was neither.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from organizer.records.organisation import Person
from organizer.store import compartments
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from organizer.store.tables import SEALED
from tests.factories import donation, person
from tests.store.killed_rekey import lines_until

NAME, SECOND = "Frédérique Quakenbrück", "thistle copper lantern"
_WATCHED = {
    "compartments.py": {"make", "do_away"},
    "compartment_rows.py": {"seal_all", "unseal_all", "_write_past_anew"},
    "store.py": {"beside_history", "rewrite"},
    "lane.py": {"writing", "_commit", "bare"},
}
_MOMENTS = 8
Work = Callable[[Store], object]


def make(store: Store) -> None:
    compartments.make(store, Person, SECOND)


def do_away(store: Store) -> None:
    compartments.open_(store, Person, SECOND)
    compartments.do_away(store, Person)


def made(folder: Path) -> tuple[Path, Path]:
    """A file without a compartment, and one with it."""
    store = create_file(folder / "plain.organizer", None)
    somebody = person(store, name=NAME)
    donation(store, person_id=somebody.id)
    somebody.notes = NAME
    store.save(somebody)
    store.back_up()
    plain = Path(shutil.copy(store.path, folder / "before.organizer"))
    make(store)
    store.close(back_up=False)
    return plain, store.path


def state(path: Path) -> str:
    store = open_file(path)
    store.check()
    sealed = next(each for each in compartments.compartments(store) if each.kind is Person).made
    hidden = store.get(Person, 1).name
    boxes = store.rows(select(func.count()).select_from(SEALED))[0][0]
    if sealed:
        compartments.open_(store, Person, SECOND)
    whole = store.get(Person, 1).name == NAME and [hit.kind for hit in store.search("quakenbruck")].count(Person) == 1
    store.undo()
    whole &= store.get(Person, 1).notes == ""
    store.close(back_up=False)
    if not whole or (boxes, hidden) != ((1, "•••") if sealed else (0, NAME)):
        return "neither"
    return "sealed" if sealed else "plain"


def killed(path: Path, work: Work, at: int) -> None:
    child = os.fork()
    if child == 0:
        store = open_file(path)
        sys.settrace(lines_until(at, _WATCHED))
        work(store)
        os._exit(0)
    os.waitpid(child, 0)


def lines_of(path: Path, work: Work) -> int:
    store, counter = open_file(path), lines_until(-1, _WATCHED)
    sys.settrace(counter)
    work(store)
    sys.settrace(None)
    store.close(back_up=False)
    return int(counter.passed[0])  # type: ignore[attr-defined]


def main(folder: Path) -> None:
    outcome: dict[str, Any] = {"plain": 0, "sealed": 0, "neither": 0}
    for path, work in zip(made(folder), (make, do_away), strict=True):
        lines = lines_of(Path(shutil.copy(path, folder / "trial.organizer")), work)
        for number in range(_MOMENTS):
            copy = Path(shutil.copy(path, folder / f"{path.stem} {number}.organizer"))
            killed(copy, work, 1 + number * lines // _MOMENTS)
            outcome[state(copy)] += 1
    print(json.dumps(outcome))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
