"""CardGrid: where the cards of the overview stand, by the room there is."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from organizer.ui.look.theme import follow, px


class CardGrid(QWidget):
    """The cards in two columns, in one where the window is narrow; two more rows' worth where it is tall."""

    def __init__(self, cards: dict[str, QWidget]) -> None:
        super().__init__()
        self._cards = cards
        self._lines = QGridLayout(self)
        self._shape: tuple[bool, bool] | None = None
        for card in cards.values():
            card.setParent(self)
        follow(self)

    def restyle(self) -> None:
        self._lines.setContentsMargins(px(20), 0, px(20), px(18))
        self._lines.setSpacing(px(14))

    def arrange(self, wide: bool, tall: bool) -> None:
        """Nothing happens while the shape stays what it is."""
        if self._shape == (wide, tall):
            return
        self._shape = (wide, tall)
        for card in self._cards.values():
            self._lines.removeWidget(card)
        for line in range(12):
            self._lines.setRowStretch(line, 0)
        self._place_wide(tall) if wide else self._place_narrow(tall)
        for name in ("lately", "demands"):
            self._cards[name].setVisible(tall)
        for column in range(8):
            self._lines.setColumnStretch(column, 1 if wide or column < 2 else 0)

    def _place_wide(self, tall: bool) -> None:
        places = [
            ("next", 0, 0, 4), ("waiting", 0, 4, 4), ("letters", 1, 0, 4), ("pickets", 1, 4, 2), ("gifts", 1, 6, 2),
            ("weeks", 2, 0, 4), ("where", 2, 4, 4),
        ]  # fmt: skip
        if tall:
            places += [("lately", 3, 0, 4), ("demands", 3, 4, 4)]
        for name, line, column, span in places:
            self._lines.addWidget(self._cards[name], line, column, 1, span)
        self._lines.setRowStretch(2, 1)

    def _place_narrow(self, tall: bool) -> None:
        names = [("next",), ("waiting",), ("letters",), ("pickets", "gifts"), ("weeks",), ("where",)]
        if tall:
            names += [("lately",), ("demands",)]
        for line, pair in enumerate(names):
            for at, name in enumerate(pair):
                self._lines.addWidget(self._cards[name], line, at, 1, 2 // len(pair))
