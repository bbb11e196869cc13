"""The side bar: campaign, quick log, search, the kinds of record, the foot. 224 wide, or a rail of icons of 60."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer.i18n import _
from organizer.ui.look.button import Button, icon_button
from organizer.ui.look.controls import ButtonKind
from organizer.ui.look.layout import Item, Panel, col, row
from organizer.ui.look.nav import CampaignButton, FootNote, NavItem
from organizer.ui.look.text import Text
from organizer.ui.look.theme import follow, px
from organizer.ui.look.tokens import SPACE

Entry = tuple[str, str, str]
"""Code, words, icon."""


class SideBar(Panel):
    """groups: (heading, entries); an empty heading is not shown. Alt+1 … 9 are the window's actions, not the bar's."""

    chosen = Signal(str)
    quick_log = Signal()
    search = Signal()
    campaign = Signal()
    lock = Signal()
    settings = Signal()
    backups = Signal()

    def __init__(self, groups: Sequence[tuple[str, Sequence[Entry]]]) -> None:
        super().__init__("canvas", edges=("end",))
        self._narrow = False
        self._items: dict[str, NavItem] = {}
        self._wide_only: list[QWidget] = []
        items = self._top()
        for heading, entries in groups:
            items += [10, *self._group(heading, entries)]
        self.setLayout(col(*items, None, self._foot(), gap=2, margins=(10, 10, 10, 10)))
        self.setAccessibleName(_("Places of the program"))
        self.set_narrow(False)
        follow(self)

    def _top(self) -> list[Item]:
        self.campaign_button = CampaignButton()
        self.campaign_button.clicked.connect(self.campaign)
        self.quick_log_button = self._wide_button(_("Quick log"), "plain", "plus", "Ctrl+L")
        self.search_button = self._wide_button(_("Search"), "quiet", "search", "Ctrl+K")
        self._small = (
            icon_button("plus", _("Quick log"), "plain", small=False),
            icon_button("search", _("Search"), small=False),
        )
        for button in (self.quick_log_button, self._small[0]):
            button.clicked.connect(self.quick_log)
        for button in (self.search_button, self._small[1]):
            button.clicked.connect(self.search)
        return [self.campaign_button, 8, self.quick_log_button, self._small[0], 2, self.search_button, self._small[1]]

    def _wide_button(self, words: str, kind: ButtonKind, icon: str, keys: str) -> Button:
        button = Button(words, kind, icon=icon, keys=keys, start=True)
        self._wide_only.append(button)
        return button

    def _group(self, heading: str, entries: Sequence[Entry]) -> list[Item]:
        made: list[Item] = []
        if heading:
            words = Text(heading, "caption", "ink3")
            self._wide_only.append(words)
            made.append(row(words, margins=(11, 0, 11, 1)))
        for code, words_, icon in entries:
            item = NavItem(words_, icon)
            item.clicked.connect(lambda _checked=False, code=code: self.chosen.emit(code))
            self._items[code] = item
            made.append(item)
        return made

    def _foot(self) -> Item:
        lock, settings = icon_button("lock", _("Lock now")), icon_button("settings", _("Settings"))
        lock.clicked.connect(self.lock)
        settings.clicked.connect(self.settings)
        self.backup_button = FootNote()
        self.backup_button.clicked.connect(self.backups)
        self._wide_only.append(self.backup_button)
        self.lock_button, self.settings_button = lock, settings
        return row((self.backup_button, 1), lock, settings, gap=3)

    def set_current(self, code: str) -> None:
        for each, item in self._items.items():
            item.set_current(each == code)

    def set_count(self, code: str, count: int | None) -> None:
        """A number beside an entry, where it informs; None takes it away."""
        self._items[code].set_count(count)

    def set_campaign(self, name: str) -> None:
        self.campaign_button.set_campaign(name)

    def set_backup(self, words: str, icon: str = "shield-check", colour: str = "green_text") -> None:
        """When the last backup was made, at the foot; a press on it emits `backups`."""
        self.backup_button.say(words, icon, colour)

    def item(self, code: str) -> NavItem:
        return self._items[code]

    def is_narrow(self) -> bool:
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        """The rail of icons with tool tips, for windows under 1300 px at 100 % text."""
        self._narrow = narrow
        for widget in self._wide_only:
            widget.setVisible(not narrow)
        for button in self._small:
            button.setVisible(narrow)
        self.lock_button.setVisible(not narrow)
        for item in self._items.values():
            item.set_narrow(narrow)
        self.campaign_button.set_narrow(narrow)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedWidth(px(SPACE.rail if self._narrow else SPACE.side))
