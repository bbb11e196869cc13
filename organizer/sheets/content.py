"""What is printed on each sheet, as plain frozen values: no record, no store. Texts are literal; bodies hold small Markdown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

from organizer.sheets.typesetting.colours import STANDARD, Palette

Paper = Literal["A4", "Letter"]
HeadlineFace = Literal["heavy", "tall"]
LeafletDesign = Literal["photo", "type", "text"]
PAPER_MM: dict[Paper, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


@dataclass(frozen=True)
class DemandLine:
    """`lead` is set strong, `rest` follows it in the same sentence."""

    number: int
    lead: str
    rest: str = ""


@dataclass(frozen=True)
class CallToAction:
    """Where and when to come. A day that is not `exact` is printed as its month and year; times are local."""

    day: date | None
    title: str
    exact: bool = True
    time_from: time | None = None
    time_to: time | None = None
    place_lines: tuple[str, ...] = ()
    directions: str = ""


@dataclass(frozen=True)
class LeafletContent:
    """`language` is a tag such as `kk` or `ar-LB`; it decides fonts and direction.

    `organisation` goes into the file as its author. Design `photo` without a photo takes the drawn crowd; `text` is for long
    texts, on both sides. In `one_colour` the photo is grey; the `colours` are then black and that one.
    """

    language: str
    headline: str
    body: str = ""
    kicker: str = ""
    demands_title: str = ""
    demands: tuple[DemandLine, ...] = ()
    call: CallToAction | None = None
    qr_target: str = ""
    qr_label: str = ""
    imprint: str = ""
    photo: bytes | None = field(default=None, repr=False)
    colours: Palette = STANDARD
    organisation: str = ""
    headline_face: HeadlineFace = "heavy"
    design: LeafletDesign = "photo"
    one_colour: bool = False


@dataclass(frozen=True)
class PressContact:
    """The card at the foot of the side column. `heading` empty: the words of the language for "Press office"."""

    name: str = ""
    phone: str = ""
    out_of_hours: str = ""
    email: str = ""
    heading: str = ""


@dataclass(frozen=True)
class Fact:
    """A heading of the side column and the lines under it."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PressReleaseContent:
    """`embargo` is local time, `zone` its name as printed (BST). Without an embargo the release is for immediate use."""

    language: str
    organisation: str
    headline: str
    address_line: str = ""
    reference: str = ""
    issued: date | None = None
    embargo: datetime | None = None
    zone: str = ""
    subhead: str = ""
    dateline_place: str = ""
    dateline_day: date | None = None
    body: tuple[str, ...] = ()
    quote: str = ""
    quote_by: str = ""
    more: tuple[str, ...] = ()
    end_mark: str = ""
    notes: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    contact: PressContact | None = None
    logo: bytes | None = field(default=None, repr=False)
    paper: Paper = "A4"
    colours: Palette = STANDARD
