"""The long run: `python -m tests.faults [--kills N] [--cuts N] [--io N] [--memory N] [--seed N]` prints a table.

Ends with 1 where anything was found, or where a control found nothing: then the harness sees too little to be believed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from tests.faults.proof import Verdict
from tests.faults.runs import failing_disk, kills, power_cuts, refused_memory
from tests.faults.server import Server

_COLUMNS = ("runs", "acknowledged", "lost", "damaged", "wrong", "uncaught")
_SHOWN = 20


def _line(name: str, run: Callable[[], Verdict]) -> Verdict:
    started = time.monotonic()
    found = run()
    numbers = "".join(f"{getattr(found, column):>14,}" for column in _COLUMNS)
    print(f"{name:<44}{numbers}{time.monotonic() - started:>10.0f} s", flush=True)
    return found


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults", description="Kills, power cuts and failing disks, by the thousand."
    )
    for name, count in (("kills", 10_000), ("cuts", 20_000), ("io", 5_000), ("memory", 2_000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=count)
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    asked, server = _asked(arguments), Server()
    seed = asked.seed
    print(f"{'':<44}" + "".join(f"{column:>14}" for column in _COLUMNS) + f"{'':>10}")
    found = [
        _line("Kills", lambda: kills(server, asked.kills, seed=seed)),
        _line("Power cuts", lambda: power_cuts(server, asked.cuts, seed=seed)),
        _line("Operations that fail", lambda: failing_disk(server, asked.io, seed=seed)),
        _line("Memory refused", lambda: refused_memory(server, asked.memory, seed=seed)),
    ]
    print("Controls, which must find something:")
    controls = [
        _line("Kills, journal in memory", lambda: kills(server, 60, control="memory", works=["one step"], counted=True)),
        _line("Power cuts, synchronous=OFF", lambda: power_cuts(server, 200, control="off", each=10)),
        _line("Power cuts, WAL and synchronous=NORMAL", lambda: power_cuts(server, 200, control="wal", each=10)),
        _line("Operations that fail, journal in memory", lambda: failing_disk(server, 60, control="memory", works=["one step"])),
    ]
    server.close()
    for words in [words for verdict in found for words in verdict.words][:_SHOWN]:
        print(f"\n{words}")
    blind = [control for control in controls if control.is_clean()]
    if blind:
        print("A control found nothing: this run does not count.")
    return int(bool(blind) or not all(verdict.is_clean() for verdict in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
