"""In the print room too a public sheet waits for somebody to look for faces, and the button beside the note opens the photo."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from organizer.records.attachment import Attachment
from organizer.sheets.sheet import Note
from organizer.store.store import Store
from organizer.ui.main_window import MainWindow
from organizer.ui.photo_editor.editing import FACES
from organizer.ui.print_room.page import PrintRoomPage
from organizer.ui.session import Session
from tests import factories
from tests.ui.photo_editor.conftest import crowd, opened_in

PATIENCE_MS = 10_000


def test_the_note_on_faces_leads_to_the_photo_and_is_gone_when_they_are_covered(
    open_window: Callable[..., MainWindow], session: Session, settle: Callable[[], None], file: Store, qtbot: QtBot
) -> None:
    assert session.campaign is not None
    leaflet = factories.leaflet(file, campaign_id=session.campaign.id, texts={"en": {"headline": "Sacked", "body": "For this."}})
    leaflet.photo_id = file.attach(crowd((1800, 1200)), "crowd.jpg", leaflet).id
    leaflet = file.save(leaflet)
    page = open_window("print_room", 1500, 800).page()
    assert isinstance(page, PrintRoomPage)
    page.sheets.show_sheet("leaflet", leaflet)
    room = page.sheets.editor

    def told() -> list[Note]:
        qtbot.waitUntil(lambda: room.viewer.sheet() is not None and not room.is_behind(), timeout=PATIENCE_MS)
        sheet = room.viewer.sheet()
        assert sheet is not None
        return [note for note in sheet.notes if note.field == "photo" and note.level == "stop"]

    assert [note.sentence.split(".")[0] for note in told()] == ["Nobody has looked for faces in the photo yet"]
    (button,) = (
        button for line in room.viewer.notes.rows for button in line.findChildren(type(room.viewer.tools.whole))
        if button.text() == "Look at the photo"
    )  # fmt: skip
    button.click()
    editor = opened_in(page)
    settle()
    assert editor.editing.tool == FACES
    editor.canvas.cover_here()
    editor.save()
    settle()
    assert told() == [] and file.get(Attachment, leaflet.photo_id or 0).faces == "covered"
