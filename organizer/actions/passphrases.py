"""Passphrases: six words drawn by chance from a list of 7,776, about 77 bits; and how soon one of one's own is guessed."""

from __future__ import annotations

import secrets
from enum import Enum
from functools import lru_cache

from organizer import paths

WORDS = 6
_LOOKED_AT = 72
"""Characters that are weighed: what stands behind them makes a passphrase no weaker, and would take too long."""
_A_SECOND = 2 * 10_000
"""Guesses: about two a processor with the cost of our keys (argon2id, 256 MiB), by a state with ten thousand processors."""
_HOUR, _DAY, _YEAR = 3_600, 86_400, 31_557_600


class Guessed(Enum):
    """How soon a passphrase is guessed by such a state once it has the file."""

    AT_ONCE = "at once"
    HOURS = "hours"
    WEEKS = "weeks"
    YEARS = "years"
    NEVER = "never"


_SOONER = ((Guessed.AT_ONCE, _HOUR), (Guessed.HOURS, 2 * _DAY), (Guessed.WEEKS, 90 * _DAY), (Guessed.YEARS, 200 * _YEAR))


def guessed(passphrase: str) -> Guessed:
    """Source: zxcvbn (MIT), which counts the guesses that words, names, dates and keyboard rows save. It knows English best."""
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]

    looked_at = passphrase[:_LOOKED_AT]
    seconds = float(zxcvbn(looked_at)["guesses"]) / _A_SECOND if looked_at else 0.0
    return next((when for when, limit in _SOONER if seconds < limit), Guessed.NEVER)


@lru_cache(maxsize=1)
def words() -> tuple[str, ...]:
    """Source: EFF long word list, CC BY 3.0 US; see `resources/words/SOURCE.toml`."""
    return tuple((paths.resources() / "words" / "eff-long.txt").read_text(encoding="ascii").split())


def generate(count: int = WORDS) -> str:
    """`count` words drawn by the system's own randomness, divided by blanks."""
    return " ".join(secrets.choice(words()) for _place in range(count))
