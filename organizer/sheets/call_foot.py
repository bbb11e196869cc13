"""The call of a narrow sheet in two rows: the day and what it is called, then where and how to get there, and the code."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import CallToAction, LeafletContent
from organizer.sheets.leaflet_foot import Foot
from organizer.sheets.leaflet_trim import Trim
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.fit import Fitted, cut, fit, words_of
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.headline import draw_headline, headline
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.web_address import bare

_CODE_BESIDE_TITLE = 88.0
_ROW_GAP = 3.2
_MOST_ADDRESS_LINES = 2
_MOST_LOWER = 34.0
_TITLE_GAP, _LARGE_ROW = 1.6, 1.35
_TITLE, _WHEN, _PLACE, _DIRECTIONS, _LABEL = 30.0, 13.0, 9.8, 9.2, 10.4
_UNDER_CODE, _MOST_UNDER_CODE = 1.0, 19.0
_LARGEST = 1.6
_LEAST = 8.0
_ORDER, _ORDER_OF_CODE = 5.0, 6.0


class CallFoot(Foot):
    """As the foot of the leaflet, higher and with room for long places. On sheets of some width the code is beside the title.

    `ground` is what the words stand on, the night colour of the band if none is told; `most_lower` the greatest height of the
    second row in mm; `code_below` puts the code there on any sheet.
    """

    def __init__(
        self,
        content: LeafletContent,
        compositor: Compositor,
        trim: Trim,
        *,
        ground: Colour | None = None,
        most_lower: float = _MOST_LOWER,
        code_below: bool = False,
    ) -> None:
        self._ground = ground or compositor.palette.night
        self._unit, self._least = trim.furniture, trim.least_small
        self._large = self._least / _LEAST
        self._most_lower = most_lower * trim.furniture * self._large
        super().__init__(content, compositor, trim)
        self._has_code = bool(self._target)
        self._beside_title = self._has_code and trim.inner >= _CODE_BESIDE_TITLE and not code_below
        self._code = self._card + self._label_height() if self._has_code else 0.0
        self._lower = self._fitted_lower(self._call) if self._call else Fitted([], 1.0, [])
        if self._call:
            self._main = self.rows_height

    @property
    def rows_height(self) -> float:
        """Of both rows of the call."""
        lower = max(stack_height(self._lower.parts, self._lower_width), 0.0 if self._beside_title else self._code)
        return self._upper_height + (_ROW_GAP * self._unit + lower if lower else 0.0)

    def draw_rows(self, page: Page, y: float) -> None:
        """The call without the band of the foot; nothing where there is no call."""
        if self._call:
            self._draw_call(page, self._call, y)

    def _draw_call(self, page: Page, call: CallToAction, y: float) -> None:
        trim, height = self._trim, self._upper_height
        start, end = trim.margin, trim.width - trim.margin
        if call.day:
            self._draw_tile(page, call, self._flip(Box(start, y, self._tile_w, min(height, self._tile_h * 1.1))))
            start += self._tile_w + self._gutter
        if self._beside_title:
            self._draw_code(page, end, y)
            end -= self._card + self._gutter
        self._draw_title(page, call, self._flip(Box(start, y, end - start, height)))
        lower = y + height + _ROW_GAP * self._unit
        if self._has_code and not self._beside_title:
            self._draw_code(page, trim.width - trim.margin, lower)
        self._draw_lower(page, lower)

    @property
    def _upper_height(self) -> float:
        call = self._call
        least = self._tile_h * (_LARGE_ROW if self._large > 1 else 1.0) if call and (call.day or call.title.strip()) else 0.0
        return max(least, self._code if self._beside_title else 0.0)

    @property
    def _lower_width(self) -> float:
        beside = self._has_code and not self._beside_title
        return self._trim.inner - (self._card + self._gutter if beside else 0.0)

    def _mark(self) -> Colour:
        """The second colour of the words: the signal on dark, the accent on light."""
        palette = self._compositor.palette
        return palette.signal_on(self._ground) if self._ground == palette.night else palette.coloured_on(self._ground)

    def _draw_title(self, page: Page, call: CallToAction, box: Box) -> None:
        """What it is called, as large as it goes, over the day of the week and the hours."""
        compositor, unit = self._compositor, self._unit
        when = words.weekday_and_times(call.day if call.exact else None, call.time_from, call.time_to, compositor.language)
        hours = self._block("day", when, Role.LABEL, max(self._least, _WHEN * unit), 1.23, self._mark())
        below = hours.height(box.w) if hours.paragraph.text else 0.0
        title = compositor.paragraph("call_title", text(" ".join(call.title.split())), Role.DISPLAY, capitals=True)
        room = box.h - below - _TITLE_GAP * unit
        setting = headline(title, box.w, room, floor=self._least, ceiling=_TITLE * unit)
        gap = _TITLE_GAP * unit if below and setting.lines else 0.0
        y = box.y + max(0.0, box.h - setting.height - gap - below) / 2
        with page.tagged("H2", order=_ORDER):
            draw_headline(page, setting, box.x, y, box.w, compositor.palette.readable_on(self._ground))
        if below:
            hours.draw(page, box.x, y + setting.height + gap, box.w)
        compositor.placed("call_title", 1, box)
        if not setting.fits:
            sentence = _("“{words}” does not fit beside the date, even at {size} pt. Make it shorter.")
            compositor.note("stop", "call_title", sentence.format(words=title.text[:60], size=round(self._least)))

    def _block(self, field: str, said: str, role: Role, pt: float, leading: float, colour: Colour) -> Block:
        compositor = self._compositor
        paragraph = compositor.paragraph(field, text(said.strip()), role)
        balance = role is not Role.SUBHEAD
        size, lead = compositor.size(pt), compositor.leading(pt * leading)
        return Block(paragraph, size, lead, colour, balance=balance, order=_ORDER)

    def _lower_parts(self, call: CallToAction, scale: float) -> list[Part]:
        """Place and directions, as they go into the second row."""
        place, way = max(self._least + 0.4, _PLACE * self._unit * scale), max(self._least, _DIRECTIONS * self._unit * scale)
        white = self._compositor.palette.readable_on(self._ground)
        blocks = [self._block("place", line, Role.STRONG, place, 1.3, white) for line in call.place_lines]
        blocks.append(self._block("directions", call.directions, Role.SUBHEAD, way, 1.28, white))
        return [block for block in blocks if block.paragraph.text]

    def _fitted_lower(self, call: CallToAction) -> Fitted:
        """As large as the code beside it allows; without one, or where it is too long for that, as high as it must be."""

        def build(scale: float) -> list[Part]:
            return self._lower_parts(call, scale)

        room = 0.0 if self._beside_title else self._code
        beside = fit(build, self._lower_width, room, floor=1.0, ceiling=_LARGEST)
        if room and not beside.rest:
            return beside
        return fit(build, self._lower_width, max(self._most_lower, room), floor=0.6, ceiling=1.1)

    def _draw_lower(self, page: Page, y: float) -> None:
        compositor, width = self._compositor, self._lower_width
        box = self._flip(Box(self._trim.margin, y, width, max(stack_height(self._lower.parts, width), 0.0)))
        draw_stack(page, self._lower.parts, box.x, box.y, box.w)
        for field in ("place", "directions"):
            compositor.placed(field, 1, box)
        if self._lower.rest:
            sentence = _("This does not fit under the date, even at {size} pt: “{words}”. Shorten the place or the directions.")
            lost = words_of(self._lower.rest)[:60]
            compositor.note("stop", "directions", sentence.format(words=lost, size=round(self._least)))

    def _draw_code(self, page: Page, end: float, y: float) -> None:
        """The code with its words under it; `end` is where the card ends on a left-to-right sheet."""
        card = self._flip(Box(end - self._card, y, self._card, self._card))
        if not self._draw_card(page, card):
            return
        width = self._label_width
        parts = self._under_code()
        x, top = card.x - (width - card.w) / 2, card.bottom + _UNDER_CODE * self._unit
        if parts:
            draw_stack(page, parts, x, top + parts[0].ink_above(width), width)
        self._compositor.placed("qr_label", 1, Box(x, top, width, self._code - self._card))

    def _draw_code_alone(self, page: Page, y: float) -> None:
        """Without a call: the code at the outer side, its words as large as they go beside it."""
        compositor, trim = self._compositor, self._trim
        if not self._draw_card(page, self._flip(Box(trim.width - trim.margin - self._card, y, self._card, self._card))):
            return
        label = compositor.paragraph("qr_label", text(" ".join(self._content.qr_label.split())), Role.DISPLAY, capitals=True)
        box = self._flip(Box(trim.margin, y, trim.inner - self._card - self._gutter, self._card))
        setting = headline(label, box.w, box.h, floor=self._least, ceiling=_TITLE * self._unit)
        with page.tagged("P", order=_ORDER_OF_CODE):
            colour = compositor.palette.readable_on(self._ground)
            draw_headline(page, setting, box.x, box.y + max(0.0, box.h - setting.height) / 2, box.w, colour)
        compositor.placed("qr_label", 1, box)
        if not setting.fits:
            compositor.note("stop", "qr_label", _("The words beside the QR code do not fit. Two or three are enough."))

    def _says_address(self) -> bool:
        """Where it fits two lines under the code, parted behind a stroke, it is printed there; else before the imprint."""
        if not (self._call and self._target):
            return False
        address = self._address()
        lines = address.lines(self._label_width)
        ends = {address.paragraph.text[line.end - 1] for line in lines[:-1]}
        return len(lines) <= _MOST_ADDRESS_LINES and ends <= {"/"}

    def _under_code(self) -> list[Block]:
        """The words under the code, and the address it leads to."""
        pt = max(self._least, _LABEL * self._unit)
        label = self._code_line("qr_label", " ".join(self._content.qr_label.split()), pt, self._mark())
        address = [self._address()] if self._says_address() else []
        kept, rest = cut([label] if label.paragraph.text else [], self._label_width, _MOST_UNDER_CODE * self._unit * self._large)
        if rest:
            sentence = _("The words under the QR code do not fit. Two or three are enough.")
            self._compositor.note("stop", "qr_label", sentence)
        return [*(part for part in kept if isinstance(part, Block)), *address]

    def _address(self) -> Block:
        colour = self._compositor.palette.readable_on(self._ground)
        return self._code_line("qr_target", bare(self._target), self._least, colour)

    def _code_line(self, field: str, said: str, pt: float, colour: Colour) -> Block:
        compositor = self._compositor
        paragraph = compositor.paragraph(field, text(said), Role.LABEL)
        size, leading = compositor.size(pt), compositor.leading(pt * 1.15)
        return Block(paragraph, size, leading, colour, align="centre", balance=True, order=_ORDER_OF_CODE)

    @property
    def _label_width(self) -> float:
        return self._card + 5 * self._unit

    def _label_height(self) -> float:
        parts, width = self._under_code(), self._label_width
        return _UNDER_CODE * self._unit + parts[0].ink_above(width) + stack_height(parts, width) if parts else 0.0
