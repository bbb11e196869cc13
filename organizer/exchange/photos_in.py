"""Photos come in as pixels: decoded in a process of its own and encoded anew here. Nothing of the file itself comes along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from organizer.errors import StorageFault, UserError
from organizer.exchange.apart import read_pixels
from organizer.i18n import _
from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.store import attachments

if TYPE_CHECKING:
    from organizer.store.store import Store

LARGEST_FILE = 200_000_000
"""In bytes."""


def read_photo(path: Path) -> attachments.CleanPicture:
    """A picture file as clean pixels. UserError: it cannot be read, is no picture, or too large. Slow: for a worker thread."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(_("This file is too large for a photo."), _("Choose one of less than 200 MB."))
        data = path.read_bytes()
    except OSError as fault:
        raise StorageFault(_("This photo cannot be opened."), _("Look whether its disk or stick is there.")) from fault
    found = read_pixels(data)
    return attachments.clean_pixels(found.mode, found.size, found.data, turned=found.turned, photo=found.photo)


def attach_photo(store: Store, path: Path, owner: Record | None) -> Attachment:
    """Take a picture file into the campaign file as a step of its own."""
    picture = read_photo(path)
    with store.change() as change:
        kept = attachments.keep(change, picture, name=path.name, owner=owner)
    return store.get(Attachment, kept.id)
