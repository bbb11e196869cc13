"""What this program protects, and what it cannot, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer.i18n import N_, _
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.paint import is_rtl
from organizer.ui.look.text import Glyph, Text
from organizer.ui.look.theme import px
from organizer.ui.page import Page
from organizer.ui.reading import Reading
from organizer.ui.session import Session

_WIDEST, _TWO_COLUMNS, _BETWEEN = 620, 860, 36
_MARGINS = (22, 18, 22, 22)

PROTECTED = (
    N_("Who finds or takes the file, a copy of it, or a backup, reads nothing in it without the passphrase."),
    N_("Who has the passphrase of the file reads nothing of a closed compartment without its own, and cannot change it."),
    N_("What was saved stays saved, also when the program is killed, the power fails or the stick is pulled out."),
    N_("A file that was changed or damaged on its disk is noticed before it is used, and never shown as if it were right."),
    N_("Photos lose their place, time and camera when they come in; a covered face leaves the file for good."),
    N_("Files for others carry no name of yours, no folder and no program, only what you can see in them."),
    N_("The program never uses a network, and writes nothing you keep here outside the file and its backups."),
)
CANNOT = (
    N_("A computer that is taken while the file is open: lock it, or close the file, when you go away."),
    N_("Somebody who makes you tell the passphrase. A short one, or one used elsewhere, is guessed."),
    N_("Harmful software on this computer: it sees what you see and types along."),
    N_("Traces that disks keep: deleted parts on a stick or SSD, snapshots of the system, older versions in a cloud."),
    N_("What has left the file: prints, exports, mails, photos in the telephone they were taken with."),
    N_("The computer's memory: until it is switched off, pieces of what was open may remain there, also in its sleep file."),
    N_("Who was erased stands in backups from before: opened as files they show them, restored they lose them again."),
    N_("Around a compartment: how many records lie in it, their days, amounts and tags are read without its passphrase."),
    N_("A lost passphrase. Without it and without the recovery sheet nobody can open the file, nor can we."),
)


class Protection(Page):
    """For reading alone."""

    def __init__(self, _session: Session) -> None:
        super().__init__("surface")
        protects = _column(_("What this program protects"), PROTECTED, "shield-check", "green_text")
        cannot = _column(_("What it cannot protect"), CANNOT, "shield-alert", "amber_text")
        self._both = row((protects, 1), (cannot, 1), gap=_BETWEEN)
        self.words = Reading(_("What is protected"), [self._both], margins=_MARGINS)
        self.setLayout(col(self.words, gap=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for two columns."""
        super().resizeEvent(event)
        wide = self.width() >= px(_TWO_COLUMNS)
        along = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(along)
        # A margin, as a layout that knows how high its words are for a width does not heed how wide they may be at most
        columns = 2 if wide else 1
        most = columns * px(_WIDEST) + (columns - 1) * px(_BETWEEN)
        beside = max(0, self.width() - sum(map(px, _MARGINS[::2])) - most)
        self._both.setContentsMargins(*((beside, 0, 0, 0) if is_rtl(self) else (0, 0, beside, 0)))


def _column(heading: str, sentences: Sequence[str], icon: str, colour: str) -> QWidget:
    lines = [
        row(Glyph(icon, 18, colour, level="body"), (Text(_(sentence), "body", wrap=True), 1), gap=10) for sentence in sentences
    ]
    return box(col(Text(heading, "group"), *lines, None, gap=12))
