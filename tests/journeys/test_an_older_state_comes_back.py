"""An hour's work turns out to be wrong: an older state of the open file comes back, and the wrong one is still there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from organizer.records.letter import Letter
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file, open_file
from organizer.ui.desk import Desk
from organizer.ui.safe_keeping.restore_sheet import RestoreSheet
from organizer.ui.safe_keeping.restored import RestoredSheet
from tests import factories

PASSPHRASE = "kettle anchor velvet"


def test_the_window_goes_on_with_the_restored_file(desk: Desk, settle: Callable[[], None], tmp_path: Path) -> None:
    store = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    letters = [factories.letter(store) for _each in range(3)]
    store.back_up()
    for letter in letters:
        store.delete(letter)
    desk.enter(store)
    assert desk.window is not None
    desk.window.safe_keeping()
    settle()
    desk.window.page().section("backups").open_restore()
    settle()
    before = desk.window
    before.findChildren(RestoreSheet)[0].press()
    settle()
    assert desk.window is not None and desk.window is not before and desk.page is None
    assert desk.session is not None and desk.session.store.listing(ListQuery(Letter)).count == 3
    (told,) = desk.window.findChildren(RestoredSheet)
    assert "3 more" in told.comparison.accessibleDescription()
    told.dismiss()
    (aside,) = tmp_path.glob("before-restore-*")
    assert len(list((tmp_path / "branch backups").glob("*.organizer"))) == 2
    kept = open_file(aside / "branch.organizer", PASSPHRASE)
    assert kept.listing(ListQuery(Letter)).count == 0
    kept.close(back_up=False)
