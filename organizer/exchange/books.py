"""Workbooks of spreadsheet programs (XLSX): which sheets they hold, and the rows of one as text. Knows no kind of record.

Read by openpyxl through its own parser of rows, which alone tells what is hidden and which formula was never worked out. To be
imported where strangers' files are read, and nowhere else.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.worksheet._reader import FORMULA_TAG, INLINE_STRING, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from organizer.errors import UnreadableSheet
from organizer.exchange import refused
from organizer.exchange.book_cells import as_text
from organizer.exchange.tables import MOST_COLUMNS, Line, within_caps
from organizer.i18n import _, _n, number

MOST_UNPACKED = 300 * 2**20
"""In bytes, of all parts together: what a workbook says it unpacks to, and zipfile unpacks no more than it says."""

MOST_SHEETS = 100
_NEVER_WORKED_OUT = "#N/A"
_TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"
_MACROS = "xl/vbaProject.bin"
_LINKED = "xl/externalLinks/"
_BINARY = "xl/workbook.bin"
_WORKBOOK = "[Content_Types].xml"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass
class BookSheet:
    """One sheet of a workbook: its name, and what was hidden in it when it was read to its end."""

    name: str
    hidden: bool
    _source: Any = field(repr=False)
    hidden_rows: int = 0
    hidden_columns: int = 0

    def lines(self) -> Iterator[Line]:
        """The rows that are not blank, by their numbers in the sheet. UnreadableSheet beyond the caps."""
        book, self.hidden_rows, count = self._source.parent, 0, 0
        with _read(self.name), self._source._get_source() as opened:
            shapes = {"date_formats": book._date_formats, "timedelta_formats": book._timedelta_formats}
            parser = _Rows(opened, self._source._shared_strings, data_only=True, epoch=book.epoch, **shapes)
            for place, cells in parser.parse():
                about = parser.row_dimensions.pop(str(place), {})
                line = Line(place, _texts(cells, book))
                if line.is_blank():
                    continue
                self.hidden_rows += _is_on(about.get("hidden"))
                count += 1
                within_caps(line, count)
                yield line
            self.hidden_columns = sum(_is_on(each.get("hidden")) for each in parser.column_dimensions.values())


class _Rows(WorkSheetParser):  # type: ignore[misc]  # the library has no types
    """A formula without a value says so; without this it would pass for an empty cell."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        inside = element.find(INLINE_STRING)
        if inside is not None and len(inside) == 1 and inside[0].tag == _TEXT_TAG:
            element.remove(inside)  # a text without parts, which the library takes four times as long to read
            cell: dict[str, Any] = super().parse_cell(element)
            cell["value"] = inside[0].text
            return cell
        cell = super().parse_cell(element)
        # A formula whose value is the empty text is saved as one of a text.
        if cell["value"] is None and element.get("t") != "str" and element.find(FORMULA_TAG) is not None:
            cell["value"] = _NEVER_WORKED_OUT
        return cell


class Book:
    """A workbook, opened. UnreadableSheet: it is none, is locked, or would unpack to too much."""

    def __init__(self, data: bytes, name: str) -> None:
        parts = _parts(data, name)
        with _read(name):
            opened = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = opened.worksheets[:MOST_SHEETS]
            self.sheets = tuple(BookSheet(str(each.title), each.sheet_state != "visible", each) for each in sheets)
        if not self.sheets:
            raise refused.not_readable(name)
        self._macros = _MACROS in parts
        self._linked = any(part.startswith(_LINKED) for part in parts)

    def notes(self, sheet: BookSheet) -> Iterator[str]:
        """What else a person should know of this sheet, which was read to its end. Sentences."""
        if sheet.hidden:
            yield _("The sheet “{name}” is hidden in the workbook.").format(name=sheet.name)
        if sheet.hidden_rows:
            yield _n("{n} hidden row is read as well.", "{n} hidden rows are read as well.", sheet.hidden_rows)
        if sheet.hidden_columns:
            yield _("Hidden columns are read as well.")
        if self._macros:
            yield _("The workbook holds macros. They were neither run nor kept.")
        if self._linked:
            yield _("Some values come from other workbooks. They stand as they were when this one was saved.")


def _parts(data: bytes, name: str) -> frozenset[str]:
    """The names of all that is packed into a workbook, which holds no more than may be unpacked."""
    with _read(name), zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = frozenset(packed.namelist())
        unpacked = sum(part.file_size for part in packed.infolist())
        document = "mimetype" in names and packed.getinfo("mimetype").file_size < 99 and packed.read("mimetype") == _OPEN_DOCUMENT
    if document or _WORKBOOK not in names or _BINARY in names:
        raise refused.other_workbook(name)
    if unpacked > MOST_UNPACKED:
        raise UnreadableSheet(
            _("“{name}” unpacks to more than {most} MB.").format(name=name, most=number(MOST_UNPACKED // 2**20)),
            _("Save the sheet that you need as a workbook of its own, without pictures, and bring in that file."),
        )
    return names


def _texts(cells: list[dict[str, Any]], book: Any) -> tuple[str, ...]:
    """The cells of a row, each at its column; what stands beyond the last column that may be is one column too many."""
    texts: dict[int, str] = {}
    for cell in cells:
        value = cell["value"]
        if value is not None and (text := as_text(value, _shape(cell, book) if isinstance(value, int | float) else "")):
            texts[min(cell["column"], MOST_COLUMNS + 1)] = text
    return tuple(texts.get(column, "") for column in range(1, max(texts, default=0) + 1))


def _shape(cell: dict[str, Any], book: Any) -> str:
    """The number format of a cell."""
    place = book._cell_styles[cell["style_id"]].numFmtId
    own = place - BUILTIN_FORMATS_MAX_SIZE
    return str(BUILTIN_FORMATS.get(place, "") if own < 0 else book._number_formats[own])


@contextmanager
def _read(name: str) -> Iterator[None]:
    """The library warns of what it leaves out; what it stumbles over is a file that cannot be read."""
    with refused.unless_read(lambda: refused.not_readable(name)), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _is_on(mark: str | None) -> bool:
    return mark in ("1", "true")
