"""What a field or a grid can take back by itself: there Ctrl+Z is its own until it has nothing more."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def has_steps(widget: QWidget, *, back: bool) -> bool:
    """Whether this has something of its own to take back, or to bring back. What is no field says so by a method of this name."""
    own = getattr(widget, "has_steps", None)
    if own is not None:
        return bool(own(back=back))
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if back else widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable() if back else widget.document().isRedoAvailable()
    return False
