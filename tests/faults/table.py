"""The rows of the long run and their controls, and how several processes share a row."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests import compiled
from tests.faults import rows
from tests.faults.proof import Verdict
from tests.faults.runs import failing_disk, kills, power_cuts, refused_memory
from tests.faults.server import Server

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
    ("memory", "Memory refused, faults not put in words", partial(refused_memory, count=20, control="mute", works=["edit"])),
    ("flips", "Flipped bits in a plain file", partial(rows.flips, 300, control="plain")),
    ("imports", "Wrong imports, faults not put in words", partial(rows.imports, 100, control="mute")),
    ("archives", "Tampered archives, checksums believed", partial(rows.archives, 200, control="trusting")),
    ("photos", "Photos kept as they came", partial(rows.photos, 20, control="as they came")),
)
"""Each belongs to a row, and must find something."""


def with_a_server(run: Run) -> Verdict:
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
    return with_a_server(partial(ROWS[option][2], count=count, seed=seed))


def shared(option: str, count: int, seed: int, cores: int) -> Verdict:
    """One row, in as many processes as asked."""
    if cores == 1:
        return _share(option, count, seed)
    counts = [count // cores + (n < count % cores) for n in range(cores)]
    verdict = Verdict()
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
        for found in pool.map(_share, [option] * cores, counts, range(seed * cores, (seed + 1) * cores)):
            verdict.add(found)
    return verdict
