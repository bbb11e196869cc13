"""The key: dear to guess, the same for the same letters, never shown, and found again whichever profile made it."""

from __future__ import annotations

from pathlib import Path

import pytest

from organizer.errors import StorageFault
from organizer.store import key
from organizer.store.key import Key, Profile
from organizer.store.opening import create_file, open_file

MORE_THAN_THERE_IS = Profile(2**32 - 1, 1, 1)
SALT = bytes(range(16))


def test_new_files_are_made_dear_to_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ORGANIZER_KDF")
    asked: list[Profile] = []
    monkeypatch.setattr(key, "derive", lambda _passphrase, salt, profile: asked.append(profile) or Key(b"", salt))
    key.new_key("x")
    monkeypatch.setattr(key, "_free_memory_kib", lambda: 500_000)
    key.new_key("x")
    assert asked == [key.STRONG, key.SMALL]
    assert (key.STRONG.memory_kib, key.STRONG.passes, key.STRONG.lanes) == (256 * 1024, 3, 4)


def test_a_file_made_where_memory_is_short_opens_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "TEST", Profile(128, 2, 1))
    create_file(tmp_path / "a.organizer", "x").close(back_up=False)
    monkeypatch.setattr(key, "PROFILES", (MORE_THAN_THERE_IS, Profile(64, 1, 1), Profile(128, 2, 1)))
    open_file(tmp_path / "a.organizer", "x").close(back_up=False)


def test_too_little_memory_for_the_key_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_file(tmp_path / "a.organizer", "x").close(back_up=False)
    monkeypatch.setattr(key, "PROFILES", (MORE_THAN_THERE_IS,))
    with pytest.raises(StorageFault, match="not enough memory"):
        open_file(tmp_path / "a.organizer", "x")


def test_every_file_has_a_salt_of_its_own() -> None:
    salts = {key.new_key("x").salt for _file in range(20)}
    assert len(salts) == 20


def test_composed_and_decomposed_letters_give_one_key_and_other_letters_another() -> None:
    composed, decomposed, other = (key.derive(words, SALT, key.TEST).raw for words in ("é", "e\u0301", "e"))
    assert composed == decomposed != other


def test_any_text_may_be_a_passphrase() -> None:
    for words in ("", "пароль", "\ud800", "x" * 10_000, "\x00"):
        assert len(key.derive(words, SALT, key.TEST).raw) == 32


def test_a_key_shows_nothing_of_itself() -> None:
    made = key.derive("x", SALT, key.TEST)
    assert repr(made) == "Key()"


def test_a_salt_never_looks_like_the_beginning_of_another_file() -> None:
    assert key.looks_foreign(b"%PDF-1.7 and so ")
    assert key.looks_foreign(b"Dear Sir or Mada")
    assert not key.looks_foreign(key.PLAIN_HEADER)
    assert not key.looks_foreign(bytes(range(16)))
