"""Which font sets which language: a stack of faces for each role, and the proportions of its script."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from organizer.i18n import main_language
from organizer.sheets.typesetting.faces import Face, face


class Role(Enum):
    """What a text is on the sheet."""

    TEXT = "text"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    SERIF = "serif"
    SERIF_STRONG = "serif strong"
    SERIF_EMPHASIS = "serif emphasis"
    LABEL = "label"
    SUBHEAD = "subhead"
    TITLE = "title"
    DISPLAY = "display"
    TALL = "tall"


_TALL_HEADING = 1.5


@dataclass(frozen=True)
class Proportions:
    """How much larger and wider set a script must be to look like Latin text of the same size.

    `heading` is what the leading of large type is multiplied by. A `tall` script climbs within its words.
    """

    size: float = 1.0
    leading: float = 1.0
    heading: float = 1.0

    @property
    def tall(self) -> bool:
        return self.heading > _TALL_HEADING


_LATIN = {
    Role.TEXT: "NotoSans-Regular",
    Role.STRONG: "NotoSans-Bold",
    Role.EMPHASIS: "NotoSans-Italic",
    Role.SERIF: "NotoSerif-Regular",
    Role.SERIF_STRONG: "NotoSerif-Bold",
    Role.SERIF_EMPHASIS: "NotoSerif-Italic",
    Role.LABEL: "NotoSans-CondensedBold",
    Role.SUBHEAD: "NotoSans-CondensedMedium",
    Role.TITLE: "NotoSans-CondensedBlack",
    Role.DISPLAY: "NotoSans-ExtraCondensedBlack",
    Role.TALL: "Oswald_700Bold",
}


def _script(
    regular: str, bold: str, label: str, display: str, *, subhead: str = "", title: str = "", emphasis: str = ""
) -> dict[Role, str]:
    """Faces of a script without italics: what is emphasised in a text is bolder there."""
    return {
        Role.TEXT: regular,
        Role.STRONG: bold,
        Role.EMPHASIS: emphasis or bold,
        Role.SERIF: regular,
        Role.SERIF_STRONG: bold,
        Role.SERIF_EMPHASIS: regular,
        Role.LABEL: label,
        Role.SUBHEAD: subhead or regular,
        Role.TITLE: title or display,
        Role.DISPLAY: display,
        Role.TALL: display,
    }


_ARABIC = _script(
    "NotoNaskhArabic-Regular",
    "NotoNaskhArabic-Bold",
    "NotoSansArabic-CondensedBlack",
    "NotoKufiArabic-Black",
    subhead="NotoSansArabic-Medium",
    title="NotoSansArabic-CondensedBlack",
)
_PERSIAN = _script("Vazirmatn_400Regular", "Vazirmatn_700Bold", "Vazirmatn_900Black", "Vazirmatn_900Black")
_URDU = _script("NotoNastaliqUrdu-Regular", "NotoNastaliqUrdu-Bold", "NotoNastaliqUrdu-Bold", "NotoNastaliqUrdu-Bold")
_HEBREW = _script(
    "NotoSansHebrew-Regular",
    "NotoSansHebrew-Bold",
    "NotoSansHebrew-CondensedBold",
    "NotoSansHebrew-CondensedBlack",
    subhead="NotoSansHebrew-Medium",
    emphasis="NotoSansHebrew-SemiBold",
)
_DEVANAGARI = _script(
    "NotoSansDevanagari-Regular",
    "NotoSansDevanagari-Bold",
    "NotoSansDevanagari-CondensedBlack",
    "NotoSansDevanagari-CondensedBlack",
)
_BY_LANGUAGE = {
    "ar": _ARABIC,
    "ckb": _PERSIAN,
    "fa": _PERSIAN,
    "ps": _PERSIAN,
    "ug": _PERSIAN,
    "ur": _URDU,
    "he": _HEBREW,
    "yi": _HEBREW,
    "hi": _DEVANAGARI,
    "mr": _DEVANAGARI,
    "ne": _DEVANAGARI,
}
_NASKH, _NASTALIQ = Proportions(1.16, 1.06, 1.28), Proportions(1.0, 1.78, 1.85)
_VAZIR, _HEBREW_PROPORTIONS, _NAGARI = Proportions(1.04, 1.12, 1.28), Proportions(1.12, 1.0, 1.2), Proportions(1.04, 1.15, 1.2)
_PROPORTIONS = {
    "ar": _NASKH,
    "ckb": _VAZIR,
    "fa": _VAZIR,
    "ps": _VAZIR,
    "ug": _VAZIR,
    "ur": _NASTALIQ,
    "he": _HEBREW_PROPORTIONS,
    "yi": _HEBREW_PROPORTIONS,
    "hi": _NAGARI,
    "mr": _NAGARI,
    "ne": _NAGARI,
}
_LIGHT = (Role.TEXT, Role.EMPHASIS, Role.SERIF, Role.SERIF_EMPHASIS, Role.SUBHEAD)
_LAST_RESORT = "DejaVuSans"


@lru_cache(maxsize=256)
def stack(role: Role, tag: str) -> tuple[Face, ...]:
    """The faces to try for each character, best first. The last one is the last resort for signs."""
    own = _BY_LANGUAGE.get(main_language(tag), _LATIN)
    names = [own[role], _LATIN[role], _LATIN[Role.DISPLAY if role is Role.TALL else role]]
    weight = Role.TEXT if role in _LIGHT else Role.STRONG
    names += [script[weight] for script in (_LATIN, _ARABIC, _HEBREW, _DEVANAGARI)]
    names += [_LAST_RESORT] if role in _LIGHT else [f"{_LAST_RESORT}-Bold", _LAST_RESORT]
    return tuple(face(name) for name in dict.fromkeys(names))


def proportions(tag: str) -> Proportions:
    return _PROPORTIONS.get(main_language(tag), Proportions())
