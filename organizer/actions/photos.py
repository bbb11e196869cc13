"""Photos: cut, faces covered, and what somebody who looked for faces says of them, each as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from organizer import paths
from organizer.i18n import _
from organizer.records.attachment import Attachment, same_pixels
from organizer.records.leaflet import leaflets_showing
from organizer.store import attachments, backup
from organizer.store.covering import Area, Box

if TYPE_CHECKING:
    from organizer.store.store import Store


def retouch(
    store: Store,
    photo: Attachment,
    *,
    frame: Box | None = None,
    areas: Sequence[Area] = (),
    faces: str = "",
    keep_original: bool = False,
) -> None:
    """Cut a photo, cover faces in it, and say how it stands with faces (a key of `Attachment.FACES`), in one step.

    Everything that shows the photo shows the new one. Without `keep_original` the pixels of before leave the file at once, and
    undo brings them back only until it is closed. ChangedMeanwhile: it is not the photo that was looked at any more.
    """
    if frame is None and not areas:
        _say(store, photo, faces)
        return
    picture = attachments.retouched(store.pixels(photo.id), frame=frame, areas=areas)
    with store.change(_("Faces covered") if areas else _("Photo cropped")) as change:
        attachments.exchange(change, photo, picture, faces=faces, keep_original=keep_original)


def _say(store: Store, photo: Attachment, faces: str) -> None:
    with store.change(_("Photo looked at for faces")) as change:
        for each in (photo, *change.records(same_pixels(photo))):
            each.faces = faces
            change.save(each)


def shown_on(store: Store, photo: Attachment) -> int:
    """How many leaflets print this photo."""
    same = (photo, *store.records(same_pixels(photo)))
    return sum(store.count(leaflets_showing(each.id)) for each in same)


def backups_from_before(store: Store, photo: Attachment) -> int:
    """How many backups beside the file were made while this photo lay in it: they hold it as it is now."""
    made = backup.in_folder(paths.backups(store.path), store.path.stem)
    return sum(each.at_utc >= photo.created_utc.replace(microsecond=0) for each in made)
