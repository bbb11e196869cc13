"""Which sheets there are and in which layouts, for window and command line. Drawing code is loaded with the first sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from organizer.i18n import N_, _
from organizer.sheets.content import LeafletContent, PressReleaseContent
from organizer.sheets.sheet import Sheet

LeafletLayout = Literal["one-page", "two-on-a4", "print-shop"]


@dataclass(frozen=True)
class Layout:
    """`name` is a marked sentence; `size_mm` the paper it is printed on."""

    key: LeafletLayout
    name: str
    size_mm: tuple[float, float]

    def title(self) -> str:
        return _(self.name)


LEAFLET_LAYOUTS: tuple[Layout, ...] = (
    Layout("one-page", N_("One page"), (148.0, 210.0)),
    Layout("two-on-a4", N_("Two on A4"), (297.0, 210.0)),
    Layout("print-shop", N_("Print shop"), (148.0, 210.0)),
)


def draw_leaflet(content: LeafletContent, layout: LeafletLayout = "one-page") -> Sheet:
    from organizer.sheets import leaflet

    if layout == "two-on-a4":
        return leaflet.leaflet_two_on_a4(content)
    if layout == "print-shop":
        return leaflet.leaflet_for_print_shop(content)
    return leaflet.leaflet(content)


def draw_press_release(content: PressReleaseContent) -> Sheet:
    from organizer.sheets.press_release import press_release

    return press_release(content)
