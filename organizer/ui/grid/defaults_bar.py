"""DefaultsBar: what cells that say nothing take, and the campaign and tone of all rows, as chips with menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from organizer.actions.letter_rows import BY_NUMBER, Defaults
from organizer.i18n import N_, _
from organizer.records.campaign import Campaign, all_campaigns
from organizer.records.letter import Letter
from organizer.records.values import Channel, Evidence
from organizer.ui.look.layout import col
from organizer.ui.look.parts import Chip, Text
from organizer.ui.look.wrap import Wrap
from organizer.ui.session import Session

_EVIDENCE = {BY_NUMBER: N_("Reported, from 5 on estimated"), **Evidence.WORDS}
Choices = Callable[[], Mapping[str, str]]


class _Choosing(QObject):
    """A chip whose menu chooses one of several; it is filled when it is opened."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Choices, parent: QObject, icon: str | None = None) -> None:
        super().__init__(parent)
        self._name, self._choices, self._code = name, choices, ""
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self.fill)
        self.chip = Chip("", icon=icon, menu=self.menu)

    def show(self, code: str) -> None:
        self._code = code
        words = self._choices().get(code, "")
        self.chip.set_words(words)
        self.chip.setAccessibleName(_("{name}: {words}").format(name=self._name, words=words))

    def fill(self) -> None:
        self.menu.clear()
        for code, words in self._choices().items():
            action = QAction(words.replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(code == self._code)
            action.triggered.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            self.menu.addAction(action)


class DefaultsBar(QWidget):
    """`changed`: a person chose something else for all rows."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.defaults = Defaults()
        self.campaign: Campaign | None = None
        self._campaign = _Choosing(_("Campaign"), self._campaigns, self, "flag")
        self._tone = _Choosing(_("Tone"), lambda: _table(Letter.TONES), self)
        self._channel = _Choosing(_("How"), lambda: _table(Channel.WORDS), self)
        self._evidence = _Choosing(_("Evidence"), lambda: _table(_EVIDENCE), self)
        self._campaign.chosen.connect(self._choose_campaign)
        self._tone.chosen.connect(lambda code: self._choose(replace(self.defaults, tone=code)))
        self._channel.chosen.connect(lambda code: self._choose(replace(self.defaults, channel=code)))
        self._evidence.chosen.connect(lambda code: self._choose(replace(self.defaults, evidence=code)))
        self.choosing = (self._campaign, self._tone, self._channel, self._evidence)
        parts = [Text(_("Empty cells take"), "small", "ink2"), *(choosing.chip for choosing in self.choosing)]
        self.setLayout(col(Wrap(parts, gap=6), margins=(18, 0, 16, 10)))
        self.show_defaults(self.defaults, None)

    def show_defaults(self, defaults: Defaults, campaign: Campaign | None) -> None:
        """Show a choice without saying so. Without a campaign it is the window's."""
        self.defaults = defaults
        self.campaign = campaign or self._session.campaign
        self._campaign.show(self.campaign.uid if self.campaign else "")
        self._tone.show(defaults.tone)
        self._channel.show(defaults.channel)
        self._evidence.show(defaults.evidence)

    def _choose(self, defaults: Defaults) -> None:
        self.show_defaults(defaults, self.campaign)
        self.changed.emit()

    def _choose_campaign(self, uid: str) -> None:
        self.show_defaults(self.defaults, self._session.store.by_uid(Campaign, uid))
        self.changed.emit()

    def campaigns(self) -> dict[str, Campaign]:
        """All campaigns of the file by their uids."""
        return {campaign.uid: campaign for campaign in self._session.store.records(all_campaigns())}

    def _campaigns(self) -> dict[str, str]:
        return {uid: campaign.name for uid, campaign in self.campaigns().items()} or {"": _("No campaign yet")}


def _table(words: Mapping[str, str]) -> dict[str, str]:
    return {code: _(sentence) for code, sentence in words.items()}
