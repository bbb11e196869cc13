"""Beside the photo: what the hand does, the shape of the frame, what is covered, who can be recognised, and what becomes of the
photo as it was.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer import i18n
from organizer.i18n import _, _n
from organizer.records.attachment import Attachment
from organizer.ui.look.layout import Scroll, box, col, row
from organizer.ui.look.parts import Button, Choice, Field, Segmented, Text
from organizer.ui.look.theme import follow, px
from organizer.ui.photo_editor.areas import AreaList
from organizer.ui.photo_editor.editing import FACES, FRAME, Editing
from organizer.ui.photo_editor.retouch import Subject

FREE, AS_PRINTED = "free", "as_printed"
OVAL, RECTANGLE = "oval", "rectangle"
_MM_PER_INCH = 25.4
_WIDTH = 284


class FrameTools(QWidget):
    """The shape of the frame, and how sharp what is in it will be printed."""

    def __init__(self, subject: Subject, editing: Editing) -> None:
        super().__init__()
        self._subject, self._editing = subject, editing
        self.shape = Segmented([(FREE, _("Any shape")), (AS_PRINTED, _("As on the sheet"))], small=True)
        self.shape.setAccessibleName(_("Shape of the frame"))
        self.shape.chosen.connect(self._on_shape)
        if subject.shape is None:
            self.shape.hide()
        self.whole = Button(_("The whole photo"), small=True)
        self.whole.clicked.connect(lambda: editing.show_whole())
        self.points = Text("", "small", "ink2", wrap=True)
        hint = _("Pull a corner, or move the frame with the arrow keys; with Shift they change its size.")
        self.setLayout(col(self.shape, Text(hint, "small", "ink2", wrap=True), self.points, row(self.whole, None), gap=10))
        editing.edited.connect(self._show)
        self._show()

    def _on_shape(self, code: str) -> None:
        self._editing.set_shape(self._subject.shape if code == AS_PRINTED else None)

    def _show(self) -> None:
        frame, printed = self._editing.retouch.frame, self._subject.printed_mm
        size = {"width": i18n.number(frame.width), "height": i18n.number(frame.height)}
        if printed is None:
            self.points.setText(_("{width} × {height} points").format(**size))
        else:
            dots = i18n.number(round(frame.width / (printed / _MM_PER_INCH)))
            self.points.setText(_("{width} × {height} points, {dots} ppi on the sheet").format(**size, dots=dots))


class FaceTools(QWidget):
    """`cover_wanted`: another face is to be covered, where the photo is looked at."""

    cover_wanted = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.cover = Button(_("Cover a face"), small=True, icon="plus")
        self.cover.clicked.connect(self.cover_wanted)
        self.form = Segmented([(OVAL, _("Oval")), (RECTANGLE, _("Rectangle"))], small=True)
        self.form.setAccessibleName(_("Shape of the cover"))
        self.form.chosen.connect(lambda code: editing.set_round(code == OVAL))
        hint = _("Draw over a face, or move the cover with the arrow keys; with Shift they change its size.")
        self.list = AreaList(editing)
        self.setLayout(col(self.form, Text(hint, "small", "ink2", wrap=True), row(self.cover, None), self.list, gap=10))
        editing.chosen.connect(lambda: self.form.set_value(OVAL if editing.round else RECTANGLE))


class Keeping(QWidget):
    """What becomes of the photo as it was. Where faces are covered it leaves the file unless somebody says otherwise."""

    def __init__(self, subject: Subject, editing: Editing) -> None:
        super().__init__()
        self._subject, self._editing = subject, editing
        self._decided = False
        self.keep = QCheckBox(_("Keep the original in the file"))
        self.keep.clicked.connect(self._decide)
        self.words = Text("", "small", "ink2", wrap=True)
        self.setLayout(col(self.keep, self.words, gap=6))
        editing.edited.connect(self.show_state)
        self.show_state()

    def _decide(self) -> None:
        self._decided = True
        self.show_state()

    def decision(self) -> bool | None:
        """What somebody said, None where nobody has."""
        return self.keep.isChecked() if self._decided else None

    def bring_back(self, decision: bool | None) -> None:
        if decision is not None:
            self.keep.setChecked(decision)
            self._decide()

    def show_state(self) -> None:
        retouch, subject = self._editing.retouch, self._subject
        changed = retouch.changes_pixels(subject.size)
        if not self._decided:
            self.keep.setChecked(changed and not retouch.areas)
        self.keep.setVisible(changed and subject.in_file)
        self.words.setText(self._said() if changed else "")
        self.words.setVisible(changed)

    def _said(self) -> str:
        subject = self._subject
        if not subject.in_file:
            return _("Only the photo as you see it here enters the file.")
        if self.keep.isChecked():
            return _("Whoever opens the file can bring it back with Undo.")
        gone = _("It leaves the file when you save. Undo brings it back until the file is closed.")
        if not subject.backups:
            return gone
        held = _n("{n} backup from before still holds it.", "{n} backups from before still hold it.", subject.backups)
        return f"{gone} {held}"


class Side(QWidget):
    """The tools of one photo."""

    def __init__(self, subject: Subject, editing: Editing) -> None:
        super().__init__()
        self._subject, self._editing = subject, editing
        self.tool = Segmented([(FRAME, _("Crop")), (FACES, _("Cover faces"))])
        self.tool.setAccessibleName(_("What to do with the photo"))
        self.frame, self.cover = FrameTools(subject, editing), FaceTools(editing)
        self.faces = Choice([(code, _(words)) for code, words in Attachment.FACES.items()])
        self.faces_field = Field(_("Who can be recognised"), self.faces)
        self.keeping = Keeping(subject, editing)
        self.others = Text(_others(subject.others), "small", "ink2", wrap=True)
        self.others.setVisible(subject.others > 0)
        inner = col(self.frame, self.cover, 4, self.faces_field, self.keeping, self.others, None, gap=14, margins=(0, 12, 4, 4))
        self.setLayout(col(self.tool, (Scroll(box(inner)), 1), gap=0))
        self.tool.chosen.connect(self.show_tool)
        self.faces.chosen.connect(editing.set_faces)
        editing.edited.connect(self._follow_areas)
        self._areas = 0
        self.show_tool(editing.tool)
        self.faces.set_value(editing.retouch.faces)
        follow(self)

    def restyle(self) -> None:
        self.setFixedWidth(px(_WIDTH))

    def show_tool(self, tool: str) -> None:
        """Crop, or cover faces."""
        self.tool.set_value(tool)
        self.frame.setVisible(tool == FRAME)
        self.cover.setVisible(tool == FACES)
        if self._editing.tool != tool:
            self._editing.set_tool(tool)

    def _follow_areas(self) -> None:
        """The first cover says that faces are covered; when the last is taken off, that is as it was."""
        before, now = self._areas, len(self._editing.retouch.areas)
        self._areas = now
        if now and not before:
            self._editing.set_faces("covered")
        elif before and not now and self._editing.retouch.faces == "covered":
            self._editing.set_faces(self._subject.faces)
        self.faces.set_value(self._editing.retouch.faces)


def _others(others: int) -> str:
    return _n("{n} leaflet prints this photo and changes with it.", "{n} leaflets print this photo and change with it.", others)
