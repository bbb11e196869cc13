"""Languages of many scripts, formats and directions, and a way to speak one of them for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from organizer import i18n

LANGUAGES = [
    "en_GB",
    "de",
    "ru",
    "kk",
    "fr",
    "es",
    "it",
    "pl",
    "tr",
    "el",
    "uk",
    "ar",
    "he",
    "fa",
    "ur",
    "hi",
    "bn",
    "zh",
    "ja",
    "ko",
    "vi",
    "pt",
    "lt",
]


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """The program in this language, then in the one before."""
    before = i18n.language()
    i18n.set_language(tag)
    try:
        yield
    finally:
        i18n.set_language(before)
