"""Appearance: bring language, theme and text size of the settings into force, in the whole application at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from organizer import i18n
from organizer import settings as kept
from organizer.errors import StorageFault
from organizer.i18n import N_, _
from organizer.settings import TEXT_SIZES, Settings
from organizer.ui.look.theme import theme

THEME_WORDS = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}
THEME_ICONS = {"system": "monitor", "light": "sun", "dark": "moon"}
Chosen = Callable[[Settings], None]


def language_of(settings: Settings) -> str:
    """The chosen language, else the system's where the program speaks it, else English."""
    if settings.language:
        return settings.language
    system = QLocale.system().name()
    spoken = {tag.split("_")[0] for tag in i18n.languages()}
    return system if system.split("_")[0] in spoken else i18n.SOURCE_LANGUAGE


def language_words(tag: str) -> str:
    """A language's name in itself. English is known without asking: formats of languages load late."""
    return "English" if tag.startswith("en") else i18n.language_name(tag)


def apply(settings: Settings) -> None:
    """Take the settings' language and direction first, then colours and sizes, which redraw everything."""
    i18n.set_language(language_of(settings))
    rtl = i18n.is_rtl()
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    theme().apply(dark=settings.dark(), scale=settings.scale())


def keep(settings: Settings) -> None:
    """Write the settings down for the next time. StorageFault: they could not be written."""
    try:
        kept.save(settings)
    except OSError as fault:
        raise StorageFault(
            _("The settings were not kept: their folder cannot be written."),
            _("They hold until you close the program. Look at the rights of your settings folder."),
        ) from fault


def text_size_words(percent: int) -> str:
    return _("Text {percent} %").format(percent=percent)


def language_menu(settings: Settings, chosen: Chosen) -> QMenu:
    """Every language under its own name, as a person looks for it who cannot read the present one."""
    now = language_of(settings).split("_")[0]
    menu = QMenu()
    group = QActionGroup(menu)
    for tag in i18n.languages():
        _add(menu, group, language_words(tag), tag.split("_")[0] == now, partial(_set, chosen, settings, language=tag))
    return menu


def theme_menu(settings: Settings, chosen: Chosen) -> QMenu:
    menu = QMenu()
    group = QActionGroup(menu)
    for code, words in THEME_WORDS.items():
        _add(menu, group, _(words), code == settings.theme, partial(_set, chosen, settings, theme=code))
    return menu


def text_size_menu(settings: Settings, chosen: Chosen) -> QMenu:
    menu = QMenu()
    group = QActionGroup(menu)
    for percent in TEXT_SIZES:
        _add(
            menu,
            group,
            text_size_words(percent),
            percent == settings.text_size,
            partial(_set, chosen, settings, text_size=percent),
        )
    return menu


def _set(chosen: Chosen, settings: Settings, **changes: str | int) -> None:
    chosen(replace(settings, **changes))  # type: ignore[arg-type]  # the names are those of Settings


def _add(menu: QMenu, group: QActionGroup, words: str, on: bool, run: Callable[[], None]) -> None:
    action = QAction(words.replace("&", "&&"), menu)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _on: run())
    group.addAction(action)
    menu.addAction(action)
