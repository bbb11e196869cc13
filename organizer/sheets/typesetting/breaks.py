"""Where a line may end: after spaces and dashes, at hyphenation points, inside web addresses, between ideographs."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from organizer.sheets.typesetting.hyphenation import hyphens
from organizer.sheets.typesetting.runs import LINE_BREAK
from organizer.sheets.typesetting.scripts import BREAKS_ANYWHERE, script

_SOFT_HYPHEN, _ZERO_SPACE = "\u00ad", "\u200b"
_SPACES = frozenset(f" {_ZERO_SPACE}\u2002\u2003\u2005\u2009\u200a\u3000")
_DASHES = frozenset("-‐–—/")
_NEVER_FIRST = frozenset("!%),.:;?]}»”’…、。，．：；？！）」』】〕〉》％،؛؟۔।‐–—-\u00a0")
_NEVER_LAST = frozenset("([{«“‘„「『【〔（《〈№#§")
_TOKEN = re.compile(r"\S+")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+/\S")
_ADDRESS_BREAK = re.compile(r"[/?&=@._-](?![/?&=@._-]|$)")


class Kind(IntEnum):
    """How good a place is. SPLIT shows no hyphen and is taken only where nothing else fits."""

    SPLIT = 1
    HYPHEN = 2
    SPACE = 3
    FORCED = 4


class Break(NamedTuple):
    """A line may end before the character at `at`."""

    at: int
    kind: Kind


def breaks(text: str, language: str, hyphenate: bool) -> list[Break]:
    """Every place, in order, the end of the text (as FORCED) last."""
    addresses = [found.span() for found in _TOKEN.finditer(text) if _is_address(found[0])]
    found: dict[int, Kind] = dict.fromkeys(_in_addresses(text, addresses), Kind.SPLIT)
    if hyphenate:
        inside = {k for start, end in addresses for k in range(start, end)}
        found |= {k: Kind.HYPHEN for k in hyphens(text, language) if k not in inside}
    for k in range(1, len(text)):
        kind = _between(text, k)
        if kind and not _in_address(addresses, k, kind):
            found[k] = kind
    found[len(text)] = Kind.FORCED
    return [Break(at, found[at]) for at in sorted(found)]


def _between(text: str, k: int) -> Kind | None:
    before, after = text[k - 1], text[k]
    if before == LINE_BREAK:
        return Kind.FORCED
    if before in _SPACES:
        return Kind.SPACE if after not in _SPACES and after != LINE_BREAK else None
    if before == _SOFT_HYPHEN:
        return Kind.HYPHEN
    if before in _DASHES:
        joins = k > 1 and text[k - 2] not in " -/+" and not text[k - 2].isdigit() and after.isalpha()
        return Kind.SPACE if joins else None
    return Kind.SPACE if _between_ideographs(before, after) else None


def _between_ideographs(before: str, after: str) -> bool:
    if before < "\u2e80" and after < "\u2e80":
        return False
    if after in _NEVER_FIRST or before in _NEVER_LAST or after in _SPACES or after == LINE_BREAK:
        return False
    ideographs = (script(before) in BREAKS_ANYWHERE, script(after) in BREAKS_ANYWHERE)
    return (any(ideographs) and bool(script(before)) and bool(script(after))) or before in "、。，！？）」』"


def _is_address(token: str) -> bool:
    """Web and e-mail addresses, which break only after their signs and never with a hyphen."""
    if "://" in token or token.startswith("www."):
        return True
    return ("@" in token[1:-1] and "." in token) or ("/" in token and _SITE.match(token) is not None)


def _in_addresses(text: str, addresses: list[tuple[int, int]]) -> list[int]:
    return [
        start + sign.end()
        for start, end in addresses
        for sign in _ADDRESS_BREAK.finditer(text[start:end])
        if 3 < sign.end() < end - start - 1
    ]


def _in_address(addresses: list[tuple[int, int]], k: int, kind: Kind) -> bool:
    return kind is not Kind.FORCED and any(start < k < end for start, end in addresses)
