"""What the readers of typed text share: the error that is a sentence, and text made plain before it is read."""

from __future__ import annotations

import unicodedata

from organizer import i18n
from organizer.i18n import _

LONGEST = 100
_SHOWN = 40
_PLAIN = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"٬": ",", "٫": ".", "،": ",", "’": "'", "‘": "'", "ʼ": "'", "＇": "'"})


class ReadingError(ValueError):
    """Text that cannot be read: `sentence` says what is wrong with it, `hint` how to write it. Goes beside the field."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(f"{sentence} {hint}".strip())
        self.sentence = sentence
        self.hint = hint


def plain(text: str) -> str:
    """The text with plain digits, dashes, marks and single blanks, in lower case. ReadingError if it is too long for a value."""
    text = text.strip()
    if len(text) > LONGEST:
        raise ReadingError(_("“{text}” is too long to be read.").format(text=shown(text)), _("Put longer words into the notes."))
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    letters = (c if not c.isdecimal() else str(unicodedata.decimal(c)) for c in text if unicodedata.category(c) != "Cf")
    return " ".join("".join(letters).casefold().split())


def shown(text: str) -> str:
    """The text as it may stand in a sentence: one line, not too long, printable, in its own order."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * _SHOWN]).split())
    short = line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
    return i18n.isolate_unknown(short) if i18n.is_rtl() else short
