"""A program that is killed at any moment of any work loses nothing that it had acknowledged, and leaves a whole file."""

from __future__ import annotations

from tests.faults.runs import kills
from tests.faults.server import Server


def test_nothing_acknowledged_is_lost_in_two_hundred_kills(server: Server) -> None:
    found = kills(server, 200)
    assert found.is_clean(), found.words
    assert found.runs == 200
    assert found.acknowledged > 200


def test_kills_do_damage_where_the_journal_is_kept_in_memory(server: Server) -> None:
    found = kills(server, 24, control="memory", works=["one step"], counted=True)
    assert found.damaged or found.wrong
