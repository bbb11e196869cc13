"""Attachments: photos, scans and logos kept inside the file as clean pixels, and what they belong to."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from organizer.i18n import N_
from organizer.records.base import Listing, Record, line


class Attachment(Record, kw_only=True):
    """What is known of one picture; its bytes lie apart and are asked from the store. Width and height in pixels.

    `faces` is what somebody who looked for faces says of them, empty until somebody has looked.
    """

    __tablename__ = "attachment"
    KIND: ClassVar[str] = "attachment"
    FACES: ClassVar[dict[str, str]] = {
        "": N_("Nobody has looked yet"),
        "none": N_("Nobody can be recognised"),
        "covered": N_("Faces are covered"),
        "agreed": N_("Everybody who can be recognised agreed"),
    }

    name: Mapped[str] = line()
    media_type: Mapped[str] = line()
    width: Mapped[int] = mapped_column(default=0)
    height: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str] = line()
    owner_kind: Mapped[str] = line()
    owner_uid: Mapped[str] = line(index=True)
    faces: Mapped[str] = line(server_default="")

    @classmethod
    def listing(cls) -> Listing:
        return Listing(sorts={"name": (cls.name,)}, default_sort="name", descending=False, own_text=("name",))

    def title(self) -> str:
        return self.name


def pictures_on(kind: str) -> Any:
    """The pictures of each record of a kind, for reading only; loaded where a whole record is asked for."""
    return relationship(
        Attachment,
        primaryjoin=f"and_(foreign(attachment.c.owner_uid) == {kind}.c.uid, attachment.c.owner_kind == '{kind}')",
        order_by="attachment.c.name",
        viewonly=True,
        lazy="raise",
        init=False,
        repr=False,
        compare=False,
    )


def attachments_of(owner_kind: str, owner_uid: str) -> Select[Attachment]:
    return (
        select(Attachment).where(Attachment.owner_kind == owner_kind, Attachment.owner_uid == owner_uid).order_by(Attachment.name)
    )


def same_pixels(photo: Attachment) -> Select[Attachment]:
    """The other attachments that show what this one shows."""
    return select(Attachment).where(Attachment.sha256 == photo.sha256, Attachment.id != photo.id)
