"""The command line: the same jobs without a window. Nothing heavy is imported before a command needs it.

Exit codes: 0 the job is done; 2 it is not, and two sentences on standard error say why and what to do; 70 a fault of the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from organizer import i18n
from organizer.cli.arguments import COMMANDS, command_line, existing_file
from organizer.cli.outcome import reported
from organizer.errors import UserError
from organizer.i18n import _

OpenWindow = Callable[[Path | None], int]

__all__ = ["OpenWindow", "main"]


def main(argv: Sequence[str] | None = None, open_window: OpenWindow | None = None) -> int:
    """Do what the words say and return the exit code. `open_window` opens the window, on a file if one is named."""
    words = list(sys.argv[1:] if argv is None else argv)
    return reported(lambda: _run(words, open_window))


def _system_language() -> str:
    """The terminal's language as a tag, empty where it tells none. Source: POSIX, XBD 8.2."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    tag = said.partition(".")[0].partition("@")[0]
    return "" if tag in ("C", "POSIX") else tag


def _run(words: list[str], open_window: OpenWindow | None) -> int:
    from organizer import settings

    i18n.set_language(settings.load().language or _system_language())
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        return command_line(words)
    path = existing_file(words)
    if open_window is None:
        raise UserError(_("There is no window to open here."), _("“organizer --help” shows the commands that work without one."))
    return open_window(path)
