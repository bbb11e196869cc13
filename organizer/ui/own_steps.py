"""What a field can take back by itself: there Ctrl+Z is the field's own until it has nothing more."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def has_steps(widget: QWidget, *, back: bool) -> bool:
    """Whether this is a field with something of its own to take back, or to bring back."""
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if back else widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable() if back else widget.document().isRedoAvailable()
    return False
