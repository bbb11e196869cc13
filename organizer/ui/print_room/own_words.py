"""A campaign's own words on one kind of sheet and how it is printed: what is kept, and what stands there now."""

from __future__ import annotations

from typing import Any

from organizer.actions import print_room
from organizer.records.sheet_text import SheetText
from organizer.sheets.orders import place_of
from organizer.sheets.sheet_kind import Asked, SheetKind
from organizer.store.store import Store

Answers = dict[str, dict[str, str]]


class OwnWords:
    """`written` by language and key, as an Order takes them; `way` as SheetText keeps it. What is not kept yet comes back as a
    draft. What is of one print alone is neither.
    """

    def __init__(self, store: Store, campaign_id: int, kind: SheetKind) -> None:
        self._store, self._campaign_id, self.kind = store, campaign_id, kind
        self._passing: dict[str, str] = {}
        self.kept, self.kept_way = self._read()
        draft = store.draft(SheetText.KIND, self._draft_name())
        self.written = _copy(self.kept) if draft is None else _answers(draft)
        self.way = dict(self.kept_way) if draft is None else _way(draft)

    def _draft_name(self) -> str:
        return f"{self._campaign_id} {self.kind.key}"

    def _read(self) -> tuple[Answers, dict[str, str]]:
        return print_room.kept_for(self._store, self._campaign_id, self.kind.key)

    def answers(self) -> Answers:
        """What stands there now, for an order: later writing leaves it as it is."""
        answers = _copy(self.written)
        if self._passing:
            answers.setdefault("", {}).update(self._passing)
        return answers

    def is_dirty(self) -> bool:
        return self.written != self.kept or self.way != self.kept_way

    def write(self, key: str, words: str, language: str, usual: str) -> None:
        """Somebody wrote this. What is as usual is not kept: it follows the records again."""
        asked = next(each for each in self.kind.asked if each.key == key)
        mine = self._place(asked, language)
        if words == usual:
            mine.pop(key, None)
        else:
            mine[key] = words
        self.written = {tag: words for tag, words in self.written.items() if words}

    def _place(self, asked: Asked, language: str) -> dict[str, str]:
        return self._passing if asked.passing else self.written.setdefault(place_of(asked, language), {})

    def print_as(self, way: dict[str, str]) -> None:
        """Somebody chose another size, layout, class or number of copies."""
        self.way = way

    def printed(self) -> None:
        """What was of that one print goes."""
        self._passing = {}

    def clear(self) -> None:
        """Every word as usual."""
        self.written, self._passing = {}, {}

    def reread(self) -> bool:
        """The file has changed. Whether something else stands here now: what is being written stays."""
        before, dirty = (self.kept, self.kept_way), self.is_dirty()
        self.kept, self.kept_way = self._read()
        if dirty or (self.kept, self.kept_way) == before:
            return False
        self._begin()
        return True

    def _begin(self) -> None:
        self.written, self.way = _copy(self.kept), dict(self.kept_way)

    def save(self) -> None:
        """Keep all of it in the file, in one step. UserError: it does not take it."""
        if self.is_dirty():
            self._store_words()
        self._store.drop_draft(SheetText.KIND, self._draft_name())

    def _store_words(self) -> None:
        before = self.kept, self.kept_way
        self.kept, self.kept_way = _copy(self.written), dict(self.way)
        try:
            print_room.keep_answers(self._store, self._campaign_id, self.kind.key, self.written, self.way)
        except BaseException:
            self.kept, self.kept_way = before
            raise

    def discard(self) -> None:
        """Back to what is kept."""
        self._begin()
        self._passing = {}
        self._store.drop_draft(SheetText.KIND, self._draft_name())

    def keep(self) -> None:
        """Keep what is not saved as a draft. UserError: the file does not take it."""
        if self.is_dirty():
            self._store.keep_draft(SheetText.KIND, self._draft_name(), {"answers": self.written, "printed_as": self.way})


def _copy(answers: Answers) -> Answers:
    return {tag: dict(words) for tag, words in answers.items()}


def _answers(draft: dict[str, Any]) -> Answers:
    return {str(tag): {str(key): str(said) for key, said in words.items()} for tag, words in draft.get("answers", {}).items()}


def _way(draft: dict[str, Any]) -> dict[str, str]:
    return {str(key): str(said) for key, said in draft.get("printed_as", {}).items()}
