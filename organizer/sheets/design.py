"""A design: one printed thing, measured and ready to be drawn on any page in any layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from organizer.sheets.compositor import Compositor
from organizer.sheets.layouts import Size
from organizer.sheets.typesetting.page import Page

Face = Callable[[Page], None]
"""Draws one side, in mm from the top left of its trim. Colour that reaches the trim goes out to `page.bleed` beyond it.

May be asked more than once, and must draw the same every time.
"""


@dataclass(frozen=True)
class Design:
    """`size` is that of the trimmed page in mm. Title, author and subject go into the file's properties.

    Two faces are front and back, four or more the pages of a booklet in their order. Where several of one face stand on a paper,
    `further` is drawn from the second on, if there is one: of some things there must be one original alone. What the person must
    know is told to the compositor while the design is made or drawn, with the number of the face, from 1, as the page.
    """

    title: str
    author: str
    subject: str
    size: Size
    faces: tuple[Face, ...]
    compositor: Compositor
    cmyk: bool = False
    further: Face | None = None

    def page(self, size: Size, *, bleed: float = 0.0, tagged: bool = False) -> Page:
        """An empty page of that size for this design."""
        return Page(
            *size,
            title=self.title,
            author=self.author,
            subject=self.subject,
            language=self.compositor.language,
            bleed=bleed,
            cmyk=self.cmyk,
            tagged=tagged,
        )
