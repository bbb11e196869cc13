"""Whether a file is whole, and what it counts: pages, references, rows, money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from organizer.store import faults

QUICK, FULL = "quick_check", "integrity_check"
_MONEY = "SELECT currency, sum(amount_minor), sum(fee_minor) FROM donation GROUP BY currency"


def prove_whole(connection: Any, *, depth: str = QUICK) -> bool:
    """DamagedFile unless every page is as it was written, every table well formed and every reference met.

    A page that nothing uses may be torn, which is the answer: SQLite keeps no copy of it for going back when the power fails,
    as nothing is in it. Where every page is accounted for and all that are used can be read, only such pages are left.
    """
    torn = bool(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    if connection.execute(f"PRAGMA {FULL if torn else depth}").fetchall() != [("ok",)]:
        raise faults.damaged()
    if depth == FULL and connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise faults.damaged()
    return torn


def counts(connection: Any) -> dict[str, int]:
    """How many rows each table has, and under `money GBP` and the like the sums of donations in minor units."""
    found = {name: _rows(connection, name) for name in tables(connection)}
    if "donation" in found:
        for currency, amount, fee in connection.execute(_MONEY):
            found |= {f"money {currency}": amount, f"fees {currency}": fee}
    return found


def tables(connection: Any) -> list[str]:
    """The tables that hold data; the search index is made from them and not counted."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in names if not name.startswith(("sqlite_", "search_"))]


def _rows(connection: Any, table: str) -> int:
    (number,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    return int(number)


def agree(before: Mapping[str, int], after: Mapping[str, int]) -> bool:
    """Whether nothing that was there before is missing after. New tables may have come."""
    return all(after.get(name) == number for name, number in before.items())
