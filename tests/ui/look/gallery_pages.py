"""The pages of the gallery: every part of the kit, alone and together, filled with a real campaign's words."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMenu, QProgressBar, QRadioButton, QWidget

from organizer.ui.look.paint import CENTRE, painter, rounded
from organizer.ui.look.parts import (
    Area,
    Badge,
    Button,
    Card,
    Chip,
    Choice,
    Completion,
    DateField,
    DateTile,
    Edit,
    Empty,
    ErrorBar,
    EvidenceBar,
    Field,
    FocusRing,
    Glyph,
    Group,
    Hit,
    Key,
    Keys,
    Logo,
    MessageBar,
    Panel,
    Placard,
    Segmented,
    Sheet,
    SideBar,
    TableView,
    Text,
    TimeEdit,
    box,
    col,
    icon,
    row,
)
from organizer.ui.look.theme import colours, px, theme
from organizer.ui.look.tokens import DARK, LIGHT, contrast
from tests.ui.look.pickets import Pickets


class Pair(QWidget):
    """Two colours as they stand on each other, with their contrast."""

    def __init__(self, ink: str, ground: str) -> None:
        super().__init__()
        self.ink, self.ground = ink, ground
        self.setFixedHeight(px(26))

    def paintEvent(self, _event) -> None:
        p, tokens = painter(self), DARK if theme().dark else LIGHT
        rounded(p, self.rect(), 6, colours().named(self.ground), colours().line)
        p.setFont(theme().font("caption_strong", size=11))
        p.setPen(colours().named(self.ink))
        ratio = contrast(tokens.named(self.ink), tokens.named(self.ground))
        p.drawText(self.rect(), CENTRE, f"{self.ink}  {ratio:.1f}")


def _off(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def _fields() -> list[Field]:
    problem = Field("With problem", Edit("1200"))
    problem.show_problem("Higher than the second.", [("Swap them", lambda: None)])
    sealed = Edit("Sealed, read only")
    sealed.set_sealed(True)
    return [
        Field("Headcount", Edit("35"), note="kept"),
        Field("Fee", Edit("12.50", unit="EUR"), optional=True),
        problem,
        Field("Sealed", sealed),
    ]


def kit() -> QWidget:
    """The page of the design's picture 14, with live parts."""
    checked, month, bar = QCheckBox("Letter handed in"), QRadioButton("Exact day"), QProgressBar()
    checked.setChecked(True)
    month.setChecked(True)
    bar.setValue(62)
    bar.setTextVisible(False)
    bar.setFixedSize(px(150), px(10))
    state = Segmented([("draft", "Draft"), ("held", "Held")], stretch=False, small=True)
    state.set_value("held")
    pairs = (
        ("ink", "surface"),
        ("ink2", "canvas"),
        ("ink3", "canvas"),
        ("on_primary", "primary"),
        ("on_red", "red"),
        ("on_yellow", "yellow"),
        ("red_text", "red_soft"),
        ("amber_text", "amber_soft"),
        ("green_text", "green_soft"),
        ("blue_text", "blue_soft"),
        ("ink3", "pick"),
        ("on_night2", "night"),
    )
    icons = (
        "megaphone",
        "mail",
        "hand-coins",
        "newspaper",
        "landmark",
        "hand-fist",
        "handcuffs",
        "gavel",
        "siren",
        "undo-2",
        "list",
    )
    day = DateField(lambda text: date.fromisoformat(text) if text.count("-") == 2 else None, icon="pin")
    day.set_value(date(2012, 12, 6))
    clock = TimeEdit(lambda _text: None)
    clock.set_value(time(17, 30))
    return Panel(
        layout=col(
            row(Text("Dark" if theme().dark else "Light", "title"), None, Placard("in 10 days"), Logo(34), gap=10),
            row(*[(Pair(*pair), 1) for pair in pairs[:6]], gap=6),
            row(*[(Pair(*pair), 1) for pair in pairs[6:]], gap=6),
            row(
                Text("26 Title", "title"),
                Text("17 Heading", "heading"),
                Text("14 Body text"),
                Text("14 Strong", "strong"),
                Text("13 Small", "small", "ink2"),
                Text("12 Caption", "caption", "ink3"),
                None,
                gap=14,
            ),
            row(
                Button("Save", "primary", keys="Ctrl+S"),
                Button("Plain", icon="printer", menu=QMenu()),
                Button("Quiet", "quiet", icon="copy"),
                Button("Link", "link"),
                Button("Delete for good", "danger"),
                _off(Button("Off")),
                Button("", icon="lock", name="Lock"),
                None,
            ),
            row(*[(field, 2 if field.problem else 1) for field in _fields()], gap=10),
            row(
                (Field("Day", day), 1),
                (Field("From", clock), 1),
                (Field("Kind", Choice([("p", "Picket"), ("v", "Vigil")])), 1),
                (Field("Search", Edit(hint="Search pickets", icon="search", keys="Ctrl+F")), 2),
                gap=10,
            ),
            row(
                Chip("City", menu=QMenu()),
                Chip("Moscow", on=True),
                Chip("Arrests", icon="handcuffs", count=1),
                state,
                checked,
                QCheckBox("Notice given"),
                None,
                gap=10,
            ),
            row(
                *[Badge.of(code) for code in ("draft", "scheduled", "held", "cancelled")],
                Badge("3 days late", "red", "hourglass"),
                Badge("This month", "amber", "clock"),
                None,
                gap=6,
            ),
            row(month, QRadioButton("Month"), Keys("Ctrl+K"), bar, *[Glyph(name, 20) for name in icons], None, gap=10),
            EvidenceBar(1650, 1136, 342),
            row(
                Key("held", 1650, share="53 %"),
                Key("reported", 1136),
                Key("estimated", 342),
                DateTile("16", "DEC", size=40),
                DateTile("Dec", "2012", size=40, exact=False),
                DateTile("22", "AUG", size=54),
                None,
                gap=14,
            ),
            Segmented([("c", "Copy held"), ("r", "Reported"), ("e", "Estimated")]),
            None,
            gap=10,
            margins=(22, 14, 22, 10),
        )
    )


def screen() -> QWidget:
    """A window: side bar, list with its bars, form."""
    side = SideBar(
        [
            ("", [("overview", "Overview", "layout-dashboard")]),
            (
                "Actions",
                [("pickets", "Pickets", "megaphone"), ("letters", "Letters", "mail"), ("donations", "Donations", "hand-coins")],
            ),
            ("Address book", [("people", "Organisations & people", "users"), ("targets", "Targets", "landmark")]),
        ]
    )
    side.set_campaign("Campaign Kazakhstan")
    side.set_current("pickets")
    side.set_count("letters", 3128)
    side.set_backup("Backup at 14:02")
    table = TableView("Pickets")
    table.setModel(Pickets(table))
    table.set_widths((150, 110, 88, 200, 100, 60), stretch=3)
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    table.choose_row(2)
    error = ErrorBar(
        "The backup was not made: the stick BRANCH is full.",
        "Free 12 MB on it or choose another folder. Your work itself is saved.",
        [("Choose folder", lambda: None), ("Try again", lambda: None)],
    )
    message = MessageBar("Picket in Köln on 10 June deleted.", action="Undo", keys="Ctrl+Z")
    area = Area("Loudspeaker up to 85 dB. Crossing kept free, stewards at both ends.", lines=2)
    form = Panel(
        "canvas",
        edges=("start",),
        layout=col(
            row(
                DateTile("22", "AUG"),
                col(
                    Text("Berlin, Embassy of Kazakhstan", "heading"),
                    row(Badge.of("held"), Text("Picket on Wednesday, 16:00", "small", "ink2"), None),
                ),
                None,
                gap=12,
            ),
            Group(
                "Where and when",
                row((Field("City", Edit("Berlin", after="map-pin")), 1), (Field("Site", Choice([("e", "Embassy")])), 1)),
            ),
            Group("What happened", Field("Notes", area)),
            None,
            gap=16,
            margins=(18, 16, 18, 16),
        ),
    )
    form.setFixedWidth(px(400))
    middle = col(
        row(
            Text("Pickets", "title"),
            Text("15 in this campaign", "small", "ink2"),
            None,
            Button("New picket", "primary", icon="plus"),
            margins=(14, 14, 16, 0),
        ),
        row(error, margins=(14, 0, 14, 0)),
        (table, 1),
        row(None, message, None),
        gap=10,
    )
    return Panel(layout=row(side, (box(middle), 1), form, gap=0))


def sheet() -> QWidget:
    """A sheet over a window, an empty list behind it, a completion under its field."""
    window = Panel(
        layout=col(
            Empty(
                "No press releases yet",
                "Start from a picket: its day, place and demands are filled in.",
                Button("From a picket", "primary", icon="megaphone"),
                Button("Blank", icon="file-plus"),
            )
        )
    )
    organisation = Edit("wien t", icon="pin")
    hits = [
        Hit("Wien Transport Workers' Branch 28", "Wien, Austria · 142 letters so far", "users"),
        Hit("Wien Teachers' Association 57", "Wien, Austria · 9 letters so far", "users"),
        Hit("New organisation “wien t”", "Is added with these letters", "plus"),
    ]
    kinds = Segmented([("p", "Picket", "megaphone"), ("l", "Letter", "mail"), ("d", "Donation", "hand-coins")], stretch=False)
    body = col(
        row(kinds, None, Keys("Ctrl+1"), Keys("2"), Keys("3"), gap=4),
        row(
            (Field("From", organisation, note="kept from the last entry"), 5),
            (Field("To", Choice([("s", "Supreme Court")])), 4),
            gap=10,
        ),
        180,
        row(None, Button("Close", "quiet", keys="Esc"), Button("Log 4 letters", "primary", keys="Enter")),
        gap=13,
        margins=(20, 18, 20, 18),
    )
    over = Sheet(window, "Quick log", body, top=70)
    window.ring = FocusRing(window)
    window.resize(px(900), px(560))
    window.show()
    over.show_over(organisation)
    window.completion = Completion(organisation, lambda _typed: hits)
    organisation.textEdited.emit("wien t")
    return window


def night() -> QWidget:
    """A night card and a menu as they are met on the overview."""
    return Panel(
        layout=col(
            Card(
                col(
                    Text("Zhanaozen anniversary", "title"),
                    Text("City hall not notified yet", "small", "ink2"),
                    row(
                        Button("Open day of action", "night", small=True),
                        Button("Print leaflets", "night", icon="printer", small=True),
                        None,
                    ),
                    margins=(20, 16, 20, 16),
                ),
                token="night",
                edge=None,
            ),
            None,
            margins=(20, 20, 20, 20),
        )
    )


def menu() -> QWidget:
    menu = QMenu()
    menu.addAction(icon("printer"), "Print the list\tCtrl+P")
    menu.addAction(icon("file-down"), "Save as spreadsheet")
    menu.addSeparator()
    tick = menu.addAction("Only mine")
    tick.setCheckable(True)
    tick.setChecked(True)
    menu.addMenu("More").addAction("…")
    menu.addAction("Not now").setEnabled(False)
    menu.setActiveAction(menu.actions()[0])
    return menu
