"""The middle of the leaflet: what happened, and the numbered demands, as large as the place allows."""

from __future__ import annotations

from collections.abc import Sequence

from organizer.i18n import _, _n
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.leaflet_demands import Demands
from organizer.sheets.leaflet_story import BODY, Story
from organizer.sheets.leaflet_trim import A5_TRIM, Trim
from organizer.sheets.typesetting.blocks import Part, draw_stack, stack_height
from organizer.sheets.typesetting.fit import Fitted, fit, words_of
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page

_CEILING = 1.3
_WIDEST_SPREAD = 2.4
_NEARLY = 0.995


class Body:
    """Shaped once; laid out at any scale. At scale 1 letters and indents are as large as `trim.type` wishes them."""

    def __init__(self, content: LeafletContent, compositor: Compositor, trim: Trim = A5_TRIM) -> None:
        self._compositor = compositor
        self._story = Story(content, compositor, trim.type)
        self._demands = Demands(content, compositor, trim.type)
        self._wished = BODY * trim.type
        self._floor = min(1.0, trim.least / self._wished)

    @property
    def empty(self) -> bool:
        return not self._parts(1.0)

    def height(self, width: float, scale: float) -> float:
        return stack_height(self._parts(scale), width)

    def draw(self, page: Page, room: Box) -> None:
        if self.empty:
            return
        compositor = self._compositor
        fitted = fit(self._parts, room.w, room.h, floor=self._floor, ceiling=_CEILING)
        gap = room.h - stack_height(fitted.parts, room.w)
        spread = min(max(gap, 0.0) / max(1, len(fitted.parts) - 1), _WIDEST_SPREAD) if not fitted.rest else 0.0
        rest = gap - spread * max(0, len(fitted.parts) - 1)
        draw_stack(page, fitted.parts, room.x, room.y + max(0.0, rest) * 0.4, room.w, spread=spread)
        for field in ("body", "demands"):
            compositor.placed(field, 1, room)
        self._tell(fitted, room)

    def _parts(self, scale: float) -> list[Part]:
        return [*self._story.parts(scale), *self._demands.parts(scale)]

    def _tell(self, fitted: Fitted, room: Box) -> None:
        """Text that was cut, or set smaller than wished, and how many words would bring it back."""
        field = "body" if self._story.letters > self._demands.letters else "demands"
        if fitted.rest:
            tell_cut(self._compositor, field, fitted.rest, self._wished * self._floor)
        elif fitted.scale < _NEARLY:
            sentence = _("Set at {size} pt instead of {wished} pt to fit. {count} fewer would bring it back.")
            count = _n("{n} word", "{n} words", self._words_too_many(room))
            size, wished = round(self._wished * fitted.scale, 1), round(self._wished, 1)
            self._compositor.note("look", field, sentence.format(size=size, wished=wished, count=count))

    def _words_too_many(self, room: Box) -> int:
        """How many words, from the end of the text, must go until it stands at its wished size."""
        text, demands = self._story.parts(1.0), self._demands.parts(1.0)
        over = stack_height([*text, *demands], room.w) - room.h
        count = 0
        for part in [*reversed(text), *reversed(demands)]:
            for line in reversed(part.lines(room.w)):
                if over <= 0:
                    return max(1, count)
                count += len(part.paragraph.text[line.start : line.end].split())
                over -= part.leading / MM
            over -= part.after
        return max(1, count)


def tell_cut(compositor: Compositor, field: str, rest: Sequence[Part], floor: float) -> None:
    """That text was cut off where the letters may not be smaller."""
    sentence = _("The text does not fit, even at {size} pt: “{words}” is cut off. Shorten it or leave out a demand.")
    compositor.note("stop", field, sentence.format(size=round(floor), words=_beginning(words_of(rest))))


def tell_size(compositor: Compositor, field: str, scale: float, wished: float) -> None:
    """That a long text is set smaller than wished."""
    if scale < _NEARLY:
        sentence = _("Set at {size} pt instead of {wished} pt to fit. Fewer words would bring it back.")
        compositor.note("look", field, sentence.format(size=round(wished * scale, 1), wished=round(wished, 1)))


def _beginning(lost: str) -> str:
    short = lost[:40].rsplit(" ", 1)[0] if len(lost) > 40 else lost
    return f"{short} …" if short != lost else lost
