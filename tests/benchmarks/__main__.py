"""python -m tests.benchmarks [NAME …]: every family of figures, or those named."""

from __future__ import annotations

import importlib
import json
import sys

FAMILIES = ("start", "store", "sheets", "window", "print_room", "import", "lock", "backup", "compartment", "erase")


def main(names: list[str]) -> int:
    """Prints the figures as they come; exit code 1 if a promised limit was passed."""
    unknown = [name for name in names if name not in FAMILIES]
    if unknown:
        print(f"Figures are kept for: {', '.join(FAMILIES)}.", file=sys.stderr)
        return 2
    kept = True
    for family in names or FAMILIES:
        module = importlib.import_module(f"tests.benchmarks.{family}_figures")
        for figure in module.figures():
            kept = kept and figure.holds()
            print(json.dumps(figure.as_json()), flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
