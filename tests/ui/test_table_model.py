"""The table holds a few pages of a list, whatever its length, and says every cell aloud."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from organizer.records.picket import Picket
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from organizer.ui.look.theme import Theme
from organizer.ui.screens import pickets
from organizer.ui.table_model import PAGE, RecordTableModel
from tests import factories


def _filled(store: Store, count: int) -> RecordTableModel:
    campaign, city = factories.campaign(store), factories.city(store)
    with store.change() as change:
        for n in range(count):
            change.save(Picket(campaign_id=campaign.id, city_id=city.id, day=date(2012, 1, 1), occasion=f"No. {n}"))
    model = RecordTableModel(pickets.KIND.columns)
    model.show_list(store.listing(ListQuery(Picket)))
    return model


def test_it_keeps_every_rule_of_an_item_model(look: Theme, file: Store, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(_filled(file, 3))


def test_a_page_is_read_when_a_row_of_it_is_shown_and_not_before(
    look: Theme, file: Store, monkeypatch_reads: Callable[[Store], list[int]]
) -> None:
    model = _filled(file, 3 * PAGE)
    read = monkeypatch_reads(file)
    assert model.data(model.index(2 * PAGE + 5, 2)) == "London"
    assert read == [PAGE]
    assert model.data(model.index(2 * PAGE + 6, 2)) == "London"
    assert read == [PAGE]


def test_a_screen_reader_hears_what_icons_and_second_words_say(look: Theme, file: Store) -> None:
    city = factories.city(file)
    factories.picket(file, city_id=city.id, occasion="Day of action", hand_in_result="refused", arrests=2)
    model = RecordTableModel(pickets.KIND.columns)
    model.show_list(file.listing(ListQuery(Picket)))
    spoken = [model.data(model.index(0, n), Qt.ItemDataRole.AccessibleTextRole) for n in range(model.columnCount())]
    assert spoken == ["16 Dec 2012, 17:30", "Scheduled", "London", "Picket, Day of action", None, "letters refused, arrests"]


def test_a_record_deleted_since_the_list_was_made_leaves_an_empty_row(look: Theme, file: Store) -> None:
    model = _filled(file, 2)
    for picket in file.listing(ListQuery(Picket)).records(0, 1):
        file.delete(picket)
    assert [model.record(row) is None for row in range(2)] == [False, True]
