"""The program's own fonts: which files the interface needs, and which families a language is set in."""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from organizer import paths
from organizer.ui.look.tokens import TYPE

_FILES = (
    *(f"NotoSans-{cut}" for cut in ("Regular", "Medium", "SemiBold", "CondensedBold", "CondensedBlack")),
    *(f"NotoSansArabic-{cut}" for cut in ("Regular", "Medium", "SemiBold", "CondensedBold", "CondensedBlack")),
    *(f"NotoSansHebrew-{cut}" for cut in ("Regular", "Medium", "SemiBold", "CondensedBold", "CondensedBlack")),
    *(f"NotoSansDevanagari-{cut}" for cut in ("Regular", "CondensedBlack")),
    "DejaVuSansMono",
)
_SCRIPTS = {
    "Noto Sans Arabic": frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd"}),
    "Noto Sans Hebrew": frozenset({"he", "yi"}),
    "Noto Sans Devanagari": frozenset({"hi", "mr", "ne"}),
}
_FAMILIES = ("Noto Sans", *_SCRIPTS)
_CONDENSED_FAMILIES = {700: "Noto Sans Condensed", 900: "Noto Sans Condensed Black"}


@cache
def load() -> tuple[str, ...]:
    """Register the interface's fonts once a process; the names of files that could not be read."""
    folder = paths.resources() / "fonts"
    missing = tuple(name for name in _FILES if QFontDatabase.addApplicationFont(str(folder / f"{name}.ttf")) < 0)
    if missing:
        logging.getLogger(__name__).warning("Fonts not read: %s", ", ".join(missing))
    return missing


@cache
def _cut_by_width(weight: int) -> bool:
    """Whether this system lists the condensed cuts as widths of Noto Sans; else they are families of their own."""
    return any("Condensed" in style for style in QFontDatabase.styles("Noto Sans")) or not QFontDatabase.hasFamily(
        _CONDENSED_FAMILIES[weight]
    )


def families(language: str) -> list[str]:
    """Families in the order of a language tag. The first one sets the line, so a script's own family leads for it."""
    primary = language.replace("-", "_").split("_")[0]
    own = [name for name, tags in _SCRIPTS.items() if primary in tags]
    return [*own, *(name for name in _FAMILIES if name not in own)]


def make(role: str, pixels: int, language: str) -> QFont:
    """A font of the type scale at a size in px, never hinted: full hinting makes lines 3 % wider."""
    face = TYPE[role]
    names = families(language)
    if role == "mono":
        names = ["DejaVu Sans Mono", *names]
    elif face.condensed and not _cut_by_width(face.weight):
        names = [_CONDENSED_FAMILIES[face.weight], *names]
    font = QFont()
    font.setFamilies(names)
    if face.condensed:
        font.setStretch(QFont.Stretch.Condensed)
    font.setWeight(QFont.Weight(face.weight))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
