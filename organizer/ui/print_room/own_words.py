"""A campaign's own words on one kind of sheet, while they are being written: what is kept, and what stands there now."""

from __future__ import annotations

from typing import Any

from organizer.actions import print_room
from organizer.records.sheet_text import SheetText
from organizer.sheets.orders import place_of
from organizer.sheets.sheet_kind import SheetKind
from organizer.store.store import Store

Answers = dict[str, dict[str, str]]


class OwnWords:
    """`written` by language and key, as an Order takes them. What is not kept yet comes back as a draft."""

    def __init__(self, store: Store, campaign_id: int, kind: SheetKind) -> None:
        self._store, self._campaign_id, self.kind = store, campaign_id, kind
        self.kept: Answers = self._read()
        draft = store.draft(SheetText.KIND, self._draft_name())
        self.written: Answers = _copy(self.kept) if draft is None else _answers(draft)

    def _draft_name(self) -> str:
        return f"{self._campaign_id} {self.kind.key}"

    def _read(self) -> Answers:
        return print_room.kept_answers(self._store, self._campaign_id, self.kind.key)

    def answers(self) -> Answers:
        """What stands there now, for an order: later writing leaves it as it is."""
        return _copy(self.written)

    def is_dirty(self) -> bool:
        return self.written != self.kept

    def write(self, key: str, words: str, language: str, usual: str) -> None:
        """Somebody wrote this. What is as usual is not kept: it follows the records again."""
        asked = next(each for each in self.kind.asked if each.key == key)
        place = place_of(asked, language)
        mine = self.written.setdefault(place, {})
        if words == usual:
            mine.pop(key, None)
        else:
            mine[key] = words
        if not mine:
            del self.written[place]

    def clear(self) -> None:
        """Everything as usual."""
        self.written = {}

    def reread(self) -> bool:
        """The file has changed. Whether other words stand here now: those that are being written stay."""
        before, dirty = self.kept, self.is_dirty()
        self.kept = self._read()
        if dirty or self.kept == before:
            return False
        self.written = _copy(self.kept)
        return True

    def save(self) -> None:
        """Keep them in the file, in one step. UserError: it does not take them."""
        if self.is_dirty():
            self._store_words()
        self._store.drop_draft(SheetText.KIND, self._draft_name())

    def _store_words(self) -> None:
        kept, self.kept = self.kept, _copy(self.written)
        try:
            print_room.keep_answers(self._store, self._campaign_id, self.kind.key, self.written)
        except BaseException:
            self.kept = kept
            raise

    def discard(self) -> None:
        """Back to what is kept."""
        self.written = _copy(self.kept)
        self._store.drop_draft(SheetText.KIND, self._draft_name())

    def keep(self) -> None:
        """Keep what is not saved as a draft. UserError: the file does not take it."""
        if self.is_dirty():
            self._store.keep_draft(SheetText.KIND, self._draft_name(), {"answers": self.written})


def _copy(answers: Answers) -> Answers:
    return {tag: dict(words) for tag, words in answers.items()}


def _answers(draft: dict[str, Any]) -> Answers:
    return {str(tag): {str(key): str(said) for key, said in words.items()} for tag, words in draft.get("answers", {}).items()}
