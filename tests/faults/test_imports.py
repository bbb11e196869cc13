"""5,000 sheets and pictures that were made wrong on purpose: each is read, or refused in two sentences, within its limits.

They are read by what the reading process reads with, many in one limited process, so that the suite can afford so many.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

ROUNDS = int(os.environ.get("ORGANIZER_FUZZED", "5000"))
SHARE_OF_SHEETS = 0.35
AT_ONCE = 1500
"""In one process, whose 30 seconds are for all of them."""

FUZZES = r"""
import io, json, random, sys, time
from organizer.errors import UserError
from organizer.exchange import child, limits
from organizer.store import decoding

way, rounds, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
dice = random.Random(seed)
does = child.WAYS[way]()

def sheets():
    head = "Date,City,Occasion,People,Organisation,Amount,Currency,Name,Sent,Letter"
    cells = ["2012-05-01", "London", '"a, b"', '"never closed', "=1+1", "\u202e", "x" * 4000, "1,5"]
    cells += ["\u0416\u0443\u043a", "", "'", "\r", "\t"]
    width = dice.choice([3, 10, 12, 260])
    rows = [[dice.choice(cells) for _ in range(dice.randrange(1, width))] for _ in range(dice.randrange(0, 8))]
    made = [head] + [",".join(row) for row in rows]
    text = dice.choice(["\n", "\r\n", "\r"]).join(made)
    return text.encode(dice.choice(["utf-8", "utf-16", "cp1251", "cp1252", "utf-8-sig"]), "replace")

def pictures():
    from PIL import Image
    forms = ["RGB JPEG", "RGB PNG", "RGBA PNG", "P GIF", "L TIFF", "RGB BMP", "RGB WEBP", "LA PNG"]
    mode, form = dice.choice(forms).split()
    image = Image.frombytes("L", (48, 32), dice.randbytes(48 * 32)).convert("RGB").convert(mode)
    out = io.BytesIO()
    image.save(out, form, **({"exif": dice.randbytes(200)} if form == "JPEG" and dice.random() < 0.3 else {}))
    return out.getvalue()

def mangled(data):
    data = bytearray(data)
    for _ in range(dice.choice([0, 1, 3, 30])):
        if not data:
            break
        at = dice.randrange(min(len(data), dice.choice([64, 10**9])))
        deed = dice.randrange(5)
        if deed == 0:
            data[at] ^= 1 << dice.randrange(8)
        elif deed == 1:
            del data[at : at + dice.randrange(1, 200)]
        elif deed == 2:
            data[at:at] = dice.randbytes(dice.randrange(1, 60))
        elif deed == 3:
            data[at : at + 4] = dice.choice([b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff"])
        else:
            del data[at:]
    return bytes(data)

make = {"sheet": sheets, "picture": pictures}[way]
originals = [make() for _ in range(40)]
limits.limit_self()
found = {"read": 0, "refused": 0, "slowest": 0.0, "uncaught": []}
for number in range(rounds):
    data = mangled(dice.choice(originals))
    begun = time.perf_counter()
    try:
        asked = {"kind": dice.choice(["", "pickets", "letters", "donations"]), "name": "sheet.csv"}
        for piece in does(asked, io.BytesIO(data)):
            assert isinstance(piece, bytes)
        found["read"] += 1
    except UserError as error:
        assert error.message.endswith(".") and error.hint.endswith("."), error
        found["refused"] += 1
    except Exception as fault:
        found["uncaught"].append(f"{number}: {type(fault).__name__}: {str(fault)[:90]}")
    found["slowest"] = max(found["slowest"], time.perf_counter() - begun)
print(json.dumps(found))
"""


@pytest.mark.parametrize(("way", "share"), [("sheet", SHARE_OF_SHEETS), ("picture", 1 - SHARE_OF_SHEETS)])
def test_whatever_is_brought_in_is_read_or_refused_in_words(way: str, share: float) -> None:
    rounds, read, refused = round(ROUNDS * share), 0, 0
    for seed, first in enumerate(range(0, rounds, AT_ONCE)):
        words = [sys.executable, "-c", FUZZES, way, str(min(AT_ONCE, rounds - first)), str(seed)]
        ended = subprocess.run(words, capture_output=True, text=True, timeout=600, check=False)
        assert ended.returncode == 0, ended.stderr[-2000:]
        found = json.loads(ended.stdout)
        assert found["uncaught"] == []
        assert found["slowest"] < 5
        read, refused = read + found["read"], refused + found["refused"]
    assert read + refused == rounds
    assert min(read, refused) > rounds // 10
