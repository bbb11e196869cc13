"""Workbooks for one question each: made by a spreadsheet library, and then, where it would not do so itself, made worse."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[Any]]
_FIRST_SHEET = "xl/worksheets/sheet1.xml"


def workbook(folder: Path, sheets: Mapping[str, Rows], shape: Callable[[Worksheet], None] | None = None) -> Path:
    """A workbook of these sheets; `shape` does the rest to the first of them."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        made = book.create_sheet(name)
        for row in rows:
            made.append(list(row))
    if shape is not None:
        shape(book.worksheets[0])
    path = folder / "book.xlsx"
    book.save(path)
    return path


def with_parts(path: Path, parts: Mapping[str, bytes]) -> Path:
    """The workbook with these parts in place of its own, or beside them."""
    with zipfile.ZipFile(path) as packed:
        kept = {name: packed.read(name) for name in packed.namelist()}
    return packed_file(path, {**kept, **parts})


def with_rows(path: Path, rows: str) -> Path:
    """The workbook with this XML in place of the rows of its first sheet."""
    with zipfile.ZipFile(path) as packed:
        whole = packed.read(_FIRST_SHEET).decode()
    before, after = whole.split("<sheetData>")[0], whole.split("</sheetData>")[1]
    return with_parts(path, {_FIRST_SHEET: f"{before}<sheetData>{rows}</sheetData>{after}".encode()})


def packed_file(path: Path, parts: Mapping[str, bytes]) -> Path:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    path.write_bytes(made.getvalue())
    return path
