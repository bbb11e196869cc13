"""Work goes on beside the window; its answer, its error and its mistake arrive on the window's thread."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.errors import StorageFault, UserError
from organizer.ui.tasks import Latest, Tasks


@pytest.fixture
def tasks(qapp: QApplication):
    made = Tasks()
    yield made
    made.close()


def test_work_is_done_elsewhere_and_its_answer_arrives_here(qtbot: QtBot, tasks: Tasks) -> None:
    worked: list[int] = []
    arrived: list[tuple[int, int]] = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: worked.append(threading.get_ident()) or 41, lambda n: arrived.append((n + 1, threading.get_ident())))
    assert arrived == [(42, threading.get_ident())] and worked != [threading.get_ident()]


def test_an_error_goes_to_the_slot_that_was_given_for_it(qtbot: QtBot, tasks: Tasks) -> None:
    errors: list[UserError] = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(_full_disk, lambda _value: None, errors.append)
    assert [error.message for error in errors] == ["The disk is full."]


def test_an_error_without_a_slot_is_told_to_all(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(_full_disk, lambda _value: None)
    assert told.args[0].hint == "Free some of it."


def test_a_mistake_in_the_work_is_raised_where_it_is_seen(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.capture_exceptions() as caught, qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 1 // 0, lambda _value: None)
    assert [kind for kind, *_rest in caught] == [ZeroDivisionError]


class _Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def hear(self, value: int) -> None:
        self.heard.append(value)


@pytest.mark.parametrize("partly", [False, True])
def test_an_answer_for_a_widget_that_is_gone_is_dropped(qtbot: QtBot, tasks: Tasks, partly: bool) -> None:
    import shiboken6

    listener = _Listener()
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 1, partial(listener.hear) if partly else listener.hear)
        shiboken6.delete(listener)
    assert listener.heard == []


def test_of_many_questions_only_the_first_and_the_newest_are_asked(qtbot: QtBot, tasks: Tasks) -> None:
    asked: list[str] = []
    answers: list[str] = []
    latest: Latest[str] = Latest(tasks)
    for words in ("k", "ka", "kaz", "kaza"):
        latest.ask(lambda words=words: asked.append(words) or words, answers.append)
    while tasks.busy():
        with qtbot.waitSignal(tasks.idle):
            pass
    assert asked == ["k", "kaza"] and answers == ["kaza"]


def _full_disk() -> None:
    raise StorageFault("The disk is full.", "Free some of it.")


def test_a_mistake_does_not_end_the_questions_after_it(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[float] = []
    latest: Latest[float] = Latest(tasks)
    with qtbot.capture_exceptions() as caught, qtbot.waitSignal(tasks.idle):
        latest.ask(lambda: 1 / 0, answers.append)
    with qtbot.waitSignal(tasks.idle):
        latest.ask(lambda: 2.0, answers.append)
    assert answers == [2.0]
    assert [kind for kind, *_rest in caught] == [ZeroDivisionError]


def test_after_closing_nothing_is_begun_and_nothing_arrives(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[int] = []
    tasks.run(lambda: 1, answers.append)
    tasks.close()
    tasks.run(lambda: 2, answers.append)
    QApplication.processEvents()
    assert answers == []


def test_the_last_work_waits_for_what_is_under_way_and_lets_nothing_in_between(qtbot: QtBot, tasks: Tasks) -> None:
    done: list[str] = []
    hold = threading.Event()
    tasks.run(lambda: hold.wait(5) and "first", done.append)
    tasks.run_last(lambda: "last", done.append, lambda _fault: None)
    tasks.run(lambda: "between", done.append)
    with qtbot.waitSignal(tasks.idle):
        hold.set()
    assert done == ["first", "last"]
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: "afterwards", done.append)
    assert done[-1] == "afterwards"
