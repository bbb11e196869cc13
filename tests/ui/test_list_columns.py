"""The lists in every language: no day, state or code is cut off, and every column that is on show fits in its room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from organizer import i18n
from organizer.ui.kind import Kind
from organizer.ui.list_columns import ListColumns
from organizer.ui.list_pane import ListPane, RecordTable
from organizer.ui.look.segmented import Segmented
from organizer.ui.look.table import cell_width
from organizer.ui.look.theme import Theme
from organizer.ui.screens import campaigns, donations, leaflets, letters, organisations, people, pickets, press_releases, targets
from organizer.ui.screens.address_book import AddressBook
from organizer.ui.session import Session
from organizer.ui.table_model import RecordTableModel

KINDS = [each.KIND for each in (campaigns, donations, leaflets, letters, organisations, people, pickets, press_releases, targets)]
LANGUAGES = ["en_GB", "ar", "de", "ru"]
LAPTOP, LEAST_AT_150 = (742, 1.0), (790, 1.5)


def _laid(qtbot: QtBot, kind: Kind, width: int) -> RecordTable:
    table = RecordTable("")
    qtbot.addWidget(table)
    model = RecordTableModel(kind.columns, table)
    table.setModel(model)
    columns = ListColumns(table, model, kind.columns)
    table.room_changed.connect(columns.lay)
    table.resize(width, 400)
    table.show()
    columns.lay()
    return table


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "scale"), [LAPTOP, LEAST_AT_150])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.record.__name__)
def test_no_word_that_is_known_is_cut_off(qtbot: QtBot, look: Theme, kind: Kind, width: int, scale: float, language: str) -> None:
    i18n.set_language(language)
    look.apply(scale=scale)
    table = _laid(qtbot, kind, width)
    shown = [place for place in range(len(kind.columns)) if not table.isColumnHidden(place)]
    for place in shown:
        for cell in kind.columns[place].longest():
            assert table.columnWidth(place) >= cell_width(cell) - 1, cell.text
    assert sum(table.columnWidth(place) for place in shown) <= table.viewport().width() + 2
    assert kind.columns[[column.stretch for column in kind.columns].index(True)] in [kind.columns[place] for place in shown]


def test_what_stood_back_returns_with_the_room(qtbot: QtBot, look: Theme) -> None:
    table = _laid(qtbot, letters.KIND, 420)
    how = next(place for place, column in enumerate(letters.KIND.columns) if column.title == "How")
    assert table.isColumnHidden(how)
    table.resize(900, 400)
    assert not table.isColumnHidden(how)


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_head_of_a_narrow_list_nothing_lies_on_anything_else(
    qtbot: QtBot, session: Session, look: Theme, language: str
) -> None:
    i18n.set_language(language)
    look.apply(scale=1.5)
    pane = ListPane(session, letters.KIND, None)
    qtbot.addWidget(pane)
    pane.resize(790, 400)
    pane.show()
    parts = [pane.search, *pane.verb_buttons, pane.new_button]
    edges = sorted((part.geometry().left(), part.geometry().right()) for part in parts)
    assert all(end < start for (_start, end), (start, _end) in pairwise(edges))
    assert edges[-1][1] <= pane.width()
    assert pane.verb_buttons[0].accessibleName() == i18n._("Log letters")
    pane.resize(1200, 400)
    assert pane.verb_buttons[0].words() == i18n._("Log letters")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_switch_keeps_its_words_where_the_head_is_narrow(qtbot: QtBot, session: Session, look: Theme, language: str) -> None:
    i18n.set_language(language)
    look.apply(scale=1.5)
    book = AddressBook(session)
    qtbot.addWidget(book)
    book.resize(790, 400)
    book.show()
    pane = book.current().list
    switch = pane.findChild(Segmented)
    assert switch.width() >= switch.sizeHint().width()
    assert pane.new_button.accessibleName() == i18n._("New organisation")
    book.resize(1600, 400)
    assert pane.new_button.words() == i18n._("New organisation")
