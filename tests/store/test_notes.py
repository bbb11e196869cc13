"""The file's own notes and drafts: kept without a step, and left alone by undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.store.opening import open_file
from organizer.store.store import Store
from tests import factories


def test_a_note_is_there_after_closing_and_opening(tmp_path: Path, store: Store, passphrase: str | None) -> None:
    assert store.meta("campaign", "none yet") == "none yet"
    store.set_meta("campaign", "a")
    store.set_meta("campaign", "b")
    store.close(back_up=False)
    again = open_file(tmp_path / "branch.organizer", passphrase)
    assert (again.meta("campaign"), again.origin) == ("b", "Berlin")
    again.close(back_up=False)


def test_undo_leaves_notes_and_drafts_alone(store: Store) -> None:
    factories.organisation(store)
    store.set_meta("campaign", "b")
    store.keep_draft("letter", "new", {"notes": "half a sentence"})
    store.undo()
    assert store.meta("campaign") == "b"
    assert store.draft("letter", "new") == {"notes": "half a sentence"}


def test_a_note_written_inside_a_change_stands_or_falls_with_it(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.change("half"):
        store.set_meta("campaign", "half")
        raise ZeroDivisionError
    assert store.meta("campaign") == ""
    with store.change("whole"):
        store.set_meta("campaign", "whole")
    assert store.meta("campaign") == "whole"


def test_a_draft_comes_back_as_it_was_until_it_is_dropped(store: Store) -> None:
    fields = {"occasion": 'Жаңаөзен <b> & "', "people": None, "languages": ["en", "ru"], "arrests": 2}
    store.keep_draft("picket", "new", {"occasion": "first"})
    store.keep_draft("picket", "new", fields)
    assert store.draft("picket", "new") == fields
    assert store.draft("letter", "new") is None
    store.drop_draft("picket", "new")
    assert store.draft("picket", "new") is None
