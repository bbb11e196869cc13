"""The foot of the leaflet: date tile, what to come to, QR card, imprint."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import CallToAction, LeafletContent
from organizer.sheets.leaflet_call import ORDER, CallWords
from organizer.sheets.leaflet_code import ABOVE_IMPRINT, ORDER_OF_CODE, CodeWords
from organizer.sheets.leaflet_trim import A5_TRIM, Trim
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.fit import fit, words_of
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.qr import draw_qr, module_size
from organizer.sheets.typesetting.runs import clean, text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.web_address import bare

_RULE = 1.4
_TILE_W, _TILE_H = 33.0, 36.0
_CARD = 27.0
_GUTTER = 5.0
_ABOVE = 6.2
_EDGE = 5.0
_IMPRINT, _IMPRINT_LEADING = 6.6, 8.2
_IMPRINT_MOST = 14.0
_LEAST_MODULE = 0.33
_SHORT_ADDRESS = 34
_LEAST_SMALL, _LARGE_ROW, _HIGHEST_ROW = 8.0, 1.12, 1.42
_ORDER_OF_IMPRINT = 9.0


class Foot:
    """Its height depends on what there is to say: a call with a date, a QR code, or the imprint alone."""

    def __init__(self, content: LeafletContent, compositor: Compositor, trim: Trim = A5_TRIM) -> None:
        self._trim = trim
        self._content = content
        enlarged = trim.furniture
        self._tile_w, self._tile_h, self._card = _TILE_W * enlarged, _TILE_H * enlarged, _CARD * enlarged
        self._gutter, self._above = _GUTTER * enlarged, _ABOVE * enlarged
        # More height where nothing may be small, and for scripts that are set larger or wider apart.
        script = compositor.script.size * compositor.script.leading
        self._row = self._tile_h * (
            min(_LARGE_ROW + (script - 1) * 0.8, _HIGHEST_ROW) if trim.least_small > _LEAST_SMALL else 1.0
        )
        self._compositor = compositor
        self._target = clean(content.qr_target).strip()
        call, code = content.call, bool(self._target)
        has_call = call is not None and bool(call.day or call.title or call.place_lines or call.directions)
        self._call = call if has_call else None
        self._address_under_code = self._says_address()
        self._imprint = self._set_imprint()
        self._imprint_height = stack_height(self._imprint, trim.inner)
        self._main = self._row if self._call else self._card + 4.0 * enlarged if code else 0.0

    @property
    def height(self) -> float:
        """Of the dark band with its rule."""
        imprint = self._imprint_height + _EDGE
        enlarged = self._trim.furniture
        return _RULE * enlarged + (self._above + self._main + ABOVE_IMPRINT * enlarged if self._main else 4.0) + imprint

    def draw(self, page: Page, bleed: float) -> float:
        """Where the foot begins."""
        palette, trim = self._compositor.palette, self._trim
        top, rule = trim.height - self.height, _RULE * trim.furniture
        band = Box(-bleed, top, trim.width + 2 * bleed, self.height + bleed)
        page.fill(band, palette.night)
        page.fill(band.top(rule), palette.signal)
        y = top + rule + self._above
        if self._call:
            self._draw_call(page, self._call, y)
        elif self._main:
            self._draw_code_alone(page, y)
        imprint = Box(trim.margin, trim.height - _EDGE - self._imprint_height, trim.inner, self._imprint_height)
        draw_stack(page, self._imprint, imprint.x, imprint.y, imprint.w)
        self._compositor.placed("imprint", 1, imprint)
        return top

    def _flip(self, box: Box) -> Box:
        return box.mirrored(self._trim.width) if self._compositor.rtl else box

    def _draw_call(self, page: Page, call: CallToAction, y: float) -> None:
        trim = self._trim
        start, end = trim.margin, trim.width - trim.margin
        if call.day:
            self._draw_tile(page, call, self._flip(Box(trim.margin, y, self._tile_w, self._tile_h)))
            start += self._tile_w + self._gutter
        if self._target and self._draw_card(page, self._flip(Box(end - self._card, y, self._card, self._card))):
            self._draw_card_label(page, self._flip(Box(end - self._card, y, self._card, self._card)))
            end -= self._card + self._gutter
        self._draw_words(page, call, self._flip(Box(start, y, end - start, self._row)))

    def _draw_tile(self, page: Page, call: CallToAction, box: Box) -> None:
        compositor, palette = self._compositor, self._compositor.palette
        unit = self._trim.furniture
        if call.day is None:
            return
        page.rounded(box, 2.0 * unit, palette.accent)
        if call.exact:
            upper, lower = words.day_number(call.day, compositor.language), words.month(call.day, compositor.language)
        else:
            upper, lower = words.month_and_year(call.day, compositor.language)
        ground = palette.readable_on(palette.accent)
        mark = palette.signal if palette.signal.contrast(palette.accent) >= 3 else ground
        x, w = box.x + 2.5 * unit, box.w - 5 * unit
        with page.tagged("P", order=ORDER):
            self._centred(page, upper, Box(x, box.y + 3.6 * unit, w, 18.2 * unit), 78.0 * unit, ground)
        with page.tagged("P", order=ORDER):
            self._centred(page, lower, Box(x, box.y + 24.6 * unit, w, 7.6 * unit), 26.0 * unit, mark)
        compositor.placed("day", 1, box)

    def _centred(self, page: Page, shown: str, box: Box, largest: float, colour: Colour) -> None:
        """One line as large as the box allows, centred by its ink."""
        language = "en" if shown.isascii() and shown.isdigit() else self._compositor.language
        line = self._compositor.paragraph("day", text(shown), Role.DISPLAY, capitals=True, language=language)
        whole = line.whole()
        top, bottom = line.ink(whole)
        width = line.width(whole)
        if width <= 0 or top <= bottom:
            return
        size = min(largest, box.w * MM * 1000 / width, box.h * MM * 1000 / (top - bottom))
        wide, high = width * size / 1000 / MM, (top - bottom) * size / 1000 / MM
        baseline = box.y + (box.h - high) / 2 + top * size / 1000 / MM
        draw_line(page, line, whole, x=box.x + (box.w - wide) / 2, baseline=baseline, size=size, colour=colour)

    def _draw_card(self, page: Page, box: Box) -> bool:
        """The QR code on white; False where the address is too long for a code."""
        compositor, palette = self._compositor, self._compositor.palette
        target = self._target
        compositor.placed("qr_target", 1, box)
        module = module_size(target, box.w)
        if not module:
            compositor.note("stop", "qr_target", _("The web address is too long for a QR code. Use a shorter one."))
            return False
        page.rounded(box, 1.6, palette.white)
        alt = words.paper_words("leaflet", compositor.language)["code"].format(address=bare(target))
        with page.tagged("Figure", order=ORDER_OF_CODE, alt=alt):
            draw_qr(page, target, box, palette.type)
        if module < _LEAST_MODULE:
            compositor.note("look", "qr_target", _("The QR code is very fine. A shorter web address is read more easily."))
        else:
            compositor.note("good", "qr_target", _("The QR code leads to {address}.").format(address=target))
        return True

    def _says_address(self) -> bool:
        """Whether the address is printed under the code. Where there is no room for it, it stands before the imprint."""
        short = bare(self._target)
        fits = self._call and self._target and len(short) <= _SHORT_ADDRESS and short not in self._content.qr_label
        return bool(fits) and not self._words_under(Box(0, 0, self._card, self._card)).fitted(address=True).rest

    def _words_under(self, card: Box) -> CodeWords:
        return CodeWords(self._content, self._compositor, self._trim, self._target, card, self._row - self._card)

    def _draw_card_label(self, page: Page, card: Box) -> None:
        under = self._words_under(card)
        fitted, place = under.fitted(address=self._address_under_code), under.place
        draw_stack(page, fitted.parts, place.x, place.y, place.w)
        self._compositor.placed("qr_label", 1, place)
        if fitted.rest:
            sentence = _("The words under the QR code do not fit. Two or three are enough.")
            self._compositor.note("stop", "qr_label", sentence)

    def _draw_words(self, page: Page, call: CallToAction, box: Box) -> None:
        compositor = self._compositor
        parts = CallWords(call, compositor, self._trim)
        fitted = fit(parts, box.w, box.h, floor=0.62, ceiling=1.28)
        y = box.y + max(0.0, box.h - stack_height(fitted.parts, box.w)) / 2
        draw_stack(page, fitted.parts, box.x, y, box.w)
        for field in ("call_title", "place", "directions"):
            compositor.placed(field, 1, box)
        if fitted.rest:
            sentence = _("This does not fit beside the date, even at 8 pt: “{words}”. Shorten the place or the directions.")
            compositor.note(
                "stop", "directions" if call.directions else "place", sentence.format(words=words_of(fitted.rest)[:60])
            )

    def _draw_code_alone(self, page: Page, y: float) -> None:
        """Without a call: the code at the outer side, its words large beside it."""
        compositor, palette, trim = self._compositor, self._compositor.palette, self._trim
        wished = 30 * trim.furniture
        self._draw_card(page, self._flip(Box(trim.width - trim.margin - self._card, y, self._card, self._card)))
        label = compositor.paragraph("qr_label", text(self._content.qr_label), Role.DISPLAY, capitals=True)
        box = self._flip(Box(trim.margin, y, trim.inner - self._card - self._gutter, self._card))

        def build(scale: float) -> list[Part]:
            leading = wished * 1.07 * scale * compositor.script.heading
            return [Block(label, wished * scale, leading, palette.readable_on(palette.night), balance=True, order=ORDER_OF_CODE)]

        fitted = fit(build, box.w, box.h, floor=0.4, ceiling=1.0)
        draw_stack(page, fitted.parts, box.x, box.y + (box.h - stack_height(fitted.parts, box.w)) / 2, box.w)
        compositor.placed("qr_label", 1, box)
        if fitted.rest:
            compositor.note("stop", "qr_label", _("The words beside the QR code do not fit. Two or three are enough."))

    def _imprint_words(self) -> str:
        imprint, short = " ".join(self._content.imprint.split()), bare(self._target)
        elsewhere = self._address_under_code or len(short) > _SHORT_ADDRESS or short in f"{self._content.qr_label} {imprint}"
        return imprint if elsewhere else "  ·  ".join(part for part in (short, imprint) if part)

    def _set_imprint(self) -> list[Part]:
        compositor, palette, trim = self._compositor, self._compositor.palette, self._trim
        enlarged = max(1.0, trim.type)
        imprint = compositor.paragraph("imprint", text(self._imprint_words()), Role.STRONG)

        def build(scale: float) -> list[Part]:
            size, leading = compositor.size(_IMPRINT * enlarged * scale), compositor.leading(_IMPRINT_LEADING * enlarged * scale)
            ground = palette.readable_on(palette.night)
            return [Block(imprint, size, leading, ground, align="centre", balance=True, order=_ORDER_OF_IMPRINT)]

        if not imprint.text:
            return []
        fitted = fit(build, trim.inner, _IMPRINT_MOST * enlarged, floor=0.97, ceiling=1.0)
        if fitted.rest:
            compositor.note("stop", "imprint", _("The imprint does not fit, even at 6 pt. Shorten it."))
        return fitted.parts
