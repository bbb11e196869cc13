"""Widgets in cycles are destroyed on the window's thread, never on a worker: there the program would stand still."""

import gc
import threading

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from organizer.ui.collector import Collector
from organizer.ui.tasks import Tasks

destroyed_on: list[int] = []


@pytest.fixture(autouse=True)
def collecting() -> None:
    """Nothing collects here but what a test begins itself, and nothing is settled."""
    gc.unfreeze()


class Knot(QWidget):
    """A widget that only a collection can free."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        destroyed_on.append(threading.get_ident())


def allocate_much() -> int:
    """Enough to make the interpreter collect, where it may."""
    return len([[n] for n in range(200_000)])


def test_work_that_allocates_destroys_no_widget(qtbot: QtBot, qapp: QApplication) -> None:
    destroyed_on.clear()
    tasks = Tasks()
    for _n in range(20):
        Knot()
    with qtbot.waitSignal(tasks.idle, timeout=20_000):
        tasks.run(allocate_much, lambda _count: None)
    assert destroyed_on == []
    gc.collect()
    assert destroyed_on == [threading.get_ident()] * 20
    tasks.close()


def test_what_is_due_is_collected_here(qapp: QApplication) -> None:
    destroyed_on.clear()
    tasks = Tasks()
    Knot()
    kept = [[n] for n in range(2000)]
    collector = tasks.findChild(Collector)
    assert collector is not None
    collector.collect()
    assert destroyed_on == [threading.get_ident()] and len(kept) == 2000
    tasks.close()


def test_collecting_is_given_back_when_the_last_one_ends(qapp: QApplication) -> None:
    first, second = Tasks(), Tasks()
    first.close()
    assert not gc.isenabled()
    second.close()
    second.close()
    assert gc.isenabled()


def test_what_is_settled_is_looked_at_again_only_when_it_is_released(qapp: QApplication) -> None:
    destroyed_on.clear()
    tasks = Tasks()
    kept = [Knot()]
    tasks.collector.settle()
    kept.clear()
    gc.collect()
    assert destroyed_on == []
    tasks.collector.release()
    gc.collect()
    assert destroyed_on == [threading.get_ident()]
    tasks.close()


def test_what_another_has_settled_stays_so(qapp: QApplication) -> None:
    first, second = Tasks(), Tasks()
    first.collector.settle()
    second.collector.settle()
    second.close()
    assert gc.get_freeze_count() > 0
    first.close()
    assert gc.get_freeze_count() == 0
