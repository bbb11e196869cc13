"""What the search offers to do: every command, and every place of the side bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from organizer.i18n import _
from organizer.ui.commands import COMMANDS
from organizer.ui.pages import NUMBERS, PLACES
from organizer.ui.palette_rows import Deed

_NOT_FROM_THE_SEARCH = frozenset({"search", "close"})


def deeds_of(run: Callable[[str], None], show_page: Callable[[str], None]) -> list[Deed]:
    """`run` does a command, `show_page` goes to a place; both by their codes."""
    commands = [each for _heading, group in COMMANDS for each in group if each.code not in _NOT_FROM_THE_SEARCH]
    deeds = [Deed(_(each.words), each.icon, partial(run, each.code), each.keys or each.shown_keys) for each in commands]
    for place in PLACES.values():
        words = _("Go to {place}").format(place=_(place.words))
        deeds.append(Deed(words, place.icon, partial(show_page, place.code), f"Alt+{NUMBERS[place.code]}"))
    return deeds
