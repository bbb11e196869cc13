"""The head of a petition sheet: title, to whom and the whole request, and the panel with its number and code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from organizer.i18n import _
from organizer.sheets.furniture import Furniture
from organizer.sheets.level import without_capitals
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.fit import Fitted, fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.qr import draw_qr, module_size
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.web_address import bare
from organizer.sheets.words import digits

_BAND, _PANEL, _PANEL_LOW = 23.0, 54.0, 37.0
_PADDING, _GUTTER = 5.0, 7.0
_TITLE, _TITLE_FLOOR, _TITLE_LEADING = 36.0, 12.0, 1.06
# Letters that climb stand out of their lines.
_FILLS = 0.84
_TALL_SHARE = 0.8
_REQUEST, _REQUEST_LEADING, _REQUEST_FLOOR = 11.4, 15.2, 10.0
_CODE, _NAMED = 25.0, 6.0
_LEAST_MODULE = 0.4


class Spoken(NamedTuple):
    """One language of the sheet: what sets it, its fixed words, what was answered in it."""

    furniture: Furniture
    words: Mapping[str, str]
    answers: Mapping[str, str]


class PetitionHead:
    """`draw` tells where it ends."""

    def __init__(self, job: Job, spoken: Sequence[Spoken]) -> None:
        self._job = job
        self._spoken = spoken
        self._furniture = spoken[0].furniture
        self._compositor = self._furniture.compositor
        self._top = self._furniture.margin
        campaign = job.parts.campaign
        self._address = (campaign.qr_target or campaign.website).strip()

    def draw(self, page: Page, leaves_room: Callable[[float], bool]) -> float:
        """The request as large as leaves all the rows their room, else at its smallest; the y under the head."""
        furniture, palette = self._furniture, self._compositor.palette
        band = Box(furniture.margin, self._top, furniture.inner - _PANEL, _BAND)
        page.fill(furniture.flip(band), palette.accent)
        panel = Box(band.right, self._top, _PANEL, _PANEL_LOW + (_NAMED if len(self._spoken) > 1 else 0.0))
        page.fill(furniture.flip(panel), palette.night)
        y = band.bottom + 3.2
        columns = self._columns(Box(band.x, y, band.w - _GUTTER, 0))
        for place, said in enumerate(self._spoken):
            self._draw_title(page, said, Box(columns[place].x + _PADDING, self._top, columns[place].w - _PADDING, _BAND), place)
        bottom = self._draw_requests(page, columns, leaves_room)
        self._draw_address(page, panel)
        return max(bottom, panel.bottom)

    def draw_number(self, page: Page, number: int, last: int) -> None:
        """Code and number of one sheet, into the panel."""
        furniture, palette, words = self._furniture, self._compositor.palette, self._spoken[0].words
        x = furniture.width - furniture.margin - _PANEL
        card = furniture.flip(Box(x + 3, self._top + 3, _CODE, _CODE))
        page.rounded(card, 1.6, palette.white)
        self._draw_code(page, card, number)
        room = Box(x + _CODE + 5, self._top + 3, _PANEL - _CODE - 8, _CODE)
        ground = palette.night
        signal, white = palette.signal_on(ground), palette.readable_on(ground)
        lines = (
            (words["sheet"], 5.0, 10.0, signal, Role.STRONG),
            (str(number), 14.0, 34.0, white, Role.DISPLAY),
            (words["of"].format(last=last), 5.0, 10.0, white, Role.STRONG),
        )
        y = room.y
        for line, height, size, colour, role in lines:
            said = digits(line, self._compositor.language)
            furniture.line(page, "first", said, Box(room.x, y, room.w, height), size=size, colour=colour, role=role, floor=8.0)
            y += height

    def _draw_code(self, page: Page, card: Box, number: int) -> None:
        content = f"{self._address}#sheet={number}" if self._address else f"petition {number}"
        alt = _("QR code of sheet {number}").format(number=number)
        with page.tagged("Figure", alt=alt):
            drawn = draw_qr(page, content, card, self._compositor.palette.type)
        if not drawn:
            self._compositor.note("stop", "qr_target", _("The web address is too long for a QR code. Use a shorter one."))
        elif module_size(content, card.w) < _LEAST_MODULE:
            self._compositor.note("look", "qr_target", _("The QR code is very fine. A shorter web address is read more easily."))

    def _columns(self, room: Box) -> list[Box]:
        """One box for each language, side by side."""
        if len(self._spoken) == 1:
            return [room]
        half = (room.w - _GUTTER) / 2
        return [Box(room.x, room.y, half, room.h), Box(room.x + half + _GUTTER, room.y, half, room.h)]

    def _draw_title(self, page: Page, said: Spoken, box: Box, place: int) -> None:
        """Title and to whom, in the band; beside a title that is alone, who asks."""
        furniture, compositor = said.furniture, said.furniture.compositor
        palette = compositor.palette
        white, signal = palette.readable_on(palette.accent), palette.signal_on(palette.accent)
        aside = box.w * 0.25 if len(self._spoken) == 1 else 0.0
        title = Box(box.x, box.y + 1.6, box.w - aside, _BAND - 9.4)
        named = " ".join(said.answers.get("title", "").split())
        paragraph = compositor.paragraph("title", text(named), Role.DISPLAY, capitals=True)

        def build(scale: float) -> list[Part]:
            size = _TITLE * scale
            leading = size * _TITLE_LEADING * compositor.script.heading
            return [Block(paragraph, size, leading, white, balance=True, tag="H1" if place == 0 else "H2")]

        if paragraph.text:
            room = title.h * (_TALL_SHARE if compositor.script.tall else 1.0)
            most = _FILLS if without_capitals(compositor) else 1.0
            self._draw_fitted(page, "title", title, fit(build, title.w, room, floor=_TITLE_FLOOR / _TITLE, ceiling=most))
        whom = said.answers.get("whom", "").strip()
        below = said.words["to"].format(whom=whom) if whom else ""
        furniture.line(
            page, "whom", below, Box(box.x, box.bottom - 7.8, title.w, 5.6), size=10.5, colour=signal, role=Role.STRONG, floor=8.0
        )
        if aside:
            end = Box(title.right + 4, box.y, aside - 4, _BAND)
            self._draw_organisation(page, end, white)

    def _draw_organisation(self, page: Page, box: Box, colour: Colour) -> None:
        compositor = self._compositor
        paragraph = compositor.paragraph("organisation", text(" ".join(self._job.parts.campaign.name.split())), Role.STRONG)

        def build(scale: float) -> list[Part]:
            size, leading = compositor.size(10.5) * scale, compositor.leading(13) * scale
            return [Block(paragraph, size, leading, colour, align="end", balance=True)]

        if paragraph.text:
            self._draw_fitted(page, "organisation", box, fit(build, box.w, box.h - 2, floor=8 / 10.5, ceiling=1.0))

    def _draw_fitted(self, page: Page, field: str, box: Box, fitted: Fitted) -> None:
        """In the middle of the height of the box."""
        if fitted.rest:
            self._compositor.note("stop", field, _("This does not fit in the band. Make it shorter."))
        here = self._furniture.flip(box)
        self._compositor.placed(field, 1, here)
        first = fitted.parts[0]
        lowest = box.y + (first.ink_above(box.w) if isinstance(first, Block) else 0.0)
        y = box.y + (box.h - stack_height(fitted.parts, box.w)) / 2
        draw_stack(page, fitted.parts, here.x, max(y, lowest), box.w)

    def _draw_requests(self, page: Page, columns: Sequence[Box], leaves_room: Callable[[float], bool]) -> float:
        smallest = _REQUEST_FLOOR / _REQUEST
        scales = [1.0 - (1.0 - smallest) * k / 4 for k in range(4)]
        y = columns[0].y
        scale = next((tried for tried in scales if leaves_room(y + self._tallest(columns, tried))), smallest)
        most = self._furniture.height * 0.5 - y
        for said, column in zip(self._spoken, columns, strict=True):
            fitted = fit(lambda _s, said=said: self._request(said, scale), column.w, most, floor=1.0, ceiling=1.0)  # type: ignore[misc]
            if fitted.rest:
                sentence = _("The text does not fit, even at {size} pt. Shorten it.")
                self._compositor.note("stop", "request", sentence.format(size=round(_REQUEST_FLOOR)))
            here = self._furniture.flip(column)
            self._compositor.placed("request", 1, here)
            draw_stack(page, fitted.parts, here.x, column.y, column.w)
        return y + min(most, self._tallest(columns, scale))

    def _tallest(self, columns: Sequence[Box], scale: float) -> float:
        """The height of the longest request at this scale."""
        return max(stack_height(self._request(said, scale), column.w) for said, column in zip(self._spoken, columns, strict=True))

    def _request(self, said: Spoken, scale: float) -> list[Part]:
        compositor = said.furniture.compositor
        paragraph = compositor.paragraph("request", text(said.answers.get("request", "").strip()))
        if not paragraph.text:
            return []
        size, leading = compositor.size(_REQUEST) * scale, compositor.leading(_REQUEST_LEADING) * scale
        return [Block(paragraph, size, leading, compositor.palette.type)]

    def _draw_address(self, page: Page, panel: Box) -> None:
        """The short address that the code leads to, under it; who asks, where the band is full of two titles."""
        white = self._compositor.palette.readable_on(self._compositor.palette.night)
        room = Box(panel.x + 3, self._top + _PANEL_LOW - 8.0, panel.w - 6, 6.4)
        said = [("qr_target", bare(self._address), 9.0)]
        if len(self._spoken) > 1:
            said.append(("organisation", self._job.parts.campaign.name, 8.6))
        for field, words, size in said:
            self._furniture.line(page, field, words, room, size=size, colour=white, role=Role.STRONG, floor=6.5)
            room = Box(room.x, room.bottom - 0.6, room.w, room.h)
