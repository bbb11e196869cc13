"""Printing at true size: through `lp` where there is one, so that text stays text, else as sharp pixels drawn at 0,0.

Nothing is written to a temporary file: `lp` reads the PDF from its standard input. The job is called Document.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from organizer.errors import UserError
from organizer.i18n import _
from organizer.store.files import write_atomic
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, Text
from organizer.ui.look.sheet import Sheet
from organizer.ui.prints.raster import Piece, draw, page_sizes
from organizer.ui.tasks import Tasks

DOTS = 600
_DOTS_OF_LONG_JOBS = 300
_LONG = 8
_SAME_MM = 2.0
_PATIENCE_S = 60
_TITLE = "Document"
_SIDES = {
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


@dataclass(frozen=True)
class Wishes:
    """What was chosen in the system's print dialog, as plain values. Pages from 1, 0 and 0 for all of them."""

    printer: str
    copies: int = 1
    paper_mm: tuple[float, float] = (0.0, 0.0)
    first: int = 0
    last: int = 0
    sides: str = "one-sided"
    grey: bool = False

    @classmethod
    def of(cls, printer: QPrinter) -> Wishes:
        paper = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter).size()
        ranged = printer.printRange() == QPrinter.PrintRange.PageRange
        return cls(
            printer.printerName(),
            max(1, printer.copyCount()),
            (paper.width(), paper.height()),
            printer.fromPage() if ranged else 0,
            printer.toPage() if ranged else 0,
            _SIDES.get(printer.duplex(), "one-sided"),
            printer.colorMode() == QPrinter.ColorMode.GrayScale,
        )

    def pages(self, count: int) -> range:
        """The pages wanted of so many, from 0."""
        return range(max(0, self.first - 1), min(count, self.last or count))


def page_size(mm: tuple[float, float]) -> QPageSize:
    """The standard paper of this size, upright; a size of its own where there is none."""
    upright = QSizeF(min(mm), max(mm))
    return QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def prepare(printer: QPrinter, mm: tuple[float, float]) -> None:
    """Full page, the document's own paper and orientation, and no name of anybody."""
    lying = mm[0] > mm[1]
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(page_size(mm), orientation, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setResolution(DOTS)
    printer.setDocName(_TITLE)
    printer.setCreator("")


def differs(paper_mm: tuple[float, float], page_mm: tuple[float, float]) -> bool:
    """Whether the paper is another than the document's, whichever way it lies."""
    one, other = sorted(paper_mm), sorted(page_mm)
    return any(abs(a - b) > _SAME_MM for a, b in zip(one, other, strict=True))


def command(wishes: Wishes, page_mm: tuple[float, float]) -> list[str]:
    """`lp` at true size: no fitting, no file name, from standard input."""
    size = page_size(page_mm)
    known = size.id() not in (QPageSize.PageSizeId.Custom,)
    media = size.key() if known else f"Custom.{round(min(page_mm))}x{round(max(page_mm))}mm"
    if wishes.paper_mm != (0.0, 0.0) and differs(wishes.paper_mm, page_mm):
        media = page_size(wishes.paper_mm).key()
    options = [f"media={media}", "print-scaling=none", f"sides={wishes.sides}"]
    if wishes.grey:
        options.append("print-color-mode=monochrome")
    if wishes.first:
        options.append(f"page-ranges={wishes.first}-{wishes.last}")
    named = ["-d", wishes.printer] if wishes.printer else []
    flags = [part for option in options for part in ("-o", option)]
    return ["lp", *named, "-n", str(wishes.copies), *flags, "-t", _TITLE, "-"]


def through_lp(pdf: bytes, wishes: Wishes) -> bool:
    """Hand the PDF to the print system. False: there is none here, or it would not take it."""
    if sys.platform == "win32" or not wishes.printer or shutil.which("lp") is None:
        return False
    try:
        done = subprocess.run(
            command(wishes, page_sizes(pdf)[0]), input=pdf, capture_output=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def paint_onto(printer: QPrinter, pdf: bytes, wishes: Wishes | None = None) -> None:
    """Draw every page at true size from the paper's corner. UserError: the printer would not begin."""
    sizes = page_sizes(pdf)
    pages = list((wishes or Wishes("")).pages(len(sizes)))
    dots = _DOTS_OF_LONG_JOBS if len(pages) > _LONG else DOTS
    printer.setResolution(min(dots, DOTS))
    p = QPainter()
    if not p.begin(printer):
        raise no_printer()
    for place, number in enumerate(pages):
        if place and not printer.newPage():
            p.end()
            raise no_printer()
        full = tuple(round(length / 25.4 * printer.resolution()) for length in sizes[number])
        p.drawImage(QPointF(0, 0), draw(pdf, Piece.whole(number, (full[0], full[1]))))
    p.end()


def no_printer() -> UserError:
    return UserError(
        _("The printer did not take this page."),
        _("Look whether it is switched on and has paper, or save a PDF and print that."),
    )


class PaperSheet(Sheet):
    """Asked before printing on other paper than the document's."""

    go_on = Signal()
    again = Signal()

    def __init__(self, window: QWidget, page_mm: tuple[float, float], paper_mm: tuple[float, float]) -> None:
        sentence = _(
            "This page is {page} mm, the paper {paper} mm. It is printed at its true size, so edges may be cut or stay white."
        )
        words = sentence.format(page=_size_words(page_mm), paper=_size_words(paper_mm))
        choose = Button(_("Choose other paper"), "primary")
        go_on = Button(_("Print on this paper"))
        cancel = Button(_("Cancel"), "quiet")
        contents = col(
            Text(_("Another paper"), "title"),
            Text(words, "body", "ink2", wrap=True),
            row(None, cancel, go_on, choose),
            gap=14,
            margins=(24, 20, 24, 20),
        )
        super().__init__(window, words, contents, width=520)
        for button, signal in ((choose, self.again), (go_on, self.go_on)):
            button.clicked.connect(self.dismiss)
            button.clicked.connect(signal)
        cancel.clicked.connect(self.dismiss)


def _size_words(mm: tuple[float, float]) -> str:
    return f"{round(mm[0])} × {round(mm[1])}"


class PrintJob(QObject):
    """One document on its way to paper: the system's dialog, a look at the paper, the printing elsewhere.

    `printed` carries the name of the file where there is one, else nothing; `failed` a UserError. Neither follows when the
    person thought better of it. `file`: where it goes on a computer without a printer, unless the dialog says otherwise.
    """

    printed = Signal(str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, pdf: bytes, window: QWidget, file: Path | None = None, *, copies: int = 1) -> None:
        super().__init__(window)
        self._tasks, self._pdf, self._window = tasks, pdf, window
        self._page_mm = page_sizes(pdf)[0]
        self.printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        if file is not None and not QPrinterInfo.availablePrinterNames():
            self.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.printer.setOutputFileName(str(file))
        prepare(self.printer, self._page_mm)
        self.printer.setCopyCount(copies)
        self.dialog: QPrintDialog | None = None
        self.paper: PaperSheet | None = None

    def ask(self) -> None:
        """Open the system's dialog; the printer lives as long as this job."""
        self.printer.setFromTo(1, len(page_sizes(self._pdf)))
        dialog = QPrintDialog(self.printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setModal(True)
        dialog.accepted.connect(self.take)
        self.dialog = dialog
        dialog.show()

    def take(self) -> None:
        """The dialog was accepted: print, unless the paper is another."""
        wishes = Wishes.of(self.printer)
        if not differs(wishes.paper_mm, self._page_mm):
            self.print_now()
            return
        self.paper = PaperSheet(self._window, self._page_mm, wishes.paper_mm)
        self.paper.go_on.connect(self.print_now)
        self.paper.again.connect(self.ask)
        self.paper.show_over()

    def print_now(self) -> None:
        printer, pdf, wishes = self.printer, self._pdf, Wishes.of(self.printer)
        whole = len(wishes.pages(len(page_sizes(pdf)))) == len(page_sizes(pdf))
        file = printer.outputFileName() if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat else ""
        printer.setFullPage(True)

        def work() -> None:
            if file and whole:
                write_atomic(Path(file), pdf)
            elif file or not through_lp(pdf, wishes):
                paint_onto(printer, pdf, wishes)

        self._tasks.run(work, lambda _none: self.printed.emit(Path(file).name if file else ""), self.failed.emit)
