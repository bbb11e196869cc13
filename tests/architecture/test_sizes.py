"""Nothing grows past its hard stop: modules 400 lines, functions 50, classes 200 and the main window 300."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "organizer"
MODULE, FUNCTION, CLASS, MAIN_WINDOW = 400, 50, 200, 300


def pieces(source: str) -> Iterator[tuple[str, str, int]]:
    """(kind, name, lines) of every function and class."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield "function", node.name, (node.end_lineno or 0) - node.lineno + 1
        elif isinstance(node, ast.ClassDef):
            yield "class", node.name, (node.end_lineno or 0) - node.lineno + 1


def too_long(kind: str, name: str, lines: int) -> bool:
    if kind == "class":
        return lines > (MAIN_WINDOW if name == "MainWindow" else CLASS)
    return lines > FUNCTION


def test_no_module_function_or_class_passes_its_hard_stop() -> None:
    found = []
    for module in sorted(PACKAGE.rglob("*.py")):
        source = module.read_text(encoding="utf-8")
        where = module.relative_to(PACKAGE).as_posix()
        if source.count("\n") > MODULE:
            found.append(f"{where}: {source.count(chr(10))} lines")
        found += [f"{where}: {kind} {name}, {lines} lines" for kind, name, lines in pieces(source) if too_long(kind, name, lines)]
    assert found == []


def test_the_measure_sees_a_long_function() -> None:
    source = "def long():\n" + "    x = 1\n" * 60
    assert [too_long(*piece) for piece in pieces(source)] == [True]


def test_every_module_says_what_is_in_it() -> None:
    silent = [
        module.relative_to(PACKAGE).as_posix()
        for module in sorted(PACKAGE.rglob("*.py"))
        if not ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    ]
    assert silent == []
