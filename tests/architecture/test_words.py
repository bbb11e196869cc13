"""The words people read: translatable, plain, and without shouting."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "organizer"
MARKERS = {"_", "N_", "_n"}
FORBIDDEN = re.compile(r"!(?!=)|\b(please|successfully|invalid|oops|sorry)\b", re.IGNORECASE)
# calls whose text a person reads, and which of their arguments hold it
SPEAKING = {
    "setText": (0,),
    "setToolTip": (0,),
    "setPlaceholderText": (0,),
    "setAccessibleName": (0,),
    "setAccessibleDescription": (0,),
    "setWindowTitle": (0,),
    "Problem": (1,),
    "Fix": (0,),
    "UserError": (0, 1),
    "WrongPassphrase": (0, 1),
    "NotACampaignFile": (0, 1),
    "OpenElsewhere": (0, 1),
    "NewerFile": (0, 1),
    "DamagedFile": (0, 1),
    "StorageFault": (0, 1),
    "ChangedMeanwhile": (0, 1),
    "MissingRecord": (0, 1),
    "UnreadableSheet": (0, 1),
    "NotPrintable": (0, 1),
    "Button": (0,),
    "Text": (0,),
    "Chip": (0,),
    "Badge": (0,),
    "Column": (0,),
}
NAMES_THAT_STAY = {"Picket Organizer"}


def calls(source: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else node.func.id
                if isinstance(node.func, ast.Name)
                else ""
            )
            yield name, node


def bare_words(source: str) -> list[str]:
    found = []
    for name, call in calls(source):
        for place in SPEAKING.get(name, ()):
            if place < len(call.args) and isinstance(call.args[place], ast.Constant | ast.JoinedStr):
                words = call.args[place].value if isinstance(call.args[place], ast.Constant) else "f-string"
                if isinstance(words, str) and re.search(r"[^\W\d_]{2,}", words) and words not in NAMES_THAT_STAY:
                    found.append(f"line {call.lineno}: {name}({words!r})")
    return found


def marked_words(source: str) -> list[str]:
    return [
        argument.value
        for name, call in calls(source)
        if name in MARKERS
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_what_people_read_can_be_translated_and_is_plain(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert bare_words(source) == []
    assert [words for words in marked_words(source) if FORBIDDEN.search(words)] == []


def test_the_check_sees_bare_words_and_shouting() -> None:
    assert bare_words('label.setText("Save it")') and not bare_words('label.setText(_("Save it"))')
    assert FORBIDDEN.search(marked_words('_("Saved successfully")')[0]) and FORBIDDEN.search("Done!")


def test_no_sentence_is_glued_from_an_f_string() -> None:
    glued = [
        f"{module.relative_to(PACKAGE)}:{call.lineno}"
        for module in modules()
        for name, call in calls(module.read_text(encoding="utf-8"))
        if name in MARKERS and call.args and isinstance(call.args[0], ast.JoinedStr)
    ]
    assert glued == []
