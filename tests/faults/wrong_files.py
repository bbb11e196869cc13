"""Files of every form that can be brought in, each made from what the program reads, and then made wrong on purpose."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from datetime import datetime

Make = Callable[[random.Random], bytes]
Mangle = Callable[[bytes, random.Random], bytes]

_CELLS = [
    *["2012-05-01", "London", '"a, b"', '"never closed', "=1+1", "\u202e", "x" * 4000, "1,5", "\u0416\u0443\u043a"],
    *["", "'", "\r", "\t"],
]
_ATTRIBUTES = (b'r="XFD1048576"', b's="99999"', b't="d"', b't="b"', b't="s"', b'r="99999999999999"', b'hidden="1"', b'min="-1"')
_VALUES = (b"1e999", b"-1", b"99999999999999999999", b"nan", b"2958466", b"_x0000_", b"_xD800_", b"\xff", b"&x;", b"]]>")
_LINES = [
    *["N;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:=ZZ=0", "ADR:;;;", "ORG:", "TEL;VALUE=uri:tel:", "PHOTO;ENCODING=b:!!"],
    *[
        "item1.EMAIL;TYPE=:x",
        "N:" + ";" * 500,
        "NOTE:" + "x" * 40_000,
        "AGENT:BEGIN:VCARD",
        "VERSION:9.9",
        'X-A;B="c:d',
        " folded",
    ],
    *["BEGIN:VCARD", "END:VCARD", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VCALENDAR", "LOCATION:" + "a," * 300],
    *["DTSTART:00010101T000000Z", "DTSTART:99991231T235959Z", "DTSTART;TZID=No/Where:20120501T120000", "DTEND:19990101"],
    *["DTSTART;VALUE=DATE:20120230", "DURATION:P99999999D", "RRULE:FREQ=DAILY;INTERVAL=0", "RRULE:FREQ=YEARLY;UNTIL=x"],
    *[
        "RRULE:FREQ=MONTHLY;BYDAY=9XX",
        "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "EXDATE:x",
        "RDATE:20120501",
        "RECURRENCE-ID:x",
    ],
    *["LAST-MODIFIED:99991231T235959Z", "GEO:a;b", "SUMMARY;LANGUAGE=:\\,\\;\\N", "STATUS:CANCELLED", "UID:#REF!"],
]


def sheet(dice: random.Random) -> bytes:
    head = "Date,City,Occasion,People,Organisation,Amount,Currency,Name,Sent,Letter"
    width = dice.choice([3, 10, 12, 260])
    rows = [[dice.choice(_CELLS) for _ in range(dice.randrange(1, width))] for _ in range(dice.randrange(0, 8))]
    text = dice.choice(["\n", "\r\n", "\r"]).join([head, *(",".join(row) for row in rows)])
    return text.encode(dice.choice(["utf-8", "utf-16", "cp1251", "cp1252", "utf-8-sig"]), "replace")


def workbook(dice: random.Random) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for name in ("Pickets", "Gifts")[: dice.randint(1, 2)]:
        made = book.create_sheet(name)
        made.append(["Date", "City", "Time", "People", "Name", "Amount"])
        for _ in range(dice.randrange(4)):
            made.append([datetime(2012, 5, 1, 12), "London", 0.5, dice.randrange(99), dice.choice(_CELLS).strip("\r="), 12.5])
        made["A2"].number_format, made["F2"].number_format = "yyyy-mm-dd", '"£"0.00'
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cards(dice: random.Random) -> bytes:
    card = [
        "BEGIN:VCARD",
        f"VERSION:{dice.choice(['2.1', '3.0', '4.0'])}",
        "FN:Ann Smith",
        "N:Smith;Ann;;;",
        "ORG:Branch 7;Education",
    ]
    card += [
        "EMAIL;TYPE=WORK,pref:a@example.org",
        "TEL;CELL:+44 20",
        "ADR;TYPE=HOME:;;1 High St;London;;SW1;UK",
        "NOTE:one\\ntwo",
        "END:VCARD",
    ]
    return "\r\n".join(card * dice.randint(1, 3)).encode(dice.choice(["utf-8", "utf-8", "utf-16", "cp1251"]))


def calendar(dice: random.Random) -> bytes:
    event = [
        "BEGIN:VEVENT",
        "UID:1@example",
        "DTSTART;TZID=Europe/London:20120501T120000",
        "DTEND:20120501T130000Z",
        "SUMMARY:Vigil",
    ]
    event += ["LOCATION:Embassy\\, London SW7 2SD\\, UK", "LAST-MODIFIED:20120101T000000Z"]
    event += dice.choice(
        [[], ["RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE:20120508T110000Z"], ["BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM"]]
    )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *[*event, "END:VEVENT"] * dice.randint(1, 3), "END:VCALENDAR"]
    return "\r\n".join(lines).encode()


def picture(dice: random.Random) -> bytes:
    from PIL import Image

    mode, form = dice.choice(["RGB JPEG", "RGB PNG", "RGBA PNG", "P GIF", "L TIFF", "RGB BMP", "RGB WEBP", "LA PNG"]).split()
    image = Image.frombytes("L", (48, 32), dice.randbytes(48 * 32)).convert("RGB").convert(mode)
    out = io.BytesIO()
    image.save(out, form, **({"exif": dice.randbytes(200)} if form == "JPEG" and dice.random() < 0.3 else {}))
    return out.getvalue()


def mangled(data: bytes, dice: random.Random) -> bytes:
    """Bytes turned, taken out, put in, and cut off."""
    changed = bytearray(data)
    for _ in range(dice.choice([0, 1, 3, 30])):
        if not changed:
            break
        at = dice.randrange(min(len(changed), dice.choice([64, 10**9])))
        deed = dice.randrange(5)
        if deed == 0:
            changed[at] ^= 1 << dice.randrange(8)
        elif deed == 1:
            del changed[at : at + dice.randrange(1, 200)]
        elif deed == 2:
            changed[at:at] = dice.randbytes(dice.randrange(1, 60))
        elif deed == 3:
            changed[at : at + 4] = dice.choice([b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff"])
        else:
            del changed[at:]
    return bytes(changed)


def mangled_book(data: bytes, dice: random.Random) -> bytes:
    """Wrong as a file, or whole as a file with something wrong in one of its parts."""
    if dice.random() < 0.25:
        return mangled(data, dice)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = dice.choice([*parts, *[each for each in parts if "sheet" in each] * 6])
    parts[name] = mangled(parts[name], dice) if dice.random() < 0.3 else _other_xml(parts[name], dice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
    return out.getvalue()


def _other_xml(xml: bytes, dice: random.Random) -> bytes:
    """Attributes and values that nobody would write, where others stood."""
    for _ in range(dice.choice([1, 1, 4])):
        places = [at for at in range(len(xml)) if xml[at : at + 1] in (b" ", b">")]
        if places:
            at = dice.choice(places)
            put = b" " + dice.choice(_ATTRIBUTES) if xml[at : at + 1] == b" " else b">" + dice.choice(_VALUES)
            end = xml.find(b'"', xml.find(b'"', at) + 1) + 1 if xml[at : at + 1] == b" " else xml.find(b"<", at)
            xml = xml[:at] + put + xml[max(end, at + 1) :]
    return xml


def mangled_lines(data: bytes, dice: random.Random) -> bytes:
    """Wrong in its bytes, or with lines that are wrong, missing, twice or in another order."""
    if dice.random() < 0.4:
        return mangled(data, dice)
    lines = data.split(b"\r\n")
    for _ in range(dice.choice([1, 2, 6])):
        at = dice.randrange(len(lines))
        deed = dice.randrange(4)
        if deed == 0:
            lines[at] = dice.choice(_LINES).encode()
        elif deed == 1:
            lines.insert(at, dice.choice(_LINES).encode())
        elif deed == 2 and len(lines) > 1:
            del lines[at]
        else:
            lines.insert(dice.randrange(len(lines)), lines[at])
    return b"\r\n".join(lines)


FORMS: dict[str, tuple[str, Make, Mangle]] = {
    "CSV": ("sheet", sheet, mangled),
    "XLSX": ("sheet", workbook, mangled_book),
    "vCard": ("sheet", cards, mangled_lines),
    "ICS": ("sheet", calendar, mangled_lines),
    "photos": ("picture", picture, mangled),
}
"""By name: what the reading process is asked to do with such a file, how a right one is made, and how it is made wrong."""
