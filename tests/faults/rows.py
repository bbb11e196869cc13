"""The rows of the long run that no server has a part in: flips, wrong imports, tampered archives, photos and prints."""

from __future__ import annotations

import getpass
import io
import random
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image, PngImagePlugin

from organizer.exchange.limits import MOST_BYTES
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.store import attachments
from tests.faults import archives_read, imports_read
from tests.faults.flips import flipped
from tests.faults.proof import Verdict
from tests.preflight.contents import jobs_for

SECRET = "51.4952 N 0.1743 W Anna Example"
_MARKS = (
    SECRET.encode(),
    SECRET.encode("utf-16-le"),
    b"Exif",
    b"ICC_PROFILE",
    b"adobe.com",
    b"tEXt",
    b"iTXt",
    b"zTXt",
    b"eXIf",
    b"iCCP",
    b"tIME",
)
_NO_TIME = "D:20000101000000+00'00'"
_AT_ONCE = 500


def flips(count: int, *, seed: int = 1, control: str = "") -> Verdict:
    """The control is a plain file, in which nothing proves the pages."""
    found = flipped(count, seed, plain=control == "plain")
    return Verdict(runs=count, wrong=found["wrong"])


def imports(count: int, *, seed: int = 1, control: str = "") -> Verdict:
    found = imports_read.fuzzed(count, seed, control)
    slow, large = int(found.slowest_s > imports_read.SLOW_S), int(found.most_bytes > MOST_BYTES)
    return Verdict(runs=found.runs(), uncaught=len(found.uncaught), slow=slow, large=large, words=found.uncaught)


def archives(count: int, *, seed: int = 1, control: str = "") -> Verdict:
    verdict = Verdict()
    with tempfile.TemporaryDirectory() as place:
        whole = archives_read.whole_archive(Path(place))
        empty = Path(place) / "empty"
        empty.mkdir()
        for at in range(0, count, _AT_ONCE):
            found = archives_read.judged(whole, empty, min(_AT_ONCE, count - at), seed=seed * 10**6 + at, control=control)
            slow, large = int(found.slowest_s > archives_read.SLOW_S), int(found.most_bytes > MOST_BYTES)
            runs = found.read + found.refused + len(found.uncaught)
            wrong, uncaught = found.wrong + found.left, len(found.uncaught)
            verdict.add(Verdict(runs=runs, wrong=wrong, uncaught=uncaught, slow=slow, large=large, words=found.uncaught))
    return verdict


def photos(count: int, *, seed: int = 1, control: str = "") -> Verdict:
    """Photos with all that cameras write into them, as they are kept; then a print of every kind of sheet.

    The control keeps photos as they came.
    """
    dice, verdict = random.Random(seed), Verdict()
    for _ in range(count):
        photo = _photo(dice)
        kept = photo if control == "as they came" else attachments.clean(photo).data
        verdict.add(Verdict(runs=1, metadata=sum(kept.count(mark) for mark in _MARKS)))
    for kind in sheet_kinds().values():
        verdict.add(Verdict(runs=1, metadata=_told_by(draw(kind, next(iter(jobs_for(kind, "en", "typical")))).pdf)))
    return verdict


def _told_by(print_: bytes) -> int:
    """What a print tells of whoever made it, and when: a user, a folder, a moment. Program and campaign may stand there."""
    with pikepdf.open(io.BytesIO(print_)) as pdf:
        said = {name: str(value) for name, value in pdf.docinfo.items()}
        said["xmp"] = str(pdf.open_metadata())
    moments = sum(said.get(name, _NO_TIME) != _NO_TIME for name in ("/CreationDate", "/ModDate"))
    return moments + sum(word in value for word in (getpass.getuser(), str(Path.cwd())) for value in said.values())


def _photo(dice: random.Random) -> bytes:
    form = dice.choice(("JPEG", "PNG", "WEBP", "TIFF"))
    size = dice.randrange(8, 90), dice.randrange(8, 90)
    picture, out = Image.effect_noise(size, 60).convert("RGB"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x0112] = SECRET, SECRET, dice.randrange(1, 9)
    given = {"exif": exif, "icc_profile": SECRET.encode() * 3, "xmp": SECRET.encode()}
    if form == "JPEG":
        picture.save(out, form, **given, comment=SECRET.encode())
    elif form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", SECRET)
        info.add_itxt("XML:com.adobe.xmp", SECRET)
        picture.save(out, form, exif=exif, icc_profile=given["icc_profile"], pnginfo=info)
    elif form == "WEBP":
        picture.save(out, form, **given)
    else:
        picture.save(out, form, description=SECRET, artist=SECRET)
    assert SECRET.encode() in out.getvalue()
    return out.getvalue()
