"""How a text is spoken on a sheet: language, roles of its runs, capitals, tracking, hyphens. Size and colour come later."""

from __future__ import annotations

from dataclasses import dataclass, replace

from organizer import i18n
from organizer.sheets.typesetting.capitals import capitals
from organizer.sheets.typesetting.glue import isolated_spans, with_isolates
from organizer.sheets.typesetting.runs import Run
from organizer.sheets.typesetting.stacks import Role, stack

# A high letter and a low one of Arabic scripts, and a square one of Hebrew.
_USUAL = "اح\u05d4"


def is_rtl(language: str) -> bool:
    """Whether sheets in the language are mirrored."""
    return i18n.is_rtl(language)


@dataclass(frozen=True)
class Voice:
    """How a text is spoken on the sheet, apart from size and colour. `tracking` is in em.

    `foreign` is the share of the size at which other scripts stand in it: Latin words in enlarged Arabic are not enlarged.
    """

    language: str
    role: Role = Role.TEXT
    strong: Role = Role.STRONG
    emphasis: Role = Role.EMPHASIS
    capitals: bool = False
    tracking: float = 0.0
    hyphenate: bool = False
    foreign: float = 1.0

    @property
    def rtl(self) -> bool:
        return is_rtl(self.language)

    def role_of(self, run: Run) -> Role:
        return self.strong if run.strong else self.emphasis if run.emphasis else self.role


def prepared(run: Run, voice: Voice) -> Run:
    """The run as it is set: in capitals if the voice says so, with isolates in right-to-left text."""
    text = capitals(run.text, voice.language) if voice.capitals else run.text
    if voice.rtl:
        text = with_isolates(text, isolated_spans(text))
    return replace(run, text=text)


def usual_middle(voice: Voice) -> float:
    """The middle of what letters without capitals usually reach, over the baseline, in 1/1000 em."""
    face = stack(voice.role, voice.language)[0]
    inks = [ink for sign in _USUAL if (number := face.glyph(sign)) and (ink := face.ink(number))]
    return (max(ink[0] for ink in inks) + min(ink[1] for ink in inks)) / 2 if inks else face.cap_height() / 2
