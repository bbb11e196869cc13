"""Settings are kept as a small readable file, and a spoilt one never stops a start."""

from pathlib import Path

import pytest

from organizer import paths, settings
from organizer.errors import StorageFault
from organizer.settings import Settings
from organizer.ui import appearance


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    chosen = Settings(language="ar", theme="dark", text_size=125, window=(1400, 900), maximised=True)
    settings.save(chosen, tmp_path / "folder" / "settings.toml")
    assert settings.load(tmp_path / "folder" / "settings.toml") == chosen


def test_without_a_file_everything_stands_at_its_default(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize("text", ["\x00\x01", "theme = ", "[[", "theme = 7\nwindow = [1]\nlanguage = 3"])
def test_a_spoilt_file_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
    assert settings.load(tmp_path / "settings.toml") == Settings()


def test_one_spoilt_value_does_not_take_the_others_along(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(
        'theme = "dark"\ntext_size = 1000\nunknown = 1\nwindow = [1200, 800]\n', encoding="utf-8"
    )
    assert settings.load(tmp_path / "settings.toml") == Settings(theme="dark", window=(1200, 800))


def test_a_folder_that_cannot_be_written_is_told_in_two_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").write_text("a file stands where the folder should be", encoding="utf-8")
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "folder" / "settings.toml")
    with pytest.raises(StorageFault, match="were not kept"):
        appearance.keep(Settings())
