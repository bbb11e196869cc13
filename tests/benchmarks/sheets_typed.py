"""How soon a sheet is there again: as it was, and after a keystroke, a new line of text, or in words never seen before."""

from __future__ import annotations

import io
import random
import statistics
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from tests.benchmarks import Figure

_A5, _A4, _PREVIEW = 60.0, 120.0, 150.0
_SENTENCE = "Nobody has been told why so far, and nobody was asked. "
Timed = Callable[[Callable[[], object]], float]
Change = Callable[[dict[str, str]], dict[str, str]]


class _Sheet(NamedTuple):
    """`limit` in ms for drawing it again; `fresh` the one for words that were never seen."""

    key: str
    limit: float
    language: str = "en"
    times: int = 1
    design: str = "a5-photo"
    photo: bytes | None = None
    fresh: float = 0.0

    def named(self) -> str:
        design = " in type alone" if self.design == "a5-type" else " with a photo" if self.photo else ""
        return f"{self.key}{design}, {self.language}{', longest text' if self.times > 1 else ''}"


def sheets(timed: Timed, rounds: int) -> Iterator[Figure]:
    for key, limit in (("a6-flyer", _A5), ("dl-flyer", _A5), ("trifold", _A4), ("petition-sheet", _A4)):
        yield _again(_Sheet(key, limit), timed, rounds)
    for key in ("picket-calendar", "poster"):
        yield _again(_Sheet(key, _A4), timed, rounds)
    photo = _picture()
    for sheet in (
        _Sheet("leaflet", _PREVIEW, photo=photo, fresh=_PREVIEW),
        _Sheet("leaflet", _PREVIEW, design="a5-type", fresh=_A5),
        _Sheet("trifold", _PREVIEW, photo=photo),
        _Sheet("trifold", _PREVIEW, "ur"),
        _Sheet("trifold", _PREVIEW, "ur", times=5),
    ):
        yield from _typed(sheet, timed, rounds)


def _again(sheet: _Sheet, timed: Timed, rounds: int) -> Figure:
    times = [timed(lambda: _draw(sheet, _as_it_is)) for _round in range(rounds + 1)][1:]
    return Figure(f"{sheet.key} again, median of {rounds}", statistics.median(times), "ms", sheet.limit)


def _typed(sheet: _Sheet, timed: Timed, rounds: int) -> Iterator[Figure]:
    """A letter more each time; a sentence more, by which the picture gets another height; then every word in another place."""
    _draw(sheet, _as_it_is)
    steps: dict[str, Callable[[int], Change]] = {
        "after a keystroke": lambda count: partial(_longer, "e" * (count + 1)),
        "after a new sentence": lambda count: partial(_longer, _SENTENCE * (count + 1)),
        "in other words": lambda count: partial(_shuffled, count),
    }
    for what, step in steps.items():
        times = [timed(lambda: _draw(sheet, step(count))) for count in range(rounds)]  # noqa: B023
        limit = sheet.fresh if what == "in other words" else sheet.limit
        yield Figure(f"{sheet.named()}: {what}, median of {rounds}", statistics.median(times), "ms", limit)
    if sheet.photo:
        times = [timed(lambda: _draw(_other_photo(sheet, count), _as_it_is)) for count in range(rounds)]  # noqa: B023
        yield Figure(f"{sheet.named()}: another photo, median of {rounds}", statistics.median(times), "ms")


def _as_it_is(said: dict[str, str]) -> dict[str, str]:
    return said


def _longer(typed: str, said: dict[str, str]) -> dict[str, str]:
    return {**said, "body": said["body"][:60] + typed + said["body"][60:]}


def _shuffled(seed: int, said: dict[str, str]) -> dict[str, str]:
    """Every paragraph with its words in another order, so that none was shaped before."""
    return {key: "\n".join(_shuffled_line(seed, line) for line in words.split("\n")) for key, words in said.items()}


def _shuffled_line(seed: int, line: str) -> str:
    words = line.split(" ")
    random.Random(seed).shuffle(words)
    return " ".join(words)


def _other_photo(sheet: _Sheet, seed: int) -> _Sheet:
    """The same picture in other bytes, so that it is decoded and cut anew: what stands after a JPEG's end is not read."""
    return sheet._replace(photo=(sheet.photo or b"") + bytes([seed]))


def _draw(sheet: _Sheet, change: Change) -> bytes:
    from organizer.sheets.catalogue import draw, sheet_kinds
    from tests.sheets.jobs import campaign, job, parts, picket
    from tests.sheets.leaflets import leaflet_parts

    leaflet = leaflet_parts(campaign(), sheet.language, times=sheet.times)
    leaflet.leaflet.texts = {sheet.language: change(leaflet.leaflet.texts[sheet.language])}
    leaflet.leaflet.design = sheet.design
    days = (date(2026, 6, 1) + timedelta(days=4 * k) for k in range(7))
    pickets = tuple(picket(day=day) for day in days)
    made_of = parts(leaflet=replace(leaflet, photo=sheet.photo), demands=leaflet.demands, pickets=pickets)
    answers = {"month": "2026-06-01"} if sheet.key == "picket-calendar" else {}
    return draw(sheet_kinds()[sheet.key], job(sheet.key, language=sheet.language, parts=made_of, answers=answers)).pdf


def _picture() -> bytes:
    """As a telephone takes it: twelve megapixels that do not pack well."""
    from PIL import Image

    grain = Image.frombytes("RGB", (400, 300), random.Random(1).randbytes(400 * 300 * 3))
    out = io.BytesIO()
    grain.resize((4000, 3000), Image.Resampling.BICUBIC).save(out, "JPEG", quality=88)
    return out.getvalue()
