"""Opening the photo editor on a photo that lies in the file, and keeping what comes of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from organizer.actions import photos
from organizer.i18n import _
from organizer.records.attachment import Attachment
from organizer.store.store import Store
from organizer.ui.photo_editor.editing import FRAME
from organizer.ui.photo_editor.retouch import Retouch, Subject
from organizer.ui.photo_editor.sheet import PhotoEditor
from organizer.ui.session import Session


def edit_photo(
    session: Session,
    window: QWidget,
    photo_id: int,
    *,
    tool: str = FRAME,
    shape: float | None = None,
    printed_mm: float | None = None,
    besides: int = 0,
) -> PhotoEditor:
    """Open the editor on a photo of the file. `besides`: how many leaflets show it of which the person knows already."""
    store = session.store
    photo = store.get(Attachment, photo_id)
    subject = Subject(
        data=store.pixels(photo_id),
        name=photo.name,
        size=(photo.width, photo.height),
        faces=photo.faces,
        in_file=True,
        shape=shape,
        printed_mm=printed_mm,
        others=max(0, photos.shown_on(store, photo) - besides),
        backups=photos.backups_from_before(store, photo),
    )
    editor = PhotoEditor(window, session, subject, partial(_keep, store, photo))
    editor.saved.connect(partial(_say, session))
    editor.open_at(tool)
    return editor


def _keep(store: Store, photo: Attachment, asked: Retouch) -> Retouch:
    size = (photo.width, photo.height)
    frame = asked.cut(size)
    photos.retouch(store, photo, frame=frame, areas=asked.areas, faces=asked.faces, keep_original=asked.keep_original)
    return asked


def _say(session: Session, asked: Retouch) -> None:
    sentence = _("Faces covered, in every place that shows the photo.") if asked.areas else _("Photo saved.")
    session.say(sentence, undoable=True)
