"""The tables that are the file's own: journal, touched records, pictures, drafts, notes, compartments. All others are records."""

from __future__ import annotations

from sqlalchemy import Boolean, Index, Integer, LargeBinary, String, Table, Text
from sqlalchemy import Column as TableColumn

from organizer.records.base import Base, Moment, Record
from organizer.records.kinds import KINDS

METADATA = Base.metadata
_RECORD_TABLES: dict[str, Table] = {name: METADATA.tables[kind.__tablename__] for name, kind in KINDS.items()}


def table_of(kind: type[Record]) -> Table:
    """The table in which a kind is kept."""
    return _RECORD_TABLES[kind.KIND]


APPLICATION_ID = 0x5049434B
"""Stands in the file's header, so that other programs' files are told apart: "PICK"."""

FORMAT = 4
"""The `user_version` of files that this program writes: the number of the last migration."""

JOURNAL = Table(
    "journal",
    METADATA,
    TableColumn("id", Integer, primary_key=True),
    TableColumn("at_utc", Moment, nullable=False),
    TableColumn("step", String(4), nullable=False),
    TableColumn("of_id", Integer),
    TableColumn("label", Text, nullable=False),
    TableColumn("origin", String(40), nullable=False),
    TableColumn("kinds", Text, nullable=False),
    TableColumn("count", Integer, nullable=False),
    TableColumn("undone", Boolean(create_constraint=False), nullable=False, index=True),
    TableColumn("edits", LargeBinary),
    sqlite_autoincrement=True,
)
"""One row for each step. `step` is do, undo or redo; the last two name in `of_id` the row they take back or bring back.
`edits` is compressed JSON of what was before and after; `undone` says whether the step stands taken back now."""

TOUCH = Table(
    "touch",
    METADATA,
    TableColumn("journal_id", Integer, primary_key=True),
    TableColumn("kind", String(40), primary_key=True),
    TableColumn("record_id", Integer, primary_key=True),
    Index("ix_touch_record", "kind", "record_id", "journal_id"),
    sqlite_with_rowid=False,
)
"""Which records each step touched: the way from a record to its history."""

PICTURE = Table(
    "picture",
    METADATA,
    TableColumn("sha256", String(64), primary_key=True),
    TableColumn("pixels", LargeBinary, nullable=False),
)
"""The bytes of attachments, by their checksum. Kept when an attachment is deleted, so that undo brings the picture back."""

DRAFT = Table(
    "draft",
    METADATA,
    TableColumn("kind", String(40), primary_key=True),
    TableColumn("name", String(40), primary_key=True),
    TableColumn("at_utc", Moment, nullable=False),
    TableColumn("fields", Text, nullable=False),
)
"""Forms that were not saved yet, as JSON. `name` is the uid of the record, or says that it is a new one."""

META = Table("meta", METADATA, TableColumn("key", String(40), primary_key=True), TableColumn("value", Text, nullable=False))
"""The file's own notes: the branch, the current campaign, the counters of backups and checks."""

COMPARTMENT = Table(
    "compartment",
    METADATA,
    TableColumn("kind", String(40), primary_key=True),
    TableColumn("made_utc", Moment, nullable=False),
    TableColumn("salt", LargeBinary, nullable=False),
    TableColumn("memory_kib", Integer, nullable=False),
    TableColumn("passes", Integer, nullable=False),
    TableColumn("lanes", Integer, nullable=False),
    TableColumn("wrapped", LargeBinary, nullable=False),
)
"""The kinds whose words lie under a second passphrase: what argon2id is fed with, and the compartment's key in its box."""

SEALED = Table(
    "sealed",
    METADATA,
    TableColumn("kind", String(40), primary_key=True),
    TableColumn("record_id", Integer, primary_key=True),
    TableColumn("box", LargeBinary, nullable=False),
)
"""The words of such records, a box each. In their own tables these columns stand empty."""
