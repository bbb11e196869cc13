"""A backup in an open format: all records as JSON Lines and all photos in a ZIP, encrypted with age under a passphrase.

For the day on which this program is gone: the standard `age` tool asks for the passphrase, and everything after that is ZIP,
JSON and JPEG. A passphrase and no key file, because words on paper are what people still have after twenty years. The file's own
passphrase is not known while it is open, so the archive has one of its own. `db/FORMAT.md` describes every part.
"""

from __future__ import annotations

import hashlib
import io
import json
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from organizer.errors import StorageFault
from organizer.exchange import open_backup_in
from organizer.exchange.open_backup_boxes import BOXES, boxes_in, has_boxes
from organizer.exchange.open_backup_in import MANIFEST, NAME, NOTES, README, VERSION, Contents
from organizer.i18n import _
from organizer.records.kinds import KINDS
from organizer.store import files
from organizer.store.inside_backup import inside
from organizer.store.rows import frozen
from organizer.store.store import Store
from organizer.store.tables import FORMAT, META, PICTURE, table_of

SUFFIX = ".zip.age"
LARGEST = 2**30
"""In bytes of records and photos: the archive is made in memory, as nothing readable may touch the disk."""
_NOTES = ("branch", "campaign")
_ENDS = {b"\xff\xd8\xff": "jpg", b"\x89PN": "png"}
_EXPLAINED = """All records of a campaign file, for any program.

records/KIND.jsonl  one record a line, as a JSON object. `uid` is the record's own name, the same in every file.
                    What ends in `_id` is the `id` of a record of the kind that is named before it.
                    Days and times are ISO 8601; moments end in _utc and are UTC; amounts end in _minor: cents, pence.
photos/             the pictures, named by the SHA-256 of their bytes; records/attachment.jsonl says what they belong to.
compartments.jsonl  words that lie under a second passphrase, encrypted as they are in the file; only if there are any.
notes.json          the branch's name and the uid of the campaign at work.
manifest.json       how many records of each kind, the sums of donations by currency, and the SHA-256 of every part.

Not in here: the history of changes, unsaved drafts.
"""


@dataclass
class _Made:
    """What was written so far."""

    parts: dict[str, dict[str, int | str]] = field(default_factory=dict)
    records: dict[str, int] = field(default_factory=dict)
    money: dict[str, int] = field(default_factory=dict)
    size: int = 0


def write_open_backup(store: Store, path: Path, passphrase: str) -> Contents:
    """Write an archive and read it back: what it holds. Slow: for a worker thread.

    StorageFault: the disk is full, or there is more than fits an archive. The records are those of a backup made just before.
    """
    copy = store.last_backup()
    if copy is None or store.needs_backup() or not copy.path.exists():
        copy = store.back_up()
    with inside(copy.path, store.key()) as connection:
        data = _encrypted(zipped(connection), passphrase)
    files.write_atomic(path, data)
    return open_backup_in.contents_of(open_backup_in.decrypted(path, passphrase))


def _encrypted(data: bytes, passphrase: str) -> bytes:
    import pyrage  # type: ignore[import-untyped]  # it ships no types

    return bytes(pyrage.passphrase.encrypt(data, unicodedata.normalize("NFC", passphrase)))


def zipped(connection: Connection) -> bytes:
    """The ZIP inside an archive, of what a file holds."""
    out, made = io.BytesIO(), _Made()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in _tables(connection, made):
            _put(archive, made, name, lines)
        for name, pixels in _photos(connection):
            _put(archive, made, name, iter([pixels]), packed=False)
        if has_boxes(connection):
            _put(archive, made, BOXES, boxes_in(connection))
        notes = dict(connection.execute(select(META.c.key, META.c.value).where(META.c.key.in_(_NOTES))).all())
        _put(archive, made, NOTES, iter([json.dumps(notes, ensure_ascii=False).encode()]))
        archive.writestr(README, _EXPLAINED)
        archive.writestr(MANIFEST, json.dumps(_manifest(connection, made), indent=1))
    return out.getvalue()


def _manifest(connection: Connection, made: _Made) -> dict[str, Any]:
    donation = table_of(KINDS["donation"])
    sums = select(donation.c.currency, func.sum(donation.c.amount_minor), func.sum(donation.c.fee_minor))
    money = {currency: [amount, fee] for currency, amount, fee in connection.execute(sums.group_by(donation.c.currency))}
    return {
        "what": NAME,
        "version": VERSION,
        "file_format": FORMAT,
        "made_utc": datetime.now(UTC).isoformat(timespec="seconds"),
        "records": made.records,
        "money": money,
        "parts": made.parts,
    }


def _tables(connection: Connection, made: _Made) -> Iterator[tuple[str, Iterator[bytes]]]:
    for name, kind in KINDS.items():
        table = table_of(kind)

        def lines(table: Any = table, name: str = name) -> Iterator[bytes]:
            count = 0
            for row in connection.execute(select(table).order_by(table.c.id)).mappings():
                count += 1
                yield json.dumps(frozen(dict(row)), ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
            made.records[name] = count

        yield f"records/{name}.jsonl", lines()


def _photos(connection: Connection) -> Iterator[tuple[str, bytes]]:
    """The pictures that something shows; those of deleted photos stay behind with the history."""
    shown = select(table_of(KINDS["attachment"]).c.sha256)
    names = connection.execute(select(PICTURE.c.sha256).where(PICTURE.c.sha256.in_(shown)).order_by(PICTURE.c.sha256))
    for sha256 in names.scalars().all():
        pixels: bytes = connection.execute(select(PICTURE.c.pixels).where(PICTURE.c.sha256 == sha256)).scalar_one()
        yield f"photos/{sha256}.{_ENDS.get(pixels[:3], 'bin')}", pixels


def _put(archive: zipfile.ZipFile, made: _Made, name: str, pieces: Iterator[bytes], *, packed: bool = True) -> None:
    """One part, and its length and checksum for the manifest."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    length, checksum = 0, hashlib.sha256()
    with archive.open(info, "w", force_zip64=True) as part:
        for piece in pieces:
            part.write(piece)
            checksum.update(piece)
            length += len(piece)
            if made.size + length > LARGEST:
                raise _too_large()
    made.size += length
    made.parts[name] = {"bytes": length, "sha256": checksum.hexdigest()}


def _too_large() -> StorageFault:
    return StorageFault(
        _("The photos of this file are more than an archive in the open format takes."),
        _("Copy its ordinary backups to another disk instead; nothing is missing in them."),
    )
