"""The cards of the overview: a head, a body that is filled anew, and cards that open the list their number counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLayout, QSizePolicy, QWidget

from organizer import i18n
from organizer.i18n import _, _n
from organizer.records.totals import Gifts, Letters, Pickets
from organizer.ui.look.evidence import KINDS, EvidenceBar, Key
from organizer.ui.look.layout import Card, Item, box, col, row
from organizer.ui.look.paint import painter, rounded
from organizer.ui.look.pressable import Pressable
from organizer.ui.look.text import Elided, Text
from organizer.ui.look.theme import colours, follow, px
from organizer.ui.look.tokens import SPACE

_MARGINS, _BESIDE_BUTTON = (16, 12, 16, 14), (16, 7, 10, 14)
_MOST_CURRENCIES = 3


class _Filled:
    """The body of a card, replaced as a whole."""

    def __init__(self, line: QBoxLayout) -> None:
        self._line = line
        self._body: QWidget | None = None
        # Until the figures come the head stands where it will stand then.
        self.fill(col(None))

    def fill(self, layout: QLayout) -> None:
        if self._body is not None:
            self._line.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = box(layout)
        self._line.addWidget(self._body, 1)


class _Strut(QWidget):
    """Keeps a head as high as its button while that is hidden."""

    def __init__(self) -> None:
        super().__init__()
        follow(self)

    def restyle(self) -> None:
        self.setFixedSize(0, px(SPACE.small))


class TitledCard(Card):
    """A card with a head. `height` in tokens is the least it takes; beside others it grows to the highest."""

    def __init__(self, title: str, *, height: int = 0, end: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._height = height
        self.title, self.note = Text(title, "group"), Elided("", "caption", "ink2")
        # A button in the head is higher than its words, which stay where those of other cards stand.
        margins = _BESIDE_BUTTON if end else _MARGINS
        line = col(row(self.title, (self.note, 1), *end, *([_Strut()] if end else []), gap=8), gap=6, margins=margins)
        self.setLayout(line)
        self._filled = _Filled(line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)
        follow(self)

    def restyle(self) -> None:
        self.setMinimumHeight(px(self._height))

    def fill(self, layout: QLayout) -> None:
        self._filled.fill(layout)


class OpenCard(Pressable, QAbstractButton):
    """A card that is one large button: a press opens the list of what it counts. Its figures are its spoken description."""

    radius = SPACE.card_radius

    def __init__(self, title: str, *, note: str = "", height: int = 0) -> None:
        super().__init__()
        self._height = height
        line = col(row(Text(title, "group"), (Elided(note, "caption", "ink2"), 1), gap=8), gap=6, margins=_MARGINS)
        self.setLayout(line)
        self._filled = _Filled(line)
        self.setText(title)
        self.setAccessibleName(_("{title}: open the list").format(title=title))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        follow(self)

    def restyle(self) -> None:
        self.setMinimumHeight(px(self._height))

    def fill(self, layout: QLayout, spoken: str) -> None:
        self._filled.fill(layout)
        self.setAccessibleDescription(spoken)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours()
        ground = c.press if self.isDown() else c.hover if self.underMouse() else c.raised
        rounded(painter(self), self.rect(), self.radius, ground, c.line)


def _figure(number: str, words: str) -> QLayout:
    """The one large number of a card with its words on the same foot."""
    return row(Text(number, "number"), (col(None, Elided(words, "small", "ink2"), 5, gap=0), 1), gap=8)


class LettersCard(OpenCard):
    """How many letters, how broad, and what proves them."""

    def __init__(self) -> None:
        super().__init__(_("Letters"), height=152)

    def show_letters(self, letters: Letters) -> None:
        if not letters.total:
            sentence = _("None logged yet. Quick log takes the first one.")
            self.fill(col(_figure(i18n.number(0), ""), Text(sentence, "small", "ink2", wrap=True), None, gap=4), sentence)
            return
        breadth = breadth_words(letters)
        keys: list[Item] = []
        for kind, count in zip(KINDS, letters.parts(), strict=True):
            keys.append((Key(kind, count, share=i18n.percent(count / letters.total)), 1))
        bar = EvidenceBar(*letters.parts())
        body = col(_figure(i18n.number(letters.total), breadth), bar, row(*keys, gap=10), None, gap=4)
        self.fill(body, f"{i18n.number(letters.total)} {breadth}. {bar.accessibleDescription()}")


class PicketsCard(OpenCard):
    """How many were held, how many people were counted at them, and what else there is."""

    def __init__(self) -> None:
        super().__init__(_("Pickets"), height=152)

    def show_pickets(self, pickets: Pickets) -> None:
        held = _n("held in {n} city", "held in {n} cities", pickets.cities) if pickets.held else _("held so far")
        lines = [words for words in (people_words(pickets), others_words(pickets)) if words]
        texts = [Text(words, "small", "ink2", wrap=True) for words in lines]
        body = col(_figure(i18n.number(pickets.held), held), *texts, None, gap=4)
        self.fill(body, ". ".join([f"{i18n.number(pickets.held)} {held}", *lines]) + ".")


class GiftsCard(OpenCard):
    """Money by currency, side by side, never added."""

    def __init__(self) -> None:
        super().__init__(_("Donations"), note=_("currencies kept apart"), height=152)

    def show_gifts(self, gifts: tuple[Gifts, ...]) -> None:
        if not gifts:
            sentence = _("None logged yet.")
            self.fill(col(Text(sentence, "small", "ink2"), None), sentence)
            return
        rows: list[Item] = []
        spoken = []
        for gift in gifts[:_MOST_CURRENCIES]:
            amount, count = str(gift.amount), _n("{n} gift", "{n} gifts", gift.count)
            rows.append(row((Elided(amount, "strong"), 1), Text(count, "small", "ink2"), gap=8))
            spoken.append(i18n.joined(amount, count))
        more = len(gifts) - _MOST_CURRENCIES
        if more > 0:
            rows.append(Text(_n("and {n} more currency", "and {n} more currencies", more), "small", "ink2"))
        self.fill(col(*rows, None, gap=4), "; ".join(spoken))


def breadth_words(letters: Letters) -> str:
    """from 247 organisations in 30 cities to 10 targets"""
    return _("from {organisations} in {cities} to {targets}").format(
        organisations=_n("{n} organisation", "{n} organisations", letters.organisations),
        cities=_n("{n} city", "{n} cities", letters.cities),
        targets=_n("{n} target", "{n} targets", letters.targets),
    )


def people_words(pickets: Pickets) -> str:
    """975–1,495 people, counted at 9 of 10"""
    if pickets.people is None:
        return _("Nobody was counted yet") if pickets.held else ""
    people = _("{count} people").format(count=pickets.people)
    counted = _("counted at {counted} of {held}") if pickets.counted < pickets.held else _("counted at all")
    return _("{people}, {counted}").format(
        people=people,
        counted=counted.format(counted=i18n.number(pickets.counted), held=i18n.number(pickets.held)),
    )


def others_words(pickets: Pickets) -> str:
    """2 scheduled, 1 draft, 2 cancelled"""
    parts = (
        _("{n} scheduled").format(n=i18n.number(pickets.scheduled)) if pickets.scheduled else "",
        _n("{n} draft", "{n} drafts", pickets.draft) if pickets.draft else "",
        _("{n} cancelled").format(n=i18n.number(pickets.cancelled)) if pickets.cancelled else "",
    )
    return i18n.joined(*parts)
