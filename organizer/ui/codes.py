"""Codes of countries and languages in forms: kept as the code, typed by the name."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from organizer import i18n
from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.gazetteer import countries
from organizer.records.gazetteer_file import fold_name
from organizer.ui.completion import CompletionEdit, Suggestion
from organizer.ui.controls import Control
from organizer.ui.kind import Field

_OFFERED = 7


class CodeControl(Control):
    """A country or a language: kept as its code, typed by its name."""

    def __init__(self, attribute: str, names: Callable[[], dict[str, str]]) -> None:
        self._names = names
        self._edit = CompletionEdit(self._suggest, after="chevron-down")
        super().__init__(attribute, self._edit)
        self._edit.textEdited.connect(lambda _words: self.edited.emit())
        self._edit.picked.connect(lambda _suggestion: self.edited.emit())

    def _suggest(self, typed: str) -> list[Suggestion]:
        key = fold_name(typed)
        fitting = [(code, name) for code, name in self._names().items() if fold_name(name).startswith(key)]
        within = [(code, name) for code, name in self._names().items() if key in fold_name(name) and (code, name) not in fitting]
        return [Suggestion(name, code) for code, name in [*fitting, *within][:_OFFERED]]

    def show(self, record: Any) -> None:
        self.restore(getattr(record, self.attribute))

    def take(self, record: Any) -> list[Problem]:
        self._edit.settle()
        chosen, words = self._edit.chosen(), self._edit.text().strip()
        if chosen is None and words:
            return [Problem(self.attribute, _("“{words}” is not in the list. Choose a row.").format(words=words))]
        setattr(record, self.attribute, chosen.value if chosen else "")
        return []

    def raw(self) -> Any:
        chosen = self._edit.chosen()
        return chosen.value if chosen else self._edit.text()

    def restore(self, raw: Any) -> None:
        code = str(raw or "")
        self._edit.show_choice(Suggestion(self._names().get(code, code), code) if code else None)


@lru_cache(maxsize=2)
def _countries_in(tag: str) -> dict[str, str]:
    return dict(sorted(((code, i18n.country_name(code, tag)) for code in countries()), key=lambda item: item[1]))


@lru_cache(maxsize=2)
def _languages_in(tag: str) -> dict[str, str]:
    # Some languages write the names of languages small in a sentence; here each stands alone.
    names = {str(code): f"{name[:1].upper()}{name[1:]}" for code, name in i18n.locale(tag).languages.items()}
    return dict(sorted(((code, name) for code, name in names.items() if len(code) == 2), key=lambda item: item[1]))


def country(attribute: str, label: str, *, share: int = 1, optional: bool = False) -> Field:
    names = lambda: _countries_in(i18n.language())  # noqa: E731  asked at use: the language may change
    return Field(attribute, label, lambda _session: CodeControl(attribute, names), share, optional)


def language(attribute: str, label: str, *, share: int = 1, optional: bool = False) -> Field:
    names = lambda: _languages_in(i18n.language())  # noqa: E731
    return Field(attribute, label, lambda _session: CodeControl(attribute, names), share, optional)
