"""The fonts shipped are the fonts listed, with their licences, and reach the languages that sheets are written in."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from organizer import paths
from organizer.sheets.typesetting.faces import face
from organizer.sheets.typesetting.stacks import Role, stack

FONTS = paths.resources() / "fonts"
LISTED: list[dict[str, Any]] = tomllib.loads((FONTS / "MANIFEST.toml").read_text("utf-8"))["font"]

ALPHABETS = {
    "en": "ABCXYZabcxyz0123456789.,;:!?‘’“”()[]–—…&@#%/+*",
    "de": "ÄÖÜäöüßẞ„“‚‘",
    "fr": "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»",
    "es": "ÑñÁÉÍÓÚáéíóú¿¡",
    "pl": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż",
    "tr": "ÇĞİÖŞÜçğıöşü",
    "ru": "АБВЯЁЙЪЫЭабвяёйъыэ№",
    "uk": "ҐЄІЇґєії",
    "kk": "ӘҒҚҢӨҰҮҺІәғқңөұүһі",
    "el": "ΑΩΆΈΉΊΌΎΏαωάέήίόύώϊΐς",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى٠١٢٣٤٥٦٧٨٩،؛؟",
    "fa": "پچژگکی۰۱۲۳۴۵۶۷۸۹",
    "ur": "ٹڈڑںےہھ",
    "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת־״׳",
    "hi": "अआइईउऊएऐओऔकखगघ०१२३४५६७८९।",
}
SIGNS = "€£$₸₽₴₺→☐☎✂★−•·©□\ufffd"


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_every_font_file_is_listed_with_its_hash() -> None:
    listed = {font["file"]: font["sha256"] for font in LISTED}
    assert listed == {file.name: digest(file) for file in FONTS.glob("*.ttf")}


def test_a_changed_file_would_be_noticed(tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.ttf"
    spoilt.write_bytes((FONTS / LISTED[0]["file"]).read_bytes() + b"\0")
    assert digest(spoilt) != LISTED[0]["sha256"]


@pytest.mark.parametrize("font", LISTED, ids=lambda font: font["file"])
def test_every_font_has_its_licence_text_with_the_holder(font: dict[str, Any]) -> None:
    text = (FONTS / font["licence_file"]).read_text("utf-8")
    assert {"OFL-1.1": "SIL OPEN FONT LICENSE", "Bitstream-Vera": "Bitstream Vera"}[font["licence"]] in text
    holder = {"Noto": "Google", "Oswa": "Oswald Project", "Vazi": "Vazirmatn Project", "DejaVu"[:4]: "Bitstream"}[
        font["file"][:4]
    ]
    assert holder in text
    assert font["source"] and font["version"] and font["family"]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("language", ALPHABETS)
def test_every_role_sets_every_alphabet_and_sign(language: str, role: Role) -> None:
    faces = stack(role, language)
    missing = [letter for letter in ALPHABETS[language] + SIGNS if not any(found.covers(letter) for found in faces)]
    assert missing == []


def test_a_language_stands_in_its_own_font() -> None:
    assert [stack(Role.TEXT, tag)[0].name for tag in ("en", "fa-IR", "ur_PK", "ar", "he")] == [
        "NotoSans-Regular",
        "Vazirmatn_400Regular",
        "NotoNastaliqUrdu-Regular",
        "NotoNaskhArabic-Regular",
        "NotoSansHebrew-Regular",
    ]


def test_what_no_font_has_is_not_covered() -> None:
    assert not any(found.covers("✊") for found in stack(Role.TEXT, "en"))
    assert not face("NotoSans-Regular").covers("א")
