"""Cell: what stands in one cell of a table, as a value. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.i18n import joined


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Words and what accompanies them.

    text, then `second` in small grey where at least 40 px are left; `after` stands at the end of the cell (a time).
    state: a code of marks.STATES, drawn as badge or quiet word instead of text. badge and tone: a badge behind the words.
    icon stands before the words, tinted by `icon_tone`; icons are (name, token) marks in a row; evidence is a swatch before.
    end: the words stand at the end (numbers). exact=False: a dashed circle before an uncertain date.
    dimmed: cancelled, or repeated from the cell above. spoken: what a screen reader says instead of the words.
    """

    text: str = ""
    second: str = ""
    after: str = ""
    state: str = ""
    badge: str = ""
    tone: str = "grey"
    icon: str = ""
    icon_tone: str = "ink2"
    icons: tuple[tuple[str, str], ...] = ()
    evidence: str = ""
    end: bool = False
    exact: bool = True
    dimmed: bool = False
    strong: bool = False
    problem: bool = False
    language: str = ""
    spoken: str = ""

    def speech(self) -> str:
        """The cell in words, for screen readers and for copying."""
        return self.spoken or joined(self.text, self.after, self.second, self.badge)
