"""What an erasure came to: that nothing is left in the file, and which backups and prints still hold the name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from organizer.actions.privacy.erasing import Outcome, Review
from organizer.i18n import _, _n
from organizer.store import backup
from organizer.ui.look.field import Group
from organizer.ui.look.layout import Item, box, row
from organizer.ui.look.text import Glyph, Text
from organizer.ui.safe_keeping.backup_words import when
from organizer.ui.safe_keeping.erase_review import paper_group


class ErasedBody:
    """The parts of the last step, with a box for each backup that still holds it."""

    def __init__(self, outcome: Outcome, review: Review, file: Path) -> None:
        folders = {path.parent for path in outcome.holders}
        known = {each.path: each for folder in folders for each in backup.in_folder(folder, file.stem)}
        self.boxes: list[tuple[QCheckBox, Path]] = []
        for path in outcome.holders:
            moment = when(known[path].at_utc) if path in known else path.name
            if path.parent != outcome.before.path.parent:
                words = _("{moment}, on another disk").format(moment=moment)
            else:
                words = _("{moment}, the state before").format(moment=moment) if path == outcome.before.path else moment
            self.boxes.append((_box(words), path))
        self.parts: list[Item] = [
            _verdict(outcome),
            *self._counts(outcome),
            *self._backups(outcome),
            *paper_group(review.printed),
        ]
        self.parts.append(Text(_("Other copies, exports and mails you find and delete yourself."), "small", "ink2", wrap=True))

    def chosen(self) -> list[Path]:
        """The backups that are to go."""
        return [path for box_of, path in self.boxes if box_of.isChecked()]

    def _counts(self, outcome: Outcome) -> list[Item]:
        deleted = _n("{n} record deleted.", "{n} records deleted.", outcome.erased.deleted)
        changed = _n("{n} record changed.", "{n} records changed.", outcome.erased.changed)
        return [Text(_("{deleted} {changed}").format(deleted=deleted, changed=changed), "body", wrap=True)]

    def _backups(self, outcome: Outcome) -> list[Item]:
        lines: list[Item] = [box_of for box_of, _path in self.boxes]
        if outcome.unread:
            words = _n(
                "{n} backup has another passphrase and could not be looked through.",
                "{n} backups have another passphrase and could not be looked through.",
                len(outcome.unread),
            )
            lines.append(Text(words, "small", "ink2", wrap=True))
        if not lines:
            return []
        words = (
            _("These still hold the name, and perhaps others that were not looked through:")
            if outcome.unfinished
            else _("A backup of now was made. These of before still hold the name:")
        )
        return [Group(_("Backups"), Text(words, "small", "ink2", wrap=True), *lines)]


def _verdict(outcome: Outcome) -> QWidget:
    if outcome.unfinished:
        words = _("It was taken out of the file, but then the disk failed. Make a backup, and look for the name once more.")
        return box(row(Glyph("triangle-alert", 18, "amber_text", level="medium"), (Text(words, "medium", wrap=True), 1), gap=10))
    if outcome.places:
        words = _n("It still stands in {n} place.", "It still stands in {n} places.", outcome.places)
        return box(row(Glyph("triangle-alert", 18, "amber_text", level="medium"), (Text(words, "medium", wrap=True), 1), gap=10))
    kept = outcome.erased.kept or outcome.gifts_kept
    words = (
        _("The file was looked through again: only what you chose to keep is left.")
        if kept
        else _("The file was looked through again: nothing of it is left.")
    )
    return box(row(Glyph("circle-check", 18, "green_text", level="medium"), (Text(words, "medium", wrap=True), 1), gap=10))


def _box(words: str) -> QCheckBox:
    made = QCheckBox(words.replace("&", "&&"))
    made.setAccessibleName(words)
    made.setChecked(True)
    return made
