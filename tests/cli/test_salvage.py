"""organizer salvage: what can be read of a damaged file, told by kind, and the damaged file left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer import cli
from organizer.store.opening import create_file, open_file
from tests import factories

RIGHT = "kettle anchor velvet"


def test_a_new_file_is_made_beside_and_opens_with_the_same_passphrase(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, new, words = tmp_path / "branch.organizer", tmp_path / "saved.organizer", tmp_path / "words"
    words.write_text(RIGHT)
    store = create_file(path, RIGHT)
    for number in range(100):
        factories.organisation(store, name=f"Branch {number}")
    store.close(back_up=False)
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)
    command = ["salvage", str(path), str(new), "--passphrase-file", str(words)]
    assert cli.main(command) == 0
    told = capsys.readouterr().out
    assert "1 of " in told
    assert "organisations: 100 records" in told
    assert path.read_bytes() == bytes(data)
    open_file(new, RIGHT).close(back_up=False)
    assert cli.main(command) == 2
    assert "is there already" in capsys.readouterr().err
