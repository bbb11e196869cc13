"""Forgetting: what was kept of a file's words and pictures to be quick goes when the file is closed."""

from __future__ import annotations

import gc
import sys
from functools import lru_cache
from types import ModuleType
from typing import Any

from PySide6.QtGui import QPixmapCache

_Cached = type(lru_cache(lambda: None))
_OF_THE_FILE = ("organizer.sheets.", "organizer.records.", "organizer.actions.", "organizer.exchange.", "organizer.ui.prints.")


def forget() -> None:
    """Empty every cache of words and pictures. What is cached without bounds is the program's own: fonts, tables, languages.

    Modules that were never loaded have kept nothing, and are not loaded for it.
    """
    for module in [each for name, each in sys.modules.items() if name.startswith(_OF_THE_FILE)]:
        for kept in _bounded_caches(module):
            kept.cache_clear()
    paragraphs = sys.modules.get("organizer.sheets.typesetting.kept")
    if paragraphs is not None:
        paragraphs.forget_paragraphs()
    QPixmapCache.clear()
    gc.collect()


def _bounded_caches(module: ModuleType) -> list[Any]:
    cached: list[Any] = [each for each in vars(module).values() if isinstance(each, _Cached)]
    return [each for each in cached if each.cache_parameters()["maxsize"] is not None]
