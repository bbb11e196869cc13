"""Place: where in the window somebody was when it was locked, so that unlocking leads back there. Kinds and numbers, no words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from organizer.records.base import Record
    from organizer.ui.main_window import MainWindow


@dataclass(frozen=True)
class Place:
    """In the file at `path`. `record`: kind and number of what stood in the form; the number is 0 where it was never saved.

    `quick_log`: its kind.
    """

    path: Path
    page: str
    record: tuple[type[Record], int] | None = None
    quick_log: str = ""

    @classmethod
    def of(cls, window: MainWindow, path: Path) -> Place:
        from organizer.ui.form import Form
        from organizer.ui.quick_log import QuickLog

        shown = [form.record for form in window.page().findChildren(Form) if form.record is not None and not form.isHidden()]
        logs = [log.kinds.value() for log in window.findChildren(QuickLog) if not log.isHidden()]
        record = (type(shown[0]), shown[0].id or 0) if shown else None
        return cls(path, window.stack.code, record, logs[0] if logs else "")

    def show_in(self, window: MainWindow) -> None:
        """Go there. What is gone since from the file is told by the window."""
        window.show_page(self.page)
        if self.record is not None and self.record[1]:
            window.to.record(*self.record)
        elif self.record is not None:
            window.page().new()
        if self.quick_log:
            window.quick_log(self.quick_log)
