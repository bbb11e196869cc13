"""Settings: look and locking on this computer, the branch's name in this file, and where its backups lie."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from organizer import i18n, paths
from organizer.errors import UserError
from organizer.i18n import _
from organizer.settings import LOCK_MINUTES, TEXT_SIZES
from organizer.ui import appearance
from organizer.ui.about import About
from organizer.ui.locking import capture
from organizer.ui.locking.when import choice_words
from organizer.ui.look.button import Button
from organizer.ui.look.choice import Choice
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Field, Group
from organizer.ui.look.layout import Card, box, col, row
from organizer.ui.look.segmented import Segmented
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.session import Session
from organizer.ui.tag_list import TagsSheet
from organizer.ui.tall import Tall
from organizer.ui.unlock import moment_words


class SettingsSheet(Sheet):
    """What is chosen is handed to the session at once; there is nothing to save."""

    def __init__(self, window: QWidget, session: Session) -> None:
        self._session = session
        now = session.settings
        self.language = Choice((tag, appearance.language_words(tag)) for tag in i18n.languages())
        self.language.set_value(_shipped(appearance.language_of(now)))
        self.theme = Segmented([(code, _(words), appearance.THEME_ICONS[code]) for code, words in appearance.THEME_WORDS.items()])
        self.theme.set_value(now.theme)
        self.text_size = Segmented([(str(size), _("{percent} %").format(percent=size)) for size in TEXT_SIZES])
        self.text_size.set_value(str(now.text_size))
        self.lock = Choice((str(minutes), choice_words(minutes)) for minutes in LOCK_MINUTES)
        self.lock.set_value(str(now.lock_minutes))
        self.unrecorded = QCheckBox(_("Leave the window out of screenshots and shared screens"))
        self.unrecorded.setChecked(now.unrecorded)
        self.branch = Edit(session.store.meta("branch"))
        self.about = Button(_("About and licences"), "link", icon="info", small=True)
        self.tags = Button(_("Change tags…"), icon="tag", small=True)
        self.close_button = Button(_("Close"), "primary", keys="Esc")
        super().__init__(window, _("Settings"), self._contents(), width=540)
        self.closed.connect(self.deleteLater)
        self.language.chosen.connect(lambda tag: session.change_settings(replace(session.settings, language=tag)))
        self.theme.chosen.connect(lambda code: session.change_settings(replace(session.settings, theme=code)))
        self.text_size.chosen.connect(lambda size: session.change_settings(replace(session.settings, text_size=int(size))))
        self.lock.chosen.connect(lambda minutes: session.change_settings(replace(session.settings, lock_minutes=int(minutes))))
        self.unrecorded.clicked.connect(lambda on: session.change_settings(replace(session.settings, unrecorded=on)))
        self.branch.editingFinished.connect(self._keep_branch)
        self.about.clicked.connect(self._show_about)
        self.tags.clicked.connect(self._show_tags)
        self.close_button.clicked.connect(self.dismiss)

    def _contents(self) -> QWidget:
        here = Group(
            _("On this computer"),
            Field(_("Language"), self.language),
            Field(_("Light or dark"), self.theme),
            Field(_("Text size"), self.text_size),
            Field(_("Lock by itself"), self.lock, hint=_("It also locks with the screen, and before the computer sleeps.")),
            self.unrecorded,
        )
        # Where the system cannot do it, nothing is promised
        self.unrecorded.setVisible(capture.can_leave_out())
        hint = _("Stands in the journal beside what is logged here, so that joined files say who logged what.")
        file = Group(
            _("In this file"),
            Field(_("Your branch or group"), self.branch, hint=hint, optional=True),
            self._backups(),
            row(self.tags, None),
        )
        body = col(
            row(Text(_("Settings"), "title"), None, Glyph("settings", 22), gap=8), here, file, gap=18, margins=(26, 22, 24, 10)
        )
        foot = row(self.about, None, self.close_button, gap=6, margins=(16, 8, 22, 20))
        return box(col((Tall(body), 1), foot, gap=0))

    def _backups(self) -> Card:
        """Where they lie and when the last one was made; they are verified copies, each opened again after it was written."""
        store = self._session.store
        last = store.last_backup()
        folder = i18n.isolate(str(paths.backups(store.path)))
        if last is None:
            when = _("No backup yet. One is made at closing, as soon as something has changed.")
        else:
            when = _("Last backup {moment}.").format(moment=moment_words(last.at_utc.astimezone().replace(tzinfo=None)))
        words = col(Text(when, "medium", wrap=True), Text(folder, "caption", "ink2", wrap=True), gap=0)
        return Card(
            row(Glyph("shield-check", 20, "green_text"), (words, 1), gap=12, margins=(14, 9, 14, 9)), token="canvas", edge=None
        )

    def _keep_branch(self) -> None:
        """The name of the branch goes into the file and stands beside everything logged from now on."""
        name = self.branch.text().strip()
        store = self._session.store
        if name != store.meta("branch"):
            try:
                store.set_meta("branch", name)
            except UserError as error:
                self._session.fail(error)
                return
            store.origin = name

    def _show_tags(self) -> None:
        window = self.parentWidget()
        self.dismiss()
        if window is not None:
            sheet = TagsSheet(window, self._session)
            sheet.show_over(sheet.first())

    def _show_about(self) -> None:
        window = self.parentWidget()
        self.dismiss()
        if window is not None:
            About(window).show_over()


def _shipped(tag: str) -> str:
    """The language in the list that a tag belongs to: American English is English."""
    return next((each for each in i18n.languages() if each.split("_")[0] == tag.split("_", maxsplit=1)[0]), i18n.SOURCE_LANGUAGE)
