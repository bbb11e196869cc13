"""Mistakes of the program's own: one dialog a place, a report without names, texts or paths, and a log that says as little."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from organizer import __version__, paths
from organizer.i18n import _
from organizer.ui.look.focus import FocusRing
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Area, Button, Glyph, Text
from organizer.ui.look.theme import px

_PACKAGE = Path(__file__).resolve().parents[1]
_LOG_BYTES = 200_000


def report_of(fault: BaseException) -> str:
    """Versions, the kinds of exception and the places they passed, the innermost last. No message of an exception stands in it:
    it may quote a record."""
    lines = [f"PicketOrganizer {__version__} · Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"]
    cause: BaseException | None = fault
    while cause is not None:
        lines.append(type(cause).__name__)
        lines += [f"  {place_of(frame)} {frame.name}" for frame in traceback.extract_tb(cause.__traceback__)]
        cause = cause.__cause__
    return "\n".join(lines)


def place_of(frame: traceback.FrameSummary) -> str:
    """organizer/ui/form.py:61. Of foreign code only what lies inside its package: no path leads to the person's home."""
    path = Path(frame.filename)
    if path.is_relative_to(_PACKAGE):
        shown = Path("organizer") / path.relative_to(_PACKAGE)
    elif "site-packages" in path.parts:
        shown = Path(*path.parts[path.parts.index("site-packages") + 1 :])
    else:
        shown = Path(path.name)
    return f"{shown.as_posix()}:{frame.lineno}"


def _innermost(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    return place_of(frames[-1]) if frames else type(fault).__name__


class CrashWatch(QObject):
    """Takes what nobody caught, on any thread. A mistake in painting comes back with every frame: it is told once a place.

    `told_now`: the dialog is open; what is not saved should be kept.
    """

    told_now = Signal()
    _caught = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.told: set[str] = set()
        self.dialog: CrashDialog | None = None
        self._caught.connect(self._tell)

    def install(self) -> None:
        sys.excepthook = self._on_exception
        threading.excepthook = lambda caught: self._on_exception(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _on_exception(self, kind: type[BaseException], fault: BaseException | None, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        elif fault is not None:
            self._caught.emit(fault)

    @Slot(object)
    def _tell(self, fault: BaseException) -> None:
        place = _innermost(fault)
        if place in self.told:
            return
        self.told.add(place)
        report = report_of(fault)
        logging.getLogger(__name__).error("%s", report)
        self.dialog = CrashDialog(report)
        self.dialog.show()
        self.told_now.emit()


class CrashDialog(QDialog):
    """A window of its own: the one behind it may be what does not work."""

    def __init__(self, report: str) -> None:
        super().__init__(None, Qt.WindowType.Dialog)
        self.setWindowTitle("Picket Organizer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report = Area(report, lines=6, role="mono")
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(_("Report"))
        self.copy_button = Button(_("Copy report"), icon="copy")
        self.quit_button = Button(_("Quit"), "quiet")
        self.go_on_button = Button(_("Go on"), "primary")
        promise = Text(_("No names, addresses or texts of your records stand in this report."), "small", "ink2", wrap=True)
        safe = Text(_("What you saved is safe. The form that was open is kept as a draft in your file."), "body", wrap=True)
        self.setLayout(
            col(
                row(Glyph("bug", 24, "red_text"), Text(_("The program made a mistake"), "title", size=22), None, gap=10),
                safe,
                self.report,
                row(Glyph("shield-check", 16, "green_text"), (promise, 1), gap=7),
                2,
                row(self.copy_button, None, self.quit_button, self.go_on_button),
                gap=11,
                margins=(24, 20, 20, 18),
            )
        )
        self.setMinimumWidth(px(500))
        self.ring = FocusRing(self)
        self.copy_button.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(report))
        self.quit_button.clicked.connect(self._quit)
        self.go_on_button.clicked.connect(self.accept)
        self.go_on_button.setFocus()

    def _quit(self) -> None:
        self.accept()
        QApplication.closeAllWindows()


def install(application: QApplication) -> CrashWatch:
    """Watch from now on; write the log where the system keeps such things."""
    _start_log()
    watch = CrashWatch(application)
    watch.install()
    return watch


def _start_log() -> None:
    path = paths.log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        logging.getLogger(__name__).warning("The log file cannot be written")
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
