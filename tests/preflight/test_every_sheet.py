"""Every sheet × every layout × empty, typical and longest content × seventeen languages passes the preflight.

Typical content is drawn in every layout of every format; the others in every format and every layout.
"""

from __future__ import annotations

import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from tests.preflight.checks import Printed, faults_of
from tests.preflight.contents import LANGUAGES, LENGTHS, each_layout_once, jobs_for, keys


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", keys())
def test_it_passes(key: str, language: str) -> None:
    kind, found = sheet_kinds()[key], []
    for length in LENGTHS:
        jobs = jobs_for(kind, language, length)
        for job in jobs if length == "typical" else each_layout_once(jobs):
            printed = Printed(kind, job, draw(kind, job))
            found += [f"{job.format.key} {job.layout.key} {length}: {fault}" for fault in faults_of(printed)]
    assert found == []
