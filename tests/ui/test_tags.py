"""Tags in the window: typed as chips, saved with the record in one step, listed by a chip, told in history and exports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from organizer.actions.tags import put_tags
from organizer.exchange.csv_out import to_csv, to_json
from organizer.records.base import Record
from organizer.records.picket import Picket
from organizer.records.tag import Tag, Tagging
from organizer.store.store import Store
from organizer.ui.history import HistorySheet
from organizer.ui.kinds import KINDS
from organizer.ui.look.tags import TagsEdit
from organizer.ui.look.text import Text
from organizer.ui.main_window import MainWindow
from tests import factories
from tests.ui.hands import editor, focused, press, screen, type_text

Open = Callable[..., MainWindow]
Settle = Callable[[], None]


def put(store: Store, record: Record, *names: str) -> None:
    with store.change() as change:
        put_tags(change, record, names)


def tags(store: Store, picket: Picket) -> list[str]:
    return [tag.name for tag in store.get(Picket, picket.id).tags]


def into_tags(window: MainWindow) -> TagsEdit:
    edit: TagsEdit = editor(window, "tags")
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    assert focused() is edit.editor
    return edit


def opened(window: MainWindow, record: Record, settle: Settle) -> TagsEdit:
    window.to.record(type(record), record.id)
    settle()
    return into_tags(window)


def test_every_kind_that_bears_tags_has_a_field_and_a_filter_for_them() -> None:
    for kind in KINDS:
        fields = [field.attribute for group in kind.groups for row in group.rows for field in row]
        assert fields.count("tags") == 1, kind.record
        assert any(chip.words == "Tag" for chip in kind.chips), kind.record


def test_enter_puts_new_tags_on_and_they_are_saved_with_the_record_in_one_step(
    open_window: Open, settle: Settle, file: Store
) -> None:
    picket = factories.picket(file)
    window = open_window()
    edit = opened(window, picket, settle)
    type_text("urgent")
    assert [hit.words for hit in edit.completion.hits()] == ["New tag “urgent”"]
    press(Qt.Key.Key_Return)
    type_text("Митинг")
    press(Qt.Key.Key_Return)
    assert edit.names() == ["urgent", "Митинг"]
    assert focused() is edit.editor
    editor(window, "occasion").setFocus()
    type_text("Vigil")
    screen(window).save()
    settle()
    assert tags(file, picket) == ["urgent", "Митинг"]
    window.undo()
    settle()
    assert (tags(file, picket), file.get(Picket, picket.id).occasion) == ([], "")
    assert edit.names() == []
    window.redo()
    settle()
    assert edit.names() == ["urgent", "Митинг"]


def test_known_tags_are_offered_first_and_taken_by_enter(open_window: Open, settle: Settle, file: Store) -> None:
    other, picket = factories.picket(file), factories.picket(file)
    put(file, other, "Kuramshin", "day of action")
    edit = opened(open_window(), picket, settle)
    type_text("KUR")
    assert [hit.words for hit in edit.completion.hits()] == ["Kuramshin", "New tag “KUR”"]
    press(Qt.Key.Key_Return)
    type_text("act")
    assert edit.completion.hits()[0].words == "day of action"
    press(Qt.Key.Key_Return)
    assert edit.names() == ["Kuramshin", "day of action"]
    type_text("kuramshin")
    assert edit.completion.hits() == []
    press(Qt.Key.Key_Return)
    assert (edit.names(), edit.typed()) == (["Kuramshin", "day of action"], "")


def test_backspace_takes_the_last_one_off_and_arrows_reach_the_others(open_window: Open, settle: Settle, file: Store) -> None:
    picket = factories.picket(file)
    put(file, picket, "a", "b", "c", "d")
    edit = opened(open_window(), picket, settle)
    press(Qt.Key.Key_Backspace)
    assert edit.names() == ["a", "b", "c"]
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert focused() is edit.chips()[1]
    press(Qt.Key.Key_Delete)
    assert edit.names() == ["a", "c"]
    assert focused() is edit.chips()[1]
    type_text("x")
    assert focused() is edit.editor and edit.typed() == "x"


def test_a_press_on_the_cross_takes_a_tag_off_and_one_on_its_word_does_not(
    open_window: Open, settle: Settle, file: Store
) -> None:
    picket = factories.picket(file)
    put(file, picket, "urgent")
    edit = opened(open_window(), picket, settle)
    (chip,) = edit.chips()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())
    assert edit.names() == ["urgent"]
    end = chip.rect().center()
    end.setX(chip.width() - 8)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=end)
    assert edit.names() == []


def test_commas_part_tags_and_what_stands_typed_is_saved_too(open_window: Open, settle: Settle, file: Store) -> None:
    picket = factories.picket(file)
    window = open_window()
    edit = opened(window, picket, settle)
    edit.editor.insert("one, two;  Two words ; ,")
    edit.editor.textEdited.emit(edit.editor.text())
    assert edit.names() == ["one", "two", "Two words"]
    type_text("left standing")
    screen(window).save()
    settle()
    assert tags(file, picket) == ["left standing", "one", "two", "Two words"]


def test_tab_leaves_the_field_and_takes_along_what_stood_there(open_window: Open, settle: Settle, file: Store) -> None:
    picket = factories.picket(file)
    edit = opened(open_window(), picket, settle)
    type_text("urgent")
    press(Qt.Key.Key_Tab)
    assert focused() is not edit.editor
    assert (edit.names(), edit.typed()) == (["urgent"], "")


def test_a_tag_that_is_too_long_is_told_at_its_field(open_window: Open, settle: Settle, file: Store) -> None:
    picket = factories.picket(file)
    window = open_window()
    edit = opened(window, picket, settle)
    type_text("x" * 70)
    press(Qt.Key.Key_Return)
    screen(window).save()
    assert screen(window).form.body.problems_shown() == ["This tag is too long. 60 characters are enough."]
    assert edit.names() == ["x" * 70]


def test_what_was_not_saved_comes_back_as_a_draft(open_window: Open, settle: Settle, file: Store) -> None:
    one, other = factories.picket(file), factories.picket(file)
    window = open_window()
    edit = opened(window, one, settle)
    type_text("urgent")
    press(Qt.Key.Key_Return)
    type_text("half")
    opened(window, other, settle)
    assert edit.names() == []
    opened(window, one, settle)
    assert edit.names() == ["urgent", "half"]
    assert tags(file, one) == []


def test_a_duplicate_begins_with_the_same_tags(open_window: Open, settle: Settle, file: Store) -> None:
    picket = factories.picket(file)
    put(file, picket, "urgent")
    window = open_window()
    edit = opened(window, picket, settle)
    window.run("duplicate")
    assert edit.names() == ["urgent"]
    screen(window).save()
    settle()
    assert file.count(select(Tagging)) == 2 and file.count(select(Tag)) == 1


def test_the_chip_comes_with_the_first_tag_and_narrows_the_list(open_window: Open, settle: Settle, file: Store) -> None:
    one, _other = factories.picket(file, occasion="Vigil"), factories.picket(file, occasion="March")
    window = open_window()
    (chip,) = [chip for chip in screen(window).list.chips.chips if chip.may_come()]
    assert not chip.part.isVisible()
    put(file, one, "urgent")
    settle()
    assert chip.part.isVisible()
    chip._fill()
    assert chip.menu is not None
    assert [action.text() for action in chip.menu.actions()] == ["urgent\t1", "", "Change tags…"]
    chip.menu.actions()[0].trigger()
    settle()
    assert screen(window).list.model.rowCount() == 1
    assert chip.part.text() == "urgent"
    put(file, one)
    settle()
    assert screen(window).list.model.rowCount() == 0 and chip.part.isVisible()


def test_search_of_the_list_and_of_everything_finds_by_tag(open_window: Open, settle: Settle, file: Store) -> None:
    one, _other = factories.picket(file, occasion="Vigil"), factories.picket(file, occasion="March")
    put(file, one, "Kuramshin")
    window = open_window()
    screen(window).list.search.setFocus()
    type_text("kuram")
    settle()
    assert screen(window).list.model.rowCount() == 1


def test_history_says_which_tags_were_put_on_and_taken_off(open_window: Open, settle: Settle, file: Store) -> None:
    picket = factories.picket(file)
    put(file, picket, "urgent")
    window = open_window()
    opened(window, picket, settle)
    press(Qt.Key.Key_Backspace)
    type_text("press")
    press(Qt.Key.Key_Return)
    screen(window).save()
    settle()
    window.run("show_history")
    (sheet,) = window.findChildren(HistorySheet)
    words = [text.text() for text in sheet.findChildren(Text)]
    assert words.index("Tags: press") == words.index("Picket changed") + 2
    assert "Tags: urgent taken out" in words and "Tags: urgent" in words


def test_exports_carry_the_tags(file: Store) -> None:
    picket = factories.picket(file)
    put(file, picket, "urgent", "box, red")
    fresh = file.get(Picket, picket.id)
    head, line = to_csv("pickets", [fresh]).decode("utf-8-sig").splitlines()
    assert head.split(",")[-2:] == ["Tags", "Uid"] or head.split(",")[-2:] == ["Tags", "uid"]
    assert '"box, red; urgent"' in line
    assert '"tags": [\n      "box, red",\n      "urgent"\n    ]' in to_json("pickets", [fresh]).decode()


def test_a_picket_with_photos_shows_so_at_the_end_of_its_row(open_window: Open, settle: Settle, file: Store) -> None:
    picket = factories.picket(file, notified_on=None)
    window = open_window()
    model = screen(window).list.model
    last = model.index(0, len(model.columns) - 1)
    assert model.cell(last).icons == ()
    file.attach(_photo(), "one.png", picket)
    file.attach(_photo("blue"), "two.png", picket)
    settle()
    last = model.index(0, len(model.columns) - 1)
    assert [name for name, _ink in model.cell(last).icons] == ["image"]
    assert model.data(last, Qt.ItemDataRole.AccessibleTextRole) == "2 photos"
    window.undo()
    window.undo()
    settle()
    assert model.cell(model.index(0, len(model.columns) - 1)).icons == ()


def _photo(colour: str = "red") -> bytes:
    import io

    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize("language", ["ru", "de", "ar", "en_GB"])
def test_who_counted_is_read_whole_beside_the_numbers(
    open_window: Open, settle: Settle, file: Store, language: str, look: Any
) -> None:
    from organizer import i18n
    from organizer.ui.look.theme import theme

    i18n.set_language(language)
    picket = factories.picket(file, state="held", people_low=700, people_high=1200, counted_by="both")
    window = open_window(width=1150)
    window.to.record(Picket, picket.id)
    settle()
    choice = editor(window, "counted_by")
    room = choice.width() - theme().metrics("body").horizontalAdvance(choice.currentText())
    assert room >= 40
