"""A flyer: on its front the headline, a paragraph and the call; on its back the demands and more, or the other language."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.design import Design
from organizer.sheets.flyer_back import Back
from organizer.sheets.flyer_front import Front
from organizer.sheets.flyer_shape import Shape
from organizer.sheets.leaflet_body import tell_cut
from organizer.sheets.leaflet_columns import Build, fill
from organizer.sheets.leaflet_demands import Demands
from organizer.sheets.leaflet_sides import back_language, content_of, tell_untranslated, tell_what_is_missing
from organizer.sheets.leaflet_story import BODY, Story
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Part, stack_height
from organizer.sheets.typesetting.page import Page


def flyer(job: Job, shape: Shape) -> Design:
    """One face where everything stands on it, else front and back."""
    content = content_of(job)
    compositor = Compositor(content.language, content.colours)
    other = back_language(job)
    if other:
        there = content_of(job, other)
        sides = [_Whole(content, compositor, shape, job), _Whole(there, compositor.speaking(other, face=2), shape, job)]
        faces = tuple(side.draw for side in sides)
    else:
        both = _Both(content, compositor, shape, job)
        faces = (both.draw_front, both.draw_back) if both.has_back else (both.draw_front,)
    title = " ".join(content.headline.split())
    return Design(title, content.organisation, _("Flyer"), job.format.size, faces, compositor, job.cmyk)


@dataclass
class _Text:
    """What there is to read: its paragraphs, then the demands."""

    story: Story
    demands: Demands

    @classmethod
    def of(cls, content: LeafletContent, compositor: Compositor, shape: Shape) -> _Text:
        return cls(Story(content, compositor, shape.trim.type), Demands(content, compositor, shape.trim.type))

    def all(self, scale: float) -> list[Part]:
        return [*self.story.parts(scale), *self.demands.parts(scale)]

    def first(self, scale: float) -> list[Part]:
        return [*self.story.parts(scale)[:1]]

    def later(self, scale: float) -> list[Part]:
        return self.all(scale)[len(self.first(scale)) :]

    @property
    def longest(self) -> str:
        """The field that has most of the words."""
        return "body" if self.story.letters > self.demands.letters else "demands"


class _Whole:
    """One side of a flyer in two languages: all that there is to read in one of them, or where that is too much, the text."""

    def __init__(self, content: LeafletContent, compositor: Compositor, shape: Shape, job: Job) -> None:
        self._compositor, self._shape = compositor, shape
        self._text = _Text.of(content, compositor, shape)
        self._front = Front(content, compositor, shape, cmyk=job.cmyk)
        self._build: Build = self._text.all
        least, room = self._text.all(_floor(shape)), self._front.most_room
        if stack_height(least, room.w) > room.h and self._text.first(1.0) and self._text.demands.letters:
            self._build = self._text.story.parts
            compositor.note("look", "demands", _("The demands are left out: a flyer in two languages has no room for them."))
        tell_what_is_missing(content, compositor)
        tell_untranslated(job, compositor)

    def draw(self, page: Page) -> None:
        rest = self._front.draw(page, self._build)
        if rest:
            tell_cut(self._compositor, self._text.longest, rest, self._shape.trim.least)


class _Both:
    """Front and back in one language: a paragraph in front, the rest overleaf, or where that is too much, as it comes."""

    def __init__(self, content: LeafletContent, compositor: Compositor, shape: Shape, job: Job) -> None:
        self._compositor, self._shape = compositor, shape
        self._text = text = _Text.of(content, compositor, shape)
        self._front = Front(content, compositor, shape, cmyk=job.cmyk)
        self._back = Back(content, compositor, shape)
        tell_what_is_missing(content, compositor)
        tell_untranslated(job, compositor)
        self._ahead: Build = text.first
        self._overleaf: Build = text.later
        rooms, floor = [self._front.most_room, self._back.most_room], _floor(shape)
        wanted = [stack_height(build(floor), room.w) for build, room in zip((text.first, text.later), rooms, strict=True)]
        if any(height > room.h for height, room in zip(wanted, rooms, strict=True)):
            filled = fill(text.all, rooms, floor=floor, ceiling=1.0)
            ahead, overleaf = filled.columns
            self._ahead, self._overleaf = lambda _scale: ahead, lambda _scale: [*overleaf, *filled.rest]

    @property
    def has_back(self) -> bool:
        return bool(self._overleaf(1.0))

    def draw_front(self, page: Page) -> None:
        self._front.draw(page, self._ahead)

    def draw_back(self, page: Page) -> None:
        rest = self._back.draw(page, self._overleaf)
        if rest:
            tell_cut(self._compositor, self._text.longest, rest, self._shape.trim.least)


def _floor(shape: Shape) -> float:
    """The least scale of the text."""
    return min(1.0, shape.trim.least / (BODY * shape.trim.type))
