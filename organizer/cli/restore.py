"""A campaign file out of a backup in the open format, on a machine that has nothing else."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from organizer import i18n
from organizer.cli.outcome import DONE, say
from organizer.cli.passphrase import given_passphrase
from organizer.errors import StorageFault
from organizer.i18n import _, _n


def restore(arguments: Namespace) -> int:
    """organizer restore ARCHIVE NEWFILE"""
    from organizer.exchange.open_backup_in import decrypted
    from organizer.exchange.open_backup_restore import restore_open_backup

    path: Path = arguments.new_file
    if path.exists():
        raise StorageFault(
            _("“{name}” is there already and was left as it is.").format(name=path.resolve().name or path),
            _("Choose another name for the new file."),
        )
    if not arguments.archive.is_file():
        raise StorageFault(_("There is no such archive."), _("Look at its name, and whether its disk or stick is missing."))
    passphrase = given_passphrase(arguments.passphrase_file)
    store, contents = restore_open_backup(decrypted(arguments.archive, passphrase), path, passphrase)
    store.close(back_up=False)
    say(_("“{name}” is made and counts like the archive. It opens with the archive's passphrase.").format(name=path.name))
    say(_n("{n} record", "{n} records", sum(contents.records.values())))
    for currency, (amount, _fee) in sorted(contents.money.items()):
        say(i18n.amount(amount, currency))
    return DONE
