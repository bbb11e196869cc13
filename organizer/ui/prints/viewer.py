"""Viewer: the page as it will be printed, its tools above, the notes on it below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.i18n import _
from organizer.sheets.sheet import Note, Sheet
from organizer.ui.look.layout import Panel, box, col, row
from organizer.ui.look.parts import Segmented, Text, icon_button
from organizer.ui.look.theme import follow, px
from organizer.ui.preview import Preview
from organizer.ui.prints.notes import NotesPanel, spoken
from organizer.ui.tasks import Tasks

_TOOLS_NEED, _ZOOM_NEEDS = 540, 430


class Tools(Panel):
    """Layouts at the start, where they are not chosen elsewhere; size, pages and zoom at the end."""

    def __init__(self, preview: Preview, layouts: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__("surface", edges=("bottom",))
        self._preview = preview
        self.layouts = Segmented(layouts, stretch=False, small=True)
        self.layouts.setAccessibleName(name)
        if not layouts:
            self.layouts.hide()
        self.millimetres = Text("", "small", "ink2")
        self.zoom = Text("", "small", "ink2")
        self.smaller = icon_button("zoom-out", _("Smaller"))
        self.larger = icon_button("zoom-in", _("Larger"))
        self.whole = icon_button("maximize", _("Whole page"))
        self.before = icon_button("chevron-left", _("Page before"))
        self.after = icon_button("chevron-right", _("Next page"))
        self.number = Text("", "small", "ink2")
        self._pages = box(row(self.before, self.number, self.after, gap=2))
        ends = (self.millimetres, self._pages, self.smaller, self.zoom, self.larger, self.whole)
        self.setLayout(row(self.layouts, None, *ends, gap=6, margins=(14, 4, 10, 5)))
        self._connect()
        follow(self)

    def _connect(self) -> None:
        preview = self._preview
        self.smaller.clicked.connect(preview.zoom_out)
        self.larger.clicked.connect(preview.zoom_in)
        self.whole.clicked.connect(preview.fit)
        self.before.clicked.connect(lambda: preview.go_to(preview.page() - 1))
        self.after.clicked.connect(lambda: preview.go_to(preview.page() + 1))
        preview.view_changed.connect(self._show)

    def restyle(self) -> None:
        self.zoom.setMinimumWidth(px(42))
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """With less room the size of the paper goes first, then the zoom in words."""
        pages = px(90) if self._preview.pages() > 1 else 0
        self.millimetres.setVisible(self.width() >= px(_TOOLS_NEED) + pages)
        self.zoom.setVisible(self.width() >= px(_ZOOM_NEEDS) + pages)

    def _show(self) -> None:
        preview = self._preview
        size = preview.size_mm()
        words = _("{width} × {height} mm").format(width=round(size[0]), height=round(size[1])) if size else ""
        self.millimetres.setText(words)
        self.zoom.setText(i18n.percent(preview.zoom()) if size else "")
        self._pages.setVisible(preview.pages() > 1)
        self.number.setText(_("{page} of {pages}").format(page=preview.page(), pages=preview.pages()))
        self._fit()
        self.before.setEnabled(preview.page() > 1)
        self.after.setEnabled(preview.page() < preview.pages())
        for button in (self.smaller, self.larger, self.whole):
            button.setEnabled(size is not None)


class Viewer(Panel):
    """`layout_chosen` carries the code of the layout a person picked; `note_wanted` the note whose place they asked for."""

    layout_chosen = Signal(str)
    note_wanted = Signal(object)

    def __init__(self, tasks: Tasks, layouts: Sequence[tuple[str, str]] = (), name: str = "") -> None:
        super().__init__("surface")
        self.preview = Preview(tasks)
        self.tools = Tools(self.preview, layouts, name)
        self.notes = NotesPanel()
        self.notes.hide()
        self.setLayout(col(self.tools, (self.preview, 1), self.notes, gap=0))
        self.tools.layouts.chosen.connect(self.layout_chosen)
        self.notes.wanted.connect(self._show_note)
        self._sheet: Sheet | None = None

    def add_keys(self, page: QWidget) -> None:
        """Ctrl with +, - and 0, wherever the focus is on this page."""
        for keys, act in (
            ("Ctrl++", self.preview.zoom_in),
            ("Ctrl+=", self.preview.zoom_in),
            ("Ctrl+-", self.preview.zoom_out),
            ("Ctrl+0", self.preview.fit),
        ):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def layout_code(self) -> str:
        return self.tools.layouts.value()

    def sheet(self) -> Sheet | None:
        """The sheet that is shown, or is being drawn."""
        return self._sheet

    def show_sheet(self, sheet: Sheet) -> None:
        if self._sheet is None or sheet.pdf != self._sheet.pdf:
            self.preview.show_pdf(sheet.pdf)
        self._sheet = sheet
        self.notes.show_notes(sheet.notes)
        self.preview.say(spoken(sheet.notes))

    def clear(self) -> None:
        self._sheet = None
        self.preview.clear()
        self.notes.show_notes(())

    def _show_note(self, note: Note) -> None:
        if note.place is not None:
            self.preview.show_mark((note.place.page, note.place.x, note.place.y, note.place.w, note.place.h))
        self.note_wanted.emit(note)
