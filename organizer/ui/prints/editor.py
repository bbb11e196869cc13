"""The editor of a printed thing: its head, its form at the start, its page at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from organizer.i18n import _
from organizer.ui.look.icons import icon
from organizer.ui.look.layout import Panel, box, col, row
from organizer.ui.look.parts import Badge, Button, Elided, Segmented, Text, icon_button
from organizer.ui.look.theme import follow, px
from organizer.ui.prints.viewer import Viewer

FORM_WIDTH = 456
_LEAST_VIEWER = 400
SIDE_BY_SIDE = FORM_WIDTH - 60 + _LEAST_VIEWER
"""From this width on, in px at 100 % text, words and page stand side by side."""
WORDS, PAGE = "words", "page"


class EditorHead(Panel):
    """Back, what it is called, its state and kind of sheet; Save PDF and Print. `more` holds the rarer verbs."""

    def __init__(self, sheet_words: str, back_words: str, files: Sequence[tuple[str, str]]) -> None:
        super().__init__("surface", edges=("bottom",))
        self.back = icon_button("arrow-left", back_words)
        self.title = Elided("", "title")
        self.badge = Badge("")
        self.kind = Text(sheet_words, "small", "ink2")
        self.files = QMenu()
        self.file_actions: dict[str, QAction] = {}
        self.offer_files(files)
        self.save_pdf = Button(_("Save PDF"), icon="file-down", menu=self.files)
        self.rarer = QMenu(self)
        self.more = icon_button("ellipsis", _("More"))
        self.more.clicked.connect(self._open_rarer)
        self.print_button = Button(_("Print"), "primary", icon="printer", keys="Ctrl+P")
        self.setLayout(
            row(
                self.back,
                (self.title, 0),
                4,
                self.badge,
                self.kind,
                None,
                self.more,
                self.save_pdf,
                self.print_button,
                gap=8,
                margins=(12, 13, 18, 11),
            )
        )

    def offer_files(self, files: Sequence[tuple[str, str]]) -> None:
        """What can be saved as a file: codes and words."""
        self.files.clear()
        self.file_actions = {code: self._add(self.files, words, "file-down") for code, words in files}

    def _open_rarer(self) -> None:
        self.rarer.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def add_verb(self, words: str, icon_name: str) -> QAction:
        return self._add(self.rarer, words, icon_name)

    def _add(self, menu: QMenu, words: str, icon_name: str) -> QAction:
        action = QAction(icon(icon_name), words.replace("&", "&&"), menu)
        menu.addAction(action)
        return action

    def show_head(self, title: str, state: str) -> None:
        self.badge.show_state(state)
        self.show_title(title)

    def show_title(self, title: str) -> None:
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The title goes before what kind of sheet it is, and before its state; at last saving is an icon."""
        save = _("Save PDF")
        self.save_pdf.set_words(save)
        gaps = px(12 + 4 + 18) + 7 * px(8)
        fixed = (self.back, self.more, self.save_pdf, self.print_button)
        room = self.width() - gaps - self.title.sizeHint().width() - sum(part.sizeHint().width() for part in fixed)
        if room < 0:
            whole = self.save_pdf.sizeHint().width()
            self.save_pdf.set_words("", name=save)
            room += whole - self.save_pdf.sizeHint().width()
        room -= self.badge.width()
        self.badge.setVisible(room >= 0)
        self.kind.setVisible(room >= self.kind.sizeHint().width())


class Editor(Panel):
    """Where words and page do not fit side by side, a switch shows one of them."""

    def __init__(self, form: QWidget, viewer: Viewer, head: EditorHead, error_place: QBoxLayout) -> None:
        super().__init__("surface")
        self.form, self.viewer, self.head = form, viewer, head
        self._column = col(8, (form, 1), gap=0, margins=(0, 0, 1, 0))
        self.words = Panel("canvas", edges=("end",), layout=self._column)
        self.switch = Segmented([(WORDS, _("Words")), (PAGE, _("Page"))], stretch=False, small=True)
        self.switch.setAccessibleName(_("What is shown"))
        self._switch_row = box(row(None, self.switch, None, margins=(0, 6, 0, 6)))
        self._narrow = False
        self.setLayout(col(head, error_place, self._switch_row, (row(self.words, (viewer, 1), gap=0), 1), gap=0))
        self.switch.chosen.connect(lambda _code: self._lay_out())
        follow(self)

    def restyle(self) -> None:
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def put_above(self, bar: QWidget) -> None:
        """A bar over the form, as wide as it."""
        self._column.insertWidget(0, bar)

    def is_narrow(self) -> bool:
        return self._narrow

    def show_page(self) -> None:
        """Make sure the page is in view."""
        self.switch.set_value(PAGE)
        self._lay_out()

    def show_words(self) -> None:
        """Make sure the form is in view."""
        self.switch.set_value(WORDS)
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.width()
        self._narrow = width < px(SIDE_BY_SIDE)
        self._switch_row.setVisible(self._narrow)
        self.words.setVisible(not self._narrow or self.switch.value() == WORDS)
        self.viewer.setVisible(not self._narrow or self.switch.value() == PAGE)
        self.form.setMinimumWidth(0)
        if self._narrow:
            self.words.setMinimumWidth(0)
            self.words.setMaximumWidth(16777215)
        else:
            self.words.setFixedWidth(min(px(FORM_WIDTH), width - px(_LEAST_VIEWER)))
