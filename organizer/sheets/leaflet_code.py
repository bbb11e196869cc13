"""What stands under the code of a leaflet: its words, and where there is room for both the address that it leads to."""

from __future__ import annotations

from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.leaflet_trim import Trim
from organizer.sheets.typesetting.blocks import Block, Part
from organizer.sheets.typesetting.fit import Fitted, fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.web_address import bare

ORDER_OF_CODE = 6.0
ABOVE_IMPRINT = 2.6
_UNDER_CARD = 1.4
_LABEL, _ADDRESS, _LEADING = 10.4, 8.0, 1.17
_WIDER = 5.0


class CodeWords:
    """`card` is the code's; `room` what there is under it, in mm. They may stand out to both sides of the card."""

    def __init__(self, content: LeafletContent, compositor: Compositor, trim: Trim, target: str, card: Box, room: float) -> None:
        self._content, self._compositor, self._trim, self._target = content, compositor, trim, target
        unit, wider = trim.furniture, _WIDER * trim.furniture
        gap = _UNDER_CARD * unit + self._label(1.0).ink_above(card.w + wider)
        self.place = Box(card.x - wider / 2, card.bottom + gap, card.w + wider, room - gap + ABOVE_IMPRINT / 2 * unit)

    def fitted(self, *, address: bool) -> Fitted:
        """The words as large as they go, the address under them if it is wanted."""
        least = self._trim.least_small

        def build(scale: float) -> list[Part]:
            blocks = [self._label(scale), *([self._address()] if address else [])]
            return [block for block in blocks if block.paragraph.text]

        return fit(build, self.place.w, self.place.h, floor=least / max(least, _LABEL * self._trim.type), ceiling=1.0)

    def _label(self, scale: float) -> Block:
        pt = max(self._trim.least_small, _LABEL * self._trim.type) * scale
        return self._block("qr_label", self._content.qr_label, pt, signal=True)

    def _address(self) -> Block:
        """As small as may be on a paper of that size."""
        pt = max(self._trim.least_small, _ADDRESS * self._trim.type)
        return self._block("qr_target", bare(self._target), pt, signal=False)

    def _block(self, field: str, words: str, pt: float, *, signal: bool) -> Block:
        compositor, palette = self._compositor, self._compositor.palette
        paragraph = compositor.paragraph(field, text(words), Role.LABEL)
        colour = palette.signal_on(palette.night) if signal else palette.readable_on(palette.night)
        size, leading = compositor.size(pt), compositor.leading(pt * _LEADING)
        return Block(paragraph, size, leading, colour, align="centre", balance=True, order=ORDER_OF_CODE)
