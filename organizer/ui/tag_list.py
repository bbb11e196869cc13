"""The tags of a file in one place: renamed, made one with another, deleted; each a step that Undo takes back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from organizer.actions.tags import delete_tag, rename_tag, tags_in_use
from organizer.errors import UserError
from organizer.i18n import N_, _, _n
from organizer.records.base import Record
from organizer.records.tag import Tag, Tagging, tag_key, tidy_name
from organizer.store.store import Changes
from organizer.ui.kind import Verb
from organizer.ui.look.button import Button, icon_button
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Problem
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Text
from organizer.ui.look.theme import px
from organizer.ui.session import Session
from organizer.ui.sheet_draft import SheetDraft
from organizer.ui.tall import Tall

_SHOWN = 200
_TAGS: frozenset[type[Record]] = frozenset({Tag, Tagging})


class TagLine(QObject):
    """One tag: its name to write over, and what that would do. By the name of another tag the two become one."""

    renamed = Signal(object, str)
    deleted = Signal(object)

    def __init__(self, tag: Tag, count: int, others: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.tag, self._others = tag, others
        self.edit = Edit(tag.name)
        self.on = _n("on {n} record", "on {n} records", count)
        self.problem: Problem | None = None
        self.edit.setAccessibleName(_("Name of the tag “{name}”").format(name=tag.name))
        self._words = Text(self.on, "small", "ink2")
        self.go = Button(_("Rename"), small=True)
        self.go.hide()
        self.delete = icon_button("trash-2", _("Delete the tag “{name}”").format(name=tag.name))
        self._lines = col(row((self.edit, 5), (self._words, 4), self.go, self.delete, gap=8), gap=4)
        self.place = box(self._lines)
        self._words.setMinimumWidth(px(110))
        self.edit.textEdited.connect(lambda _text: self._look())
        self.edit.returnPressed.connect(self._rename)
        self.go.clicked.connect(self._rename)
        self.delete.clicked.connect(lambda: self.deleted.emit(self.tag))

    def is_changed(self) -> bool:
        return self.edit.text() != self.tag.name

    def write(self, name: str) -> None:
        """Write another name, as a person would; Enter is theirs."""
        self.edit.setText(name)
        self._look()

    def _name(self) -> str:
        return tidy_name(self.edit.text())

    def _look(self) -> None:
        """Say beforehand what Enter does."""
        self._show_problem("")
        other = self._others.get(tag_key(self._name()), "")
        self._words.setText(_("becomes one with “{name}”").format(name=other) if other else self.on)
        self.go.set_words(_("Join") if other else _("Rename"))
        self.go.setVisible(self._name() != self.tag.name)

    def _rename(self) -> None:
        name = self._name()
        problem = next(iter(Tag(name=name).problems()), None)
        if problem is not None:
            self._show_problem(problem.sentence)
            self.edit.setFocus()
        elif name != self.tag.name:
            self.renamed.emit(self.tag, name)

    def _show_problem(self, sentence: str) -> None:
        """Say what stands in the way; nothing for an empty sentence."""
        if self.problem is not None:
            self._lines.removeWidget(self.problem)
            self.problem.hide()
            self.problem.deleteLater()
        self.problem = Problem(sentence) if sentence else None
        if self.problem is not None:
            self._lines.addWidget(self.problem)
        self.edit.set_problem(bool(sentence))
        self.edit.setAccessibleDescription(sentence)


class TagsSheet(Sheet):
    """What is done here is done at once; the message bar has the way back."""

    def __init__(self, window: QWidget, session: Session) -> None:
        self._session = session
        self.lines: list[TagLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(6))
        close = Button(_("Close"), "primary", keys="Esc")
        hint = _("Write another name and press Enter. By the name of another tag the two become one.")
        head = col(Text(_("Tags"), "title"), Text(hint, "body", "ink2", wrap=True), gap=8, margins=(26, 22, 24, 6))
        # The focus ring of the fields stands out a little at the sides.
        self._rows.setContentsMargins(px(26), px(4), px(22), px(4))
        body = col(box(head), (Tall(self._rows), 1), row(None, close, margins=(16, 8, 22, 20)), gap=4)
        super().__init__(window, _("Tags"), body, width=600)
        close.clicked.connect(self.dismiss)
        session.changed.connect(self._on_changes)
        self.closed.connect(self.deleteLater)
        self._fill()
        SheetDraft(self, session, "tags", self._changed, self._restore)

    def _changed(self) -> dict[str, str]:
        return {line.tag.uid: line.edit.text() for line in self.lines if line.is_changed()}

    def _restore(self, typed: dict[str, str]) -> None:
        for line in self.lines:
            if line.tag.uid in typed:
                line.write(typed[line.tag.uid])

    def first(self) -> QWidget | None:
        return self.lines[0].edit if self.lines else None

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for line in self.lines:
            line.deleteLater()
        found = sorted(tags_in_use(self._session.store), key=lambda pair: tag_key(pair[0].name))
        names = {tag_key(tag.name): tag.name for tag, _count in found}
        self.lines = [self._line(tag, count, names) for tag, count in found[:_SHOWN]]
        for line in self.lines:
            self._rows.addWidget(line.place)
        if not found:
            words = _("No tags yet. They are typed in the form of a record, under Tags.")
            self._rows.addWidget(Text(words, "body", "ink2", wrap=True))

    def _line(self, tag: Tag, count: int, names: dict[str, str]) -> TagLine:
        own = tag_key(tag.name)
        line = TagLine(tag, count, {key: name for key, name in names.items() if key != own}, self)
        line.renamed.connect(self._rename)
        line.deleted.connect(self._delete)
        return line

    def _rename(self, tag: Tag, name: str) -> None:
        try:
            kept = rename_tag(self._session.store, tag, name)
        except UserError as fault:
            self._session.fail(fault)
            return
        if kept.id == tag.id:
            sentence = _("The tag “{old}” is called “{new}” now.").format(old=tag.name, new=kept.name)
        else:
            sentence = _("“{old}” and “{new}” are one tag now.").format(old=tag.name, new=kept.name)
        self._session.say(sentence, undoable=True)
        self._focus(kept.name)

    def _delete(self, tag: Tag) -> None:
        place = next((place for place, line in enumerate(self.lines) if line.tag is tag), 0)
        try:
            delete_tag(self._session.store, tag)
        except UserError as fault:
            self._session.fail(fault)
            return
        self._session.say(_("Tag “{name}” deleted.").format(name=tag.name), undoable=True)
        if self.lines:
            self._focus(self.lines[min(place, len(self.lines) - 1)].tag.name)

    def _focus(self, name: str) -> None:
        line = next((line for line in self.lines if line.tag.name == name), None)
        if line is not None:
            line.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changes(self, changes: Changes) -> None:
        if changes.kinds & _TAGS:
            self._fill()


def ask_tags(session: Session, _record: Any = None) -> None:
    """Over the window in front."""
    window = QApplication.activeWindow()
    if window is not None:
        sheet = TagsSheet(window, session)
        sheet.show_over(sheet.first())


CHANGE_TAGS = Verb(N_("Change tags…"), "tag", ask_tags)
"""At the end of the menu of tags that a list is narrowed by."""
