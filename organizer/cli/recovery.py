"""Commands about what opens a file: another passphrase, and the way in with the recovery sheet."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from organizer.cli.outcome import DONE, say
from organizer.cli.passphrase import given_passphrase, new_passphrase
from organizer.errors import NotACampaignFile, UserError, WrongPassphrase
from organizer.i18n import _
from organizer.store import recovery
from organizer.store.key import Key
from organizer.store.opening import is_plain, open_file
from organizer.store.recovery import RecoveryPart
from organizer.store.store import Store

_WORD = re.compile("[^\\W\\d_]+")


def change(arguments: Namespace) -> int:
    """organizer passphrase FILE: the passphrase until now, then the new one, each a line of standard input or of a file."""
    path: Path = arguments.file
    old = None if is_plain(path) else given_passphrase(arguments.passphrase_file)
    store = open_file(path, old)
    _change(store, arguments.new_passphrase_file)
    return DONE


def recover(arguments: Namespace) -> int:
    """organizer recover FILE: the words of the recovery sheet from standard input, then a new passphrase."""
    path: Path = arguments.file
    store = _opened(path, _key_from_words())
    say(_("The words are right, and the file is open."))
    _change(store, arguments.new_passphrase_file)
    return DONE


def _change(store: Store, source: str | None) -> None:
    try:
        store.change_passphrase(new_passphrase(source))
        say(_("The new passphrase opens the file from now on. Backups made before open with the old one."))
    except BaseException:
        store.close(back_up=False)
        raise
    store.close()


def _opened(path: Path, key: Key) -> Store:
    try:
        return open_file(path, key=key)
    except WrongPassphrase as fault:
        raise NotACampaignFile(
            _("These words are right, but not of this file as it is now."),
            _("It may be of a later passphrase, or damaged: try a backup."),
        ) from fault


def _key_from_words() -> Key:
    """From as many sheets as are needed, one after the other."""
    if sys.stdin.isatty():
        say(_("Type in the words of the recovery sheet, in their order, with blanks between them."))
    words = _words()
    parts: list[RecoveryPart] = [_part(words)]
    while len(parts) < parts[0].needed:
        say(_("Sheet {number} can be read. Now type in another of the three.").format(number=parts[-1].number))
        parts.append(_part(words))
    return recovery.key_of(parts)


def _part(words: Iterator[str]) -> RecoveryPart:
    found = list(islice(words, recovery.WORDS))
    if not found:
        raise UserError(_("There are no words to read."), _("Give the words of the recovery sheet on standard input."))
    return recovery.part_of(found)


def _words() -> Iterator[str]:
    """The words of standard input, numbers left out, until it ends. What stands behind the last one wanted is not read."""
    for line in iter(sys.stdin.readline, ""):
        yield from _WORD.findall(line)
