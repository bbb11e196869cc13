"""Files that are refused for what they are, each in two sentences: what was chosen, and the way that leads further."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from organizer.errors import UnreadableSheet
from organizer.i18n import _


def not_readable(name: str) -> UnreadableSheet:
    """Neither text nor anything else that is known here, or too damaged to tell."""
    return UnreadableSheet(_("“{name}” is not a file that can be read here, or it is damaged.").format(name=name), _save_anew())


@contextmanager
def unless_read(refusal: Callable[[], UnreadableSheet]) -> Iterator[None]:
    """Whatever a library stumbles over in here is this refusal, for a stranger wrote what it reads.

    What the process for files of strangers may not have is left to end it: memory, and what its limits forbid.
    """
    try:
        yield
    except (UnreadableSheet, MemoryError, PermissionError):
        raise
    except Exception as fault:
        raise refusal() from fault


def empty(name: str) -> UnreadableSheet:
    """An address book without cards, a calendar without events."""
    return UnreadableSheet(
        _("“{name}” holds nothing that could be brought in.").format(name=name),
        _("Look whether you chose the right file, and save it anew."),
    )


def other_workbook(name: str) -> UnreadableSheet:
    """A workbook of another format."""
    return UnreadableSheet(_("“{name}” is a spreadsheet in another format, such as XLS or ODS.").format(name=name), _save_anew())


def locked(name: str) -> UnreadableSheet:
    """A workbook that was encrypted by the program it was made with."""
    return UnreadableSheet(
        _("“{name}” is protected by a password.").format(name=name),
        _("Open it in your spreadsheet program, save a copy without the password, and bring in that copy."),
    )


def _save_anew() -> str:
    return _("Open it in your spreadsheet program, save it as XLSX or CSV, and bring in that file.")
