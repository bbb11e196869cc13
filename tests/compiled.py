"""Statements are compiled once in a process: each opening has an engine of its own, and compiles anew what all others had.

In the program a file that is locked takes what was compiled for it along, with the values in it; in tests that is dear.
"""

from __future__ import annotations

import functools
from typing import Any

from sqlalchemy import Engine, create_engine

from organizer.store import engine


def once() -> None:
    """From now on the engines of this process share what is compiled. Calling twice is calling once."""
    engine.create_engine = _sharing


@functools.cache
def _first(url: str, module: Any) -> Engine:
    made = create_engine(url, module=module)
    made.connect().close()
    return made


def _sharing(url: str, *, module: Any, **given: Any) -> Engine:
    made, first = create_engine(url, module=module, **given), _first(url, module)
    made.dialect, made._compiled_cache = first.dialect, first._compiled_cache
    return made
