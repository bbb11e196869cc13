"""About: what this program is, under which licence, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from organizer import __version__
from organizer.i18n import N_, _
from organizer.ui.look.button import Button
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.marks import Logo
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Text
from organizer.ui.reading import Reading

LICENCE = N_(
    "Free software under the GNU General Public License, version 3 or later. It comes without any warranty. "
    "You may use, study, share and change it."
)
PROMISE = N_(
    "It works without a network. Nothing you keep here leaves your computer unless you export or print it. "
    "A seized computer that is unlocked, malware, and a passphrase that somebody is forced to give are beyond its protection."
)
OWED: tuple[tuple[str, str], ...] = (
    (N_("Names and positions of places"), N_("GeoNames (geonames.org), CC BY 4.0, shortened and rearranged")),
    (
        N_("Outlines of countries"),
        N_("Made with Natural Earth (naturalearthdata.com), public domain; world-atlas by Michael Bostock, ISC"),
    ),
    (N_("Icons"), N_("Lucide, ISC; some from Feather by Cole Bemis, MIT")),
    (
        N_("Typefaces"),
        N_(
            "Noto by Google, Oswald by Vernon Adams and others, Vazirmatn by Saber Rastikerdar and others: "
            "SIL Open Font License; DejaVu by its authors, Bitstream Vera licence"
        ),
    ),
    (
        N_("Words for passphrases"),
        N_("Joseph Bonneau, Electronic Frontier Foundation (eff.org/dice), CC BY 3.0 US, dice numbers left out"),
    ),
    (N_("Encryption"), N_("SQLCipher, Copyright Zetetic LLC, BSD; SQLite, public domain; Argon2, CC0 or Apache 2.0")),
    (N_("Window"), "Qt and PySide6, The Qt Company, LGPL 3"),
    (
        N_("Store and paper"),
        "SQLAlchemy, Alembic, ReportLab, HarfBuzz with uharfbuzz, Pillow, PDFium with pypdfium2, segno, Pyphen, Babel, "
        "phonenumbers, platformdirs, tomli-w: MIT, BSD, Apache, HPND, LGPL",
    ),
)
"""What it is, and whose. The last two are names alone and need no translation."""


class About(Sheet):
    def __init__(self, window: QWidget) -> None:
        close = Button(_("Close"), "quiet", keys="Esc")
        head = row(Logo(44), (col(Text("Picket Organizer", "title"), Text(_version(), "caption", "ink2"), gap=0), 1), gap=14)
        owed: list[QLayout] = [col(Text(_(what), "small_strong"), _credit(whose), gap=0) for what, whose in OWED]
        words = [Text(_(sentence), "body", wrap=True) for sentence in (LICENCE, PROMISE)]
        body = Reading(_("About"), [head, *words, *owed], gap=12, margins=(16, 12, 16, 10))
        super().__init__(
            window,
            _("About"),
            box(col((body, 1), row(None, close, margins=(6, 8, 12, 8)), gap=0, margins=(10, 10, 10, 10))),
            width=560,
        )
        close.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)


def _credit(whose: str) -> Text:
    """Names keep their own language and direction where the sentence around them has no other."""
    said = _(whose)
    return Text(said, "small", "ink2", wrap=True, language="en" if said == whose else None)


def _version() -> str:
    return _("Version {number}").format(number=__version__)
