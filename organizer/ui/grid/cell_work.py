"""CellWork: what is done with the chosen cells of the grid: emptied, filled from above, copied."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from organizer.ui.grid.grid_model import GridModel
from organizer.ui.locking import clipboard


class CellWork:
    """Works on the cells that are chosen in a view; each deed is one step of typing."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        self._view, self._model = view, model

    def chosen(self) -> list[tuple[int, int]]:
        """Row and column of the chosen cells, in the order of reading."""
        return sorted((index.row(), index.column()) for index in self._view.selectionModel().selectedIndexes())

    def clear(self) -> None:
        self._model.write(dict.fromkeys(self.chosen(), ""))

    def same_as_above(self) -> None:
        """The chosen cells of a column take what stands above the first of them."""
        texts: dict[tuple[int, int], str] = {}
        for row, column in self.chosen():
            if row > 0:
                above = texts.get((row - 1, column))
                texts[row, column] = self._words(row - 1, column) if above is None else above
        self._model.write(texts)

    def copy(self) -> None:
        """To the clipboard, as spreadsheet programs take cells; they stay there for half a minute."""
        cells = self.chosen()
        columns, rows = sorted({column for _row, column in cells}), sorted({row for row, _column in cells})
        clipboard.put("\n".join("\t".join(self._words(row, c) for c in columns) for row in rows))

    def cut(self) -> None:
        self.copy()
        self.clear()

    def _words(self, row: int, column: int) -> str:
        return str(self._model.index(row, column).data() or "")
