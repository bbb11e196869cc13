"""Reads Unicode's conformance tests of UAX #9. The whole files: `python -m tests.sheets.conformance FOLDER`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from organizer.sheets.typesetting import bidi

SLICES = Path(__file__).parent.parent / "data" / "unicode"
_BASES: tuple[bidi.Base, ...] = ("ltr", "rtl", "auto")
_BITS: tuple[tuple[int, bidi.Base], ...] = ((1, "auto"), (2, "ltr"), (4, "rtl"))


class Case(NamedTuple):
    """`levels` has None where the algorithm removes the character; `order` is the visual one."""

    name: str
    found: bidi.Levels
    levels: list[int | None]
    order: list[int]

    def passes(self) -> bool:
        same = all(want is None or want == got for want, got in zip(self.levels, self.found.levels, strict=True))
        order = [i for i in bidi.visual_order(self.found.levels) if self.levels[i] is not None]
        return same and order == self.order


def character_cases(file: Path) -> Iterator[Case]:
    for line in _lines(file):
        text, base, paragraph, levels, order = line.split(";")
        found = bidi.levels("".join(chr(int(point, 16)) for point in text.split()), _BASES[int(base)])
        wanted = _levels(levels) if found.base == int(paragraph) else [-1] * len(found.levels)
        yield Case(line, found, wanted, [int(i) for i in order.split()])


def class_cases(file: Path) -> Iterator[Case]:
    levels: list[int | None] = []
    order: list[int] = []
    for line in _lines(file):
        if line.startswith("@Levels:"):
            levels = _levels(line.removeprefix("@Levels:"))
        elif line.startswith("@Reorder:"):
            order = [int(i) for i in line.removeprefix("@Reorder:").split()]
        else:
            classes, bits = line.split(";")
            for bit, base in _BITS:
                if int(bits) & bit:
                    yield Case(f"{line} {base}", bidi.levels_of_classes(classes.split(), base), levels, order)


def _lines(file: Path) -> Iterator[str]:
    return (line.strip() for line in file.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#"))


def _levels(words: str) -> list[int | None]:
    return [None if word == "x" else int(word) for word in words.split()]


def main(folder: Path) -> int:
    wrong = 0
    for name, read in (("BidiCharacterTest.txt", character_cases), ("BidiTest.txt", class_cases)):
        results = [case.passes() for case in read(folder / name)]
        wrong += results.count(False)
        print(f"{name}: {results.count(True)} pass, {results.count(False)} fail")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
