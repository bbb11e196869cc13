"""The coins and notes of each currency, for the sheets on which money is counted. Data: `resources/sheets/cash.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from organizer import paths
from organizer.records.values import Money


@dataclass(frozen=True)
class Denomination:
    """One coin or note."""

    worth: Money
    is_coin: bool


@cache
def denominations() -> Mapping[str, tuple[Denomination, ...]]:
    """By currency: coins, then notes, the smallest first."""
    file = paths.resources() / "sheets" / "cash.toml"
    tables: dict[str, dict[str, list[int]]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return MappingProxyType({code: tuple(_denominations(code, table)) for code, table in tables.items()})


def _denominations(code: str, table: Mapping[str, list[int]]) -> list[Denomination]:
    coins = [Denomination(Money(minor, code), True) for minor in table["coins"]]
    return coins + [Denomination(Money(minor, code), False) for minor in table["notes"]]
