"""The long run: `python -m tests.faults [--kills N] [--cuts N] … [--cores N] [--seed N]` prints a table, one row after the other.

0 leaves a row out, so that it can be run in parts. Ends with 1 where anything was found, or where a control found nothing: then
the harness sees too little to be believed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from functools import partial

from tests.faults.proof import FOUND, Verdict
from tests.faults.table import CONTROLS, ROWS, shared, with_a_server

_COLUMNS = ("runs", "acknowledged", *FOUND)
_TITLES = {
    "slow": "over 5 s", "large": "over 512 MB", "plain": "plain files", "sealed": "sealed words", "names": "erased names",
}  # fmt: skip
_LEGEND = """
acknowledged  steps that the program said were done; each is looked for afterwards, by money totals and every word
lost          of those, not there any more
damaged       files that do not open, or are not whole
wrong         values in a file or a backup that nobody wrote, or that the program shows otherwise
uncaught      faults that were not told in the program's own two sentences
sockets       opened to anywhere but this computer;     plain files: written with words of an encrypted file in them
sealed words  of a compartment, and erased names, found in the decrypted file;     metadata: left in photos and prints
"""
_SHOWN = 20


def _line(name: str, run: Callable[[], Verdict], *, shown: int = _SHOWN) -> Verdict:
    started = time.monotonic()
    found = run()
    numbers = "".join(f"{getattr(found, column):>13,}" for column in _COLUMNS)
    print(f"{name:<40}{numbers}{time.monotonic() - started:>8.0f} s", flush=True)
    for words in found.words[:shown]:
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
    parser.add_argument("--cores", type=int, default=os.cpu_count() or 1, help="how many processes share each row, else all")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    os.environ["ORGANIZER_KDF"] = "test"
    asked = _asked(arguments)
    given = {option: getattr(asked, option) for option in ROWS if getattr(asked, option)}
    print(f"{'':<40}" + "".join(f"{_TITLES.get(column, column):>13}" for column in _COLUMNS), flush=True)
    found = [_line(ROWS[option][0], partial(shared, option, count, asked.seed, asked.cores)) for option, count in given.items()]
    print("Controls, which must find something:", flush=True)
    controls = [_line(name, partial(with_a_server, run), shown=0) for option, name, run in CONTROLS if option in given]
    blind = [control for control in controls if control.is_clean()]
    print(_LEGEND)
    print(
        f"Found in {sum(not each.is_clean() for each in found)} of {len(found)} rows, by {len(controls) - len(blind)} of", end=" "
    )
    print(f"{len(controls)} controls." + (" A control found nothing: this run does not count." if blind else ""))
    return int(bool(blind) or not all(verdict.is_clean() for verdict in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
