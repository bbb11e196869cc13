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
_PLAIN = ("Noto Sans", *_SCRIPTS)
_CONDENSED = {
    900: (
        "Noto Sans Condensed Black",
        "Noto Sans Arabic Cond Blk",
        "Noto Sans Hebrew Cond Blk",
        "Noto Sans Devanagari Condensed Black",
    ),
    700: ("Noto Sans Condensed", "Noto Sans Arabic Cond", "Noto Sans Hebrew Cond", "Noto Sans Devanagari"),
}


@cache
def load() -> tuple[str, ...]:
    """Register the interface's fonts once a process; the names of files that could not be read."""
    folder = paths.resources() / "fonts"
    missing = tuple(name for name in _FILES if QFontDatabase.addApplicationFont(str(folder / f"{name}.ttf")) < 0)
    if missing:
        logging.getLogger(__name__).warning("Fonts not read: %s", ", ".join(missing))
    return missing


@cache
def _named_by_width(weight: int) -> bool:
    """Whether this system lists the condensed cut as a family of its own; Windows may know it as a width of Noto Sans."""
    return QFontDatabase.hasFamily(_CONDENSED[weight][0])


def families(weight: int, *, condensed: bool, language: str) -> list[str]:
    """Families in the order of a language tag. The first one sets the line, so a script's own family leads for it."""
    own = _CONDENSED[weight] if condensed and _named_by_width(weight) else _PLAIN
    primary = language.replace("-", "_").split("_")[0]
    first = next((i for i, name in enumerate(_PLAIN) if primary in _SCRIPTS.get(name, ())), 0)
    ordered = [own[first], *(name for i, name in enumerate(own) if i != first)]
    return ordered if own is _PLAIN else [*ordered, *_PLAIN]


def make(role: str, pixels: int, language: str) -> QFont:
    """A font of the type scale at a size in px, never hinted: full hinting makes lines 3 % wider."""
    face = TYPE[role]
    font = QFont()
    if role == "mono":
        font.setFamilies(["DejaVu Sans Mono", *_PLAIN])
    else:
        font.setFamilies(families(face.weight, condensed=face.condensed, language=language))
    if face.condensed and not _named_by_width(face.weight):
        font.setStretch(QFont.Stretch.Condensed)
    font.setWeight(QFont.Weight(face.weight))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
