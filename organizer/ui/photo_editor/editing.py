"""Editing: the retouch as it stands, which box is in hand, and everything that can be done to it. No widgets, no pictures."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from organizer import i18n
from organizer.i18n import _, _n
from organizer.store.covering import Area, Box
from organizer.ui.photo_editor import framing
from organizer.ui.photo_editor.retouch import Retouch, Subject

FRAME, FACES = "frame", "faces"


class Editing(QObject):
    """`tool` says what the hand moves: the frame or the areas. `edited`: the retouch is another; `chosen`: the box in hand is."""

    edited = Signal()
    chosen = Signal()

    def __init__(self, subject: Subject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.size = subject.size
        self.retouch = Retouch.of(subject)
        self.tool = FRAME
        self.round = True
        self.shape: float | None = None
        self.current: int | None = None

    def hand(self) -> Box | None:
        """The box that mouse and keys move."""
        if self.tool == FRAME:
            return self.retouch.frame
        return None if self.current is None else self.retouch.areas[self.current].box

    def hand_shape(self) -> float | None:
        """What shape the box in hand keeps: width by height, None for any."""
        return self.shape if self.tool == FRAME else None

    def set_tool(self, tool: str) -> None:
        self.tool = tool
        self.chosen.emit()

    def set_shape(self, shape: float | None) -> None:
        """Keep the frame to a shape from now on."""
        self.shape = shape
        if shape is not None:
            self._put_frame(framing.shaped(self.retouch.frame, shape, self.size))

    def show_whole(self) -> None:
        """Cut nothing off: with a shape to keep, as little as it needs."""
        whole = framing.whole(self.size)
        self._put_frame(whole if self.shape is None else framing.shaped(whole, self.shape, self.size))

    def add_area(self, box: Box) -> None:
        """Cover a part of the picture; it is in hand then."""
        self._take(replace(self.retouch, areas=(*self.retouch.areas, Area(box, self.round))))
        self.choose(len(self.retouch.areas) - 1)

    def remove_area(self, place: int) -> None:
        self.current = None
        self._take(self.retouch.without_area(place))
        self.choose(min(place, len(self.retouch.areas) - 1))

    def choose(self, place: int) -> None:
        """The area that is in hand from now on; below 0 none."""
        self.current = place if 0 <= place < len(self.retouch.areas) else None
        if self.current is not None:
            self.round = self.retouch.areas[self.current].round
        self.chosen.emit()

    def turn(self, by: int) -> None:
        """Take the next area in hand, or the one before."""
        if self.retouch.areas:
            at = self.current if self.current is not None else -1 if by > 0 else 0
            self.choose((at + by) % len(self.retouch.areas))

    def set_round(self, is_round: bool) -> None:
        """Cover round or square: the area in hand, and those to come."""
        self.round = is_round
        if self.current is not None:
            self._take(self.retouch.with_area(self.current, replace(self.retouch.areas[self.current], round=is_round)))

    def set_faces(self, faces: str) -> None:
        self._take(replace(self.retouch, faces=faces))

    def put(self, box: Box) -> None:
        """The box in hand is this one now."""
        if self.tool == FRAME:
            self._put_frame(box)
        elif self.current is not None:
            self._take(self.retouch.with_area(self.current, replace(self.retouch.areas[self.current], box=box)))

    def move(self, dx: int, dy: int) -> None:
        box = self.hand()
        if box is not None:
            self.put(framing.moved(box, dx, dy, self.size))

    def grow(self, dx: int, dy: int) -> None:
        box = self.hand()
        if box is not None:
            self.put(framing.grown(box, dx, dy, self.size, self.hand_shape()))

    def bring_back(self, retouch: Retouch) -> None:
        """What was asked for an earlier time."""
        self.current = None
        self._take(retouch)
        self.set_faces(retouch.faces)
        self.chosen.emit()

    def _put_frame(self, box: Box) -> None:
        self._take(replace(self.retouch, frame=box))

    def _take(self, retouch: Retouch) -> None:
        if retouch != self.retouch:
            self.retouch = retouch
            self.edited.emit()

    def said(self) -> str:
        """How it stands, for those who hear it."""
        box, areas = self.hand(), len(self.retouch.areas)
        covered = _n("{n} area is covered.", "{n} areas are covered.", areas) if areas else _("Nothing is covered.")
        if box is None:
            return covered
        sentence = _("The frame is {width} by {height} points, {left} from the left, {top} from the top.")
        if self.tool == FACES:
            sentence = _("The area in hand is {width} by {height} points, {left} from the left, {top} from the top.")
        numbers = {name: i18n.number(getattr(box, name)) for name in ("width", "height", "left", "top")}
        return f"{sentence.format(**numbers)} {covered}"
