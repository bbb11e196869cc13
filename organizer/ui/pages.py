"""The places of the program: what stands in the side bar, in what order, and how each page is made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from organizer.i18n import N_
from organizer.ui.page import Page
from organizer.ui.session import Session


@dataclass(frozen=True)
class Place:
    """One entry: its code, words, icon, and the records it shows by their KIND.

    `number` goes to it with Alt; without one its place among those that have none counts, from 1.
    """

    code: str
    words: str
    icon: str
    make: Callable[[Session], Page]
    kinds: tuple[str, ...] = ()
    number: int | None = None


def _records(module: str) -> Callable[[Session], Page]:
    """A page of lists and forms of one kind. Its module is imported when the page is first wanted."""

    def make(session: Session) -> Page:
        from organizer.ui.record_screen import RecordScreen

        return RecordScreen(session, import_module(f"organizer.ui.screens.{module}").KIND)

    return make


def _own(module: str, name: str) -> Callable[[Session], Page]:
    """A page with a class of its own."""

    def make(session: Session) -> Page:
        page: Page = getattr(import_module(f"organizer.ui.{module}"), name)(session)
        return page

    return make


GROUPS: tuple[tuple[str, tuple[Place, ...]], ...] = (
    ("", (Place("overview", N_("Overview"), "layout-dashboard", _own("screens.overview", "OverviewScreen")),)),
    (
        N_("Actions"),
        (
            Place("pickets", N_("Pickets"), "megaphone", _records("pickets"), ("picket",)),
            Place("letters", N_("Letters"), "mail", _records("letters"), ("letter",)),
            Place("donations", N_("Donations"), "hand-coins", _records("donations"), ("donation",)),
        ),
    ),
    (
        N_("Prints"),
        (
            Place("leaflets", N_("Leaflets"), "file-text", _own("screens.leaflets", "LeafletsPage"), ("leaflet",)),
            Place("print_room", N_("Print room"), "printer", _own("print_room.page", "PrintRoomPage"), ("print_run",), number=0),
            Place(
                "press_releases",
                N_("Press releases"),
                "newspaper",
                _own("screens.press_releases", "PressReleasesPage"),
                ("press_release",),
            ),
        ),
    ),
    (
        N_("Address book"),
        (
            Place(
                "address_book",
                N_("Organisations & people"),
                "users",
                _own("screens.address_book", "AddressBook"),
                ("organisation", "person", "site"),
            ),
            Place("targets", N_("Targets"), "landmark", _records("targets"), ("target",)),
            Place("campaigns", N_("Campaigns"), "flag", _records("campaigns"), ("campaign",)),
        ),
    ),
)
PLACES: dict[str, Place] = {place.code: place for _heading, places in GROUPS for place in places}
"""By their codes, in the order of the side bar."""
_IN_ORDER = [place.code for place in PLACES.values() if place.number is None]
NUMBERS: dict[str, int] = {
    code: _IN_ORDER.index(code) + 1 if place.number is None else place.number for code, place in PLACES.items()
}
"""The digit that goes to a place with Alt."""

WITHIN: dict[str, tuple[str, Callable[[Session], Page]]] = {
    "letters_grid": ("letters", _own("grid.grid_page", "LettersGrid")),
    "safe_keeping": ("", _own("safe_keeping.page", "SafeKeepingPage")),
}
"""Pages without an entry of their own: the entry that is marked while they are in view, if any, and how they are made."""


def place_of(kind: str) -> str:
    """The code of the page that shows a kind of record; empty when none does."""
    return next((place.code for place in PLACES.values() if kind in place.kinds), "")
