"""The section Compartments: kinds of record whose words lie under a second passphrase, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from organizer.i18n import _
from organizer.records.base import Record
from organizer.store import compartments
from organizer.store.compartments import Compartment
from organizer.store.store import Changes
from organizer.ui.compartments import purposes
from organizer.ui.compartments.sheet import Purpose, SecretSheet
from organizer.ui.compartments.words import hides, icon_of, name_of, state_words
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, box, col, row
from organizer.ui.look.text import Glyph, Text
from organizer.ui.look.theme import px
from organizer.ui.look.wrap import Wrap
from organizer.ui.page import Page
from organizer.ui.session import Session
from organizer.ui.tall import Tall

_WIDEST = 760


class CompartmentCard(Card):
    """One kind: its state, and buttons for what can be done now."""

    def __init__(self, compartment: Compartment, ask: Callable[[Purpose, str, type[Record]], None], session: Session) -> None:
        self.compartment = compartment
        self._ask, self._session = ask, session
        kind, store = compartment.kind, session.store
        self.buttons: list[Button] = []
        if not compartment.made:
            self._offer(
                _("Make a compartment…"), "lock", purposes.make(store, kind), _("It is sealed, and open until you close it.")
            )
        elif compartment.is_open:
            words = _("Close it")
            close = Button(words, "primary", icon="lock", name=self._named(words))
            close.clicked.connect(self._close)
            self.buttons.append(close)
        else:
            self._offer(_("Open it…"), "lock-open", purposes.open_(store, kind), _("The compartment is open."))
        if compartment.made:
            self._offer(
                _("Change its passphrase…"), "key-round", purposes.change(store, kind), _("The compartment has a new passphrase.")
            )
            self._offer(_("Do away with it…"), "trash-2", purposes.do_away(store, kind), _("The compartment is gone."))
        super().__init__(self._contents())

    def _contents(self) -> QLayout:
        kind = self.compartment.kind
        closed = self.compartment.made and not self.compartment.is_open
        icon = Glyph(
            "lock" if closed else "lock-open" if self.compartment.made else icon_of(kind), 22, "green_text" if closed else "ink2"
        )
        said = col(
            Text(name_of(kind), "group", wrap=True),
            Text(state_words(self.compartment), "body", wrap=True),
            Text(hides(kind), "small", "ink2", wrap=True),
            4,
            Wrap(self.buttons, gap=8),
            gap=3,
        )
        return row(col(icon, None), (said, 1), gap=14, margins=(16, 14, 16, 14))

    def _offer(self, words: str, icon: str, purpose: Purpose, done: str) -> None:
        button = Button(words, icon=icon, name=self._named(words))
        button.clicked.connect(lambda: self._ask(purpose, done, self.compartment.kind))
        self.buttons.append(button)

    def _named(self, words: str) -> str:
        """A button's words by ear, where those of other kinds have the same."""
        return _("{label}: {words}").format(label=name_of(self.compartment.kind), words=words)

    def _close(self) -> None:
        self._session.hide_words()
        compartments.close(self._session.store, self.compartment.kind)
        self._session.say(_("The compartment is closed."))


class CompartmentsSection(Page):
    """A card for each kind that may have one."""

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self._session = session
        self.cards: list[CompartmentCard] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(px(12))
        why = _("What not everybody who opens this file is to read can lie under a second passphrase within it.")
        column = box(col(Text(why, "body", "ink2", wrap=True), self._column, None, gap=12, margins=(22, 18, 22, 22)))
        column.setMaximumWidth(px(_WIDEST))
        self.setLayout(col((Tall(row((column, 100), None, gap=0)), 1), gap=0))
        session.changed.connect(self._on_changes)
        self.entered()

    def entered(self) -> None:
        """Say how things stand now. The keyboard stays with the kind it was at."""
        focused = self.window().focusWidget()
        at = next((card.compartment.kind for card in self.cards if focused is not None and card.isAncestorOf(focused)), None)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [CompartmentCard(each, self._ask, self._session) for each in compartments.compartments(self._session.store)]
        for card in self.cards:
            self._column.addWidget(card)
            card.show()
        self._go_to(at)

    def _go_to(self, kind: type[Record] | None) -> None:
        for card in self.cards:
            if card.compartment.kind is kind:
                card.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        return [card.buttons[0] for card in self.cards]

    def _on_changes(self, changes: Changes) -> None:
        if changes.kinds & set(compartments.offered()):
            self.entered()

    def make(self, kind: type[Record]) -> None:
        """Ask for the passphrase of a new compartment, where there is none of this kind."""
        card = next(each for each in self.cards if each.compartment.kind is kind)
        if not card.compartment.made:
            card.buttons[0].click()

    def _ask(self, purpose: Purpose, done: str, kind: type[Record]) -> None:
        sheet = SecretSheet(self.window(), self._session.tasks, purpose)
        sheet.done.connect(lambda: self._done(done, kind))
        sheet.show_over()

    def _done(self, sentence: str, kind: type[Record]) -> None:
        self._go_to(kind)
        self._session.say(sentence)
        self._session.backed_up.emit()  # one is made before a compartment
