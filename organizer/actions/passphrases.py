"""Passphrases made by dice that the computer throws: six words of a list of 7,776, about 77 bits."""

from __future__ import annotations

import secrets
from functools import lru_cache

from organizer import paths

WORDS = 6
SHORT = 14
"""Below this many characters a passphrase of one's own is guessed in hours, unless it was drawn by chance."""


@lru_cache(maxsize=1)
def words() -> tuple[str, ...]:
    """Source: EFF long word list, CC BY 3.0 US; see `resources/words/SOURCE.toml`."""
    return tuple((paths.resources() / "words" / "eff-long.txt").read_text(encoding="ascii").split())


def generate(count: int = WORDS) -> str:
    """`count` words drawn by the system's own randomness, divided by blanks."""
    return " ".join(secrets.choice(words()) for _place in range(count))
