"""What all kinds of sheet read alike: codes, counts, countries, and cells that may not be empty. All raise ReadingError."""

from __future__ import annotations

from organizer.exchange.headings import Row
from organizer.i18n import _
from organizer.records.gazetteer_file import fold_name
from organizer.records.reading import ReadingError, read_count, read_country
from organizer.records.reading_text import shown
from organizer.records.reading_words import code_by_word, words

_FAULTS = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#####"})
"""What spreadsheet programs show in place of a value."""


def refuse_faults(row: Row) -> None:
    """Raises ReadingError where a formula gave no value: it would be kept as if somebody had written it."""
    for field in row.headings.columns:
        if (cell := row.text(field)) in _FAULTS:
            raise ReadingError(
                _("The column “{heading}” says {text}: its formula gives no value.").format(
                    heading=words()[row.kind]["columns"].get(field, [field])[0], text=cell
                ),
                _("Open the sheet in your spreadsheet program, mend the formula, and save it anew."),
            )


def required(row: Row, field: str) -> str:
    """The text of a cell that may not be empty."""
    cell = row.text(field)
    if not cell:
        heading = words()[row.kind]["columns"][field][0]
        raise ReadingError(
            _("The column “{heading}” is empty here.").format(heading=heading), _("Fill it, or leave the row out.")
        )
    return cell


def code(row: Row, field: str, *, by: str = "", strict: bool = True) -> str:
    """The kept code that the words of a cell stand for, empty for an empty cell; `by` names another cell to look in.

    Words that nobody knows are refused, or, where that is not `strict`, no code.
    """
    cell = row.text(by or field)
    known = code_by_word(row.kind, field)
    found = known.get(fold_name(cell), "") if cell else ""
    if cell and not found and strict:
        usual = ", ".join(synonyms[0] for synonyms in words()[row.kind]["values"][field].values())
        raise ReadingError(
            _("“{text}” is not known here.").format(text=shown(cell)), _("Use one of: {words}.").format(words=usual)
        )
    return found


def count(row: Row, field: str) -> int | None:
    return read_count(row.text(field))


def country(row: Row) -> str:
    """The code of the row's country; empty where none is said."""
    return read_country(row.text("country")) or ""
