"""What a Linux desktop says over D-Bus locks the window: heard on a real bus of its own, from a small real login service."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.ui.locking.linux import LOGIN, SCREEN_SAVERS, LinuxSigns
from organizer.ui.locking.reason import Reason
from organizer.ui.locking.watch import LockWatch

MANAGER, MANAGER_PATH = "org.freedesktop.login1.Manager", "/org/freedesktop/login1"
SESSION, PROPERTIES = "org.freedesktop.login1.Session", "org.freedesktop.DBus.Properties"
OWN, OTHERS = f"{MANAGER_PATH}/session/_32", f"{MANAGER_PATH}/session/_37"


class Login(QDBusVirtualObject):
    """As much of login1 as a program asks of it: which session is whose, whether it is locked, and who delays sleep."""

    def __init__(self) -> None:
        super().__init__()
        self.locked = False
        self.delays: list[int] = []

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        answer = self._answer(message.member(), message.arguments())
        reply = message.createReply()
        reply.setArguments([answer])
        return bool(connection.send(reply))

    def _answer(self, member: str, asked: list[Any]) -> object:
        if member == "Inhibit":
            assert (asked[0], asked[3]) == ("sleep", "delay")
            reading, writing = os.pipe()
            os.set_blocking(reading, False)
            self.delays.append(reading)
            given = QDBusUnixFileDescriptor(writing)
            os.close(writing)
            return given
        if member == "GetSession":
            return QDBusObjectPath(OWN if asked[0] == "2" else OTHERS)
        return QDBusVariant("2" if asked[1] == "Id" else self.locked)

    def delayed(self) -> bool:
        """Whether somebody still holds what they were given last."""
        try:
            return bool(self.delays) and os.read(self.delays[-1], 1) != b""
        except BlockingIOError:
            return True


@dataclass
class Bus:
    """A private bus: the services of a desktop at one end, the program at the other."""

    services: QDBusConnection
    program: QDBusConnection
    login: Login = field(default_factory=Login)

    def say(self, path: str, interface: str, member: str, *words: object) -> None:
        signal = QDBusMessage.createSignal(path, interface, member)
        signal.setArguments(list(words))
        self.services.send(signal)


@pytest.fixture
def bus(qapp: QApplication) -> Iterator[Bus]:
    command = ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    made = Bus(*(QDBusConnection.connectToBus(address, f"{address} {end}") for end in ("services", "program")))
    assert made.services.registerService(LOGIN)
    whole = QDBusConnection.VirtualObjectRegisterOption.SubPath
    assert made.services.registerVirtualObject(MANAGER_PATH, made.login, whole)
    yield made
    for end in ("services", "program"):
        QDBusConnection.disconnectFromBus(f"{address} {end}")
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()
    for reading in made.login.delays:
        os.close(reading)


@pytest.fixture(params=["2", None], ids=["session named", "session asked for"])
def signs(bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[LinuxSigns]:
    if request.param:
        monkeypatch.setenv("XDG_SESSION_ID", request.param)
    else:
        monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    made = LinuxSigns(bus.program, bus.program)
    qtbot.waitUntil(lambda: made.delays_sleep() and made.knows_session())
    yield made
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def told(signs: LinuxSigns) -> list[Reason]:
    said: list[Reason] = []
    signs.told.connect(said.append)
    return said


def test_sleep_waits_until_the_file_is_closed(bus: Bus, signs: LinuxSigns, told: list[Reason], qtbot: QtBot) -> None:
    assert bus.login.delayed()
    bus.say(MANAGER_PATH, MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: told == [Reason.SLEEP])
    assert bus.login.delayed()
    signs.let_sleep()
    assert not bus.login.delayed()
    bus.say(MANAGER_PATH, MANAGER, "PrepareForSleep", False)
    qtbot.waitUntil(lambda: told == [Reason.SLEEP, Reason.WOKEN] and bus.login.delayed())
    assert len(bus.login.delays) == 2


def test_the_own_session_locks_and_nobody_elses(bus: Bus, told: list[Reason], qtbot: QtBot) -> None:
    bus.say(OTHERS, SESSION, "Lock")
    bus.say(OWN, SESSION, "Lock")
    qtbot.waitUntil(lambda: bool(told))
    bus.login.locked = True
    for path in (OTHERS, OWN):
        bus.say(path, PROPERTIES, "PropertiesChanged", SESSION, {"LockedHint": True}, ["IdleHint"])
    qtbot.waitUntil(lambda: len(told) == 2)
    bus.login.locked = False
    bus.say(OWN, PROPERTIES, "PropertiesChanged", SESSION, {"LockedHint": False}, ["IdleHint"])
    bus.say(MANAGER_PATH, MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: told[-1] is Reason.SLEEP)
    assert told == [Reason.SCREEN, Reason.SCREEN, Reason.SLEEP]


def test_every_desktops_screen_saver_locks_when_it_begins(bus: Bus, told: list[Reason], qtbot: QtBot) -> None:
    for interface, path in SCREEN_SAVERS:
        bus.say(path, interface, "ActiveChanged", True)
        bus.say(path, interface, "ActiveChanged", False)
    qtbot.waitUntil(lambda: len(told) == len(SCREEN_SAVERS))
    assert set(told) == {Reason.SCREEN}


def test_without_an_open_file_nothing_is_locked_and_sleep_goes_on(
    bus: Bus, signs: LinuxSigns, qapp: QApplication, qtbot: QtBot
) -> None:
    watch = LockWatch(qapp, 5)
    wanted: list[Reason | None] = []
    watch.lock_wanted.connect(wanted.append)
    watch.left_alone.connect(lambda: wanted.append(None))
    watch.listen_to(signs)
    bus.say(MANAGER_PATH, MANAGER, "PrepareForSleep", True)
    qtbot.waitUntil(lambda: not bus.login.delayed())
    assert wanted == [None]


def test_without_any_bus_nothing_is_told_and_nothing_waits(qapp: QApplication) -> None:
    nowhere = QDBusConnection("nobody is connected under this name")
    signs = LinuxSigns(nowhere, None)
    assert not signs.delays_sleep()
    signs.let_sleep()
    signs.deleteLater()
