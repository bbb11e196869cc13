"""A thousand random texts through every sheet: each comes out, sound, and every word that was put in is read back."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet_kind import Asked, SheetKind
from tests.preflight.checks import Printed, extraction, glyphs, syntax, unread
from tests.preflight.contents import LANGUAGES, answer, example, jobs_for, keys, parts_of

TEXTS = 1_000
_SIGNS = ("12–14", "№ 7", "50 %", "<b>", "&amp;")
_LOOSE = ("office@example.org", "https://example.org/kz?a=b&c=d", "SW1Y 5EA", "fi", "Қайрат", "312", *_SIGNS)
_WRITTEN = ("line", "text")


def rounds(kind: SheetKind) -> int:
    """How often each sheet is drawn, so that all of them take a thousand texts."""
    written = {key: sum(asked.kind in _WRITTEN for asked in sheet_kinds()[key].asked) for key in keys()}
    share = TEXTS * max(1, written[kind.key]) / sum(max(1, number) for number in written.values())
    return -(-round(share) // max(1, written[kind.key]))


def random_text(luck: random.Random, language: str, asked: Asked) -> str:
    words = [
        *re.findall(r"\S+", f"{example(language).body} {example(language).headline}".replace("*", "")),
        *(word.replace("|", " ") for word in _LOOSE),
    ]
    return " ".join(luck.choice(words) for _word in range(luck.randint(1, 5 if asked.kind == "line" else 18)))


def printed(kind: SheetKind) -> Iterator[Printed]:
    luck = random.Random(kind.key)
    for _round in range(rounds(kind)):
        language = luck.choice(LANGUAGES)
        made_of = parts_of(language, "typical")
        answers = {
            asked.key: random_text(luck, language, asked)
            if asked.kind in _WRITTEN
            else answer(asked, made_of, language, "typical")
            for asked in kind.asked
        }
        job = luck.choice(jobs_for(kind, language, "typical", answers=answers, arrangements=("page", "grid")))
        yield Printed(kind, job, draw(kind, job))


@pytest.mark.parametrize("key", keys())
def test_every_text_comes_out_as_it_went_in(key: str) -> None:
    checks = (syntax, glyphs, extraction, unread)
    found = [fault for sheet in printed(sheet_kinds()[key]) for check in checks for fault in check(sheet)]
    assert found == []


def test_a_thousand_texts_are_tried() -> None:
    written = {key: sum(asked.kind in _WRITTEN for asked in sheet_kinds()[key].asked) for key in keys()}
    assert sum(rounds(sheet_kinds()[key]) * max(1, number) for key, number in written.items()) >= TEXTS
