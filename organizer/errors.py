"""What can go wrong, in words: UserError and its families, and the Problem beside a field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class UserError(Exception):
    """A fault a person can do something about: `message` says what happened, `hint` what to do. Both are whole sentences.

    Whatever is not a UserError is a bug and ends in the crash report.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}")
        self.message = message
        self.hint = hint


class WrongPassphrase(UserError):
    """The key does not fit, or the file is damaged: the two cannot be told apart and are worded alike."""


class NotACampaignFile(UserError):
    """Empty, truncated or foreign."""


class OpenElsewhere(UserError):
    """Another program, window or computer holds the file."""


class NewerFile(UserError):
    """Written by a later version of the program."""


class DamagedFile(UserError):
    """Opened with the right key, but the integrity check failed."""


class DamagedPages(DamagedFile):
    """SQLite has found pages that are not as they were written, or had no memory for proving them."""


class StorageFault(UserError):
    """Disk full, folder read-only, stick pulled out."""


class Unfinished(StorageFault):
    """What was asked for stands, or comes to stand when the file is opened next; what belongs after it could not be done."""


class FileReplaced(StorageFault):
    """What lies in the open file's place is not what was opened, or nothing. What is open can be saved apart."""


class ChangedMeanwhile(UserError):
    """The record was saved from another window since it was read."""


class MissingRecord(UserError):
    """The record asked for is not in the file (any more)."""


class CompartmentClosed(UserError):
    """What was to be changed, or what has to be known for it, lies in a compartment that is not open."""


class UnreadableSheet(UserError):
    """A spreadsheet that cannot be taken in at all; single rows are reported, not raised."""


class NotPrintable(UserError):
    """A sheet whose guards stopped the print."""


@dataclass(frozen=True)
class Fix:
    """A way out offered as a button: its `words`, and the values it would put into the form's fields."""

    words: str
    changes: Mapping[str, object]


@dataclass(frozen=True)
class Problem:
    """One sentence about one field of a record (empty field: the whole record), with ways out."""

    field: str
    sentence: str
    fixes: tuple[Fix, ...] = ()


class Problems(UserError):
    """A record that may not be saved as it is; the form shows each problem at its field."""

    def __init__(self, problems: list[Problem], message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.problems = problems
