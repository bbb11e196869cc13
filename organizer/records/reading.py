"""What people type or keep in spreadsheets, read tolerantly: days, times, headcounts, money, yes and no, countries.

Every reader takes any text, gives None for blank text, and raises ReadingError, which is a sentence, for what it cannot read.
"""

from __future__ import annotations

from functools import lru_cache

from organizer import i18n
from organizer.i18n import _
from organizer.records.gazetteer import countries
from organizer.records.gazetteer_file import fold_name
from organizer.records.reading_days import Day, read_clock, read_day
from organizer.records.reading_numbers import read_count, read_headcount, read_money
from organizer.records.reading_text import ReadingError, plain, shown

__all__ = [
    "Day",
    "ReadingError",
    "read_clock",
    "read_count",
    "read_country",
    "read_day",
    "read_headcount",
    "read_money",
    "read_yes_no",
]

_YES = frozenset({
    "yes", "y", "yep", "true", "1", "x", "✓", "✔", "☑", "ja", "j", "wahr", "да",
    "д", "иә", "oui", "o", "vrai", "sí", "si", "s", "sì", "sim", "tak", "evet", "ναι",
})  # fmt: skip
_NO = frozenset({
    "no", "n", "false", "0", "nein", "falsch", "нет", "н", "жоқ", "non", "faux", "não", "nie",
    "hayır", "όχι", "✗", "✘", "☐",
})  # fmt: skip
_COUNTRY_LANGUAGES = ("en", "de", "ru")
_ALSO_CALLED = {
    "GB": "UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Großbritannien|Англия|Соединённое Королевство",
    "US": "USA|U.S.A.|U.S.|America|United States of America|Vereinigte Staaten von Amerika|Amerika|США|Америка",
    "RU": "Russian Federation|Russische Föderation|Российская Федерация|РФ",
    "KZ": "Republic of Kazakhstan|Kazakstan|Republik Kasachstan|Республика Казахстан|РК|Қазақстан",
    "DE": "Federal Republic of Germany|Bundesrepublik Deutschland|BRD|ФРГ",
    "IE": "Republic of Ireland|Eire|Éire",
    "NL": "Holland|The Netherlands|Голландия",
    "CZ": "Czech Republic|Tschechische Republik|Чешская Республика",
    "CH": "Suisse|Svizzera",
    "TR": "Turkey",
    "CI": "Ivory Coast|Elfenbeinküste",
    "MM": "Burma|Birma|Бирма",
    "MK": "Macedonia|Mazedonien|Македония",
    "KR": "Republic of Korea|Korea|Корея",
    "HK": "Hong Kong|Hongkong|Гонконг",
    "MO": "Macau|Macao|Макао",
    "PS": "Palestine|Palästina|Палестина",
    "CD": "Democratic Republic of the Congo|DR Congo|DRC",
    "GR": "EL|Hellas|Ελλάδα",
    "BY": "Belorussia|Weißrussland|Белоруссия",
    "MD": "Moldavia|Moldawien|Молдавия",
    "KG": "Kyrgyz Republic|Kirgizia|Киргизия",
    "SZ": "Swaziland|Swasiland",
}


def read_yes_no(text: str) -> bool | None:
    """Yes or no in one of many languages, also as a tick or x; what follows a comma does not matter ("ja, 14.12.2011")."""
    words = plain(text)
    if not words:
        return None
    answer = words.partition(",")[0].partition(";")[0].partition("(")[0].strip(" .")
    if answer in _YES or answer == plain(_("yes")):
        return True
    if answer in _NO or answer == plain(_("no")):
        return False
    raise ReadingError(_("{text} is neither yes nor no.").format(text=shown(text)), _("Write yes or no."))


def read_country(text: str) -> str | None:
    """The two-letter code of a country that is named by its code, or in English, German, Russian or the language in force."""
    words = plain(text)
    if not words:
        return None
    folded = fold_name(words)
    code = _country_names(i18n.language()).get(folded.removeprefix("the "))
    if code is None:
        sentence = _("{text} is not a country that is known.").format(text=shown(text))
        raise ReadingError(sentence, _("Write its name in English or its code of two letters."))
    return code


@lru_cache(maxsize=2)
def _country_names(tag: str) -> dict[str, str]:
    """Folded names and codes of every country, with its code."""
    names: dict[str, str] = {}
    for code, country in countries().items():
        names[code.casefold()] = names[country.code3.casefold()] = code
    for code, also in _ALSO_CALLED.items():
        names.update((fold_name(name).removeprefix("the "), code) for name in also.split("|"))
    for language in (*_COUNTRY_LANGUAGES, tag):
        for code, name in i18n.locale(language).territories.items():
            if code in countries():
                names.setdefault(fold_name(name), code)
    return names
