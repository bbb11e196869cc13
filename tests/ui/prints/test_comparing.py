"""Two languages of a leaflet at once: the words of the other one stand below the field that is being written."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from organizer import i18n
from organizer.ui.prints.beside_words import BesideWords
from organizer.ui.prints.print_screen import PrintScreen
from organizer.ui.screens.leaflets import LeafletsPage
from tests.ui.prints.conftest import Desk

ARABIC = i18n.language_name("ar")
Settled = Callable[[PrintScreen], None]


def beside(page: LeafletsPage, name: str) -> BesideWords:
    control: Any = page.form.body.controls[f"texts.{name}"]
    return control.beside  # type: ignore[no-any-return]


def offered(page: LeafletsPage) -> list[QAction]:
    menu = page.languages.bar.compare_menu
    menu.aboutToShow.emit()
    return menu.actions()


def compare(page: LeafletsPage, words: str) -> None:
    next(action for action in offered(page) if action.text() == words).trigger()


def test_nothing_is_compared_until_somebody_asks(leaflets: LeafletsPage) -> None:
    assert not beside(leaflets, "headline").isVisible()
    assert [(action.text(), action.isChecked()) for action in offered(leaflets)] == [("Nothing", True), (ARABIC, False)]


def test_the_other_words_stand_below_in_their_own_direction_while_one_writes(
    leaflets: LeafletsPage, settled: Settled, qtbot: QtBot
) -> None:
    compare(leaflets, ARABIC)
    found = beside(leaflets, "headline")
    assert found.isVisible() and found.words.text() == "فصلوا لأنهم أضربوا"
    assert found.words.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert found.accessibleName() == f"Headline in {ARABIC}"
    assert leaflets.languages.bar.compare.accessibleName() == f"Compared with {ARABIC}"
    edit: Any = leaflets.form.body.controls["texts.headline"].field.editor  # type: ignore[attr-defined]
    edit.selectAll()
    qtbot.keyClicks(edit, "Jobs back now")
    assert found.isVisible() and found.words.text() == "فصلوا لأنهم أضربوا"
    assert not beside(leaflets, "kicker").isVisible()
    settled(leaflets)


def test_the_language_that_is_compared_with_changes_places_with_the_one_in_front(
    leaflets: LeafletsPage, settled: Settled
) -> None:
    compare(leaflets, ARABIC)
    leaflets.languages.choose("ar")
    assert leaflets.languages.beside() == "en"
    assert beside(leaflets, "headline").words.text() == "Sacked for striking"
    compare(leaflets, "Nothing")
    assert not beside(leaflets, "headline").isVisible()
    settled(leaflets)


def test_what_was_written_in_front_is_what_stands_below_afterwards(
    leaflets: LeafletsPage, settled: Settled, qtbot: QtBot
) -> None:
    compare(leaflets, ARABIC)
    edit: Any = leaflets.form.body.controls["texts.headline"].field.editor  # type: ignore[attr-defined]
    edit.selectAll()
    qtbot.keyClicks(edit, "Jobs back now")
    leaflets.languages.choose("ar")
    assert beside(leaflets, "headline").words.text() == "Jobs back now"
    settled(leaflets)


def test_a_language_that_goes_is_compared_with_no_more(leaflets: LeafletsPage, settled: Settled) -> None:
    compare(leaflets, ARABIC)
    leaflets.languages.remove("ar")
    assert leaflets.languages.beside() == "" and not beside(leaflets, "headline").isVisible()
    assert not leaflets.languages.bar.compare.isVisible()
    settled(leaflets)


def test_comparing_changes_nothing_that_is_kept(leaflets: LeafletsPage, desk: Desk, settled: Settled) -> None:
    compare(leaflets, ARABIC)
    assert not leaflets.form.is_dirty()
    settled(leaflets)
