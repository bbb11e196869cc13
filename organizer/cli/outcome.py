"""How a command ends: its exit code, two sentences for a person, or, for a fault of the program, where it lies."""

from __future__ import annotations

import os
import sys
import traceback
import unicodedata
from collections.abc import Callable
from pathlib import Path

from organizer.errors import UserError
from organizer.i18n import _

DONE, REFUSED, FAULT, STOPPED = 0, 2, 70, 130


def reported(job: Callable[[], int]) -> int:
    """Run a job; whatever goes wrong is said on standard error and told by the exit code."""
    try:
        code = job()
        sys.stdout.flush()
    except UserError as error:
        say_error(error)
        return REFUSED
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        _close_the_pipe()
        return REFUSED
    except Exception as bug:  # noqa: BLE001  nothing may reach the terminal with the contents of records in it
        _say_fault(bug)
        return FAULT
    return code


def say_error(error: UserError) -> None:
    """What happened and what to do."""
    print(f"{printable(error.message)} {printable(error.hint)}", file=sys.stderr)  # noqa: T201


def say(words: str) -> None:
    """One line for a person, on standard output."""
    print(printable(words))  # noqa: T201


def write(data: bytes) -> None:
    """Data for another program, on standard output, as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def printable(words: str) -> str:
    """Words that cannot steer a terminal: control characters out of records become question marks.

    Marks of direction and joiners, which are for the eye, are left out: a terminal shows boxes in their place, and a person who
    copies the line takes them along. Every other kind of space is a plain one.
    """
    return "".join(_printable(c) for c in words)


def _printable(c: str) -> str:
    if c.isprintable():
        return c
    category = unicodedata.category(c)
    return " " if category == "Zs" else "" if category == "Cf" else "?"


def _close_the_pipe() -> None:
    """The reader has gone; nothing more may be written to it when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say_fault(bug: Exception) -> None:
    """Where the fault lies, without what was being worked on: a message may quote a record, a place in the code does not."""
    message = _("This is a fault of the program, not of yours.")
    hint = _("Your file is as it was after the last finished step. Send the lines below to those who look after the program.")
    lines = [
        f"{message} {hint}",
        *(f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(bug.__traceback__)),
    ]
    print("\n".join([*lines, f"  {type(bug).__name__}"]), file=sys.stderr)  # noqa: T201
