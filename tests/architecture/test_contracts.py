"""Who may import whom, and which library may be used where."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "organizer"

# library → the only places that may import it, as prefixes of a path inside the package
BOUNDARIES = {
    "PySide6": ("ui/",),
    "reportlab": ("sheets/",),
    "uharfbuzz": ("sheets/",),
    "pikepdf": ("sheets/",),
    "markdown_it": ("sheets/",),
    "PIL": ("sheets/", "store/attachments.py", "store/decoding.py"),
    "pypdfium2": ("ui/",),
    "sqlcipher3": ("store/",),
    "alembic": ("store/",),
    "argon2": ("store/",),
    "cryptography": ("store/",),
    "pyrage": ("exchange/",),
    "openpyxl": ("exchange/books.py",),
    "defusedxml": (),
    "vobject": ("exchange/cards.py",),
    "icalendar": ("exchange/calendar_",),
    "shamir_mnemonic": ("store/",),
    "zxcvbn": ("actions/passphrases.py",),
    "socket": (),
    "urllib.request": (),
    "http": (),
    "requests": (),
    "PySide6.QtNetwork": (),
}
NO_SQLALCHEMY = ("ui/", "sheets/", "app.py")


@cache
def modules() -> tuple[Path, ...]:
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def imports_of(module: Path) -> frozenset[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(names)


def uses(module: Path, library: str) -> bool:
    return any(name == library or name.startswith(f"{library}.") for name in imports_of(module))


def place(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def test_the_layers_hold(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from importlinter.cli import lint_imports

    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("library", BOUNDARIES)
def test_a_library_stays_where_it_belongs(library: str) -> None:
    outside = [
        place(module)
        for module in modules()
        if uses(module, library) and not place(module).startswith(BOUNDARIES[library] or ("?",))
    ]
    assert outside == []


def test_the_window_and_the_sheets_know_nothing_of_sqlalchemy() -> None:
    assert [place(module) for module in modules() if place(module).startswith(NO_SQLALCHEMY) and uses(module, "sqlalchemy")] == []


def test_the_boundary_check_sees_an_import_when_there_is_one(tmp_path: Path) -> None:
    module = tmp_path / "sample.py"
    module.write_text("def late():\n    from PySide6.QtCore import QObject\n    return QObject\n")
    assert uses(module, "PySide6") and not uses(module, "reportlab")


def test_there_is_no_style_sheet_anywhere() -> None:
    assert [place(module) for module in modules() if "setStyleSheet" in module.read_text(encoding="utf-8")] == []


def test_only_the_store_connects_to_a_database_file() -> None:
    connecting = [place(module) for module in modules() if "sqlite3.connect" in module.read_text(encoding="utf-8")]
    assert [where for where in connecting if not where.startswith("store/")] == []
