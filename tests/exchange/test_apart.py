"""Files of strangers are read in a process of its own: the same rows and pixels come out, and nothing it does reaches further."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from organizer import i18n
from organizer.errors import UnreadableSheet, UserError
from organizer.exchange import apart, file_forms, photos_in
from organizer.exchange.headings import likely_kind, rows_of
from organizer.exchange.tables import read_text, readings
from organizer.store import attachments
from tests.exchange.sheets import DONATIONS, LETTERS, PICKETS


@pytest.mark.parametrize(("path", "kind"), [(LETTERS, "letters"), (PICKETS, "pickets"), (DONATIONS, "donations")])
def test_a_sheet_read_apart_is_the_sheet_read_here(path: Path, kind: str) -> None:
    headings, rows = rows_of(kind, readings(read_text(path)))
    assert apart.read_sheet(path, kind) == apart.SheetRead(kind, headings, tuple(rows))
    assert apart.read_sheet(path).kind == likely_kind(readings(read_text(path))) == kind


def test_headings_that_nobody_knows_are_no_kind(tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("apples,pears\n1,2\n")
    assert apart.read_sheet(sheet).kind == ""


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 zip", b"day,city\n", b"a,b\n" + b"x," * 300 + b"\n", b'day,city\n"open'])
def test_what_cannot_be_read_is_told_in_the_same_words_and_language(tmp_path: Path, content: bytes) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_bytes(content)
    for tag in ("en", "de"):
        i18n.set_language(tag)
        try:
            told = []
            for read in (lambda: file_forms.read(content, sheet.name, "pickets"), lambda: apart.read_sheet(sheet, "pickets")):
                with pytest.raises(UnreadableSheet) as raised:
                    read()
                told.append((raised.value.message, raised.value.hint))
        finally:
            i18n.set_language("en")
        assert told[0] == told[1]


def picture(mode: str, form: str, **how: object) -> bytes:
    image = Image.effect_noise((60, 40), 90).convert("RGB").convert(mode)
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return picture("RGB", "JPEG", exif=exif)


@pytest.mark.parametrize(
    "data",
    [picture("RGB", "JPEG"), turned(), picture("RGBA", "PNG"), picture("P", "GIF"), picture("LA", "PNG"), picture("1", "TIFF")],
    ids=["photo", "turned", "see-through", "palette", "grey", "two-tone"],
)
def test_a_picture_decoded_apart_is_the_picture_decoded_here(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "picture"
    path.write_bytes(data)
    assert photos_in.read_photo(path) == attachments.clean(data)


def test_a_file_that_is_no_picture_is_told(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    path.write_bytes(b"\xff\xd8\xff" + bytes(100))
    with pytest.raises(UserError, match="This picture cannot be read"):
        photos_in.read_photo(path)


MISBEHAVES = """
import json, sys
from organizer.exchange import limits
limits.limit_self()
sys.stdin.buffer.read()
{deed}
sys.stdout.buffer.write(b'{{"kind": ""}}\\n')
"""


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("x = bytearray(600 * 2**20)", "more memory"),
        ("while True: pass", "longer than"),
        ("import socket; socket.socket()", "misleads"),
        ("open('/tmp/organizer-left-behind', 'w')", "misleads"),
        ("import os; os.posix_spawn('/bin/true', ['true'], {})", "misleads"),
        ("import os; os.kill(os.getpid(), 11)", "misleads"),
        ("sys.stdout.buffer.write(b'[1, 2]' * 99); sys.exit(0)", "misleads"),
        ('sys.stdout.buffer.write(b\'{"kind": "pickets", "columns": 5}\'); sys.exit(0)', "misleads"),
        ("while True: sys.stdout.buffer.write(bytes(2**20))", "misleads"),
    ],
    ids=["memory", "time", "network", "writes", "program", "crash", "nonsense", "wrong shape", "flood"],
)
def test_whatever_the_process_does_ends_in_two_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: str, told: str
) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("day,city\n1 May 2012,London\n")
    monkeypatch.setattr(apart, "_command", lambda: [sys.executable, "-c", MISBEHAVES.format(deed=deed)])
    monkeypatch.setattr(apart, "MOST_SECONDS", 2)
    begun = time.monotonic()
    with pytest.raises(UnreadableSheet, match=told) as raised:
        apart.read_sheet(sheet)
    assert time.monotonic() - begun < 8
    assert raised.value.hint.endswith(".")


def test_the_process_alone_reads_and_imports_what_reads_a_form_only_for_a_file_of_that_form() -> None:
    others = ("sqlalchemy", "PySide6", "PIL", "socket", "openpyxl", "vobject", "icalendar", "dateutil")
    code = f"import organizer.exchange.child, organizer.exchange.apart, sys; print([n for n in {others} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_packed_program_becomes_the_process_by_one_argument() -> None:
    words = [sys.executable, "-m", "organizer", apart.APART]
    asked = b'{"way": "sheet", "kind": "", "name": "x", "language": "en"}\nday,city\n1 May 2012,London\n'
    assert b'"kind":"pickets"' in subprocess.run(words, input=asked, capture_output=True, check=True).stdout
