"""Wrong files brought in by the thousand: each is read or refused in two sentences, within five seconds and 512 MB.

`python -m tests.faults.imports_read COUNT SEED [CONTROL]` reads so many with what the reading process reads with, in one
process that is limited as that is, and prints what came of them, as `Fuzzed` has it. What the limits forbid, as a socket, is
uncaught.
"""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import time
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field

from organizer.errors import UserError
from organizer.exchange import apart, child, limits, refused
from tests.faults import peak
from tests.faults.wrong_files import FORMS

SLOW_S = 5
AT_ONCE = 2_500
"""In one process, whose 30 seconds are for all of them."""

_ORIGINALS = 12
_KINDS = ("", "", "pickets", "letters", "donations", "people")


@dataclass
class Fuzzed:
    """What came of wrong files: how many of each form were read and how many refused.

    `slowest_s` is processor time, which no other work on the machine lengthens.
    """

    read: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FORMS, 0))
    refused: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FORMS, 0))
    uncaught: list[str] = field(default_factory=list)
    slowest_s: float = 0
    most_bytes: int = 0

    def add(self, other: Fuzzed) -> None:
        for form in FORMS:
            self.read[form] += other.read[form]
            self.refused[form] += other.refused[form]
        self.uncaught += other.uncaught
        self.slowest_s, self.most_bytes = max(self.slowest_s, other.slowest_s), max(self.most_bytes, other.most_bytes)

    def runs(self) -> int:
        return sum(self.read.values()) + sum(self.refused.values()) + len(self.uncaught)


def fuzzed(count: int, seed: int = 1, control: str = "") -> Fuzzed:
    """So many wrong files, shared out among the forms. The control puts in no words what a library stumbled over."""
    found = Fuzzed()
    for number, first in enumerate(range(0, count, AT_ONCE)):
        asked = [str(min(AT_ONCE, count - first)), f"{seed}{number:05}", control]
        words = [sys.executable, "-m", "tests.faults.imports_read", *asked]
        ended = subprocess.run(words, capture_output=True, text=True, timeout=600, check=False)
        if ended.returncode:
            found.uncaught.append(f"{asked} ended with {ended.returncode}: {ended.stderr[-500:]}")
        else:
            found.add(Fuzzed(**json.loads(ended.stdout)))
    return found


def _mute() -> None:
    for module in list(sys.modules.values()):
        if getattr(module, "unless_read", None) is refused.unless_read:
            module.unless_read = lambda _refusal: nullcontext()  # type: ignore[attr-defined]


def _read_all(count: int, dice: random.Random, control: str) -> Fuzzed:
    found, forms = Fuzzed(), list(FORMS)
    ways = {way: child.WAYS[way]() for way, _make, _mangle in FORMS.values()}
    if control == "mute":
        _mute()
    originals = {form: [make(dice) for _ in range(_ORIGINALS)] for form, (_way, make, _mangle) in FORMS.items()}
    limits.limit_self()
    for number in range(count):
        form = forms[number % len(forms)]
        way, _make, mangle = FORMS[form]
        data = mangle(dice.choice(originals[form]), dice)
        begun = time.process_time()
        try:
            asked = {"kind": dice.choice(_KINDS) if way == "sheet" else "", "name": "file"}
            answer = b"".join(ways[way](asked, io.BytesIO(data)))
            if way == "sheet":
                apart.sheet_told(json.loads(answer.decode("utf-8", "surrogatepass")))
            found.read[form] += 1
        except UserError as error:
            assert error.message.endswith(".") and error.hint.endswith("."), error
            found.refused[form] += 1
        except Exception as fault:  # noqa: BLE001  whatever it is, it is what is looked for
            found.uncaught.append(f"{form} {number}: {type(fault).__name__}: {str(fault)[:90]}")
        found.slowest_s = max(found.slowest_s, time.process_time() - begun)
    found.most_bytes = peak.most_bytes()
    return found


if __name__ == "__main__":
    print(json.dumps(asdict(_read_all(int(sys.argv[1]), random.Random(int(sys.argv[2])), "".join(sys.argv[3:])))))
