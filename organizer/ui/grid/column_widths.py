"""How wide the columns of the grid are: as designed, or as the longest words of the language ask for."""

from __future__ import annotations

from datetime import date
from math import ceil

from organizer import i18n
from organizer.actions.letter_cells import CHANNEL, CITY, DAY, EVIDENCE, ORGANISATION, TARGET
from organizer.i18n import _
from organizer.records.values import Channel, Evidence
from organizer.ui.grid.grid_model import COLUMNS
from organizer.ui.look.theme import px, theme

_PAD = 20
_SWATCH = 19
_LEAST, _PLENTY = 150, 320
_WIDEST_DAY = 28


def column_widths(room: int) -> list[int]:
    """Widths in px for so many px. The organisation takes what is left, down to its least; of plenty the others get a share."""
    widths = [max(px(column.width), _words_width(place)) for place, column in enumerate(COLUMNS)]
    widths[ORGANISATION] = 0
    left = max(px(_LEAST), room - sum(widths))
    more = max(0, left - px(_PLENTY))
    for place, share, most in ((TARGET, 0.5, 140), (CITY, 0.25, 70)):
        widths[place] += min(round(more * share), px(most))
    widths[ORGANISATION] = max(px(_LEAST), room - sum(widths))
    return widths


def _words_width(column: int) -> int:
    head = theme().metrics("caption_strong").horizontalAdvance(_(COLUMNS[column].title))
    body, small, swatch = theme().metrics("body"), theme().metrics("small"), px(_SWATCH)
    widths = [head]
    if column == DAY:
        widths += [body.horizontalAdvance(i18n.day(date(2012, month, _WIDEST_DAY))) for month in range(1, 13)]
    elif column == CHANNEL:
        widths += [body.horizontalAdvance(_(words)) for words in Channel.WORDS.values()]
    elif column == EVIDENCE:
        widths += [small.horizontalAdvance(_(words)) + swatch for words in Evidence.WORDS.values()]
    return ceil(max(widths)) + px(_PAD)
