"""Lists as CSV, for spreadsheet programs and for our own import, and as JSON, for other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from organizer.exchange.columns import columns_of
from organizer.exchange.tables import guard
from organizer.records.base import Record


def to_csv(kind: str, records: Iterable[Record]) -> bytes:
    """UTF-8 with its mark, commas, CRLF; a cell that a spreadsheet program would take for a formula has a ' before it."""
    columns = columns_of(kind)
    text = io.StringIO(newline="")
    sheet = csv.writer(text)
    sheet.writerow([column.heading for column in columns])
    for record in records:
        sheet.writerow([guard(column.cell(record)) for column in columns])
    return text.getvalue().encode("utf-8-sig", "replace")


def to_json(kind: str, records: Iterable[Record]) -> bytes:
    """A list of objects, one a record, in the order of the columns.

    Days are 2012-08-15, 2012-08 or "about 2012-08-15"; times 17:30; amounts "12.50" beside their currency; states and ways
    are the codes that are kept, the same in every language; what is not known is null.
    """
    columns = columns_of(kind)
    rows = [{column.field: column.value(record) for column in columns} for record in records]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
