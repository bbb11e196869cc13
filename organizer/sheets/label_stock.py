"""Label sheets: how many labels of which size stand where, in mm. Source: the templates of glabels, and makers' data sheets."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.i18n import N_
from organizer.sheets.layouts import A4, LETTER, Format, Layout, Size
from organizer.sheets.typesetting.geometry import Box

_LABEL_SHEET = Layout("label-sheet", N_("Label sheet"))


@dataclass(frozen=True)
class LabelStock:
    """The first label begins at `left`, `top`; columns are `pitch` apart, rows touch."""

    key: str
    name: str
    paper: Size
    size: Size
    columns: int
    rows: int
    left: float
    top: float
    pitch: float

    @property
    def on_a_sheet(self) -> int:
        return self.columns * self.rows

    def box(self, place: int, *, rtl: bool = False) -> Box:
        """The label at a place from 0, row by row; counted from the right where people read that way."""
        row, column = divmod(place, self.columns)
        column = self.columns - 1 - column if rtl else column
        return Box(self.left + column * self.pitch, self.top + row * self.size[1], *self.size)

    def format(self) -> Format:
        return Format(self.key, self.name, self.paper, (_LABEL_SHEET,))


STOCK = {
    stock.key: stock
    for stock in (
        LabelStock("l7160", N_("L7160, 21 on A4"), A4, (63.5, 38.1), 3, 7, 7.5, 15.5, 66.0),
        LabelStock("l7163", N_("L7163, 14 on A4"), A4, (99.1, 38.1), 2, 7, 4.65, 15.2, 101.6),
        LabelStock("5160", N_("5160, 30 on US Letter"), LETTER, (66.7, 25.4), 3, 10, 4.0, 12.7, 70.6),
    )
}
