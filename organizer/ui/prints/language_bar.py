"""The bar of a leaflet's languages: the tabs, + that adds one by its own name or takes one away, and one to compare with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu

from organizer.i18n import _, language_name
from organizer.ui.look.icons import icon
from organizer.ui.look.layout import Panel, row
from organizer.ui.look.parts import Button, icon_button
from organizer.ui.look.theme import px
from organizer.ui.prints.language_tabs import LanguageTabs
from organizer.ui.prints.notes import TONES


class LanguageBar(Panel):
    """The tabs, + with a menu of the languages that may be added, and one of those to compare with.

    `compared` carries the tag of the language whose words are wanted below those in front, or nothing.
    """

    chosen = Signal(str)
    compared = Signal(str)
    added = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__("surface", edges=("bottom",))
        self.tabs = LanguageTabs()
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.plus = icon_button("plus", _("Add or remove a language"))
        self.plus.clicked.connect(self._open)
        self.more_menu = QMenu()
        self.more_menu.aboutToShow.connect(self._fill_more)
        self.more = Button("", "quiet", icon="languages", small=True, menu=self.more_menu, name=_("More languages"))
        self.compare_menu = QMenu(self)
        self.compare_menu.aboutToShow.connect(self._fill_compare)
        self.compare = icon_button("columns-3", _("Compare with another language"))
        self.compare.clicked.connect(self._open_compare)
        self._tags: list[str] = []
        self._left_out: list[str] = []
        self._beside = ""
        self.setLayout(row(self.tabs, self.more, self.plus, None, self.compare, gap=2, margins=(8, 0, 12, 0)))
        self.tabs.currentChanged.connect(lambda _place: self.chosen.emit(self.tabs.tag()))
        self.tabs.remove_wanted.connect(self.removed)

    def show_languages(self, tags: list[str], current: str) -> None:
        self._tags = list(tags)
        self.tabs.show_languages(tags, current)
        self.compare.setHidden(len(tags) < 2)
        self._fit()

    def show_beside(self, tag: str) -> None:
        """Which language is compared with, as the button says it."""
        self._beside = tag
        comparing = _("Compared with {language}").format(language=language_name(tag)) if tag else ""
        words = comparing or _("Compare with another language")
        self.compare.setAccessibleName(words)
        self.compare.setToolTip(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Languages without room for a tab go into a menu of their own."""
        free = self.width() - px(8 + 12 + 6 + 30 + 30)
        whole = sum(self.tabs.tabSizeHint(place).width() for place in range(self.tabs.count()))
        self._left_out = self.tabs.fit_into(free if whole <= free else free - px(46))
        self.more.setVisible(bool(self._left_out))

    def _fill_more(self) -> None:
        self.more_menu.clear()
        for tag in self._left_out:
            tone = TONES.get(self.tabs.state(tag))
            action = QAction(language_name(tag), self.more_menu)
            if tone:
                action.setIcon(icon(tone.icon, tone.colour))
            action.triggered.connect(lambda _checked=False, tag=tag: self.chosen.emit(tag))
            self.more_menu.addAction(action)

    def _open(self) -> None:
        self.menu.popup(self.plus.mapToGlobal(self.plus.rect().bottomLeft()))

    def _open_compare(self) -> None:
        self.compare_menu.popup(self.compare.mapToGlobal(self.compare.rect().bottomLeft()))

    def _fill_compare(self) -> None:
        """The other languages, the one that is compared with marked, and a way to end it."""
        self.compare_menu.clear()
        others = [tag for tag in self._tags if tag != self.tabs.tag()]
        for tag, words in (("", _("Nothing")), *((tag, language_name(tag)) for tag in others)):
            action = QAction(words, self.compare_menu, checkable=True, checked=tag == self._beside)
            action.triggered.connect(lambda _checked=False, tag=tag: self.compared.emit(tag))
            self.compare_menu.addAction(action)

    def _fill(self) -> None:
        from organizer.sheets.words import languages

        self.menu.clear()
        for tag in sorted((tag for tag in languages() if tag not in self._tags), key=lambda tag: language_name(tag).casefold()):
            self._offer(language_name(tag), lambda _checked=False, tag=tag: self.added.emit(tag))
        if len(self._tags) > 1:
            self.menu.addSeparator()
            current = self.tabs.tag()
            words = _("Remove {language}").format(language=language_name(current))
            self._offer(words, lambda _checked=False: self.removed.emit(current))

    def _offer(self, words: str, act: Callable[..., object]) -> None:
        action = QAction(words, self.menu)
        action.triggered.connect(act)
        self.menu.addAction(action)
