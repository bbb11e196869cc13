"""Settings: what a person chose for this computer. Nothing about campaigns stands here: no names, no paths, no recent files."""

from __future__ import annotations

import logging
import sys
import tomllib
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import tomli_w

from organizer import paths

THEMES = ("system", "light", "dark")
TEXT_SIZES = (90, 100, 110, 125, 150)
NEVER = 0
LOCK_MINUTES = (1, 2, 5, 10, 15, 30, NEVER)


@dataclass(frozen=True)
class Settings:
    """`language` is a tag, empty for the system's; `text_size` is in percent; `window` is width and height in px.

    `lock_minutes`: after how long without a hand the window locks itself. `unrecorded`: the window is left out of screenshots
    and shared screens, where the system can do that.
    """

    language: str = ""
    theme: str = "system"
    text_size: int = 100
    window: tuple[int, int] | None = None
    maximised: bool = False
    lock_minutes: int = 5
    unrecorded: bool = sys.platform in ("win32", "darwin")

    def dark(self) -> bool | None:
        """True or False as chosen, None to follow the system."""
        return {"light": False, "dark": True}.get(self.theme)

    def scale(self) -> float:
        return self.text_size / 100


def load(path: Path | None = None) -> Settings:
    """The settings kept on this computer; what cannot be read stands at its default, so a spoilt file never stops a start."""
    try:
        kept = tomllib.loads((path or paths.settings_file()).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as fault:
        logging.getLogger(__name__).warning("Settings not read: %s", type(fault).__name__)
        return Settings()
    return _understood(kept)


def _understood(kept: dict[str, Any]) -> Settings:
    known = {field.name for field in fields(Settings)}
    readings: dict[str, Callable[[object], Any]] = {
        "language": _text,
        "theme": _theme,
        "text_size": _text_size,
        "window": _window,
        "maximised": _flag,
        "lock_minutes": _lock_minutes,
        "unrecorded": _flag,
    }
    values: dict[str, Any] = {name: readings[name](value) for name, value in kept.items() if name in known}
    return replace(Settings(), **{name: value for name, value in values.items() if value is not None})


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) < 20 else None


def _theme(value: object) -> str | None:
    return value if isinstance(value, str) and value in THEMES else None


def _text_size(value: object) -> int | None:
    return value if isinstance(value, int) and value in TEXT_SIZES else None


def _lock_minutes(value: object) -> int | None:
    return value if type(value) is int and value in LOCK_MINUTES else None


def _window(value: object) -> tuple[int, int] | None:
    if isinstance(value, list) and len(value) == 2 and all(type(side) is int and 0 < side < 20_000 for side in value):
        return value[0], value[1]
    return None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def save(settings: Settings, path: Path | None = None) -> None:
    """Keep the settings. OSError: they could not be written; who asked for it says so in words."""
    target = path or paths.settings_file()
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(settings).items()}
    text = tomli_w.dumps({name: value for name, value in values.items() if value is not None})
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(target)
