"""Commands: everything the window can do, with its words and keys. One table feeds shortcuts, menu, help and search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from organizer.i18n import N_, _
from organizer.ui.look.icons import icon


@dataclass(frozen=True)
class Command:
    """`run` is the name of the window's method. A command with `shown_keys` alone is answered where the focus is."""

    code: str
    words: str
    icon: str
    keys: str = ""
    shown_keys: str = ""


COMMANDS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        N_("Record"),
        (
            Command("new", N_("New"), "plus", "Ctrl+N"),
            Command("duplicate", N_("Duplicate"), "copy", "Ctrl+D"),
            Command("save", N_("Save"), "check", "Ctrl+S"),
            Command("print_it", N_("Print"), "printer", "Ctrl+P"),
            Command("show_history", N_("History"), "history"),
            Command("delete", N_("Delete"), "trash-2", shown_keys="Del"),
        ),
    ),
    (
        N_("Steps"),
        (
            Command("undo", N_("Undo"), "undo-2", "Ctrl+Z"),
            Command("redo", N_("Redo"), "redo-2", "Ctrl+Shift+Z"),
        ),
    ),
    (
        N_("Go to"),
        (
            Command("quick_log", N_("Quick log"), "plus", "Ctrl+L"),
            Command("search", N_("Search everything"), "search", "Ctrl+K"),
            Command("go_to_search", N_("Search this list"), "list-filter", "Ctrl+F"),
            Command("next_pane", N_("Next pane"), "panel-right", "F6"),
            Command("previous_pane", N_("Pane before"), "panel-right", "Shift+F6"),
        ),
    ),
    (
        N_("File"),
        (
            Command("open_other", N_("Open another file"), "folder-open", "Ctrl+O"),
            Command("bring_in", N_("Bring in a file"), "file-up", "Ctrl+I"),
            Command("back_up", N_("Back up now"), "shield-check"),
            Command("safe_keeping", N_("Safe keeping"), "key-round"),
            Command("lock", N_("Lock now"), "lock", "Ctrl+Shift+L"),
            Command("settings", N_("Settings"), "settings"),
            Command("keys", N_("Keys"), "keyboard", "F1"),
            Command("close", N_("Close"), "x"),
        ),
    ),
)


def make_actions(window: QWidget, run: Callable[[str], None]) -> dict[str, QAction]:
    """An action for every command, with its keys in force in the whole window."""
    actions = {}
    for _heading, commands in COMMANDS:
        for command in commands:
            action = QAction(icon(command.icon), _(command.words), window)
            if command.keys:
                action.setShortcut(QKeySequence(command.keys))
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _checked=False, code=command.code: run(code))
            window.addAction(action)
            actions[command.code] = action
    return actions


def make_menu(window: QWidget, actions: dict[str, QAction]) -> QMenu:
    """The menu of all commands, divided as the table is."""
    menu = QMenu(window)
    for place, (_heading, commands) in enumerate(COMMANDS):
        if place:
            menu.addSeparator()
        for command in commands:
            menu.addAction(actions[command.code])
    return menu
