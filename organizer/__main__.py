"""python -m organizer: a sub-command does its job without a window, anything else opens it."""

from __future__ import annotations

import sys
from pathlib import Path


def open_window(path: Path | None) -> int:
    """Open the window, on a file if one is named; its exit code."""
    from organizer.app import run

    return run(path)


def main() -> int:
    if sys.argv[1:] == ["--read-apart"]:
        from organizer.exchange.child import main as read_apart

        return read_apart()
    from organizer import cli
    from organizer.store.dumps import forbid_dumps

    forbid_dumps()
    return cli.main(sys.argv[1:], open_window)


if __name__ == "__main__":
    sys.exit(main())
