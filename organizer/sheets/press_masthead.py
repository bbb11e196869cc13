"""The head of a press release: logo or initials, who sends it, the words of the trade, embargo bar, headline."""

from __future__ import annotations

from dataclasses import replace

from organizer.i18n import _, _n
from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import PressReleaseContent
from organizer.sheets.photo import logo
from organizer.sheets.typesetting.blocks import Align, Block, draw_stack
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.fit import fit_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

_LOGO = 13.0
_SMALLEST = 6.0
_BAR = 8.4
_HEADLINE_LARGEST, _HEADLINE_SMALLEST = 30.0, 15.0
_HEADLINE_HEIGHT, _HEADLINE_LINES = 25.0, 3
_HEADLINE_LEADING = 1.1
_WORDS_IN_A_HEADLINE = 14
_BEFORE_HEADLINE, _HEADLINE_ORDER = -2.0, -1.0


class Masthead:
    """Drawn at the top of the first page; `draw` tells where it ends."""

    def __init__(self, content: PressReleaseContent, compositor: Compositor, page_width: float, margin: float) -> None:
        self._content = content
        self._compositor = compositor
        self._width = page_width
        self._margin = margin
        self._inner = page_width - 2 * margin

    def draw(self, page: Page, top: float) -> float:
        self._draw_sender(page, top)
        self._draw_trade(page, top)
        y = top + 17.5
        self._draw_bar(page, y)
        y = self._draw_headline(page, y + _BAR + 5.1)
        return self._draw_subhead(page, y)

    def _flip(self, box: Box) -> Box:
        return box.mirrored(self._width) if self._compositor.rtl else box

    def _line(
        self, page: Page, field: str, paragraph: Paragraph, box: Box, size: float, colour: Colour, align: Align = "start"
    ) -> None:
        """One line, smaller where it would not fit, its baseline at the bottom of the box."""
        size = fit_line(paragraph, box.w * MM, floor=_SMALLEST, ceiling=size)
        lines = paragraph.lines(box.w * MM * 1000 / size)
        if not lines:
            return
        if len(lines) > 1:
            self._stop(field, _SMALLEST)
        used = paragraph.width(lines[0]) * size / 1000 / MM
        at_right = self._compositor.rtl != (align == "end")
        x = box.x + (box.w - used if at_right else 0.0)
        with page.tagged("P", order=_BEFORE_HEADLINE):
            draw_line(page, paragraph, lines[0], x=x, baseline=box.bottom, size=size, colour=colour)

    def _draw_sender(self, page: Page, top: float) -> None:
        content, compositor, palette = self._content, self._compositor, self._compositor.palette
        left = self._margin + self._draw_logo(page, top)
        wide = self._inner * 0.56 - (left - self._margin)
        name = compositor.paragraph("organisation", text(" ".join(content.organisation.split())), Role.LABEL)
        address = compositor.paragraph("address_line", text(" ".join(content.address_line.split())))
        self._line(page, "organisation", name, self._flip(Box(left, top, wide, 5.2)), compositor.size(12.5), palette.type)
        self._line(page, "address_line", address, self._flip(Box(left, top + 6, wide, 4.4)), compositor.size(8.0), palette.grey)
        compositor.placed("organisation", 1, self._flip(Box(self._margin, top, self._inner * 0.56, _LOGO)))

    def _draw_logo(self, page: Page, top: float) -> float:
        """The logo, or the initials on the campaign's colour; how much room it takes."""
        palette = self._compositor.palette
        picture = logo(self._content.logo, _LOGO) if self._content.logo else None
        if picture:
            wide = min(_LOGO * picture.width / picture.height, 3 * _LOGO)
            page.picture(picture, self._flip(Box(self._margin, top, wide, wide * picture.height / picture.width)))
            return wide + 3.0
        if self._content.logo:
            self._compositor.note(
                "look", "logo", _("The logo cannot be read, so initials stand in its place. Choose another file.")
            )
        initials = _initials(self._content.organisation, 1 if self._compositor.rtl else 2)
        if not initials:
            return 0.0
        box = self._flip(Box(self._margin, top, _LOGO, _LOGO))
        page.fill(box, palette.accent)
        letters = self._compositor.paragraph("organisation", text(initials), Role.DISPLAY, capitals=True)
        whole = letters.whole()
        high, low = letters.ink(whole)
        size = min(23.0, (_LOGO - 3) * MM * 1000 / max(1.0, letters.width(whole)))
        used = letters.width(whole) * size / 1000 / MM
        baseline = top + _LOGO / 2 + (high + low) / 2 * size / 1000 / MM
        colour = palette.readable_on(palette.accent)
        draw_line(page, letters, whole, x=box.x + (_LOGO - used) / 2, baseline=baseline, size=size, colour=colour)
        return _LOGO + 3.0

    def _draw_trade(self, page: Page, top: float) -> None:
        """The words Press release, the reference and the day of issue, at the outer side."""
        content, compositor, palette = self._content, self._compositor, self._compositor.palette
        fixed = words.words(content.language)
        wide = self._inner * 0.42
        joined = compositor.rtl
        box = self._flip(Box(self._width - self._margin - wide, top, wide, 5.8 if joined else 7.6))
        role = Role.TITLE if joined else Role.DISPLAY
        trade = compositor.paragraph("", text(fixed.press_release), role, capitals=True, tracking=0.01)
        self._line(page, "", trade, box, 22.0 if joined else 27.0, palette.coloured_on(palette.white), "end")
        issued = fixed.issued.format(day=words.day_long(content.issued, content.language)) if content.issued else ""
        line = " · ".join(part for part in (content.reference.strip(), issued) if part)
        below = self._flip(Box(self._width - self._margin - wide, top + 7.6, wide, 4.9))
        self._line(
            page, "reference", compositor.paragraph("reference", text(line)), below, compositor.size(8.0), palette.grey, "end"
        )
        compositor.placed("reference", 1, below)

    def _draw_bar(self, page: Page, y: float) -> None:
        content, compositor, palette = self._content, self._compositor, self._compositor.palette
        fixed = words.words(content.language)
        bar = Box(self._margin, y, self._inner, _BAR)
        page.fill(bar, palette.night)
        page.fill(self._flip(Box(self._margin, y, 2.2, _BAR)), palette.signal)
        shown = fixed.immediate
        if content.embargo:
            moment = words.moment(content.embargo, content.zone, content.language)
            shown = fixed.embargoed_until.format(moment=moment)
            if not content.zone.strip():
                compositor.note(
                    "look", "embargo", _("The embargo names no time zone. Editors abroad need it: write BST, CET or the like.")
                )
        line = compositor.paragraph("embargo", text(shown), Role.LABEL, capitals=True, tracking=0.03)
        size = fit_line(line, (self._inner - 10) * MM, floor=_SMALLEST, ceiling=compositor.size(11.5))
        high, low = line.ink(line.whole())
        middle = _BAR / 2 + (high + low) / 2 * size / 1000 / MM
        box = self._flip(Box(self._margin + 6, y, self._inner - 10, middle))
        self._line(page, "embargo", line, box, size, palette.readable_on(palette.night))
        compositor.placed("embargo", 1, bar)

    def _draw_headline(self, page: Page, y: float) -> float:
        content, compositor, palette = self._content, self._compositor, self._compositor.palette
        shown = " ".join(content.headline.split())
        if not shown:
            compositor.note("stop", "headline", _("There is no headline. Write what happened in about ten words."))
            return y
        paragraph = compositor.paragraph("headline", text(shown), Role.TITLE)
        size = _HEADLINE_LARGEST
        while size > _HEADLINE_SMALLEST and not self._headline_fits(paragraph, size):
            size -= 0.5
        leading = size * _HEADLINE_LEADING * compositor.script.heading
        block = Block(paragraph, size, leading, palette.type, balance=True, tag="H1", order=_HEADLINE_ORDER)
        end = self._draw_block(page, "headline", block, y)
        compositor.placed("headline", 1, Box(self._margin, y, self._inner, end - y))
        count = len(shown.split())
        if count > _WORDS_IN_A_HEADLINE:
            sentence = _("The headline has {count}. Editors read about ten.")
            compositor.note("look", "headline", sentence.format(count=_n("{n} word", "{n} words", count)))
        return end + 2.2

    def _headline_fits(self, paragraph: Paragraph, size: float) -> bool:
        heading = self._compositor.script.heading
        leading = _HEADLINE_LEADING * heading
        lines = paragraph.lines(self._inner * MM * 1000 / size)
        at_most = 2 if size > 20 else _HEADLINE_LINES
        return (
            len(lines) <= at_most
            and len(lines) * size * leading / MM <= _HEADLINE_HEIGHT * heading
            and not paragraph.splits(lines)
        )

    def _draw_subhead(self, page: Page, y: float) -> float:
        compositor, palette = self._compositor, self._compositor.palette
        subhead = compositor.paragraph("subhead", text(" ".join(self._content.subhead.split())), Role.SUBHEAD)
        if not subhead.text:
            return y + 2.8
        block = Block(subhead, compositor.size(13), compositor.leading(16.5), palette.grey, balance=True, order=_HEADLINE_ORDER)
        end = self._draw_block(page, "subhead", block, y)
        compositor.placed("subhead", 1, Box(self._margin, y, self._inner, end - y))
        return end + 5.0

    def _draw_block(self, page: Page, field: str, block: Block, y: float) -> float:
        """Draw at most three lines; where they end."""
        lines = block.lines(self._inner)
        if len(lines) > _HEADLINE_LINES:
            self._stop(field, block.size)
        y += block.ink_above(self._inner)
        return draw_stack(page, [replace(block, part=tuple(lines[:_HEADLINE_LINES]))], self._margin, y, self._inner)

    def _stop(self, field: str, size: float) -> None:
        sentence = _("This does not fit its place, even at {size} pt, and is cut off. Shorten it.")
        self._compositor.note("stop", field, sentence.format(size=round(size)))


def _initials(name: str, most: int) -> str:
    """The first letters of the first words that begin with one."""
    letters = [word.strip("«“„\"'(")[:1] for word in name.split()]
    return "".join(letter for letter in letters if letter.isalpha())[:most]
