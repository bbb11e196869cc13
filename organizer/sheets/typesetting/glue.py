"""What must not part or turn round: non-breaking glue, and isolates that keep phone numbers in order in right-to-left text."""

from __future__ import annotations

import re

from organizer.i18n import main_language

_NBSP, _STAYING_HYPHEN = "\u00a0", "\u2011"
_ISOLATE, _END = "\u2066", "\u2069"
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_PHONE = re.compile(r"(?<![\w/.])\+?\(?\d[\d()\-  ]{5,18}\d(?![\w/])")
# Spaces that never part a line: behind a number (12 June, not 2011 workers), a German or French ordinal, in a Spanish date,
# before a house number, behind №, before a dash or %, in post boxes.
_BEFORE = re.compile(
    "|".join(
        (
            r"(?<=\d)(?<!\b[12]\d{3}) (?=[^\W\d_])",
            r"(?<=\b[12]\d{3}) (?=(?:гг?|рр?|жж?)\.)",
            r"(?<=\b\d\.) (?=[^\W\d_])",
            r"(?<=\b\d\d\.) (?=[^\W\d_])",
            r"(?<=\b1er) (?=\w)",
            r"(?<=\b1º) (?=\w)",
            r"(?<=\d[ \xa0]de) (?=[^\W\d_])",
            r"(?<=\w) (?=\d{1,3}[^\W\d_]?(?:[-–/]\d{1,3})?,)",
            r"(?<=[№§#]) (?=\w)",
            r" (?=[–—](?:\s|$))",
            r" (?=%)",
            r"(?<=\bPO) (?=Box)",
            r"(?<=\bBox) (?=\d)",
            r"(?<=а/я) (?=\d)",
        )
    )
)
_SHORT_WORD = re.compile(r"(?<![^\W_])([^\W\d_]{1,2}) (?=\S)")
_FRENCH = re.compile(r"(?<=\S) (?=[;:!?»])|(?<=«) ")
_SHORT_WORDS_STAY = frozenset({"ru", "uk", "be", "bg", "pl", "cs", "sk"})
_LATIN = "A-Za-zÀ-ɏ"
_LEFT_TO_RIGHT = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|\+?\(?\d[\d()\-   ‑]{5,18}\d"
    r"|\d+(?:[:.,]\d+)*\s?[–-]\s?\d+(?:[:.,]\d+)*"
    rf"|(?:(?<![\d:.])\d+[A-Za-z]?,? (?=[{_LATIN}]+ [{_LATIN}]))?[{_LATIN}][{_LATIN}\d ,.'’/&()‑–-]*[{_LATIN}\d)](?:/[\w./-]*)?"
)


def glue(text: str, language: str) -> str:
    """The text with non-breaking spaces and hyphens in postcodes, phones, number and unit, short words. Same length."""
    text = _POSTCODE.sub(lambda m: m[0].replace(" ", _NBSP), text)
    text = _PHONE.sub(lambda m: m[0].replace(" ", _NBSP).replace("-", _STAYING_HYPHEN), text)
    text = _BEFORE.sub(_NBSP, text)
    main = main_language(language)
    if main in _SHORT_WORDS_STAY:
        text = _SHORT_WORD.sub(rf"\1{_NBSP}", text)
    elif main == "fr":
        text = _FRENCH.sub(_NBSP, text)
    return text


def isolated_spans(text: str) -> list[tuple[int, int]]:
    """Where phones, addresses in Latin letters, ranges and web addresses stand. Nothing if the text has isolates of its own."""
    if any("\u2066" <= c <= "\u2069" for c in text):
        return []
    return [_balanced(text, *found.span()) for found in _LEFT_TO_RIGHT.finditer(text)]


def with_isolates(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with U+2066 and U+2069 around the spans."""
    for start, end in reversed(spans):
        text = f"{text[:start]}{_ISOLATE}{text[start:end]}{_END}{text[end:]}"
    return text


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave a closing bracket outside if its opening one is outside, and sentence ends after a web address."""
    while end > start + 1 and (text[end - 1] in ".,;:!?" or (text[end - 1] == ")" and "(" not in text[start:end])):
        end -= 1
    return start, end
