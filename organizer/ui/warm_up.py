"""What the window is made of and what opening a file needs, imported while the person reads the start page or types."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from organizer import i18n, paths


def warm_up() -> None:
    """Slow; for another thread than the window's."""
    from organizer.records.kinds import configure
    from organizer.ui.charts.world_layout import outlines

    for module in ("organizer.store.opening", "organizer.ui.ahead", "organizer.ui.screens.overview"):
        import_module(module)
    configure()
    outlines(paths.resources() / "map")
    i18n.weekday_day(date.today())
