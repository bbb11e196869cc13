"""The press release on A4 or Letter: masthead, story beside a column of facts, as many pages as it needs."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

from organizer.i18n import _, _n
from organizer.records.press_release import PressRelease
from organizer.records.prints import PressReleaseParts
from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import PAPER_MM, Paper, PressReleaseContent
from organizer.sheets.design import Design
from organizer.sheets.from_records import press_release_content
from organizer.sheets.imposition import arranged
from organizer.sheets.layouts import LETTER_PAGE, MAIL, ONE_PAGE
from organizer.sheets.press_masthead import Masthead
from organizer.sheets.press_side import Side
from organizer.sheets.press_story import BODY, Story
from organizer.sheets.sheet import Sheet
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, fill_column, stack_height
from organizer.sheets.typesetting.fit import fit, fit_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

_MARGIN, _TOP, _BOTTOM = 20.0, 16.0, 15.0
_SIDE, _GUTTER, _FOOT = 50.0, 8.0, 11.0
_FLOOR, _CEILING = 9.5 / BODY, 1.12
_MOST_SPREAD = 2.4
_LATER_TOP = 30.0
_MORE_ROOM = 7.0
_MOST_PAGES = 40
_STEPS = 5
_LEAST_SMALL = 6.5


def press_release(content: PressReleaseContent, *, large: bool = False, mail: bool = False) -> Sheet:
    """One page if the text fits at 9.5 pt or more, else as few as it takes, at 10.2 pt at most. For a `mail` it is tagged."""
    return arranged(press_release_design(content, large=large), MAIL if mail else ONE_PAGE)


def press_release_of(job: Job) -> Design:
    """The release of a job, in the language that it is written in."""
    parts = job.parts.release or PressReleaseParts(PressRelease(language=job.language), job.parts.campaign)
    content = press_release_content(parts)
    paper: Paper = "Letter" if job.format.key == LETTER_PAGE.key else "A4"
    colours = content.colours.in_one_colour() if job.one_colour else content.colours
    return press_release_design(replace(content, paper=paper, colours=colours), large=job.large, cmyk=job.cmyk)


def press_release_design(content: PressReleaseContent, *, large: bool = False, cmyk: bool = False) -> Design:
    """A face a page. In large print facts and contact stand under the story instead of beside it."""
    drawn = _Release(content, large=large)
    return Design(
        title=" ".join(content.headline.split()),
        author=content.organisation,
        subject=_("Press release"),
        size=PAPER_MM[content.paper],
        faces=tuple(partial(drawn.draw, number) for number in range(1, drawn.count + 1)),
        compositor=drawn.compositor,
        cmyk=cmyk,
    )


class _Release:
    """One press release: the story is divided first, so that every page can say how many there are."""

    def __init__(self, content: PressReleaseContent, *, large: bool) -> None:
        self._content = content
        self._width, self._height = PAPER_MM[content.paper]
        self.compositor = self._compositor = Compositor(content.language, content.colours, large=large)
        self._masthead = Masthead(content, self._compositor, self._width, _MARGIN)
        self._story = Story(content, self._compositor)
        self._side = Side(content, self._compositor)
        self._beside = not self._side.empty and not large
        self._column = self._width - 2 * _MARGIN - (_SIDE + _GUTTER if self._beside else 0.0)
        self._end = self._height - _BOTTOM - _FOOT
        self._lost = False
        self._room = 0.0
        self._top = self._masthead.draw(self._unseen(), _TOP)
        self._pages = self._divide(self._end - self._top)
        self._tell(self.count)

    @property
    def count(self) -> int:
        return len(self._pages)

    def _unseen(self) -> Page:
        """A page that nobody gets, to measure the masthead on."""
        return Page(self._width, self._height, title="", author="", subject="", language=self._content.language)

    def _parts(self, scale: float) -> list[Part]:
        return self._story.parts(scale) if self._beside else [*self._story.parts(scale), *self._side.below(scale)]

    def draw(self, number: int, page: Page) -> None:
        if number == 1:
            self._masthead.draw(page, _TOP)
        else:
            self._draw_running_head(page)
        self._draw_page(page, number, self.count, self._top if number == 1 else _LATER_TOP, self._pages[number - 1])

    def _divide(self, room: float) -> list[list[Part]]:
        """The story's parts by page."""
        self._room = room
        fitted = fit(self._parts, self._column, room, floor=_FLOOR, ceiling=_CEILING)
        if not fitted.rest:
            return [fitted.parts]
        most = self._paginate(1.0, room)
        fewest = self._paginate(_FLOOR, room)
        if len(fewest) == len(most):
            return most
        low, high = _FLOOR, 1.0
        for _step in range(_STEPS):
            middle = (low + high) / 2
            tried = self._paginate(middle, room)
            if len(tried) == len(fewest):
                low, fewest = middle, tried
            else:
                high = middle
        return fewest

    def _paginate(self, scale: float, room: float) -> list[list[Part]]:
        """The story at that scale, divided over pages; `room` mm of them are on the first."""
        pages: list[list[Part]] = []
        rest: list[Part] = list(self._parts(scale))
        room -= _MORE_ROOM
        while rest and len(pages) < _MOST_PAGES:
            parts, rest = fill_column(rest, self._column, room)
            pages.append(parts)
            room = self._end - _LATER_TOP - _MORE_ROOM
        self._lost = bool(rest)
        return pages

    def _draw_page(self, page: Page, number: int, count: int, top: float, parts: list[Part]) -> None:
        column = self._flip(Box(_MARGIN, top, self._column, self._end - top))
        spread = 0.0
        if count == 1 and len(parts) > 1:
            spread = min(max(0.0, column.h - stack_height(parts, column.w)) / (len(parts) - 1), _MOST_SPREAD)
        draw_stack(page, parts, column.x, column.y, column.w, spread=spread)
        for field in ("body", "quote", "quote_by", "more", "notes_to_editors"):
            self._compositor.placed(field, number, column)
        side = Box(self._width - _MARGIN - _SIDE, top, _SIDE, self._end - top)
        if self._beside:
            self._side.draw(page, number, self._flip(side))
        if number < count:
            self._draw_more(page, column)
        self._draw_foot(page, number, count)

    def _flip(self, box: Box) -> Box:
        return box.mirrored(self._width) if self._compositor.rtl else box

    def _small(
        self, page: Page, shown: str, box: Box, *, at_end: bool = False, role: Role = Role.TEXT, size: float = 7.4
    ) -> None:
        """One line of small grey type, which is not read aloud: it is furniture of the page."""
        compositor = self._compositor
        paragraph = compositor.paragraph("", text(shown), role)
        if paragraph.text:
            wanted = compositor.size(size)
            pt = fit_line(paragraph, box.w * MM, floor=wanted if compositor.large else _LEAST_SMALL, ceiling=wanted)
            block = Block(paragraph, pt, pt * 1.25, compositor.palette.grey, align="end" if at_end else "start", tag="")
            first = block.lines(box.w)[:1]
            draw_stack(page, [replace(block, part=tuple(first))], box.x, box.y, box.w)

    def _draw_more(self, page: Page, column: Box) -> None:
        shown = words.words(self._content.language).more
        self._small(page, shown, Box(column.x, column.bottom - 4.5, column.w, 4.5), at_end=True, role=Role.LABEL, size=9.0)

    def _draw_foot(self, page: Page, number: int, count: int) -> None:
        content, fixed = self._content, words.words(self._content.language)
        y = self._height - _BOTTOM - 6
        page.line((_MARGIN, y), (self._width - _MARGIN, y), self._compositor.palette.grey, 0.4)
        email = content.contact.email.strip() if content.contact else ""
        sender = " · ".join(part for part in (" ".join(content.organisation.split()), email) if part)
        inner = self._width - 2 * _MARGIN
        self._small(page, sender, self._flip(Box(_MARGIN, y + 1.2, inner * 0.7, 4)))
        shown = words.digits(fixed.page_of.format(page=number, pages=count), content.language)
        self._small(page, shown, self._flip(Box(self._width - _MARGIN - inner * 0.28, y + 1.2, inner * 0.28, 4)), at_end=True)

    def _draw_running_head(self, page: Page) -> None:
        content, compositor = self._content, self._compositor
        inner = self._width - 2 * _MARGIN
        fixed = words.words(content.language)
        reference = " · ".join(part for part in (fixed.press_release, content.reference.strip()) if part)
        # In large print there is no room for a headline in one line, and small type is no way out.
        shown = " ".join((content.organisation if compositor.large else content.headline).split())
        self._small(
            page,
            shown,
            self._flip(Box(_MARGIN, _TOP, inner * (0.55 if compositor.large else 0.68), 5)),
            role=Role.LABEL,
            size=9.0,
        )
        share = 0.44 if compositor.large else 0.3
        self._small(
            page,
            reference,
            self._flip(Box(self._width - _MARGIN - inner * share, _TOP + 0.3, inner * share, 5)),
            at_end=True,
            size=8.0,
        )
        page.line((_MARGIN, _TOP + 6.5), (self._width - _MARGIN, _TOP + 6.5), compositor.palette.accent, 1.6)

    def _tell(self, pages: int) -> None:
        compositor, content = self._compositor, self._content
        if pages == 1:
            compositor.note("good", "body", _("It fits one page."))
        else:
            sentence = _("It runs to {pages}. About {count} fewer would bring it onto one.")
            count = _n("{n} word", "{n} words", self._words_too_many())
            compositor.note("look", "body", sentence.format(pages=_n("{n} page", "{n} pages", pages), count=count))
        if self._lost:
            compositor.note(
                "stop", "body", _("The text does not end on page {pages} and is cut off. Shorten it.").format(pages=pages)
            )
        if not any(part.strip() for part in content.body):
            compositor.note("stop", "body", _("There is no text. Say in the first paragraph who does what, where, when and why."))
        if not content.contact or not (content.contact.phone.strip() or content.contact.email.strip()):
            compositor.note("look", "contact", _("There is no press contact. Editors need a phone number or an e-mail address."))

    def _words_too_many(self) -> int:
        """How many words must go until the story fits one page at the smallest size, in tens."""
        over = stack_height(self._parts(_FLOOR), self._column) - self._room
        return math.ceil(self._story.words_in(max(over, 1.0), self._column, _FLOOR) / 10) * 10
