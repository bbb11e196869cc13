"""The shipped languages say everything that the program says, with the same places to fill."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"
sys.path.insert(0, str(FOLDER))
import build  # noqa: E402

sys.path.remove(str(FOLDER))
PLACE = re.compile(r"\{(\w*)")


def test_the_template_holds_every_sentence_of_the_program() -> None:
    assert build.as_po(build.sentences()) == (FOLDER / "organizer.pot").read_bytes(), "run python resources/i18n/build.py"


@pytest.mark.parametrize("language", build.languages())
def test_the_compiled_words_are_those_of_the_text(language: str) -> None:
    compiled = FOLDER / language / "LC_MESSAGES" / "organizer.mo"
    assert compiled.read_bytes() == build.as_mo(build.translation(language))


@pytest.mark.parametrize("language", build.languages())
def test_nothing_is_left_in_english(language: str) -> None:
    said = build.translation(language)
    missing = [message.id for message in build.sentences() if message.id and not _is_said(said, message.id)]
    assert missing == []


def _is_said(said: build.Catalog, sentence: str | tuple[str, ...]) -> bool:
    message = said.get(sentence)
    return message is not None and build.is_said(message.string)


@pytest.mark.parametrize("language", build.languages())
def test_every_translation_fills_the_same_places(language: str) -> None:
    wrong = []
    for message in build.translation(language):
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        allowed = {place for words in originals for place in PLACE.findall(words)}
        for words in message.string if isinstance(message.string, tuple) else (message.string,):
            places = set(PLACE.findall(words))
            if message.id and words and (places - allowed or (not isinstance(message.id, tuple) and places != allowed)):
                wrong.append((message.id, words))
    assert wrong == []
