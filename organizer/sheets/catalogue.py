"""Which sheets there are and in which layouts, for window and command line. Drawing code is loaded with the first sheet."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal, get_args

from organizer.i18n import N_, _
from organizer.sheets import papers
from organizer.sheets.content import LeafletContent, PressReleaseContent
from organizer.sheets.sheet import Sheet
from organizer.sheets.sheet_kind import Group, Job, SheetKind

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


def draw_press_release(content: PressReleaseContent, *, large: bool = False, mail: bool = False) -> Sheet:
    from organizer.sheets.press_release import press_release

    return press_release(content, large=large, mail=mail)


@cache
def sheet_kinds() -> dict[str, SheetKind]:
    """Every sheet of the print room by its key, in the order of their groups and modules."""
    modules = sorted(found.name for found in pkgutil.iter_modules(papers.__path__))
    kinds: list[SheetKind] = [import_module(f"{papers.__name__}.{module}").KIND for module in modules]
    groups = get_args(Group)
    return {kind.key: kind for kind in sorted(kinds, key=lambda kind: groups.index(kind.group))}


def sheets_for(subject: str) -> list[SheetKind]:
    """The sheets that are printed for a kind of record."""
    return [kind for kind in sheet_kinds().values() if kind.subject == subject]


def draw(kind: SheetKind, job: Job) -> Sheet:
    """The finished sheet of a job, with what its records lack among its notes."""
    from organizer.sheets.guards import guard_notes, guarded
    from organizer.sheets.imposition import arranged

    return guarded(arranged(kind.make(job), job.layout, bleed=job.bleed), guard_notes(job))
