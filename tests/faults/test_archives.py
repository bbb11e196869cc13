"""500 archives that were tampered with: none is taken in for what it is not, none leaves anything, each is told in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.archives_read import SLOW_S, judged, whole_archive

TAMPERED = 500
OF_THE_CONTROL = 60


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ZIP inside an archive."""
    return whole_archive(tmp_path_factory.mktemp("whole"))


def test_no_tampered_archive_is_taken_in_for_what_it_is_not(whole: Path, tmp_path: Path) -> None:
    found = judged(whole, tmp_path, TAMPERED)
    assert (found.wrong, found.left, found.uncaught) == (0, 0, [])
    assert found.read + found.refused == TAMPERED
    assert found.refused > TAMPERED // 2
    assert found.slowest_s < SLOW_S


def test_a_reader_that_believes_its_checksums_takes_wrong_values_in(whole: Path, tmp_path: Path) -> None:
    assert judged(whole, tmp_path, OF_THE_CONTROL, control="trusting").wrong
