"""Where a passphrase comes from: a file, standard input or the terminal, never an argument that others can read."""

from __future__ import annotations

import sys
from getpass import getpass

from organizer.cli.arguments import a_path
from organizer.errors import UserError
from organizer.i18n import _

_LONGEST = 10_000
_BYTE_ORDER_MARK = "\ufeff"
"""What some editors put in front of a text; nobody types it."""


def given_passphrase(source: str | None) -> str:
    """The passphrase of a file that is there. UserError: there is none to be had."""
    return _from_source(source) if source is not None else _asked(_("Passphrase: "))


def new_passphrase(source: str | None) -> str:
    """The passphrase of a new file; a terminal asks for it twice."""
    if source is not None:
        return _from_source(source)
    passphrase = _asked(_("New passphrase: "))
    if passphrase != _asked(_("The same once more: ")):
        raise UserError(_("The two passphrases differ, so nothing was done."), _("Try again, slowly."))
    return passphrase


def _from_source(source: str) -> str:
    line = _first_line(source).removesuffix("\n").removesuffix("\r")
    return _not_empty(line.removeprefix(_BYTE_ORDER_MARK))


def _first_line(source: str) -> str:
    try:
        if source == "-":
            return sys.stdin.readline(_LONGEST)
        with a_path(source).open(encoding="utf-8") as file:
            return file.readline(_LONGEST)
    except (OSError, UnicodeDecodeError) as fault:
        raise UserError(
            _("The passphrase file cannot be read."), _("Look at its name and rights; the passphrase stands in its first line.")
        ) from fault


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise UserError(
            _("There is no terminal to ask for the passphrase."),
            _("Give it with --passphrase-file PATH, or - for standard input."),
        )
    try:
        return _not_empty(getpass(question))
    except EOFError as fault:
        raise UserError(_("No passphrase was typed."), _("Run the command again and type it.")) from fault


def _not_empty(passphrase: str) -> str:
    if not passphrase:
        raise UserError(
            _("The passphrase is empty."), _("Use one of several words; a file without encryption is made with --plain.")
        )
    return passphrase
