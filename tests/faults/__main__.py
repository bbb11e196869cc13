"""The long run: `python -m tests.faults [--kills N] [--cuts N] … [--cores N] [--seed N]` prints a table, one row after the other.

0 leaves a row out, so that it can be run in parts. Ends with 1 where anything was found, or where a control found nothing: then
the harness sees too little to be believed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests import compiled
from tests.faults import rows
from tests.faults.proof import FOUND, Verdict
from tests.faults.runs import failing_disk, kills, power_cuts, refused_memory
from tests.faults.server import Server

_COLUMNS = ("runs", "acknowledged", *FOUND)
_SHOWN = 20
Run = Callable[..., Verdict]

ROWS: dict[str, tuple[str, int, Run]] = {
    "kills": ("Kills", 10_000, kills),
    "cuts": ("Power cuts", 20_000, power_cuts),
    "io": ("Operations that fail", 5_000, failing_disk),
    "memory": ("Memory refused", 2_000, refused_memory),
    "flips": ("Flipped bits", 10_000, rows.flips),
    "imports": ("Wrong imports", 200_000, rows.imports),
    "archives": ("Tampered archives", 10_000, rows.archives),
    "photos": ("Photos and prints", 1_000, rows.photos),
}
"""By option: how a row is called, how many runs it has, and what runs them."""

CONTROLS: tuple[tuple[str, str, Callable[[], Verdict]], ...] = (
    ("kills", "Kills, journal in memory", partial(kills, count=60, control="memory", works=["one step"], counted=True)),
    ("cuts", "Power cuts, synchronous=OFF", partial(power_cuts, count=200, control="off", each=10)),
    ("cuts", "Power cuts, WAL and synchronous=NORMAL", partial(power_cuts, count=200, control="wal", each=10)),
    ("io", "Operations that fail, journal in memory", partial(failing_disk, count=60, control="memory", works=["one step"])),
    ("archives", "Tampered archives, checksums believed", partial(rows.archives, 200, control="trusting")),
)
"""Each belongs to a row, and must find something."""


def _with_a_server(run: Run) -> Verdict:
    """Those that kill and cut do so to the children of a server."""
    if getattr(run, "func", run).__module__ == rows.__name__:
        return run()
    server = Server()
    try:
        return run(server)
    finally:
        server.close()


def _share(option: str, count: int, seed: int) -> Verdict:
    compiled.once()
    return _with_a_server(partial(ROWS[option][2], count=count, seed=seed))


def _shared(option: str, count: int, seed: int, cores: int) -> Verdict:
    """One row, in as many processes as asked."""
    if cores == 1:
        return _share(option, count, seed)
    counts = [count // cores + (n < count % cores) for n in range(cores)]
    verdict = Verdict()
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
        for found in pool.map(_share, [option] * cores, counts, range(seed * cores, (seed + 1) * cores)):
            verdict.add(found)
    return verdict


def _line(name: str, run: Callable[[], Verdict]) -> Verdict:
    started = time.monotonic()
    found = run()
    numbers = "".join(f"{getattr(found, column):>13,}" for column in _COLUMNS)
    print(f"{name:<40}{numbers}{time.monotonic() - started:>8.0f} s", flush=True)
    for words in found.words[:_SHOWN]:
        print(f"    {words}", file=sys.stderr, flush=True)
    return found


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults", description="Everything that can befall a file, by the thousand."
    )
    for option, (name, count, _run) in ROWS.items():
        parser.add_argument(
            f"--{option}", type=int, default=count, help=f"{name}: {count:,} where not said otherwise, 0 for none"
        )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cores", type=int, default=1, help="how many processes share each row")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    os.environ["ORGANIZER_KDF"] = "test"
    asked = _asked(arguments)
    given = {option: getattr(asked, option) for option in ROWS if getattr(asked, option)}
    print(f"{'':<40}" + "".join(f"{column:>13}" for column in _COLUMNS), flush=True)
    found = [_line(ROWS[option][0], partial(_shared, option, count, asked.seed, asked.cores)) for option, count in given.items()]
    print("Controls, which must find something:", flush=True)
    controls = [_line(name, partial(_with_a_server, run)) for option, name, run in CONTROLS if option in given]
    blind = [control for control in controls if control.is_clean()]
    if blind:
        print("A control found nothing: this run does not count.")
    return int(bool(blind) or not all(verdict.is_clean() for verdict in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
