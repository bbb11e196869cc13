"""The look, installed in the test's application; every test begins in light, at 100 %, from left to right, in English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from organizer import i18n
from organizer.ui.look.install import install
from organizer.ui.look.theme import Theme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    i18n.set_language("en_GB")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QAccessible.setActive(True)
    theme = install(qapp, dark=False, scale=1.0)
    yield theme
    i18n.set_language("en_GB")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(dark=False, scale=1.0)
