"""Any one operation on the disk may fail, or all from one on, and any request for memory: it is told, and nothing is lost."""

from __future__ import annotations

from tests.faults.runs import failing_disk, refused_memory
from tests.faults.server import Server


def test_three_hundred_failing_operations_are_told_and_lose_nothing(server: Server) -> None:
    found = failing_disk(server, 300)
    assert found.is_clean(), found.words
    assert found.runs == 300


def test_failing_operations_do_damage_where_the_journal_is_kept_in_memory(server: Server) -> None:
    found = failing_disk(server, 40, control="memory", works=["one step"])
    assert found.damaged or found.wrong


def test_refused_memory_may_end_the_program_but_harms_no_file(server: Server) -> None:
    found = refused_memory(server, 17)
    assert found.is_clean(), found.words
    assert found.runs == 17
