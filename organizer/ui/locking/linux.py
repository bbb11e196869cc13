"""What a Linux desktop tells over D-Bus: the screen is locked, the session is locked, the computer goes to sleep.

Sources: org.freedesktop.login1(5) of systemd; the ScreenSaver interfaces of KDE, GNOME, Cinnamon, MATE and Xfce. Where there is
no bus, or nobody of these on it, nothing is told, and nothing waits: every question is asked without waiting for its answer.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

from organizer.ui.locking.reason import Reason

LOGIN, _LOGIN_PATH, _MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
_SESSION, _PROPERTIES = "org.freedesktop.login1.Session", "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
_WHO, _WHY = "Picket Organizer", "The campaign file is being locked"


def desktop_signs(parent: QObject | None = None) -> LinuxSigns:
    """Of this computer's own buses. A session bus that would have to be started first is not asked for."""
    bus = QDBusConnection
    has_session = "DBUS_SESSION_BUS_ADDRESS" in os.environ or Path(os.environ.get("XDG_RUNTIME_DIR", "/"), "bus").exists()
    return LinuxSigns(bus.systemBus(), bus.sessionBus() if has_session else None, parent)


class LinuxSigns(QObject):
    """`told` carries the Reason. Sleep waits, for five seconds at most, until `let_sleep` says that the window is locked."""

    told = Signal(object)

    def __init__(self, system: QDBusConnection, session: QDBusConnection | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._delay: Any = None
        self._own = ""
        if system.isConnected():
            self._hear(system, LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", "_on_sleep(bool)")
            self._find_own_session()
            self._delay_sleep()
        if session is not None and session.isConnected():
            for interface, path in SCREEN_SAVERS:
                self._hear(session, "", path, interface, "ActiveChanged", "_on_screen(bool)")

    def delays_sleep(self) -> bool:
        """Whether sleep waits for this program by now."""
        return self._delay is not None

    def _hear(self, bus: QDBusConnection, service: str, path: str, interface: str, signal: str, slot: str) -> None:
        # Qt's types ask for bytes here, its binding for words
        called: Any = SLOT(slot)
        bus.connect(service, path, interface, signal, self, called)

    def knows_session(self) -> bool:
        """Whether it is known by now which session is this program's own."""
        return bool(self._own)

    def let_sleep(self) -> None:
        """Nothing need wait any more. The hold is a file that is open: letting go of it closes it."""
        self._delay = None

    def _delay_sleep(self) -> None:
        self._ask(_LOGIN_PATH, _MANAGER, "Inhibit", "sleep", _WHO, _WHY, "delay", answer=self._hold)

    def _hold(self, delay: Any) -> None:
        self._delay = delay

    def _find_own_session(self) -> None:
        said = os.environ.get("XDG_SESSION_ID", "")
        if said:
            self._ask_session(said)
        else:
            auto = f"{_LOGIN_PATH}/session/auto"
            self._ask(auto, _PROPERTIES, "Get", _SESSION, "Id", answer=lambda name: self._ask_session(name.variant()))

    def _ask_session(self, name: str) -> None:
        self._ask(_LOGIN_PATH, _MANAGER, "GetSession", name, answer=self._on_own_session)

    def _on_own_session(self, session: Any) -> None:
        """Signals of other people's sessions are not ours."""
        path = self._own = session.path()
        self._hear(self._system, LOGIN, path, _SESSION, "Lock", "_on_lock()")
        self._hear(self._system, LOGIN, path, _PROPERTIES, "PropertiesChanged", "_on_change(QDBusMessage)")

    @Slot(bool)
    def _on_sleep(self, begins: bool) -> None:
        if begins:
            self.told.emit(Reason.SLEEP)
        else:
            self._delay_sleep()
            self.told.emit(Reason.WOKEN)

    @Slot(bool)
    def _on_screen(self, active: bool) -> None:
        if active:
            self.told.emit(Reason.SCREEN)

    @Slot()
    def _on_lock(self) -> None:
        self.told.emit(Reason.SCREEN)

    @Slot(QDBusMessage)
    def _on_change(self, message: QDBusMessage) -> None:
        """Some screen lockers set the hint alone. What has changed comes in a form that Qt's binding cannot read: it is asked."""
        self._ask(message.path(), _PROPERTIES, "Get", _SESSION, "LockedHint", answer=self._on_hint)

    def _on_hint(self, hint: Any) -> None:
        if isinstance(hint, QDBusVariant) and hint.variant() is True:
            self.told.emit(Reason.SCREEN)

    def _ask(self, path: str, interface: str, member: str, *arguments: object, answer: Callable[[Any], None]) -> None:
        """`answer` gets the first value of the reply; an error is no answer."""
        question = QDBusMessage.createMethodCall(LOGIN, path, interface, member)
        question.setArguments(list(arguments))
        waiting = QDBusPendingCallWatcher(self._system.asyncCall(question), self)

        def take(_watcher: QDBusPendingCallWatcher) -> None:
            reply = waiting.reply()
            if reply.type() == QDBusMessage.MessageType.ReplyMessage and reply.arguments():
                answer(reply.arguments()[0])
            waiting.deleteLater()

        waiting.finished.connect(take)
