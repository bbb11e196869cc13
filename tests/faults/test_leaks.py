"""Nothing of an encrypted file is written anywhere in plain, and the program opens no socket to anywhere."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.leaks import in_plain, sockets
from tests.faults.recorder import Operation, operations
from tests.faults.rows import photos
from tests.faults.runs import order
from tests.faults.server import Server
from tests.faults.works import ALL


def happened(server: Server, work: str, *, plain: bool) -> list[Operation]:
    asked = order(work, plain=plain)
    asked = replace(asked, log=f"{asked.folder}.log")
    outcome = server.run(asked)
    assert outcome.status == 0
    assert not [line for line in outcome.lines if "done" not in json.loads(line) and "try" not in json.loads(line)]
    found = list(operations(Path(asked.log)))
    Path(asked.log).unlink()
    shutil.rmtree(asked.folder)
    return found


@pytest.fixture(scope="module", params=ALL)
def seen(server: Server, request: pytest.FixtureRequest) -> list[Operation]:
    return happened(server, request.param, plain=False)


def test_no_word_of_an_encrypted_file_is_written_anywhere_in_plain(seen: list[Operation]) -> None:
    assert len([operation for operation in seen if operation.op == "w"]) > 10
    assert list(in_plain(seen)) == []


def test_no_socket_is_opened_but_local_ones(seen: list[Operation]) -> None:
    assert sockets(seen) == []


def test_every_file_that_is_written_lies_beside_the_campaign_file(seen: list[Operation]) -> None:
    written = {operation.path for operation in seen if operation.op == "c" and not operation.below_root}
    assert {path for path in written if "/sheets/" not in path} == set()


def test_the_search_finds_the_word_where_a_file_is_plain(server: Server) -> None:
    assert list(in_plain(happened(server, "edit", plain=True)))


def test_no_photo_keeps_what_a_camera_wrote_and_no_print_tells_of_who_made_it() -> None:
    assert photos(40).metadata == 0
    assert photos(4, control="as they came").metadata > 0, "the search finds nothing in photos as they came"
