"""The open backup of every month, where the person wants one: under which passphrase, when the last one was made, where it lies.

The passphrase is kept among the notes inside the encrypted file, so that the archive needs nobody's hands. Whoever reads it there
has the whole file open anyway.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from organizer import paths
from organizer.exchange.open_backup import SUFFIX, write_open_backup
from organizer.store import faults, files
from organizer.store.store import Store

_NOTE = "open_backup"


def switch_on(store: Store, passphrase: str, *, made_on: date | None = None) -> None:
    """From now on one a month; `made_on` when this month's was made by hand already."""
    store.set_meta(_NOTE, json.dumps({"passphrase": passphrase, "month": _month(made_on) if made_on else ""}))


def switch_off(store: Store) -> None:
    """No more of them, and the passphrase is forgotten; the archives that are there stay."""
    store.set_meta(_NOTE, "{}")


def is_on(store: Store) -> bool:
    return bool(_said(store))


def last_month(store: Store) -> str:
    """The month of the last one as 2012-12, empty before the first."""
    return _said(store).get("month", "")


def is_due(store: Store, today: date) -> bool:
    return is_on(store) and last_month(store) != _month(today)


def make(store: Store, today: date) -> Path:
    """Make this month's in the backup folder. Slow: for a worker thread. StorageFault."""
    folder = paths.backups(store.path)
    path = folder / f"{store.path.stem} {_month(today)}{SUFFIX}"
    passphrase = _said(store)["passphrase"]
    with faults.in_words():
        files.make_folder(folder)
    write_open_backup(store, path, passphrase)
    switch_on(store, passphrase, made_on=today)
    return path


def _said(store: Store) -> dict[str, str]:
    return dict(json.loads(store.meta(_NOTE, "{}")))


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
