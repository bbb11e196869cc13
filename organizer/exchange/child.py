"""The process in which files of strangers are read: bytes come in, JSON or pixels go out, and nothing else can be reached.

In: one line of JSON that says what is asked, then the bytes. Out: one line of JSON, and for a picture its raw pixels behind it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from organizer import i18n
from organizer.errors import UserError
from organizer.exchange import file_forms, limits, tables
from organizer.exchange.headings import likely_kind

LONGEST_REQUEST = 64 * 1024
Answer = Iterator[bytes]


def main() -> int:
    """Answer one request. MemoryError and whatever else kills it are told by the exit code alone."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    asked = json.loads(source.readline(LONGEST_REQUEST))
    does = WAYS[asked["way"]]()
    i18n.set_language(asked["language"])
    limits.limit_self()
    try:
        for piece in does(asked, source):
            target.write(piece)
    except UserError as error:
        target.write(_line({"error": [type(error).__name__, error.message, error.hint]}))
    target.flush()
    return 0


def _line(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def read_sheet(asked: dict[str, Any], source: BinaryIO) -> Answer:
    """The rows of a file as a list of a kind, or of the kind that it tells where that is empty."""
    read = file_forms.read(source.read(), asked["name"], asked["kind"], asked.get("sheet", ""))
    headings = read.headings
    yield _line(
        {
            **{"kind": read.kind, "form": read.form, "sheets": read.sheets, "sheet": read.sheet, "notes": read.notes},
            "unread": read.unread,
            **{"columns": dict(headings.columns), "width": headings.width, "left_out": headings.left_out},
            "rows": [(row.number, row.cells) for row in read.rows],
        }
    )


def read_picture(_asked: dict[str, Any], source: BinaryIO) -> Answer:
    """Size, kind and raw pixels of a picture, some rows at a time: two copies of a large photo would be too much."""
    from organizer.store import decoding

    raw = decoding.raw(source.read())
    yield _line({"mode": raw.mode, "width": raw.width, "height": raw.height, "turned": raw.turned, "photo": raw.photo})
    yield from raw.rows


def _sheets() -> Callable[[dict[str, Any], BinaryIO], Answer]:
    likely_kind(tables.readings("warm,up\n"))  # reads the tables of words while it may still open files
    return read_sheet


def _pictures() -> Callable[[dict[str, Any], BinaryIO], Answer]:
    from organizer.store import decoding

    decoding.warm_up()
    return read_picture


WAYS: dict[str, Callable[[], Callable[[dict[str, Any], BinaryIO], Answer]]] = {"sheet": _sheets, "picture": _pictures}
"""What can be asked for, each after the import of all that it needs."""

if __name__ == "__main__":
    sys.exit(main())
