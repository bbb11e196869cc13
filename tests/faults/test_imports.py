"""5,000 spreadsheets, address books, calendars and photos that were made wrong on purpose: each read or refused in words."""

from __future__ import annotations

import os

from organizer.exchange.limits import MOST_BYTES
from tests.faults.imports_read import SLOW_S, fuzzed

ROUNDS = int(os.environ.get("ORGANIZER_FUZZED", "5000"))


def test_whatever_is_brought_in_is_read_or_refused_in_words() -> None:
    found = fuzzed(ROUNDS)
    assert found.uncaught == []
    assert found.runs() == ROUNDS
    assert found.slowest_s < SLOW_S and found.most_bytes < MOST_BYTES
    for form in found.read:
        assert min(found.read[form], found.refused[form]) > ROUNDS // 100, form


def test_the_control_finds_what_a_library_stumbles_over_where_nothing_puts_it_in_words() -> None:
    assert fuzzed(100, control="mute").uncaught
