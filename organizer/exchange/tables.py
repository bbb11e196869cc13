"""A file of cells as spreadsheet programs write it: its bytes made into numbered rows of text. Knows no kind of record."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from organizer.errors import UnreadableSheet
from organizer.exchange.refused import not_readable
from organizer.i18n import _, number

MOST_ROWS = 100_000
MOST_COLUMNS = 200
LONGEST_CELL = 32_000
LARGEST_FILE = 64 * 1024 * 1024
DELIMITERS = (",", ";", "\t", "|")

_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_GUARD_WANTED = re.compile(r"'*[=+\-@\t\r]")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Three letters beyond ASCII in a row are a word in Cyrillic; in a western language they hardly ever stand together.
_RUN_OF_LETTERS = re.compile(rb"[\x80-\xff]{3,}")
_END = "\x00end\x00"
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True)
class Line:
    """One row of cells, with the number of the line on which it begins in the file."""

    number: int
    cells: tuple[str, ...]

    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


Reading = Callable[[], Iterator[Line]]
"""A way to divide a file into rows, from its beginning each time."""


def guard(cell: str) -> str:
    """The cell as it may stand in an exported sheet: a spreadsheet program does not take it for a formula."""
    return "'" + cell if _GUARD_WANTED.match(cell) else cell


def unguard(cell: str) -> str:
    """What `guard` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def read_text(path: Path) -> str:
    """The text of a sheet in whatever encoding it was saved. UnreadableSheet for what is no text, too large or not there."""
    return decode(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes:
    """The bytes of a sheet, as they lie there. UnreadableSheet for what is too large or not there."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableSheet(
                _("“{name}” is larger than {most} MB.").format(name=path.name, most=LARGEST_FILE // 1024**2),
                _("Divide the sheet into several and bring them in one by one."),
            )
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise UnreadableSheet(
            _("There is no file “{name}”.").format(name=path.name), _("Look at the name and the folder of the sheet.")
        ) from fault
    except IsADirectoryError as fault:
        name = path.resolve().name or path
        raise UnreadableSheet(_("“{name}” is a folder.").format(name=name), _("Name the sheet inside it.")) from fault
    except (OSError, ValueError) as fault:
        raise UnreadableSheet(
            _("“{name}” cannot be read.").format(name=path.name),
            _("Look whether you may open this file, or copy it to your folder."),
        ) from fault


def decode(data: bytes, name: str) -> str:
    """Bytes as text: by their mark, else UTF-8, else the Cyrillic or the western code page, whichever fits the letters."""
    if not data.strip():
        raise UnreadableSheet(_("“{name}” is empty.").format(name=name), _("Save the sheet anew and try again."))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    if b"\x00" in data:
        raise not_readable(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, _code_page(data), name)


def _code_page(data: bytes) -> str:
    in_runs = sum(len(run) for run in _RUN_OF_LETTERS.findall(data))
    return "cp1251" if 2 * in_runs > len(_BEYOND_ASCII.findall(data)) else "cp1252"


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise not_readable(name) from fault
    if "\x00" in text:
        raise not_readable(name)
    return text


def readings(text: str) -> tuple[Reading, ...]:
    """The ways to divide a text into rows, one for each delimiter."""
    return tuple(partial(lines, text, delimiter) for delimiter in DELIMITERS)


def lines(text: str, delimiter: str) -> Iterator[Line]:
    """The rows that are not blank, without the guards of our own exports. UnreadableSheet beyond the caps."""
    # A row that swallows the end stands between quotation marks that are opened and never closed.
    reader = csv.reader(chain(io.StringIO(text, newline=""), (_END,)), delimiter=delimiter)
    begins, count = 1, 0
    try:
        for cells in reader:
            if cells and cells[-1].endswith(_END):
                if cells != [_END]:
                    raise csv.Error("a quotation mark is never closed")
                return
            line = Line(begins, tuple(unguard(cell) for cell in cells))
            begins = reader.line_num + 1
            if line.is_blank():
                continue
            count += 1
            within_caps(line, count)
            yield line
    except csv.Error as fault:
        raise UnreadableSheet(
            _("From line {line} on the sheet cannot be read.").format(line=number(begins)),
            _("Look there for a quotation mark that is opened and never closed, and save the sheet anew."),
        ) from fault


def within_caps(line: Line, count: int) -> None:
    """UnreadableSheet: this row, which is the one of this count, or one of its cells is more than a sheet may have."""
    if count > MOST_ROWS + 1:
        raise UnreadableSheet(
            _("The sheet has more than {most} rows.").format(most=number(MOST_ROWS)),
            _("Divide the sheet into several and bring them in one by one."),
        )
    if len(line.cells) > MOST_COLUMNS:
        raise UnreadableSheet(
            _("Line {line} has more than {most} columns.").format(line=number(line.number), most=number(MOST_COLUMNS)),
            _("Delete the columns that do not belong to the list, and save the sheet anew."),
        )
    too_long = next((place for place, cell in enumerate(line.cells, 1) if len(cell) > LONGEST_CELL), None)
    if too_long is not None:
        raise UnreadableSheet(
            _("The cell in line {line}, column {column} has more than {most} characters.").format(
                line=number(line.number), column=number(too_long), most=number(LONGEST_CELL)
            ),
            _("Look there for a quotation mark that is never closed, or shorten the cell."),
        )
