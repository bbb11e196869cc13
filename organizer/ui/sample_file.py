"""The sample campaign: a file of its own, made anew each time, and the day at which it stands still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.i18n import _
from organizer.ui import file_dialogs

if TYPE_CHECKING:
    from organizer.store.store import Store


def calendar(store: Store) -> Callable[[], date]:
    """Today; in the sample campaign the day of 2012 at which it stands still."""
    from organizer.actions.sample import sample_day

    day = sample_day(store)
    return (lambda: day) if day else date.today


def sample_file(folder: Path) -> Store:
    """The sample campaign in a file of its own, which goes when the program does."""
    from organizer.actions.sample import fill_with_sample
    from organizer.store.opening import create_file

    store = create_file(folder / f"{_('sample campaign')}{file_dialogs.SUFFIX}", None)
    fill_with_sample(store)
    return store
