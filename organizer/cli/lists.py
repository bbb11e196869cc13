"""Commands about records: bring in a sheet, list a kind."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from organizer.actions.compartments import not_shown
from organizer.cli.files import opened
from organizer.cli.outcome import DONE, printable, say, write
from organizer.errors import UserError
from organizer.exchange.apart import read_sheet
from organizer.exchange.columns import LISTED, columns_of
from organizer.exchange.csv_out import to_csv, to_json
from organizer.exchange.sheet_kinds import sheet_kind
from organizer.exchange.sheets_in import ImportResult, Preview, preview_of, rows_in_the_way, take_in
from organizer.i18n import _, _n
from organizer.records.base import Record
from organizer.store.compartments import closed_compartments
from organizer.store.listing import ListQuery
from organizer.store.store import Store

_AT_ONCE = 500
_WIDEST = 40
# What a person sees of each kind in a terminal, where a line has an end; other kinds show their titles.
_SHOWN = {
    "pickets": ("day", "starts", "city", "site", "occasion", "state", "people"),
    "letters": ("day", "quantity", "organisation", "target", "channel", "copy"),
    "donations": ("day", "currency", "amount", "giver", "fund", "state"),
    "organisations": ("name", "kind", "city", "country"),
    "targets": ("office", "organisation", "kind", "city", "country"),
}


def import_sheet(arguments: Namespace) -> int:
    """organizer import FILE KIND SHEET [--worksheet NAME] [--preview] [--json] [--skip-bad]

    JSON: {"kind", "imported": bool, "rows": {"new", "amended", "known", "repeated", "bad"}, "totals": {key: number, money in
    minor units}, "notes": [sentence], "bad": [{"line", "reason", "hint"}]}. `imported` tells whether the file has changed or
    had nothing to change; without it the rows are what would be imported.
    """
    from organizer.actions.campaigns import current_campaign

    sheet_kind(arguments.kind)
    with opened(arguments) as store:
        shown = preview_of(
            store, read_sheet(arguments.sheet, arguments.kind, arguments.worksheet), campaign=current_campaign(store)
        )
        refused = bool(shown.bad) and not arguments.skip_bad
        result = None if arguments.preview or refused else take_in(store, shown, skip_bad=True)
        if arguments.json:
            write((json.dumps(_as_json(shown, result), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace"))
        else:
            _tell(shown, result)
    if refused and not arguments.preview:
        error = rows_in_the_way(len(shown.bad))
        raise UserError(error.message, _("Mend the sheet, or leave such rows out with --skip-bad."))
    return DONE


def _as_json(shown: Preview, result: ImportResult | None) -> dict[str, Any]:
    told = result or shown
    return {
        "kind": shown.kind,
        "imported": result is not None,
        "rows": {
            "new": told.rows_new,
            "amended": told.rows_amended,
            "known": told.rows_known,
            "repeated": told.rows_repeated,
            "bad": len(shown.bad),
        },
        "totals": {total.key: total.number for total in told.totals},
        "notes": list(shown.notes),
        "bad": [{"line": bad.line, "reason": bad.reason, "hint": bad.hint} for bad in shown.bad],
    }


def _tell(shown: Preview, result: ImportResult | None) -> None:
    told = result or shown
    say(_("Imported:") if result else _("The sheet holds:"))
    counts = (
        (told.rows_new, _n("{n} new row", "{n} new rows", told.rows_new)),
        (told.rows_amended, _n("{n} row that adds to a record", "{n} rows that add to records", told.rows_amended)),
        (told.rows_known, _n("{n} row that is in the file already", "{n} rows that are in the file already", told.rows_known)),
    )
    for line in (*(words for count, words in counts if count), *(total.words for total in told.totals), *shown.notes):
        say(f"  {line}")
    if shown.bad:
        left_out = _n("{n} row was left out:", "{n} rows were left out:", len(shown.bad))
        heading = left_out if result else _n("{n} row cannot be read:", "{n} rows cannot be read:", len(shown.bad))
        for line in (heading, *(f"  {bad.words()}" for bad in shown.bad)):
            print(printable(line), file=sys.stderr)  # noqa: T201


def list_records(arguments: Namespace) -> int:
    """organizer list FILE KIND [--csv | --json]; the shapes are those of `exchange.csv_out`."""
    kind = arguments.kind
    if kind not in LISTED:
        raise UserError(
            _("There is no list of “{name}”.").format(name=kind[:40]), _("Use one of: {kinds}.").format(kinds=", ".join(LISTED))
        )
    with opened(arguments) as store:
        if arguments.csv:
            write(to_csv(kind, _all(store, kind)))
        elif arguments.json:
            write(to_json(kind, _all(store, kind)))
        else:
            _show(kind, _all(store, kind))
        for each in closed_compartments(store):
            if each.kind is LISTED[kind]:
                print(printable(not_shown(each.count)), file=sys.stderr)  # noqa: T201
    return DONE


def _all(store: Store, kind: str) -> Iterator[Record]:
    """Every record of a kind in its usual order, some hundreds at a time."""
    found = store.listing(ListQuery(LISTED[kind]))
    for first in range(0, found.count, _AT_ONCE):
        yield from found.records(first, _AT_ONCE)


def _show(kind: str, records: Iterator[Record]) -> None:
    """A table for a terminal: the first characters of each uid, then what tells the record from others."""
    columns = [column for column in columns_of(kind) if column.field in _SHOWN.get(kind, ())]
    lines = [["uid", *(column.heading for column in columns)] if columns else ["uid", _("Title")]]
    for record in records:
        words = [" ".join(column.cell(record).split()) for column in columns] or [record.title()]
        lines.append([record.uid[:8], *(_cut(word) for word in words)])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        say("  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip())
    say(_n("{n} record", "{n} records", len(lines) - 1))


def _cut(words: str) -> str:
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"
