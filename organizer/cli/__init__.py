"""The command line: the same jobs without a window. Nothing heavy is imported before a command needs it.

Exit codes: 0 the job is done; 2 it is not, and two sentences on standard error say why and what to do; 70 a fault of the program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from organizer.cli.arguments import COMMANDS, command_line, existing_file
from organizer.cli.outcome import reported

OpenWindow = Callable[[Path | None], int]

__all__ = ["OpenWindow", "main"]


def main(argv: Sequence[str] | None = None, open_window: OpenWindow | None = None) -> int:
    """Do what the words say and return the exit code. `open_window` opens the window, on a file if one is named."""
    words = list(sys.argv[1:] if argv is None else argv)
    return reported(lambda: _run(words, open_window))


def _run(words: list[str], open_window: OpenWindow | None) -> int:
    from organizer import i18n, settings

    i18n.set_language(settings.load().language)
    if open_window is not None and not (words and (words[0] in COMMANDS or words[0].startswith("-"))):
        return open_window(existing_file(words))
    return command_line(words)
