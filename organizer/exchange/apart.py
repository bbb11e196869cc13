"""Files of strangers are read in a process of its own, which may take 512 MB and 30 seconds and is watched from here.

What it answers is data and nothing else: JSON and raw pixels, of bounded size, each part looked at before it is used.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from organizer import errors, i18n
from organizer.errors import UnreadableSheet, UserError
from organizer.exchange import tables
from organizer.exchange.file_forms import FORMS, SheetName, SheetRead
from organizer.exchange.headings import Headings, Row, Unread
from organizer.exchange.limits import MOST_SECONDS
from organizer.exchange.windows_job import confined
from organizer.i18n import _

LONGEST_ANSWER = 256 * 2**20
APART = "--read-apart"
"""The argument by which a packed program becomes the process that reads."""


def read_sheet(path: Path, kind: str = "", sheet: str = "") -> SheetRead:
    """Read a file as a list of `kind`, or of the kind that it tells; of a workbook this sheet, or the first that fits.

    UnreadableSheet: it cannot be taken in at all.
    """
    data = tables.read_bytes(path)
    told, _rest = _asked({"way": "sheet", "kind": kind, "sheet": sheet, "name": path.name}, data, UnreadableSheet)
    try:
        return sheet_told(told)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise _not_read(UnreadableSheet) from fault


def sheet_told(told: Mapping[str, Any]) -> SheetRead:
    """What an answer says, looked at part by part. KeyError, TypeError, ValueError, AttributeError: it misleads."""
    kind, form = _checked(told["kind"], str), _checked(told["form"], str)
    columns = {_checked(name, str): _checked(place, int) for name, place in told["columns"].items()}
    headings = Headings(columns, _checked(told["width"], int), tuple(_checked(words, str) for words in told["left_out"]))
    sheets = tuple(SheetName(_checked(name, str), _checked(hidden, bool)) for name, hidden in told["sheets"])
    notes = tuple(_checked(words, str) for words in told["notes"])
    if len(told["rows"]) > tables.MOST_ROWS or len(columns) > tables.MOST_COLUMNS or form not in FORMS:
        raise ValueError("more than was asked for, or something else")
    rows = tuple(_row(number, cells, headings, kind) for number, cells in told["rows"])
    unread = tuple(Unread(_checked(line, int), _checked(why, str), _checked(hint, str)) for line, why, hint in told["unread"])
    return SheetRead(kind, headings, rows, form, sheets, _checked(told["sheet"], str), notes, unread)


def _row(number: Any, cells: Any, headings: Headings, kind: str) -> Row:
    if len(cells) > tables.MOST_COLUMNS or any(type(cell) is not str or len(cell) > tables.LONGEST_CELL for cell in cells):
        raise ValueError("not a row of cells")
    return Row(_checked(number, int), tuple(cells), headings, kind)


def _checked(value: Any, kind: type[Any]) -> Any:
    if type(value) is not kind:
        raise TypeError(kind)
    return value


@dataclass(frozen=True)
class Pixels:
    """A decoded picture: `mode` is L, RGB or RGBA, `turned` the Exif orientation that makes it upright."""

    mode: str
    size: tuple[int, int]
    data: bytes
    turned: int
    photo: bool


def read_pixels(data: bytes) -> Pixels:
    """Decode a picture. UserError: it is none, is too large, or asks for too much."""
    from organizer.store.decoding import BANDS, MOST_PIXELS

    told, pixels = _asked({"way": "picture"}, data, UserError)
    try:
        mode, width, height = (_checked(told[name], kind) for name, kind in (("mode", str), ("width", int), ("height", int)))
        bounded = 0 < width * height <= MOST_PIXELS and told["turned"] in range(1, 9)
        if not bounded or len(pixels) != width * height * BANDS[mode]:
            raise ValueError("not as many pixels as were told")
        return Pixels(mode, (width, height), pixels, told["turned"], _checked(told["photo"], bool))
    except (KeyError, TypeError, ValueError) as fault:
        raise _not_read(UserError) from fault


def _asked(request: Mapping[str, str], data: bytes, kind: type[UserError]) -> tuple[dict[str, Any], bytes]:
    """The answer of a process made for this one request, and what follows it. The error it tells, or one of `kind`."""
    head = json.dumps({**request, "language": i18n.language()}).encode()
    process = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    too_late = threading.Event()
    timer = threading.Timer(MOST_SECONDS, _end, (process, too_late))
    timer.start()
    try:
        with process, confined(getattr(process, "_handle", 0)):
            answer = _exchanged(process, head + b"\n" + data)
    finally:
        timer.cancel()
    if too_late.is_set():
        raise _too_slow(kind)
    if process.returncode != 0 or len(answer) > LONGEST_ANSWER:
        raise _not_read(kind)
    return _told(answer, kind)


def _exchanged(process: subprocess.Popen[bytes], data: bytes) -> bytes:
    assert process.stdin is not None
    assert process.stdout is not None
    giving = threading.Thread(target=_give, args=(process.stdin, data), daemon=True)
    giving.start()
    answer = process.stdout.read(LONGEST_ANSWER + 1)
    if len(answer) > LONGEST_ANSWER:
        process.kill()
    giving.join()
    return answer


def _give(stdin: Any, data: bytes) -> None:
    with suppress(OSError):  # it may end before it has read all
        stdin.write(data)
    with suppress(OSError):
        stdin.close()


def _end(process: subprocess.Popen[bytes], too_late: threading.Event) -> None:
    too_late.set()
    process.kill()


def _told(answer: bytes, kind: type[UserError]) -> tuple[dict[str, Any], bytes]:
    line, _newline, rest = answer.partition(b"\n")
    try:
        told = json.loads(line.decode("utf-8", "surrogatepass"))
        error = told.get("error")
        name, message, hint = error if error is not None else ("", "", "")
    except (ValueError, AttributeError, TypeError) as fault:
        raise _not_read(kind) from fault
    if name:
        family = getattr(errors, name, kind)
        raise (family if family in (UserError, UnreadableSheet) else kind)(str(message), str(hint))
    return told, rest


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, APART]
    return [sys.executable, "-I", "-m", "organizer.exchange.child"]


def _too_slow(kind: type[UserError]) -> UserError:
    return kind(
        _("This file took longer than {seconds} seconds to read, so it was left alone.").format(seconds=MOST_SECONDS),
        _("Divide it, or save it anew in the program it was made with, and try again."),
    )


def _not_read(kind: type[UserError]) -> UserError:
    return kind(
        _("This file asks for more memory than reading may take, or misleads whoever reads it, so it was left alone."),
        _("Make it smaller, or save it anew in the program it was made with, and try again."),
    )
