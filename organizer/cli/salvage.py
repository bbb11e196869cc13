"""The command that saves what can still be read of a damaged file into a new one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from organizer.cli.outcome import DONE, say
from organizer.cli.passphrase import given_passphrase
from organizer.errors import StorageFault
from organizer.exchange.columns import LISTED
from organizer.i18n import _, _n, number
from organizer.store import backup, salvage
from organizer.store.key import PLAIN_HEADER
from organizer.store.opening import refuse_by_size


def save(arguments: Namespace) -> int:
    """organizer salvage FILE NEW: the damaged file stays as it is; the same passphrase opens the new one."""
    path, new = arguments.file, arguments.new
    if new.exists():
        raise StorageFault(
            _("“{name}” is there already and was left as it is.").format(name=new.resolve().name or new),
            _("Choose another name for the new file."),
        )
    refuse_by_size(path)
    passphrase = None if _is_plain(path) else given_passphrase(arguments.passphrase_file)
    found = salvage.salvage(path, new, salvage.key_of(path, passphrase))
    say(_("“{name}” is made.").format(name=new.name))
    for line in _told(found):
        say(line)
    return DONE


def _is_plain(path: Path) -> bool:
    return backup.begins(path, len(PLAIN_HEADER)) == PLAIN_HEADER


def _told(found: salvage.Salvaged) -> Iterator[str]:
    names = {kind: name for name, kind in LISTED.items()}
    yield _("{damaged} of {count} pages of the damaged file cannot be read.").format(
        damaged=number(found.damaged), count=number(found.pages)
    )
    for kind, saved in salvage.kinds_told(found):
        came = _n("{n} record", "{n} records", saved.came)
        name = names.get(kind, kind.KIND)
        if saved.missing:
            yield _("  {name}: {came}, {count} missing").format(name=name, came=came, count=number(saved.missing))
        elif not saved.sure:
            yield _("  {name}: {came}; whether there were more is not known").format(name=name, came=came)
        else:
            yield f"  {name}: {came}"
    if not found.exact:
        yield _("This file is not encrypted: whether what came over is as it was written cannot be told.")
