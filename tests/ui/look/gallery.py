"""python -m tests.ui.look.gallery DIR: the whole kit as PNG: light, dark, both directions, text sizes and scales."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from organizer import i18n
from organizer.ui.look.install import install
from organizer.ui.look.theme import Theme, px
from tests.ui.look.gallery_pages import kit, menu, night, screen, sheet

PAGES = {
    "kit": (kit, 700, 690),
    "screen": (screen, 1366, 560),
    "sheet": (sheet, 900, 560),
    "night": (night, 460, 200),
    "menu": (menu, 0, 0),
}
LOOKS = {
    "light": {},
    "dark": {"dark": True},
    "rtl": {"rtl": True},
    "dark-rtl": {"dark": True, "rtl": True},
    "150": {"scale": 1.5},
    "dpr2": {"ratio": 2.0, "dark": True},
    "dpr125": {"ratio": 1.25},
}


def draw(look: Theme, page: str, *, dark: bool = False, rtl: bool = False, scale: float = 1.0, ratio: float = 1.0) -> QPixmap:
    """One page in one look."""
    application = QApplication.instance()
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    i18n.set_language("ar" if rtl else "en_GB")
    look.apply(dark=dark, scale=scale)
    make, width, height = PAGES[page]
    widget = make()
    if width:
        widget.resize(px(width), px(height))
    widget.show()
    application.processEvents()
    picture = QPixmap(round(widget.width() * ratio), round(widget.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    p = QPainter(picture)
    widget.render(p, QPointF(0, 0).toPoint())
    p.end()
    widget.close()
    widget.deleteLater()
    return picture


def main(folder: str, *wanted: str) -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    look = install(application)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for page in PAGES:
        for name, how in LOOKS.items():
            if not wanted or f"{page}-{name}" in wanted:
                draw(look, page, **how).save(str(Path(folder) / f"{page}-{name}.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
