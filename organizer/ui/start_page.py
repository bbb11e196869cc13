"""The start page: a leaflet at one side, three ways in at the other, and at the foot what nobody needs English to find."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from organizer import __version__
from organizer.errors import UserError
from organizer.i18n import _
from organizer.settings import Settings
from organizer.ui import appearance, file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.focus import FocusRing
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.layout import Panel, Scroll, box, col, row
from organizer.ui.look.messages import ErrorBar
from organizer.ui.look.paint import START, keycap, keycap_width, keycap_words, painter, rounded, within
from organizer.ui.look.pressable import Pressable
from organizer.ui.look.text import Text
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE
from organizer.ui.poster import Poster

_POSTER, _LEAST_WAYS, _WITH_VERSION = 560, 530, 640
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Way(Pressable, QAbstractButton):
    """A large choice: icon on a tile, name, one sentence, shortcut. It grows where the sentence needs two lines."""

    radius = SPACE.card_radius

    def __init__(self, words: str, line: str, icon: str, keys: str, *, first: bool = False) -> None:
        super().__init__()
        self._line, self._icon, self._first = line, icon, first
        self._keys = keycap_words(keys)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(line)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.click)
        follow(self)

    def restyle(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(420), self.heightForWidth(px(420)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(84))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(px(84), round(self._height("strong", 16, self.text(), width) + self._line_height(width)) + px(38))

    def _room(self, width: int) -> float:
        """For words, between the tile and the keycap."""
        return max(px(60), width - px(82) - keycap_width(self._keys) - px(32))

    def _height(self, role: str, size: int, words: str, width: int) -> float:
        room = QRectF(0, 0, self._room(width), 10_000)
        return theme().metrics(role, size=size).boundingRect(room, _WRAP, words).height()

    def _line_height(self, width: int) -> float:
        return self._height("small", 13, self._line, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, c, height = painter(self), colours(), self.height()
        ground = c.press if self.isDown() else c.hover if self.underMouse() else c.raised
        rounded(p, self.rect(), self.radius, ground, c.line)
        tile = within(self, QRectF(px(16), (height - px(48)) / 2, px(48), px(48)))
        rounded(p, tile, SPACE.radius + 2, c.red if self._first else c.sunken)
        paint_icon_in(p, self._icon, tile, px(24), c.on_red if self._first else c.ink, 1.7)
        self._paint_words(p)
        keycap(p, within(self, QRectF(px(16), 0, self.width() - px(32), height)), self._keys)

    def _paint_words(self, p: QPainter) -> None:
        room, c = self._room(self.width()), colours()
        name = self._height("strong", 16, self.text(), self.width())
        line = self._line_height(self.width())
        y = (self.height() - name - line - px(5)) / 2
        for words, role, size, tall, ink in (
            (self.text(), "strong", 16, name, c.ink),
            (self._line, "small", 13, line, c.ink2),
        ):
            p.setFont(theme().font(role, size=size))
            p.setPen(ink)
            p.drawText(within(self, QRectF(px(82), y, room, tall + 1)), START | Qt.TextFlag.TextWordWrap, words)
            y += tall + px(5)


class StartPage(QWidget):
    """`open_wanted` carries a path: asked for here, or dropped onto the page. Settings act at once and are kept."""

    new_wanted = Signal()
    open_wanted = Signal(object)
    sample_wanted = Signal()
    settings_changed = Signal(object)

    def __init__(self, chosen: Settings) -> None:
        super().__init__()
        self.settings = chosen
        self.setAcceptDrops(True)
        self._outer = row(gap=0)
        self.setLayout(self._outer)
        self._ring = FocusRing(self)
        self._build()

    def _build(self) -> None:
        """All of it, in the language in force."""
        self.poster = Poster()
        self.new = Way(
            _("New campaign file"), _("You choose its passphrase. Nobody else can open it."), "file-plus", "Ctrl+N", first=True
        )
        self.open = Way(_("Open a file"), _("From this computer or from a memory stick."), "folder-open", "Ctrl+O")
        self.sample = Way(
            _("Look around in a sample campaign"),
            _("Kazakhstan 2011–12: 15 pickets, 3,128 letters. A copy, yours to try out."),
            "telescope",
            "Ctrl+T",
        )
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self._ask)
        self.sample.clicked.connect(self.sample_wanted)
        title = Text(_("Where shall we begin?"), "title", size=32, wrap=True)
        lead = Text(_("Log pickets, letters and donations, print the leaflets, tell the press."), "lead", "ink2", wrap=True)
        ways = col(None, title, 2, lead, 16, self.new, self.open, self.sample, None, gap=12, margins=(64, 24, 64, 12))
        self._notices = col(gap=8, margins=(64, 16, 64, 0))
        body = col(self._notices, (Scroll(box(ways)), 1), self._foot(), gap=0)
        self._content = Panel("surface", layout=body)
        self._outer.add(self.poster, (self._content, 1))
        self._share_width()

    def _foot(self) -> QWidget:
        """The theme's button shows what is chosen; text size and language as well."""
        now = self.settings
        language = appearance.language_words(appearance.language_of(now))
        self.language = Button(language, "quiet", icon="languages", small=True, name=_("Language: {name}").format(name=language))
        self.theme = Button(_(appearance.THEME_WORDS[now.theme]), "quiet", icon=appearance.THEME_ICONS[now.theme], small=True)
        self.text_size = Button(appearance.text_size_words(now.text_size), "quiet", icon="a-large-small", small=True)
        self.language.set_menu(appearance.language_menu(now, self._change))
        self.theme.set_menu(appearance.theme_menu(now, self._change))
        self.text_size.set_menu(appearance.text_size_menu(now, self._change))
        self._version = Text(_("Picket Organizer {version}").format(version=__version__), "caption", "ink3")
        return box(row(self.language, self.theme, self.text_size, None, self._version, gap=4, margins=(54, 0, 54, 20)))

    def focus_first(self) -> None:
        """The first way in waits under the Enter key."""
        self.new.setFocus(Qt.FocusReason.TabFocusReason)

    def _change(self, chosen: Settings) -> None:
        """Bring the choice into force, keep it, and say the page anew in its language."""
        self.settings = chosen
        appearance.apply(chosen)
        fault = _kept(chosen)
        for old in (self.poster, self._content):
            self._outer.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._build()
        if fault is not None:
            self.show_error(fault)
        self.focus_first()
        self.settings_changed.emit(chosen)

    def show_error(self, error: UserError) -> None:
        """Say at the top of the page what could not be done, until the next time or ×."""
        bar = ErrorBar(error.message, error.hint)
        bar.closed.connect(bar.deleteLater)
        self._notices.add(bar)

    def _ask(self) -> None:
        path = file_dialogs.ask_open(self)
        if path is not None:
            self.open_wanted.emit(path)

    def _share_width(self) -> None:
        """The poster: 560, less in a narrow window, none where the ways in need the room."""
        width = min(px(_POSTER), self.width() - px(_LEAST_WAYS), round(self.width() * 0.41))
        self.poster.setVisible(width >= px(240))
        self.poster.setFixedWidth(max(px(240), width))
        self._version.setVisible(self.width() - (width if width >= px(240) else 0) >= px(_WITH_VERSION))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            self.open_wanted.emit(path)


def _kept(chosen: Settings) -> UserError | None:
    try:
        appearance.keep(chosen)
    except UserError as error:
        return error
    return None


def _dropped(event: QDropEvent) -> Path | None:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
