"""Text as structured runs: the one way in for people's words. Nothing in a text is ever read as mark-up here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LINE_BREAK = "\u2028"
_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2029]")
_TABS = str.maketrans({"\t": " "})


@dataclass(frozen=True)
class Run:
    """A stretch of text in one weight. `text` is literal."""

    text: str
    strong: bool = False
    emphasis: bool = False


def clean(source: str) -> str:
    """NFC; line ends become U+2028, tabs spaces; control characters and halves of surrogate pairs go."""
    text = _BREAKS.sub(LINE_BREAK, source).translate(_TABS)
    kept = "".join(c for c in text if c.isprintable() or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", kept)


def text(*parts: str | Run) -> tuple[Run, ...]:
    """Cleaned runs; plain strings are plain runs. Empty ones are left out."""
    runs = (part if isinstance(part, Run) else Run(part) for part in parts)
    cleaned = (Run(clean(run.text), run.strong, run.emphasis) for run in runs)
    return tuple(run for run in cleaned if run.text)
