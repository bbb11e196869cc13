"""The words that stand for a kept code, in cells and in names: `resources/imports.toml`, which is data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from organizer import paths
from organizer.records.gazetteer_file import fold_name


@cache
def words() -> dict[str, Any]:
    """The tables of words, as `resources/imports.toml` has them."""
    return tomllib.loads((paths.resources() / "imports.toml").read_text(encoding="utf-8"))


@cache
def code_by_word(kind: str, field: str) -> Mapping[str, str]:
    """Folded words of one field of a kind → the code that is kept."""
    table: dict[str, list[str]] = words()[kind].get("values", {}).get(field, {})
    return {fold_name(word): code for code, synonyms in table.items() for word in (code, *synonyms)}


@cache
def telling_words(kind: str) -> Mapping[str, str]:
    """Folded words that tell of what kind a thing is when they stand in its name → the kind's code."""
    table: dict[str, list[str]] = words()[kind]["kind_by_word"]
    return {fold_name(word): code for code, synonyms in table.items() for word in synonyms}


def kind_in_name(kind: str, name: str, otherwise: str) -> str:
    """The code that a word in a name tells, as "Ministry of Justice" is a ministry."""
    inside = f" {fold_name(name)} "
    return next((code for word, code in telling_words(kind).items() if f" {word} " in inside), otherwise)


def name_key(name: str) -> str:
    """The form in which names are the same: no case, accents, apostrophes; the name itself where nothing is left."""
    return fold_name(name) or name
