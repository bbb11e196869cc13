"""The outer side of the tri-fold: the cover with the headline, the back with the call, the flap with what to do."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.call_foot import CallFoot
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.leaflet_head import Head
from organizer.sheets.sheet_kind import Job
from organizer.sheets.small_markdown import passages
from organizer.sheets.trifold_panels import FOOT_AIR, OFF_EDGE, Panels
from organizer.sheets.typesetting.blocks import Block, Part, Rule, draw_stack, stack_height
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.headline import draw_headline, headline
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import paper_words

_MOST_LOWER = 46.0
_BACK_FURNITURE, _COVER_FURNITURE = 1.08, 1.15
_SLANT = 7.0
_LEAST_PICTURE, _MOST_PICTURE = 56.0, 128.0
_ABOVE, _ORGANISATION = 5.0, 30.0
_LABEL_DOWN = 1.2
# The panels inside are read after the cover.
_BACK, _FLAP = 400.0, 500.0
_FLAP_TOP, _FLAP_TITLE, _FLAP_GAP = 16.0, 40.0, 9.0
_WIDEST_SPREAD = 3.0
_STEP, _STEP_LEADING, _STEP_FLOOR = 13.0, 17.4, 9.0


class Outside:
    def __init__(self, content: LeafletContent, compositor: Compositor, panels: Panels, job: Job) -> None:
        self._content, self._compositor, self._panels, self._job = content, compositor, panels, job
        self._flap, self._back, self._front = panels.outside()
        large = job.large
        cover = panels.trim(self._front, large=False, furniture=_COVER_FURNITURE)
        self._cover = Cover(content, compositor, job.cmyk, cover)
        back = panels.trim(self._back, large=large, furniture=_BACK_FURNITURE)
        self._foot = CallFoot(content, compositor, back, most_lower=_MOST_LOWER)
        self._steps = [
            compositor.paragraph("flap", passage.runs)
            for line in job.answers.get("flap", "").splitlines()
            for passage in passages(line)
        ]
        for field in ("headline", "kicker", "photo"):
            compositor.placed(field, 1, self._front)
        for field in ("day", "call_title", "place", "directions", "qr_target", "qr_label", "imprint"):
            compositor.placed(field, 1, self._back)
        compositor.placed("flap", 1, self._flap)

    def draw(self, page: Page) -> None:
        bleed = page.bleed
        foot_start = self._panels.size[1] - FOOT_AIR - self._foot.height
        picture = min(max(foot_start - _SLANT, _LEAST_PICTURE), _MOST_PICTURE)
        picture = self._cover.fitted(picture)
        left = min(self._back.x, self._front.x)
        across = Box(left, 0.0, self._back.w + self._front.w, max(picture + _SLANT, foot_start) + 1.0)
        self._cover.draw_picture(page, self._to_the_edges(across, bleed))
        with page.panel(self._panels.start(self._front), 0.0, shown=self._panels.shown(self._front, bleed)):
            self._cover.draw(page, bleed + OFF_EDGE, picture, self._cover.room(picture))
        with page.panel(self._panels.start(self._back), 0.0, shown=self._panels.shown(self._back, bleed), later=_BACK):
            self._foot.draw(page, bleed + FOOT_AIR)
        with page.panel(self._panels.start(self._flap), 0.0, shown=self._panels.shown(self._flap, bleed), later=_FLAP):
            self._draw_flap(page, bleed + OFF_EDGE)

    def _to_the_edges(self, box: Box, bleed: float) -> Box:
        """The picture over the upper edge and that of the cover, but not over the fold of the flap."""
        outer = bleed if self._panels.rtl else 0.0
        return Box(box.x - outer, -bleed, box.w + bleed, box.h + bleed)

    def _draw_flap(self, page: Page, bleed: float) -> None:
        """On the signal's colour: a title, and a line for each thing that anybody can do."""
        compositor, palette, panels = self._compositor, self._compositor.palette, self._panels
        ground = palette.signal if self._steps else palette.accent
        page.fill(Box(-bleed, -bleed, self._flap.w + 2 * bleed, self._flap.h + 2 * bleed), ground)
        if not self._steps:
            return
        colour, x, measure = palette.readable_on(ground), panels.margin(self._flap), panels.measure
        words = paper_words("trifold", compositor.language)["title"]
        title = compositor.paragraph("flap", text(words), Role.DISPLAY, capitals=True)
        setting = headline(title, measure, _FLAP_TITLE, floor=14.0, ceiling=46.0)
        with page.tagged("H2"):
            draw_headline(page, setting, x, _FLAP_TOP, measure, colour)
        top = _FLAP_TOP + setting.height + _FLAP_GAP
        room = Box(x, top, measure, self._flap.h - _FLAP_TOP - top)

        def build(scale: float) -> list[Part]:
            return self._step_parts(scale)

        enlarged = 1.4 if self._job.large else 1.0
        floor = _STEP_FLOOR / _STEP if not self._job.large else 14 / (_STEP * enlarged)
        fitted = fit(build, measure, room.h, floor=floor * enlarged, ceiling=1.4 * enlarged)
        left = max(0.0, room.h - stack_height(fitted.parts, room.w))
        draw_stack(page, fitted.parts, room.x, room.y, room.w, spread=min(left / len(self._steps) / 2, _WIDEST_SPREAD))
        if fitted.rest:
            sentence = _("What you can do does not fit the flap, even at {size} pt. Shorten it.")
            compositor.note("stop", "flap", sentence.format(size=round(_STEP * floor * enlarged)))

    def _step_parts(self, scale: float) -> list[Part]:
        compositor = self._compositor
        colour = compositor.palette.readable_on(compositor.palette.signal)
        size, leading = compositor.size(_STEP * scale), compositor.leading(_STEP_LEADING * scale)
        parts: list[Part] = []
        for k, step in enumerate(self._steps):
            parts.append(Rule(1.6, colour, after=3.2 * scale))
            parts.append(Block(step, size, leading, colour, after=4.6 * scale, tag="LBody", within=("L flap", f"LI {k}")))
        return parts


class Cover(Head):
    """Band, label and headline of the front panel; the picture runs over the back as well, and is drawn first."""

    def room(self, picture: float) -> float:
        """For the headline, under a picture of that height."""
        return max(20.0, self._trim.height + FOOT_AIR - picture - _SLANT * 0.9 - _ABOVE - _ORGANISATION)

    def fitted(self, picture: float) -> float:
        """The height of the picture, lower where the headline needs the room."""
        while picture > _LEAST_PICTURE and not self._set(self.room(picture)).fits:
            picture -= 8.0
        return picture

    def draw_picture(self, page: Page, box: Box) -> None:
        self._draw_picture(page, box)

    def draw(self, page: Page, bleed: float, picture: float, room: float) -> float:
        """The band goes down to the end of the panel, where the campaign signs."""
        compositor, palette, trim = self._compositor, self._compositor.palette, self._trim
        self.setting = self._set(room)
        end = trim.height + FOOT_AIR
        left, right = (picture, picture + _SLANT) if compositor.rtl else (picture + _SLANT, picture)
        page.polygon(
            [(-bleed, left), (trim.width + bleed, right), (trim.width + bleed, end + bleed), (-bleed, end + bleed)],
            palette.accent,
        )
        top = picture + _SLANT * 0.9
        self._draw_label(page, top - _LABEL_DOWN)
        colour = palette.readable_on(palette.accent)
        with page.tagged("H1"):
            draw_headline(page, self.setting, trim.margin, top + _ABOVE, trim.inner, colour)
        if not self.setting.fits:
            compositor.note("stop", "headline", _("The headline does not fit, even at 15 pt. Make it shorter."))
        self._sign(page, end)
        return end

    def _sign(self, page: Page, end: float) -> None:
        """The campaign's name at the foot, under a short rule."""
        compositor, palette, trim = self._compositor, self._compositor.palette, self._trim
        name = compositor.paragraph("organisation", text(" ".join(self._content.organisation.split())), Role.STRONG)
        if not name.text:
            return

        def build(scale: float) -> list[Part]:
            size, leading = compositor.size(10.5 * scale), compositor.leading(13 * scale)
            return [Block(name, size, leading, palette.readable_on(palette.accent), balance=True, order=2)]

        fitted = fit(build, trim.inner, 14.0, floor=0.6, ceiling=1.0)
        y = end - 12.0 - stack_height(fitted.parts, trim.inner)
        x = trim.width - trim.margin - 14.0 if compositor.rtl else trim.margin
        climbs = fitted.parts[0].ink_above(trim.inner) if isinstance(fitted.parts[0], Block) else 0.0
        page.fill(Box(x, y - 3.2 - climbs, 14.0, 1.2), palette.signal_on(palette.accent))
        draw_stack(page, fitted.parts, trim.margin, y, trim.inner)
