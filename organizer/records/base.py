"""Record: what every kind of record shares, and how a kind says in what ways it is listed and searched."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, ClassVar, cast

from sqlalchemy import JSON, Date, DateTime, Dialect, ForeignKey, MetaData, String, Table, Text, Time, TypeDecorator
from sqlalchemy.orm import (
    DeclarativeBase,
    InstrumentedAttribute,
    Mapped,
    MappedAsDataclass,
    Mapper,
    declared_attr,
    mapped_column,
    relationship,
)
from sqlalchemy.sql.elements import ColumnElement

from organizer.errors import Problem
from organizer.i18n import _

LONGEST_LINE = 10_000
LONGEST_TEXT = 200_000
LARGEST_NUMBER = 2**63 - 1
CLOSED = "•••"
"""Stands for words that lie in a closed compartment."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: aware in Python, naive in the file."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(MappedAsDataclass, DeclarativeBase):
    """The registry of all tables, with names for constraints so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment,
        date: Date,
        time: Time,
        str: String,
        dict[str, str]: JSON,
        dict[str, dict[str, str]]: JSON,
        list[str]: JSON,
        list[dict[str, str]]: JSON,
    }


def new_uid() -> str:
    return str(uuid.uuid4())


@dataclass(frozen=True)
class Listing:
    """How a kind is listed, as data.

    `sorts` names an order and gives its columns; the store adds the id as the last one, so that every order is total.
    `filters` names a filter and gives the condition for its value. `own_text` are the columns that the search index holds,
    `through` the foreign keys whose records' text counts as well: a letter is found by its organisation's name.
    """

    sorts: Mapping[str, tuple[InstrumentedAttribute[Any] | ColumnElement[Any], ...]]
    default_sort: str
    descending: bool = True
    filters: Mapping[str, Callable[[Any], ColumnElement[bool]]] = field(default_factory=dict)
    own_text: tuple[str, ...] = ()
    through: Mapping[str, type[Record]] = field(default_factory=dict)


class Record(Base, kw_only=True):
    """One kept thing. Write ids, read relations; relations are there only where the query loads them."""

    __abstract__ = True
    KIND: ClassVar[str]
    COMPARTMENT: ClassVar[tuple[str, ...]] = ()
    """The columns that may lie under a second passphrase, none of them unique or counted. Most kinds have no compartment."""
    GOES_WITH: ClassVar[str] = ""
    """The foreign key to the record without which one of this kind is nothing: it is deleted with it and comes back with it."""

    def __init_subclass__(cls, **options: Any) -> None:
        # No contents in a repr: tracebacks and logs would carry them. Equal is the same object: copies of a row may differ.
        super().__init_subclass__(repr=False, eq=False, **options)
        if "__tablename__" in vars(cls):
            # An id is never given twice, so that history and undo may speak of records by it, even of deleted ones
            cast(Table, cls.__table__).dialect_options["sqlite"]["autoincrement"] = True

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(36), unique=True, default_factory=new_uid)
    version: Mapped[int] = mapped_column(init=False)
    created_utc: Mapped[datetime] = mapped_column(init=False)
    changed_utc: Mapped[datetime] = mapped_column(init=False)
    origin: Mapped[str] = mapped_column(String(40), default="")

    @declared_attr.directive
    def __mapper_args__(self) -> dict[str, Any]:
        return {"version_id_col": self.__table__.c.version}

    @classmethod
    def listing(cls) -> Listing:
        """How this kind is listed; every kind with a screen gives its own."""
        return Listing(sorts={"id": (cls.id,)}, default_sort="id")

    def title(self) -> str:
        """A few words by which a person knows this record: in undo bars, history and search."""
        raise NotImplementedError

    def problems(self) -> list[Problem]:
        """What stands in the way of saving; kinds add their own rules to these."""
        return text_problems(self) + number_problems(self) + hidden_problems(self)

    def is_new(self) -> bool:
        return self.id is None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"


def text_problems(record: Record) -> list[Problem]:
    """NUL and texts beyond any sheet of paper are refused at the door, in every text of every kind."""
    found = []
    mapper: Mapper[Any] = record.__mapper__
    for column in mapper.column_attrs:
        value = getattr(record, column.key)
        longest = LONGEST_TEXT if isinstance(column.columns[0].type, Text) else LONGEST_LINE
        for text in _texts_in(value):
            if not _can_be_kept(text):
                sentence = _("This text holds a character that cannot be kept. Delete it and type the text anew.")
                found.append(Problem(column.key, sentence))
            elif len(text) > longest:
                sentence = _("This text has {length} characters. Shorten it to {longest}.")
                found.append(Problem(column.key, sentence.format(length=len(text), longest=longest)))
    return found


def _can_be_kept(text: str) -> bool:
    """NUL ends a text in many programs, and half of a surrogate pair is no character at all."""
    try:
        return b"\x00" not in text.encode()
    except UnicodeEncodeError:
        return False


def number_problems(record: Record) -> list[Problem]:
    """Numbers beyond what the file can hold are refused, in every number of every kind."""
    mapper: Mapper[Any] = record.__mapper__
    numbers = [(column.key, getattr(record, column.key)) for column in mapper.column_attrs]
    sentence = _("This number is too large to be kept. Look at its digits.")
    return [Problem(key, sentence) for key, number in numbers if isinstance(number, int) and abs(number) > LARGEST_NUMBER]


def hidden_problems(record: Record) -> list[Problem]:
    """What stands for words that are not shown is never kept as if it were words."""
    sentence = _("••• stands for words that are not shown. Type them, or leave this empty.")
    return [Problem(name, sentence) for name in record.COMPARTMENT if getattr(record, name) == CLOSED]


def _texts_in(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for inner in value.values() for text in _texts_in(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts_in(inner)]
    return []


def line(**options: Any) -> Mapped[str]:
    """A text column that is never NULL: the empty text means that nothing is known."""
    return mapped_column(String, default="", **options)


def text(**options: Any) -> Mapped[str]:
    """A long text column that is never NULL."""
    return mapped_column(Text, default="", **options)


def link(target: str, **options: Any) -> Mapped[Any]:
    """A foreign key to another kind that may be empty; deleting the other record is refused while it is used."""
    return mapped_column(ForeignKey(f"{target}.id", ondelete="RESTRICT"), default=None, index=True, **options)


def reading(foreign_key: str) -> Any:
    """The record behind a foreign key, for reading only, loaded with its owner."""
    return relationship(viewonly=True, lazy="joined", init=False, foreign_keys=foreign_key, repr=False, compare=False)
