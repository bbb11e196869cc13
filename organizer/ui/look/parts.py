"""Every part of the kit under one name, for the screens: they are made of nothing else."""

from organizer.ui.look.art import Crowd
from organizer.ui.look.button import Button, icon_button
from organizer.ui.look.cells import Cell
from organizer.ui.look.chip import Chip
from organizer.ui.look.choice import Choice
from organizer.ui.look.completion import Completion, Hit
from organizer.ui.look.dates import DateField, TimeEdit
from organizer.ui.look.edit import Area, Edit
from organizer.ui.look.empty import Empty
from organizer.ui.look.evidence import EvidenceBar, Key
from organizer.ui.look.field import Field, Fix, Group, Problem
from organizer.ui.look.focus import FocusRing
from organizer.ui.look.icons import icon
from organizer.ui.look.layout import Card, Panel, Rule, Scroll, box, col, row
from organizer.ui.look.marks import STATES, Badge, DateTile, Logo, Placard
from organizer.ui.look.messages import ErrorBar, MessageBar
from organizer.ui.look.segmented import Segmented
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.sidebar import SideBar
from organizer.ui.look.table import CELL, CellDelegate, TableView
from organizer.ui.look.text import Elided, Glyph, Keys, Text

__all__ = [
    "CELL", "STATES", "Area", "Badge", "Button", "Card", "Cell", "CellDelegate", "Chip", "Choice", "Completion", "Crowd",
    "DateField", "DateTile", "Edit", "Elided", "Empty", "ErrorBar", "EvidenceBar", "Field", "Fix", "FocusRing", "Glyph", "Group",
    "Hit", "Key", "Keys", "Logo", "MessageBar", "Panel", "Placard", "Problem", "Rule", "Scroll", "Segmented", "Sheet", "SideBar",
    "TableView", "Text", "TimeEdit", "box", "col", "icon", "icon_button", "row",
]  # fmt: skip
