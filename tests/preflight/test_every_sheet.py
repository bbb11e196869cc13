"""Every sheet × every format and layout × empty, typical and longest content × seventeen languages passes the preflight."""

from __future__ import annotations

import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from tests.preflight.checks import Printed, faults_of
from tests.preflight.contents import LANGUAGES, LENGTHS, jobs_for, keys


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", keys())
def test_it_passes(key: str, language: str) -> None:
    kind, found = sheet_kinds()[key], []
    for length in LENGTHS:
        for job in jobs_for(kind, language, length):
            printed = Printed(kind, job, draw(kind, job))
            found += [f"{job.format.key} {job.layout.key} {length}: {fault}" for fault in faults_of(printed)]
    assert found == []
