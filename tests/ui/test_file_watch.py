"""What happens to the open file outside of the program is said in its window, with the way out beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from organizer.errors import UserError
from organizer.store import surroundings
from organizer.store.store import Store
from organizer.ui.file_watch import FileWatch
from organizer.ui.main_window import MainWindow
from organizer.ui.session import Session

Open = Callable[..., MainWindow]
Settle = Callable[[], None]


@pytest.fixture
def watched(open_window: Open, session: Session, settle: Settle) -> Callable[[], tuple[MainWindow, FileWatch]]:
    def make() -> tuple[MainWindow, FileWatch]:
        window = open_window()
        watch = FileWatch(window, session)
        settle()
        return window, watch

    return make


def test_a_file_put_in_its_place_is_told_once_and_what_is_open_is_saved_beside(
    watched: Callable[[], tuple[MainWindow, FileWatch]], settle: Settle, session: Session, file: Store, tmp_path: Path
) -> None:
    window, watch = watched()
    watch.look()
    settle()
    assert window.messages.error is None
    other = tmp_path / "from the cloud"
    other.write_bytes(b"something else")
    other.replace(file.path)
    watch.look()
    settle()
    assert window.messages.error is not None
    assert "Another file lies" in window.messages.error.accessibleName()
    (button,) = window.messages.error.buttons
    button.click()
    settle()
    (copy,) = file.path.parent.glob("* kept *")
    assert copy.name in window.messages.bar.words().replace("\u2068", "").replace("\u2069", "")
    window.messages.close_error()
    watch.look()
    settle()
    assert window.messages.error is None


def test_a_place_that_a_cloud_copies_is_warned_of_once(
    watched: Callable[[], tuple[MainWindow, FileWatch]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "warning", lambda _path: "This folder is copied by Dropbox.")
    heard = [watched()[0].messages.bar.words() for _each in range(2)]
    assert heard == ["This folder is copied by Dropbox.", ""]


def test_a_file_for_looking_only_says_so_for_as_long_as_it_is_open(
    watched: Callable[[], tuple[MainWindow, FileWatch]], monkeypatch: pytest.MonkeyPatch, file: Store
) -> None:
    monkeypatch.setattr(file, "only_looking", True)
    window, _watch = watched()
    assert window.messages.error is not None
    assert "only be looked at" in window.messages.error.accessibleName() and window.messages.error.close_button.isHidden()
    window.fail(UserError("The disk is full.", "Free some of it."))
    assert window.messages.error.accessibleName() == "The disk is full."
    window.messages.error.close_button.click()
    assert "only be looked at" in window.messages.error.accessibleName()
