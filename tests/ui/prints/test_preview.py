"""The preview: sharp pages of the newest document, and the last picture until it has come."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.ui.look.theme import Theme
from organizer.ui.preview import Preview
from organizer.ui.prints.raster import Piece, draw, page_sizes
from organizer.ui.tasks import Tasks
from tests.ui.prints.papers import BLUE, RED, coloured

RED_SEEN, BLUE_SEEN = "#cc1a1a", "#1a1acc"


@pytest.fixture
def preview(look: Theme, qtbot: QtBot) -> Iterator[Preview]:
    tasks = Tasks()
    made = Preview(tasks)
    qtbot.addWidget(made)
    made.resize(686, 553)
    made.show()
    yield made
    made.hide()
    tasks.close()


def show(preview: Preview, qtbot: QtBot, pdf: bytes) -> None:
    preview.show_pdf(pdf)
    qtbot.waitUntil(preview.is_current, timeout=5000)


def middle(preview: Preview) -> str:
    """The colour in the middle of the desk."""
    image = preview.viewport().grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


def test_sizes_are_told_in_mm() -> None:
    sizes = page_sizes(coloured(RED, size_mm=(148.0, 210.0)))
    assert [round(length, 2) for length in sizes[0]] == [148.0, 210.0]


def test_a_piece_has_the_very_pixels_of_the_whole() -> None:
    pdf = coloured(RED)
    whole = draw(pdf, Piece.whole(0, (400, 568)))
    piece = draw(pdf, Piece(0, (400, 568), 30, 40, 100, 120))
    assert piece == whole.copy(30, 40, 100, 120)


def test_the_page_is_drawn_at_its_true_pixels(preview: Preview, qtbot: QtBot) -> None:
    show(preview, qtbot, coloured(RED))
    image = preview.image()
    assert image is not None
    assert image.height() == 553 - 44
    assert middle(preview) == RED_SEEN


def test_the_last_picture_stays_until_the_new_one_is_there(preview: Preview, qtbot: QtBot) -> None:
    show(preview, qtbot, coloured(RED))
    preview.show_pdf(coloured(BLUE))
    assert not preview.is_current()
    assert middle(preview) == RED_SEEN
    qtbot.waitUntil(preview.is_current, timeout=5000)
    assert middle(preview) == BLUE_SEEN


def test_of_many_documents_only_the_newest_is_shown(preview: Preview, qtbot: QtBot) -> None:
    seen: list[str] = []
    preview.drawn.connect(lambda: seen.append(middle(preview)))
    for _turn in range(5):
        preview.show_pdf(coloured(RED))
    show(preview, qtbot, coloured(BLUE))
    assert seen == [BLUE_SEEN]


def test_it_says_what_it_shows(preview: Preview, qtbot: QtBot) -> None:
    assert preview.accessibleDescription() == "There is no page yet."
    show(preview, qtbot, coloured(RED, BLUE))
    preview.say("Nothing stops printing.")
    assert preview.accessibleDescription() == ("Page 1 of 2, 148 by 210 mm, shown at 64\u202f%. Nothing stops printing.")


def test_pages_are_turned_by_keys(preview: Preview, qtbot: QtBot) -> None:
    show(preview, qtbot, coloured(RED, BLUE))
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    qtbot.waitUntil(preview.is_current, timeout=5000)
    assert middle(preview) == BLUE_SEEN
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page() == 2


def test_a_document_with_fewer_pages_turns_back(preview: Preview, qtbot: QtBot) -> None:
    show(preview, qtbot, coloured(RED, BLUE))
    preview.go_to(2)
    show(preview, qtbot, coloured(RED))
    assert preview.page() == 1


def test_keys_zoom_and_the_zoom_ends_at_400_percent(preview: Preview, qtbot: QtBot) -> None:
    show(preview, qtbot, coloured(RED))
    for _turn in range(14):
        qtbot.keyClick(preview, Qt.Key.Key_Plus)
    qtbot.waitUntil(preview.is_current, timeout=5000)
    assert preview.zoom() == 4.0
    assert middle(preview) == RED_SEEN
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.fits()


def test_the_wheel_with_ctrl_zooms(preview: Preview, qtbot: QtBot) -> None:
    show(preview, qtbot, coloured(RED))
    before = preview.zoom()
    place = QPointF(300, 200)
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.viewport(), event)
    assert preview.zoom() > before * 1.3


def test_a_mark_is_brought_into_view_and_goes_with_the_document(preview: Preview, qtbot: QtBot) -> None:
    show(preview, qtbot, coloured(RED, BLUE))
    preview.set_zoom(3.0)
    preview.show_mark((2, 60.0, 190.0, 30.0, 10.0))
    qtbot.waitUntil(preview.is_current, timeout=5000)
    assert preview.page() == 2
    assert preview.verticalScrollBar().value() > 1000
    show(preview, qtbot, coloured(RED, BLUE))
    assert preview.mark() is None


def test_an_empty_desk_has_no_page(preview: Preview, qtbot: QtBot) -> None:
    show(preview, qtbot, coloured(RED))
    preview.clear()
    assert preview.size_mm() is None
    assert middle(preview) != RED_SEEN
