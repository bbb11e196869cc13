"""The fork server: a process under the recorder that has loaded the store once, and forks a child for each run.

One JSON line in is one run, one JSON line out is how it went. Started as `python -m tests.faults.server FOLDER`.
"""

from __future__ import annotations

import fcntl
import gc
import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

from organizer.errors import UserError
from tests.faults import recorder

NAME = "branch.organizer"
_PIPE_BYTES = 2**20
_MOST_SECONDS = 60


@dataclass(frozen=True)
class Order:
    """One run: which work, on a copy of which file, in which new folder, and what befalls it.

    Numbers of operations count from 1; 0 is never.
    """

    work: str
    template: str
    passphrase: str
    folder: str
    seed: int = 0
    control: str = ""
    kill_at: int = 0
    kill_after_ms: float = 0
    kinds: int = recorder.CHANGES
    fail_at: int = 0
    code: int = 0
    lasting: bool = False
    halves: bool = False
    starve_at: int = 0
    counts_memory: bool = False
    log: str = ""


@dataclass(frozen=True)
class Outcome:
    """How a run went. `lines` is for the Ledger; `status` as of waitpid, 0 for a good end; `seen` counts operations."""

    lines: list[str]
    status: int
    seconds: float
    seen: int = 0
    memory_seen: int = 0


class Server:
    """The server seen from outside: hands orders in, one at a time."""

    def __init__(self) -> None:
        environment = {**os.environ, "LD_PRELOAD": str(recorder.library()), "ORGANIZER_KDF": "test"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.server", str(recorder.folder())],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip

    def run(self, order: Order) -> Outcome:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        return Outcome(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        self._process.communicate()


def main(folder: Path) -> None:
    """Serve until nothing more is asked."""
    from tests import compiled
    from tests.faults.works import WORKS

    compiled.once()
    sheets = folder / "sheets"
    sheets.mkdir(exist_ok=True)
    _warm_up(folder / "warm", sheets)
    for line in sys.stdin:
        order = Order(**json.loads(line))
        outcome = _run(order, lambda hand, order=order: WORKS[order.work](hand, sheets))
        print(json.dumps(asdict(outcome)), flush=True)


def _warm_up(place: Path, sheets: Path) -> None:
    """Do everything once, so that children find loaded what is loaded late, and share its memory."""
    from tests.faults import templates, works
    from tests.faults.hand import Hand

    for work, do in works.WORKS.items():
        name = templates.name_for(work, plain=False)
        (place / work).mkdir(parents=True)
        if templates.template(name).exists():
            shutil.copyfile(templates.template(name), place / work / NAME)
        hand = Hand(place / work / NAME, templates.PASSPHRASE, lambda _line: None, random.Random(1))
        do(hand, sheets)
        if hand.store is not None:
            hand.store.close(back_up=False)
    shutil.rmtree(place)
    gc.collect()
    gc.freeze()


def _run(order: Order, work: Callable[[Any], None]) -> Outcome:
    place = Path(order.folder)
    place.mkdir(parents=True)
    if order.template:
        shutil.copyfile(order.template, place / NAME)
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(order, place, writing, work)
    os.close(writing)
    status = _ended(child, order.kill_after_ms)
    with os.fdopen(reading, "rb") as pipe:
        *lines, _cut_short = pipe.read().decode().split("\n")
    counted = json.loads(lines.pop())["counted"] if lines and lines[-1].startswith('{"counted"') else (0, 0)
    return Outcome(lines, status, time.monotonic() - started, *counted)


def _ended(child: int, kill_after_ms: float) -> int:
    """Wait for a child, or kill it at its time. Its status as of waitpid."""
    ends = os.pidfd_open(child)
    with select.epoll() as poll:
        poll.register(ends, select.EPOLLIN)
        if not poll.poll(kill_after_ms / 1000 if kill_after_ms else _MOST_SECONDS):
            os.kill(child, signal.SIGKILL)
    os.close(ends)
    return os.waitpid(child, 0)[1]


def _child(order: Order, place: Path, pipe: int, work: Callable[[Any], None]) -> NoReturn:
    """The run itself, in a process of its own that never comes back."""
    from tests.faults.hand import Hand
    from tests.faults.works import weaken

    watched = recorder.Recorder()

    def tell(line: str) -> None:
        watched.mark(line)
        os.write(pipe, line.encode() + b"\n")

    if order.control:
        weaken(order.control)
    log = os.open(order.log, os.O_CREAT | os.O_WRONLY | os.O_APPEND) if order.log else -1
    watched.start(place, log)
    watched.fail(order.fail_at, code=order.code, kinds=order.kinds, lasting=order.lasting, halves=order.halves)
    if order.kill_at:
        watched.kill(order.kill_at)
    if order.starve_at or order.counts_memory:
        watched.starve(order.starve_at, lasting=order.lasting)
    passphrase = order.passphrase or None
    hand = Hand(place / NAME, passphrase, tell, random.Random(order.seed), lasting=order.lasting)
    hand.struck = lambda: 0 < order.fail_at <= watched.seen() or 0 < order.starve_at <= watched.memory_seen()
    try:
        work(hand)
    except UserError:  # told while it read what it goes on with
        hand.leave()
    except Exception as fault:  # noqa: BLE001
        hand.give_up(fault)
    watched.stop()
    tell(json.dumps({"counted": [watched.seen(), watched.memory_seen()]}))
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
