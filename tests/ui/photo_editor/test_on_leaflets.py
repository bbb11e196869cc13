"""A photo enters a public leaflet once somebody has looked for faces: the page stops, and the way to the editor stands there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from organizer.records.attachment import Attachment
from organizer.records.leaflet import Leaflet
from organizer.store.covering import Box
from organizer.ui.photo_editor.editing import FACES
from organizer.ui.prints.picture_chooser import PhotoControl
from organizer.ui.screens.leaflets import LeafletsPage
from tests.ui.photo_editor.conftest import crowd, opened_in
from tests.ui.prints.conftest import Desk

Settle = Callable[[], None]
Settled = Callable[[LeafletsPage], None]
STOPS = "Nobody has looked for faces in the photo yet. Cover them, or say that there are none or that all agreed."


def photo_of(page: LeafletsPage) -> PhotoControl:
    control = page.form.body.controls["photo_id"]
    assert isinstance(control, PhotoControl)
    return control


def notes(page: LeafletsPage) -> list[tuple[str, str]]:
    """What is said of the photo."""
    sheet = page.viewer.sheet()
    assert sheet is not None
    return [(note.level, note.sentence) for note in sheet.notes if note.field == "photo"]


@pytest.fixture
def control(leaflets: LeafletsPage, settled: Settled, qtbot: QtBot, tmp_path: Path) -> PhotoControl:
    """A photo taken in and not saved yet."""
    (tmp_path / "crowd.jpg").write_bytes(crowd((1800, 1200)))
    found = photo_of(leaflets)
    with qtbot.waitSignal(found.edited, timeout=10_000):
        found.take_in(tmp_path / "crowd.jpg")
    settled(leaflets)
    return found


def test_the_page_stops_until_somebody_has_looked(
    leaflets: LeafletsPage, control: PhotoControl, desk: Desk, settle: Settle, settled: Settled
) -> None:
    assert notes(leaflets) == [("stop", STOPS)]
    problem = control._place.problem
    assert problem is not None and [button.words() for button in problem.buttons] == ["Look for faces"]
    problem.buttons[0].click()
    editor = opened_in(leaflets)
    settle()
    assert editor.editing.tool == FACES
    assert "none" in [editor.side.faces.itemData(row) for row in range(editor.side.faces.count())]
    editor.side.faces.set_value("none")
    editor.side.faces.chosen.emit("none")
    editor.save()
    settle()
    settled(leaflets)
    assert notes(leaflets) == [] and control._place.problem is None
    assert control.row.second.text() == "297 ppi, nobody can be recognised"
    assert leaflets.form.save()
    settled(leaflets)
    kept = desk.store.get(Leaflet, desk.leaflet.id).photo_id
    assert kept is not None and desk.store.get(Attachment, kept).faces == "none" and notes(leaflets) == []


def test_a_photo_covered_before_it_is_saved_never_enters_the_file_uncovered(
    leaflets: LeafletsPage, control: PhotoControl, desk: Desk, settle: Settle, settled: Settled
) -> None:
    before = control.waiting()
    control.look_for_faces()
    editor = opened_in(leaflets)
    settle()
    editor.canvas.cover_here()
    assert not editor.side.keeping.keep.isVisible()
    assert editor.side.keeping.words.text() == "Only the photo as you see it here enters the file."
    editor.save()
    settle()
    assert leaflets.form.save()
    kept = desk.store.get(Leaflet, desk.leaflet.id).photo_id
    assert kept is not None
    assert desk.store.pixels(kept) != before and desk.store.get(Attachment, kept).faces == "covered"


def test_a_draft_remembers_what_was_said_of_a_photo_that_waits(
    leaflets: LeafletsPage, control: PhotoControl, settle: Settle
) -> None:
    control.edit()
    editor = opened_in(leaflets)
    settle()
    editor.editing.put(Box(0, 0, 900, 600))
    editor.editing.set_faces("agreed")
    editor.save()
    settle()
    leaflets.form.keep()
    control.restore(None)
    control.restore(leaflets._session.store.draft("leaflet", str(leaflets.form.record.uid))["photo_id"])  # type: ignore[index]
    chosen = control.chosen()
    assert chosen is not None and (chosen.width, chosen.height, chosen.faces) == (900, 600, "agreed")


def test_a_saved_photo_is_covered_from_the_form_and_the_page_is_set_anew(
    leaflets: LeafletsPage, control: PhotoControl, desk: Desk, settle: Settle, settled: Settled
) -> None:
    assert leaflets.form.save()
    settled(leaflets)
    assert notes(leaflets) == [("stop", STOPS)]
    before = control.chosen()
    control.look_for_faces()
    editor = opened_in(leaflets)
    settle()
    editor.canvas.cover_here()
    editor.save()
    settle()
    settled(leaflets)
    after = control.chosen()
    assert before is not None and after is not None and after.data != before.data
    assert notes(leaflets) == [] and not leaflets.form.is_dirty()
    assert control.row.second.text() == "297 ppi, faces are covered"
    desk.store.undo()
    settle()
    settled(leaflets)
    assert control.chosen() == before and notes(leaflets) == [("stop", STOPS)]


def test_a_photo_cut_too_small_stops_the_page_and_names_the_photo(
    leaflets: LeafletsPage, control: PhotoControl, settle: Settle, settled: Settled
) -> None:
    for width, level in ((1000, "look"), (500, "stop")):
        control.edit()
        editor = opened_in(leaflets)
        settle()
        editor.editing.put(Box(0, 0, width, round(width / 1.8)))
        editor.editing.set_faces("none")
        editor.save()
        settle()
        settled(leaflets)
        ((found, sentence),) = notes(leaflets)
        assert found == level and "dots an inch" in sentence
