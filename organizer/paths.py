"""Where things lie: the program's own resources and db folders, the person's settings, log and backups."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
_NAME = "picket-organizer"


def _shipped(in_wheel: str, in_checkout: str) -> Path:
    inside = _PACKAGE / in_wheel
    return inside if inside.is_dir() else _PACKAGE.parent / in_checkout


def resources() -> Path:
    """Fonts, icons, the sample campaign, translations: inside the wheel, else beside the package in a checkout."""
    return _shipped("_resources", "resources")


def database() -> Path:
    """Migrations and the gazetteer."""
    return _shipped("_db", "db")


def settings_file() -> Path:
    return Path(platformdirs.user_config_dir(_NAME, appauthor=False)) / "settings.toml"


def log_file() -> Path:
    return Path(platformdirs.user_log_dir(_NAME, appauthor=False)) / "organizer.log"


def documents() -> Path:
    """Where a file dialog starts."""
    return Path(platformdirs.user_documents_dir())


def backups(for_file: Path) -> Path:
    """The backup folder of one campaign file: beside it, so that a person who copies the folder copies the backups."""
    return for_file.parent / f"{for_file.stem} backups"
