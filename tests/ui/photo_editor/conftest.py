"""A photo with faces in it, on a picket and on a leaflet, and the editor open on it in the real window."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QWidget

from organizer.records.attachment import Attachment
from organizer.store.store import Store
from organizer.ui.main_window import MainWindow
from organizer.ui.photo_editor.opening import edit_photo
from organizer.ui.photo_editor.sheet import PhotoEditor
from organizer.ui.session import Session
from tests import factories
from tests.ui.prints.conftest import desk, leaflets, settled

__all__ = ["desk", "leaflets", "settled"]

SIZE = (1200, 800)
FACE = (500, 300, 620, 450)


def crowd(size: tuple[int, int] = SIZE) -> bytes:
    """A face in front of a street of two greys."""
    picture = Image.new("RGB", size, "#b0b4ba")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, size[1] // 2, *size), fill="#7a7468")
    draw.ellipse(FACE, fill="#e8b890")
    for x in (535, 575):
        draw.ellipse((x - 6, 350, x + 6, 362), fill="#201810")
    draw.arc((530, 380, 590, 420), 20, 160, fill="#802020", width=5)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95)
    return out.getvalue()


@pytest.fixture
def photo(file: Store, session: Session) -> Attachment:
    assert session.campaign is not None
    return file.attach(crowd(), "crowd.jpg", factories.picket(file, campaign_id=session.campaign.id))


@pytest.fixture
def editor(
    open_window: Callable[..., MainWindow], session: Session, settle: Callable[[], None], photo: Attachment
) -> PhotoEditor:
    opened = edit_photo(session, open_window(), photo.id, shape=1.5, printed_mm=154.0)
    settle()
    assert opened.canvas.has_image()
    return opened


def opened_in(window: QWidget) -> PhotoEditor:
    """The editor that is open over a window."""
    (found,) = (each for each in window.window().findChildren(PhotoEditor) if each.isVisible())
    return found
