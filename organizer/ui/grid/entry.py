"""Entry: the letters that are being entered, what they mean by now, and the way back through the typing. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from organizer.actions.letter_names import NameBook
from organizer.actions.letter_rows import Defaults, RowReader, TypedRow
from organizer.actions.letter_sheet import FileKey, Look, ReadSheet, read_sheet
from organizer.ui.grid.steps import Rows, Steps


class Entry:
    """Reads the whole sheet anew after every change: rows take from those above them, and repeat one another."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._steps = Steps()
        self._known: frozenset[FileKey] = frozenset()
        self._looks: dict[int, list[Look]] = {}
        self.book = NameBook()
        self.defaults = Defaults()
        self.sheet = ReadSheet()
        self._reader = RowReader(self.book, self.defaults, today)

    def rows(self) -> Rows:
        return self._steps.now()

    def typed(self, row: int) -> TypedRow:
        return self.rows()[row] if row < len(self.rows()) else TypedRow()

    def state(self, row: int) -> str:
        return self.sheet.states[row] if row < len(self.sheet.states) else ""

    def looks(self, row: int) -> Sequence[Look]:
        return self._looks.get(row, ())

    def begin(self, rows: Iterable[TypedRow]) -> None:
        """Have these rows; there is nothing to take back."""
        self._steps.begin(_without_empty_end(rows))
        self.read()

    def take(self, rows: Iterable[TypedRow]) -> bool:
        """Have these rows from now on, as one step. Whether anything changed."""
        kept = _without_empty_end(rows)
        if kept == self.rows():
            return False
        self._steps.take(kept)
        self.read()
        return True

    def with_texts(self, texts: Mapping[tuple[int, int], str]) -> list[TypedRow]:
        """The rows with texts written into cells, by row and column."""
        rows = list(self.rows())
        for (row, column), text in texts.items():
            rows.extend([TypedRow()] * (row + 1 - len(rows)))
            if rows[row].cells[column] != text:
                rows[row] = rows[row].written(column, text)
        return rows

    def with_decision(self, places: Iterable[int], decision: str) -> list[TypedRow]:
        rows = list(self.rows())
        for place in places:
            rows[place] = TypedRow(rows[place].cells, decision)
        return rows

    def can_step(self, *, back: bool) -> bool:
        return self._steps.can(back=back)

    def step(self, *, back: bool) -> None:
        self._steps.go(back=back)
        self.read()

    def know(self, book: NameBook) -> None:
        """What the names mean from now on."""
        self.book = book
        self._reader = RowReader(book, self.defaults, self._today)
        self.read()

    def know_logged(self, known: frozenset[FileKey]) -> bool:
        """What the campaign's letter book has already. Whether that is news."""
        if known == self._known:
            return False
        self._known = known
        self.read()
        return True

    def set_defaults(self, defaults: Defaults) -> None:
        self.defaults = defaults
        self.know(self.book)

    def read(self) -> None:
        self.sheet = read_sheet(self.rows(), self._reader, self._known)
        self._looks = {}
        for look in self.sheet.looks:
            self._looks.setdefault(look.row, []).append(look)


def _without_empty_end(rows: Iterable[TypedRow]) -> Rows:
    kept = list(rows)
    while kept and kept[-1].is_blank():
        kept.pop()
    return tuple(kept)
