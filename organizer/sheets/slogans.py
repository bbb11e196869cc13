"""The slogan a sheet begins with: one in the letters of the sheet's language where the campaign has one, and a word where not."""

from __future__ import annotations

from organizer.i18n import _, language_name, main_language
from organizer.records.prints import PrintParts
from organizer.sheets.compositor import Compositor
from organizer.sheets.typesetting.scripts import script

_SCRIPTS = {
    "ar": "Arab", "el": "Grek", "fa": "Arab", "he": "Hebr", "hi": "Deva", "kk": "Cyrl", "ru": "Cyrl", "uk": "Cyrl", "ur": "Arab",
}  # fmt: skip
"""Of the languages of the sheets; the others are written in Latin letters. Kazakh as most of its readers still write it."""


def is_in_letters_of(words: str, language: str) -> bool:
    """Whether any letter is of the language's script, or there is no letter at all. French and German cannot be told apart so."""
    scripts = {script(character) for character in words} - {""}
    return not scripts or _SCRIPTS.get(main_language(language), "Latn") in scripts


def usual_slogan(parts: PrintParts, language: str) -> str:
    """The first of the campaign's slogans in the letters of this language, else its first, else its name."""
    slogans = [slogan for slogan in parts.campaign.slogans if slogan.strip()]
    fitting = (slogan for slogan in slogans if is_in_letters_of(slogan, language))
    return next(fitting, slogans[0] if slogans else parts.campaign.name)


def tell_other_letters(compositor: Compositor, field: str, words: str) -> None:
    """Words that the reader of the sheet may not be able to read."""
    if not is_in_letters_of(words, compositor.language):
        sentence = _("“{words}” is not in the letters of this sheet’s language, {language}. Write it in that language.")
        compositor.note("look", field, sentence.format(words=words[:40], language=language_name(compositor.language)))
