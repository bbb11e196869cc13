"""The photo editor by mouse and by keys: a frame is cut, faces are covered, and what becomes of the original is asked."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from organizer.records.attachment import Attachment
from organizer.store.covering import Area, Box
from organizer.store.store import Store
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.photo_editor.editing import FACES
from organizer.ui.photo_editor.sheet import PhotoEditor
from organizer.ui.photos import PhotosPart
from organizer.ui.session import Session
from tests import factories
from tests.recorders import Heard
from tests.ui.hands import CTRL, SHIFT, focused, press, screen
from tests.ui.photo_editor.conftest import FACE, SIZE, crowd, opened_in

Settle = Callable[[], None]
Open = Callable[..., MainWindow]


def at(editor: PhotoEditor, x: float, y: float) -> QPoint:
    """Where a pixel of the photo lies in the canvas."""
    return editor.canvas.view().rect(Box(round(x), round(y), 1, 1)).topLeft().toPoint()


def draw(editor: PhotoEditor, begin: tuple[float, float], end: tuple[float, float]) -> None:
    canvas, left = editor.canvas, Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=at(editor, *begin))
    for share in (0.5, 1.0):
        QTest.mouseMove(canvas, at(editor, *(a + (b - a) * share for a, b in zip(begin, end, strict=True))))
    QTest.mouseRelease(canvas, left, pos=at(editor, *end))


def pixels(store: Store, photo: Attachment) -> Image.Image:
    return Image.open(io.BytesIO(store.pixels(photo.id))).convert("RGB")


def near(box: Box, wanted: tuple[int, int, int, int]) -> bool:
    found = (box.left, box.top, box.right, box.bottom)
    return all(abs(a - b) <= 4 for a, b in zip(found, wanted, strict=True))


def test_a_face_is_covered_with_the_keys_alone(
    editor: PhotoEditor, session: Session, settle: Settle, file: Store, photo: Attachment
) -> None:
    heard, before = Heard(session), pixels(file, photo)
    assert focused() is editor.canvas
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    assert editor.editing.tool == FACES
    press(Qt.Key.Key_Backtab)
    for key in (Qt.Key.Key_Insert, *[Qt.Key.Key_Left] * 2, *[Qt.Key.Key_Up] * 2, Qt.Key.Key_Plus):
        press(key)
    press(Qt.Key.Key_Right, SHIFT)
    press(Qt.Key.Key_Down, CTRL)
    (area,) = editor.editing.retouch.areas
    assert area.round and (area.box.width, area.box.height) == (143, 166)
    assert (area.box.left, area.box.top) == (510, 294)
    press(Qt.Key.Key_Return, CTRL)
    settle()
    after, saved = pixels(file, photo), file.get(Attachment, photo.id)
    assert saved.faces == "covered" and after.size == SIZE
    assert after.getpixel((575, 356)) != before.getpixel((575, 356))
    assert not isValid(editor) and heard.said == [("Faces covered, in every place that shows the photo.", True)]


def test_areas_are_gone_through_and_taken_off_with_the_keys(editor: PhotoEditor) -> None:
    editor.side.show_tool(FACES)
    editor.canvas.setFocus()
    for _area in range(3):
        press(Qt.Key.Key_Insert)
    assert editor.editing.current == 2
    press(Qt.Key.Key_PageDown)
    assert editor.editing.current == 0
    press(Qt.Key.Key_PageUp)
    press(Qt.Key.Key_Delete)
    assert (len(editor.editing.retouch.areas), editor.editing.current) == (2, 1)
    for _area in range(2):
        press(Qt.Key.Key_Delete)
    assert editor.editing.retouch.areas == () and editor.editing.retouch.faces == ""
    assert not editor.save_button.isEnabled()


def test_faces_are_drawn_over_moved_and_removed_by_mouse(editor: PhotoEditor) -> None:
    editor.side.show_tool(FACES)
    draw(editor, FACE[:2], FACE[2:])
    assert near(editor.editing.retouch.areas[0].box, FACE)
    draw(editor, (560, 375), (660, 475))
    assert near(editor.editing.retouch.areas[0].box, (600, 400, 720, 550)), "pulled in its middle it moves"
    draw(editor, (720, 550), (800, 600))
    assert near(editor.editing.retouch.areas[0].box, (600, 400, 800, 600)), "pulled at its corner it grows"
    QTest.mouseClick(editor.canvas, Qt.MouseButton.LeftButton, pos=at(editor, 200, 200))
    assert len(editor.editing.retouch.areas) == 2 and editor.editing.retouch.areas[1].box.width > 100
    editor.side.cover.form.set_value("rectangle")
    editor.side.cover.form.chosen.emit("rectangle")
    assert [area.round for area in editor.editing.retouch.areas] == [True, False]
    editor.side.cover.list.removers[0].click()
    assert [area.round for area in editor.editing.retouch.areas] == [False]


def test_the_frame_is_cut_by_mouse_and_keeps_the_shape_of_its_place(
    editor: PhotoEditor, settle: Settle, file: Store, photo: Attachment
) -> None:
    draw(editor, (0, 0), (300, 200))
    assert near(editor.editing.retouch.frame, (300, 200, *SIZE))
    editor.side.frame.shape.set_value("as_printed")
    editor.side.frame.shape.chosen.emit("as_printed")
    press(Qt.Key.Key_Left, SHIFT, editor.canvas)
    frame = editor.editing.retouch.frame
    assert frame.width / frame.height == pytest.approx(1.5, abs=0.01)
    assert "ppi on the sheet" in editor.side.frame.points.text()
    editor.save()
    settle()
    assert pixels(file, photo).size == (frame.width, frame.height)
    assert file.get(Attachment, photo.id).width == frame.width


def test_the_preview_shows_the_tones_that_are_saved(editor: PhotoEditor, settle: Settle, file: Store, photo: Attachment) -> None:
    box = Box(480, 280, 160, 200)
    editor.side.show_tool(FACES)
    editor.editing.set_round(False)
    editor.editing.add_area(box)
    settle()
    seen = editor.canvas.grab().toImage()
    rect = editor.canvas.view().rect(box)
    editor.save()
    settle()
    saved = pixels(file, photo)
    for across, down in ((0.1, 0.08), (0.3, 0.42), (0.5, 0.58), (0.7, 0.75), (0.9, 0.92)):
        shown = seen.pixelColor(round(rect.x() + rect.width() * across), round(rect.y() + rect.height() * down))
        kept = saved.getpixel((round(box.left + box.width * across), round(box.top + box.height * down)))
        assert max(abs(a - b) for a, b in zip(shown.getRgb()[:3], kept, strict=True)) <= 20  # type: ignore[arg-type,index]


def test_an_original_with_faces_leaves_unless_somebody_says_otherwise(editor: PhotoEditor) -> None:
    keep, words = editor.side.keeping.keep, editor.side.keeping.words
    assert not keep.isVisible()
    editor.editing.put(Box(10, 10, 600, 400))
    assert keep.isVisible() and keep.isChecked() and "Undo" in words.text()
    editor.side.show_tool(FACES)
    editor.canvas.cover_here()
    assert not keep.isChecked() and words.text().startswith("It leaves the file when you save.")
    keep.click()
    editor.canvas.cover_here()
    assert keep.isChecked(), "what somebody decided stays"


def test_backups_that_hold_the_original_are_told(
    open_window: Open, settle: Settle, session: Session, file: Store, photo: Attachment
) -> None:
    file.back_up()
    window = open_window()
    part = next(part for part in screen(window).form.body.parts if isinstance(part, PhotosPart))
    part.edit(photo)
    editor = opened_in(window)
    editor.side.show_tool(FACES)
    editor.canvas.cover_here()
    assert "1 backup from before still holds it." in editor.side.keeping.words.text()
    editor.dismiss()


def test_undo_brings_the_photo_back_where_it_is_shown(
    editor: PhotoEditor, settle: Settle, file: Store, photo: Attachment
) -> None:
    before, window = pixels(file, photo), editor.window()
    assert isinstance(window, MainWindow)
    editor.side.show_tool(FACES)
    editor.canvas.cover_here()
    editor.save()
    settle()
    assert ImageChops.difference(before, pixels(file, photo)).getbbox()
    window.undo()
    settle()
    assert not ImageChops.difference(before, pixels(file, photo)).getbbox()


def test_saying_that_all_agreed_changes_no_pixel(editor: PhotoEditor, settle: Settle, file: Store, photo: Attachment) -> None:
    before = file.pixels(photo.id)
    editor.side.faces.set_value("agreed")
    editor.side.faces.chosen.emit("agreed")
    assert editor.save_button.isEnabled() and not editor.side.keeping.keep.isVisible()
    editor.save()
    settle()
    assert (file.pixels(photo.id), file.get(Attachment, photo.id).faces) == (before, "agreed")


def test_a_photo_that_was_changed_meanwhile_stays_and_the_editor_too(
    editor: PhotoEditor, session: Session, settle: Settle, file: Store, photo: Attachment
) -> None:
    heard, other = Heard(session), file.get(Attachment, photo.id)
    other.name = "street.jpg"
    file.save(other)
    editor.side.show_tool(FACES)
    editor.canvas.cover_here()
    editor.save()
    settle()
    assert heard.failed[0].message == "Someone changed this meanwhile." and editor.isVisible()
    assert editor.save_button.isEnabled()
    editor.dismiss()


def test_a_press_beside_the_sheet_does_not_throw_away_what_was_drawn(editor: PhotoEditor) -> None:
    editor.canvas.cover_here()
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert editor.isVisible()
    press(Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_zooming_goes_nearer_and_back_by_keys_and_wheel(editor: PhotoEditor) -> None:
    whole = editor.canvas.view()
    for _step in range(4):
        press(Qt.Key.Key_Plus, widget=editor.canvas)
    assert editor.canvas.view().scale == pytest.approx(whole.scale * 1.25**4)
    press(Qt.Key.Key_0, widget=editor.canvas)
    assert editor.canvas.view().scale == whole.scale
    editor.nearer.click()
    editor.farther.click()
    assert editor.canvas.view().scale == pytest.approx(whole.scale)


def test_what_stands_is_told_to_those_who_hear_it(editor: PhotoEditor) -> None:
    editor.editing.put(Box(100, 50, 600, 400))
    interface = QAccessible.queryAccessibleInterface(editor.canvas)
    assert interface.text(QAccessible.Text.Name) == "The photo, to be cut and covered"
    said = "The frame is 600 by 400 points, 100 from the left, 50 from the top. Nothing is covered."
    assert interface.text(QAccessible.Text.Description) == said
    editor.side.show_tool(FACES)
    editor.editing.add_area(Box(10, 20, 30, 40))
    assert interface.text(QAccessible.Text.Description).endswith("1 area is covered.")


def test_dark_and_larger_text_are_taken_on_while_it_is_open(editor: PhotoEditor, look: Theme) -> None:
    light = editor.canvas.grab().toImage().pixelColor(4, 60)
    look.apply(dark=True, scale=1.25)
    dark = editor.canvas.grab().toImage().pixelColor(4, 60)
    assert light.lightness() > 200 > 60 > dark.lightness()


def test_a_photo_that_stands_nowhere_yet_has_no_shape_to_keep(
    open_window: Open, settle: Settle, session: Session, file: Store, qtbot: QtBot
) -> None:
    assert session.campaign is not None
    photo = file.attach(crowd((640, 480)), "street.jpg", factories.picket(file, campaign_id=session.campaign.id))
    window = open_window()
    part = next(part for part in screen(window).form.body.parts if isinstance(part, PhotosPart))
    part.edit(photo)
    editor = opened_in(window)
    assert not editor.side.frame.shape.isVisible()
    assert editor.side.frame.points.text() == "640 × 480 points"
    assert Area(Box(0, 0, 9, 9)).round
    editor.dismiss()
