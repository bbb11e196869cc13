"""How words stand in a line or on a rule: level beside each other, and within it however far their letters climb and sweep."""

from __future__ import annotations

from organizer.sheets.compositor import Compositor
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.shaping import Line
from organizer.sheets.typesetting.voice import usual_middle

_CAPITAL = 0.357
_ON_RULE, _SWEEP = 0.9, 0.5


def without_capitals(compositor: Compositor) -> bool:
    """Whether the letters of its script fill a line as no capital does."""
    return compositor.script.heading > 1.0


def ceiling_in(compositor: Compositor, paragraph: Paragraph, size: float, height: float) -> float:
    """The size in pt, smaller where letters that climb would stand out of a line of that height in mm."""
    top, bottom = paragraph.ink(paragraph.whole())
    return min(size, height * MM * 1000 / (top - bottom)) if without_capitals(compositor) and top > bottom else size


def under_middle(compositor: Compositor, paragraph: Paragraph, shown: Line, size: float, height: float) -> float:
    """How far the baseline is under the middle of the line, in mm.

    Half a capital, or half of what letters without capitals usually reach, so that lines beside each other stand level;
    figures alone stand in the middle, and what climbs or sweeps further moves its line as far as it must.
    """
    if not compositor.rtl:
        return _CAPITAL * size / MM
    em = size / 1000 / MM
    top, bottom = paragraph.ink(shown)
    highest, lowest = top * em - height / 2, bottom * em + height / 2
    if compositor.script.tall or highest > lowest or not any(map(_is_rtl_letter, paragraph.text)):
        return (top + bottom) / 2 * em
    return min(max(usual_middle(paragraph.voice) * em, highest), lowest)


def over_rule(compositor: Compositor, rule: float, size: float) -> float:
    """The baseline of words on a rule at this y: letters that sweep far under their line reach the rule and hardly cross it."""
    return rule - max(_ON_RULE, _SWEEP * size / MM if compositor.script.tall else 0.0)


def _is_rtl_letter(sign: str) -> bool:
    return "\u0590" <= sign <= "\u08ff" and sign.isalpha()
