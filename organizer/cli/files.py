"""Commands about whole files: make one, look whether one is whole, copy one. And how every command opens its file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select

from organizer.cli.outcome import DONE, say
from organizer.cli.passphrase import given_passphrase, new_passphrase
from organizer.errors import StorageFault
from organizer.i18n import _, _n
from organizer.store.opening import create_file, is_plain, open_file
from organizer.store.store import Store


@contextmanager
def opened(arguments: Namespace) -> Iterator[Store]:
    """The file that the command names, open; closed behind it, with a backup if something changed."""
    path: Path = arguments.file
    passphrase = None if is_plain(path) else given_passphrase(arguments.passphrase_file)
    store = open_file(path, passphrase)
    try:
        yield store
    except BaseException:
        store.close(back_up=False)
        raise
    try:
        store.close()
    except StorageFault as fault:
        raise StorageFault(
            _("What was changed is saved, but no backup of it could be made."),
            _("Make one on a disk that has room, with “organizer backup FILE --to DIR”."),
        ) from fault


def new(arguments: Namespace) -> int:
    """organizer new FILE [--sample] [--plain]"""
    path: Path = arguments.file
    if path.exists():
        raise StorageFault(
            _("“{name}” is there already and was left as it is.").format(name=path.resolve().name or path),
            _("Choose another name for the new file."),
        )
    store = create_file(path, None if arguments.plain else new_passphrase(arguments.passphrase_file))
    try:
        if arguments.sample:
            from organizer.actions.sample import fill_with_sample

            fill_with_sample(store)
    except BaseException:
        store.close(back_up=False)
        path.unlink(missing_ok=True)
        raise
    store.close(back_up=False)
    say(_("“{name}” is made.").format(name=path.name))
    return DONE


def check(arguments: Namespace) -> int:
    """organizer check FILE: every page, every reference, and what the file holds."""
    with opened(arguments) as store:
        store.check()
        say(_("The file is whole."))
        for line in _contents(store):
            say(line)
    return DONE


def _contents(store: Store) -> Iterator[str]:
    from organizer.exchange.columns import LISTED

    for name, kind in LISTED.items():
        count = store.count(select(kind.id))
        if count:
            yield _("{count} under “{name}”").format(count=_n("{n} record", "{n} records", count), name=name)


def backup(arguments: Namespace) -> int:
    """organizer backup FILE [--to DIR]"""
    with opened(arguments) as store:
        made = store.back_up(arguments.to)
        say(_("A verified copy was made: {path}").format(path=made.path))
    return DONE
