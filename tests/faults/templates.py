"""The files that runs begin with: a few gifts, encrypted and plain, of this format and of the first that was released."""

from __future__ import annotations

import functools
import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from organizer.records.campaign import Campaign
from organizer.store import engine, key
from organizer.store.opening import create_file
from tests.faults import recorder
from tests.faults.hand import gift
from tests.faults.ledger import State, giver, notes, read_state

PASSPHRASE = "kettle anchor velvet"
NOTHING: State = {"gifts": {}, "people": [], "draft": "", "note": "", "pictures": 0, "sealed": ""}
_FIRST = Path(__file__).parents[1] / "data" / "formats" / "0001.organizer.gz"
_GIFTS = 24


def passphrase_of(name: str) -> str | None:
    """Templates are named `encrypted`, `plain`, `encrypted first`, `plain first`, and `encrypted new`, `plain new` for none."""
    return None if name.startswith("plain") else PASSPHRASE


def name_for(work: str, *, plain: bool) -> str:
    """The template that a work begins with. What a plain file cannot do is done to an encrypted one."""
    return ("plain" if plain and work != "passphrase" else "encrypted") + {"create": " new", "migrate": " first"}.get(work, "")


@functools.cache
def template(name: str) -> Path:
    """The file of a template; none is there for a new one."""
    os.environ["ORGANIZER_KDF"] = "test"
    path = recorder.folder() / f"{name}.organizer"
    if name.endswith("first"):
        _first(path, passphrase_of(name))
    elif not name.endswith("new"):
        store = create_file(path, passphrase_of(name), origin="Berlin")
        with store.change("Gifts") as change:
            campaign = change.save(Campaign(name="Campaign Kazakhstan"))
            for n in range(_GIFTS):
                change.save(gift(f"t{n}", 100 + 7 * n, campaign.id))
        store.close(back_up=False)
    return path


@functools.cache
def begins(name: str) -> State:
    """What a template holds."""
    if name.endswith("new"):
        return NOTHING
    with bare(template(name), passphrase_of(name)) as connection:
        return read_state(connection)


@contextmanager
def bare(path: Path, passphrase: str | None) -> Iterator[Any]:
    """A bare connection that only reads."""
    connection = engine.connect(path, key_of(path, passphrase), mode="ro")
    try:
        yield connection
    finally:
        connection.close()


def key_of(path: Path, passphrase: str | None) -> key.Key | None:
    """The key that a passphrase gives for a file. The files of runs share few salts, so each is derived once."""
    if passphrase is None:
        return None
    with path.open("rb") as file:
        return _derived(passphrase, file.read(key.SALT_BYTES))


@functools.lru_cache(maxsize=4096)
def _derived(passphrase: str, salt: bytes) -> key.Key:
    return key.derive(passphrase, salt, key.TEST)


def _first(path: Path, passphrase: str | None) -> None:
    """A file as the first release wrote it, with gifts of ours in it."""
    plain = path.with_name(f"{path.name}.plain")
    plain.write_bytes(gzip.decompress(_FIRST.read_bytes()))
    connection = engine.connect(plain, None)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(donation)")]
    (row,) = connection.execute("SELECT * FROM donation").fetchall()
    connection.execute("DELETE FROM search_donation")
    connection.execute("DELETE FROM donation")
    for n in range(_GIFTS):
        reference, minor = f"t{n}", 100 + 7 * n
        changed = {"id": n + 100, "uid": f"00000000-0000-4000-8000-{n:012}", "reference": reference, "amount_minor": minor}
        changed |= {"giver": giver(reference), "notes": notes(reference, minor)}
        values = [changed.get(name, value) for name, value in zip(columns, row, strict=True)]
        connection.execute(f"INSERT INTO donation VALUES ({', '.join('?' * len(values))})", values)
        connection.execute("INSERT INTO search_donation(rowid, words) VALUES (?, ?)", (n + 100, f"zwiebelfisch {reference}"))
    connection.execute("DELETE FROM journal")
    connection.execute("DELETE FROM touch")
    if passphrase is not None:
        _encrypted(connection, path)
    connection.close()
    if passphrase is None:
        plain.rename(path)


def _encrypted(connection: Any, path: Path) -> None:
    secret = key.new_key(PASSPHRASE)
    pragmas = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")}
    connection.execute(f"ATTACH DATABASE '{path}' AS other KEY \"x'{secret.raw.hex()}{secret.salt.hex()}'\"")
    connection.execute("SELECT sqlcipher_export('other')")
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA other.{name} = {value}")
