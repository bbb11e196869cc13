"""Originals of covered photos: out of the file in the step that covers them, back by undo while it is open, then gone."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from organizer import paths
from organizer.actions.photos import backups_from_before, retouch, shown_on
from organizer.errors import ChangedMeanwhile, MissingRecord
from organizer.records.attachment import Attachment
from organizer.records.picket import Picket
from organizer.store.covering import Area, Box
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from tests import factories

FACE = Area(Box(60, 40, 120, 120))
FRAME = Box(20, 20, 200, 180)
Reopen = Callable[[], Store]


def photo(seed: int = 0) -> bytes:
    out = io.BytesIO()
    picture = Image.effect_noise((300, 240), 60 + seed).convert("RGB")
    picture.save(out, "JPEG", quality=92)
    return out.getvalue()


def pieces(pixels: bytes) -> list[bytes]:
    """Short runs from all through a picture: the file's pages break longer ones."""
    return [pixels[at : at + 64] for at in range(1_000, len(pixels) - 64, 3_001)]


def lies_in(pixels: bytes, path: Path) -> int:
    raw = path.read_bytes()
    return sum(piece in raw for piece in pieces(pixels))


@pytest.fixture
def crowd(store: Store) -> Attachment:
    return store.attach(photo(), "crowd.jpg", factories.picket(store))


@pytest.fixture
def reopened(store: Store, passphrase: str | None) -> Reopen:
    def close_and_open() -> Store:
        store.close(back_up=False)
        return open_file(store.path, passphrase)

    return close_and_open


def cover(store: Store, attachment: Attachment, *, keep_original: bool = False) -> None:
    retouch(store, attachment, areas=[FACE], faces="covered", keep_original=keep_original)


def test_covering_is_one_step(store: Store, crowd: Attachment) -> None:
    before = store.pixels(crowd.id)
    cover(store, crowd)
    assert store.get(Attachment, crowd.id).faces == "covered" and store.pixels(crowd.id) != before
    assert store.lately()[0].label == "Faces covered"


def test_no_page_of_the_file_holds_the_original_neither_in_use_nor_free(tmp_path: Path) -> None:
    """Of a file without a passphrase: what lies there is what somebody sees who has the key of an encrypted one."""
    store = create_file(tmp_path / "plain.organizer", None)
    crowd = store.attach(photo(), "crowd.jpg", factories.picket(store))
    before = store.pixels(crowd.id)
    assert lies_in(before, store.path) > 5
    cover(store, crowd)
    assert lies_in(before, store.path) == 0 and lies_in(store.pixels(crowd.id), store.path) > 5
    store.undo()
    assert lies_in(before, store.path) > 5
    store.close(back_up=False)
    again = open_file(store.path, None)
    again.redo()
    assert lies_in(before, store.path) == 0
    made = again.back_up()
    assert lies_in(before, made.path) == 0
    again.close(back_up=False)


def test_undo_brings_the_original_back_and_redo_takes_it_out_again(store: Store, crowd: Attachment) -> None:
    before = store.pixels(crowd.id)
    cover(store, crowd)
    covered = store.pixels(crowd.id)
    for _round in range(2):
        store.undo()
        assert (store.pixels(crowd.id), store.get(Attachment, crowd.id).faces) == (before, "")
        store.redo()
        assert (store.pixels(crowd.id), store.get(Attachment, crowd.id).faces) == (covered, "covered")


def test_once_the_file_was_closed_undo_goes_on_past_it_and_never_meets_the_original(
    store: Store, crowd: Attachment, reopened: Reopen
) -> None:
    first = crowd.sha256
    cover(store, crowd)
    covered = store.pixels(crowd.id)
    again = reopened()
    while again.undo() is not None:
        for attachment in again.records(select(Attachment)):
            assert again.pixels(attachment.id) == covered
    assert again.records(select(Attachment)) == again.records(select(Picket)) == []
    while again.redo() is not None:
        pass
    assert (again.pixels(crowd.id), again.get(Attachment, crowd.id).faces) == (covered, "covered")
    assert first not in _whole_history(again)
    again.close(back_up=False)


def _whole_history(store: Store) -> str:
    return " ".join(repr(each) for each in store.history(store.records(select(Attachment))[0]))


def test_after_a_crash_the_next_opening_ends_what_closing_would_have(
    store: Store, crowd: Attachment, tmp_path: Path, passphrase: str | None
) -> None:
    first = crowd.sha256
    cover(store, crowd)
    copy = tmp_path / "as it lay.organizer"
    copy.write_bytes(store.path.read_bytes())
    found = open_file(copy, passphrase)
    assert first not in _whole_history(found) and found.meta("originals") == "{}"
    found.undo()
    assert found.pixels(crowd.id) == store.pixels(crowd.id)
    found.close(back_up=False)


def test_a_photo_covered_and_cut_twice_is_remembered_as_it_is_at_last(store: Store, crowd: Attachment, reopened: Reopen) -> None:
    shas = [crowd.sha256]
    for frame in (FRAME, Box(0, 0, 150, 150)):
        retouch(store, store.get(Attachment, crowd.id), frame=frame, areas=[FACE], faces="covered")
        shas.append(store.get(Attachment, crowd.id).sha256)
    again = reopened()
    assert shas[0] not in _whole_history(again) and shas[1] not in _whole_history(again)
    again.undo()
    kept = again.get(Attachment, crowd.id)
    assert (kept.sha256, kept.width, kept.height) == (shas[2], 150, 150)
    again.close(back_up=False)


def test_what_was_undone_when_the_file_was_closed_is_still_there(store: Store, crowd: Attachment, reopened: Reopen) -> None:
    before = store.pixels(crowd.id)
    cover(store, crowd)
    store.undo()
    again = reopened()
    assert again.pixels(crowd.id) == before
    again.redo()
    assert again.pixels(crowd.id) != before
    again.close(back_up=False)


def test_an_original_that_is_to_be_kept_stays_for_undo_after_closing_too(
    store: Store, crowd: Attachment, reopened: Reopen
) -> None:
    before = store.pixels(crowd.id)
    cover(store, crowd, keep_original=True)
    again = reopened()
    again.undo()
    assert again.pixels(crowd.id) == before
    again.close(back_up=False)


def test_a_face_covered_in_one_place_is_covered_wherever_the_same_photo_is_shown(store: Store, crowd: Attachment) -> None:
    leaflet = factories.leaflet(store)
    twin = store.attach(store.pixels(crowd.id), "again.jpg", leaflet)
    twin.sha256 = crowd.sha256
    store.save(twin)
    leaflet.photo_id = twin.id
    store.save(leaflet)
    assert shown_on(store, crowd) == 1
    cover(store, crowd)
    assert store.pixels(twin.id) == store.pixels(crowd.id)
    assert store.get(Attachment, twin.id).faces == "covered"
    store.undo()
    assert store.get(Attachment, twin.id).faces == ""


def test_a_photo_taken_off_before_it_was_covered_leaves_with_its_original(
    store: Store, crowd: Attachment, reopened: Reopen
) -> None:
    cover(store, crowd)
    covered = store.pixels(crowd.id)
    store.delete(store.get(Attachment, crowd.id))
    again = reopened()
    with pytest.raises(MissingRecord):
        again.pixels(crowd.id)
    again.undo()
    assert again.pixels(crowd.id) == covered
    again.close(back_up=False)


def test_what_is_said_of_faces_is_a_step_without_new_pixels(store: Store, crowd: Attachment) -> None:
    before = store.pixels(crowd.id)
    retouch(store, crowd, faces="agreed")
    assert (store.get(Attachment, crowd.id).faces, store.pixels(crowd.id)) == ("agreed", before)
    store.undo()
    assert store.get(Attachment, crowd.id).faces == ""


def test_a_photo_that_somebody_changed_meanwhile_is_not_covered_over(store: Store, crowd: Attachment) -> None:
    stale = store.get(Attachment, crowd.id)
    cover(store, crowd)
    covered = store.pixels(crowd.id)
    with pytest.raises(ChangedMeanwhile):
        cover(store, stale)
    assert store.pixels(crowd.id) == covered


def test_backups_that_still_hold_a_photo_are_counted(store: Store, crowd: Attachment) -> None:
    assert backups_from_before(store, crowd) == 0
    store.back_up()
    assert backups_from_before(store, crowd) == 1
    assert paths.backups(store.path).is_dir()
