"""The compartment of the gifts: what a file holds whose gifts are sealed, read through the program's own opening of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import select

from organizer.errors import WrongPassphrase
from organizer.records.donation import Donation
from organizer.store import compartments
from organizer.store.key import Key
from organizer.store.opening import open_file
from organizer.store.store import Store
from tests.decrypted import decrypted, forms
from tests.faults.ledger import MARK, State, read_state, state_with, take_gift

SECOND, THIRD = "thistle copper lantern", "meadow gravel sparrow"
"""What a compartment is made with, and what its passphrase is changed to."""


def has_compartment(bare: Any) -> bool:
    """Also of a file from before there were any."""
    known = bare.execute("SELECT count(*) FROM main.sqlite_schema WHERE name = 'compartment'").fetchone()[0]
    return bool(known and bare.execute("SELECT count(*) FROM main.compartment").fetchone()[0])


def read_store(store: Store) -> State:
    """What an open file holds; its compartment is opened, if it has one. ValueError where anything is not as it was written."""
    with store._lane.bare() as bare:
        if not has_compartment(bare):
            return read_state(bare)
        _judge_the_file(bare)
    return read_sealed(store, _opened_by(store, (SECOND, THIRD)))


def read_sealed(store: Store, passphrase: str) -> State:
    """What a file holds whose compartment is open."""
    gifts: dict[str, int] = {}
    for gift in store.records(select(Donation)):
        take_gift(gifts, gift.reference, gift.amount_minor, (gift.giver, gift.notes))
    found = [hit for hit in store.search(MARK, limit=len(gifts) + 1) if hit.kind is Donation]
    if len(found) != len(gifts):
        raise ValueError("a sealed gift is not found by its words")
    with store._lane.bare() as bare:
        return state_with(bare, gifts, passphrase)


def _judge_the_file(bare: Any) -> None:
    (gifts,), (boxes,) = (bare.execute(f"SELECT count(*) FROM main.{name}").fetchone() for name in ("donation", "sealed"))
    if gifts != boxes:
        raise ValueError("a gift has no box, or a box no gift")


def _opened_by(store: Store, passphrases: Iterable[str]) -> str:
    for passphrase in passphrases:
        try:
            compartments.open_(store, Donation, passphrase)
        except WrongPassphrase:
            continue
        return passphrase
    raise ValueError("no passphrase opens the compartment")


def read_copy(path: Path, key: Key | None) -> State:
    """The same of a backup, which is not written into: a copy of it is opened."""
    copy = path.with_name("copy to be read.organizer")
    shutil.copyfile(path, copy)
    try:
        store = open_file(copy, key=key)
        try:
            return read_store(store)
        finally:
            store.close(back_up=False)
    finally:
        copy.unlink()


def in_the_open(path: Path, key: Key | None) -> int:
    """How often the word that stands in every sealed gift stands in the file, below its encryption."""
    data = decrypted(path, key)
    return sum(data.count(form) for form in forms(MARK))
