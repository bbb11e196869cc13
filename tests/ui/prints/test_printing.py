"""Printing at true size: measured on what comes out, and on what a print system was handed."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from organizer.errors import UserError
from organizer.ui.look.theme import Theme
from organizer.ui.printing import PrintJob, Wishes, command, differs, no_printer, paint_onto, prepare, through_lp
from organizer.ui.prints.raster import MM_PER_POINT, Piece, draw, page_sizes
from organizer.ui.session import Session
from tests.ui.prints.papers import BLUE, RED, coloured, ruled

A4, A5, LETTER = (210.0, 297.0), (148.0, 210.0), (215.9, 279.4)


def printer_into(path: Path, page_mm: tuple[float, float]) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    prepare(printer, page_mm)
    return printer


def black_mm(pdf: bytes) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is black on the first page, in mm."""
    width, height = page_sizes(pdf)[0]
    dots = 600 / 25.4
    image = draw(pdf, Piece.whole(0, (round(width * dots), round(height * dots))))
    middle_x, middle_y = round(90 * dots), round(90 * dots)
    across = [x for x in range(image.width()) if image.pixelColor(x, middle_y).value() < 128]
    down = [y for y in range(image.height()) if image.pixelColor(middle_x, y).value() < 128]
    return across[0] / dots, down[0] / dots, len(across) / dots, len(down) / dots


def test_100_mm_are_100_mm_on_paper(look: Theme, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "out.pdf", A4)
    paint_onto(printer, ruled(A4))
    left, top, width, height = black_mm((tmp_path / "out.pdf").read_bytes())
    assert (width, height) == pytest.approx((100, 100), abs=0.15)
    assert (left, top) == pytest.approx((40, 40), abs=0.15)


def test_a_lying_page_lies_on_its_paper(look: Theme, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "out.pdf", (297.0, 210.0))
    paint_onto(printer, coloured(RED, size_mm=(297.0, 210.0)))
    assert page_sizes((tmp_path / "out.pdf").read_bytes())[0] == pytest.approx((297.0, 210.0), abs=0.6)


def test_only_the_pages_that_were_asked_for_are_printed(look: Theme, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "out.pdf", A5)
    paint_onto(printer, coloured(RED, BLUE, RED), Wishes("", first=2, last=3))
    assert len(page_sizes((tmp_path / "out.pdf").read_bytes())) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_told_in_words(look: Theme, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "missing" / "out.pdf", A5)
    with pytest.raises(UserError, match="did not take this page"):
        paint_onto(printer, coloured(RED))


def test_the_print_system_is_asked_for_true_size_and_told_no_name() -> None:
    wishes = Wishes("branch-printer", copies=3, paper_mm=A5, sides="two-sided-long-edge")
    assert command(wishes, A5) == [
        "lp", "-d", "branch-printer", "-n", "3", "-o", "media=A5", "-o", "print-scaling=none",
        "-o", "sides=two-sided-long-edge", "-t", "Document", "-",
    ]  # fmt: skip


def test_a_size_without_a_name_is_given_in_mm() -> None:
    assert "media=Custom.100x217mm" in command(Wishes("p"), (100.0, 217.0))


def test_the_chosen_paper_goes_before_the_documents() -> None:
    assert "media=A4" in command(Wishes("p", paper_mm=A4), A5)


@pytest.mark.parametrize(
    ("paper", "page", "other"), [(A4, A4, False), ((297, 210), A4, False), (LETTER, A4, True), (A4, A5, True)]
)
def test_another_paper_is_noticed(paper: tuple[float, float], page: tuple[float, float], other: bool) -> None:
    assert differs(paper, page) is other


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which an `lp` of our own keeps what it was handed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "lp"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {folder}/arguments\ncat > {folder}/standard-input\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def test_the_pdf_itself_goes_to_the_print_system_and_no_file_is_left(print_system: Path) -> None:
    pdf = coloured(RED)
    assert through_lp(pdf, Wishes("branch-printer"))
    assert (print_system / "standard-input").read_bytes() == pdf
    assert (print_system / "arguments").read_text().splitlines()[-3:] == ["-t", "Document", "-"]
    assert sorted(path.name for path in print_system.iterdir()) == ["arguments", "lp", "standard-input"]


def test_a_print_system_that_refuses_leaves_the_other_way(print_system: Path) -> None:
    (print_system / "lp").write_text("#!/bin/sh\nexit 1\n")
    assert not through_lp(coloured(RED), Wishes("branch-printer"))
    assert not through_lp(coloured(RED), Wishes(""))


def test_to_a_file_the_pdf_is_written_as_it_is(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    pdf = ruled(A4)
    job = job_into(session, qtbot, pdf, tmp_path / "out.pdf")
    with qtbot.waitSignal(job.printed, timeout=10_000):
        job.take()
    assert (tmp_path / "out.pdf").read_bytes() == pdf


def test_other_paper_is_asked_about_before_anything_is_printed(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    job = job_into(session, qtbot, coloured(RED), tmp_path / "out.pdf")
    prepare(job.printer, LETTER)
    job.take()
    assert job.paper is not None
    assert "148 × 210 mm, the paper 216 × 279 mm" in job.paper.accessibleName()
    assert not (tmp_path / "out.pdf").exists()
    with qtbot.waitSignal(job.printed, timeout=10_000):
        job.paper.go_on.emit()
    assert (tmp_path / "out.pdf").exists()


def job_into(session: Session, qtbot: QtBot, pdf: bytes, path: Path) -> PrintJob:

    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    job = PrintJob(session.tasks, pdf, window)
    job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    job.printer.setOutputFileName(str(path))
    prepare(job.printer, page_sizes(pdf)[0])
    return job


def test_what_to_do_stands_in_every_refusal() -> None:
    assert no_printer().hint
    assert round(MM_PER_POINT * 72, 1) == 25.4
