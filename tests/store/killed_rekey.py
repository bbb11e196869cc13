"""A process of its own that changes a file's passphrase again and again, and each time is killed (−9) at another moment.

Prints how often the old passphrase opened all of the file afterwards, how often the new one, and how often neither did.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

from organizer.actions import campaigns
from organizer.errors import WrongPassphrase
from organizer.store import checks
from organizer.store.key import SALT_BYTES, TEST, derive
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from tests.factories import donation

OLD, NEW = "kettle anchor velvet", "seven grey lanterns"
_WATCHED: Mapping[str, set[str] | None] = {"rekey.py": None, "open_file.py": {"change_passphrase", "_go_on"}}
_EVERY, _IN_TIME = 2, 8


def made(folder: Path) -> Path:
    store = create_file(folder / "branch.organizer", OLD)
    campaigns.begin_campaign(store, "Free the Strikers")
    donation(store, amount_minor=12_50)
    store.close(back_up=False)
    return store.path


def counted(store: Store) -> dict[str, int]:
    store.check()
    with store._lane.bare() as bare:
        return {name: number for name, number in checks.counts(bare).items() if name != "meta"}


def lines_until(at: int, watched: Mapping[str, set[str] | None] = _WATCHED) -> Callable[[FrameType, str, Any], Any]:
    """Kills this process when so many of the watched lines were begun; never, for a negative number."""
    passed = [0]

    def on_line(frame: FrameType, event: str, _value: Any) -> Any:
        if event == "line":
            passed[0] += 1
            if passed[0] == at:
                os.kill(os.getpid(), signal.SIGKILL)
        return on_line

    def on_call(frame: FrameType, _event: str, _value: Any) -> Any:
        names = watched.get(Path(frame.f_code.co_filename).name, set())
        return on_line if names is None or frame.f_code.co_name in names else None

    on_call.passed = passed  # type: ignore[attr-defined]
    return on_call


def killed(path: Path, at: int, after_s: float = 0.0) -> None:
    """Change the passphrase of this file in another process, which does not live to the end of it."""
    child = os.fork()
    if child == 0:
        store = open_file(path, OLD)
        sys.settrace(lines_until(at))
        store.change_passphrase(NEW)
        os._exit(0)
    if after_s:
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def opened_by(path: Path, expected: dict[str, int]) -> str:
    for name, passphrase in (("old", OLD), ("new", NEW)):
        try:
            # With the salt that lies there and the cheap profile: trying the dear ones as well takes seconds
            store = open_file(path, key=derive(passphrase, path.read_bytes()[:SALT_BYTES], TEST))
        except WrongPassphrase:
            continue
        found = counted(store)
        store.close(back_up=False)
        return name if found == expected else "damaged"
    return "neither"


def main(folder: Path) -> None:
    path = made(folder)
    store = open_file(path, OLD)
    expected = counted(store)
    store.close(back_up=False)
    trial = Path(shutil.copy(path, folder / "trial.organizer"))
    store, counter, began = open_file(trial, OLD), lines_until(-1), time.monotonic()
    sys.settrace(counter)
    store.change_passphrase(NEW)
    sys.settrace(None)
    lasted = time.monotonic() - began
    store.close(back_up=False)
    lines = counter.passed[0]  # type: ignore[attr-defined]
    outcomes: dict[str, int] = {"old": 0, "new": 0, "neither": 0, "damaged": 0}
    moments = [(at, 0.0) for at in range(1, lines + 1, _EVERY)] + [(-1, lasted * k / _IN_TIME) for k in range(1, _IN_TIME + 1)]
    for number, (at, after_s) in enumerate(moments):
        copy = Path(shutil.copy(path, folder / f"{number}.organizer"))
        killed(copy, at, after_s)
        outcomes[opened_by(copy, expected)] += 1
    print(json.dumps({"moments": len(moments), **outcomes}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
