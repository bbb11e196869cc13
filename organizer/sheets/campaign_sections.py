"""The rest of a campaign report: pickets held and to come, donations by currency, demands, and what is to be told and decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organizer import i18n
from organizer.i18n import _, _n
from organizer.records.campaign import Demand
from organizer.records.picket import Picket
from organizer.records.totals import Gifts, Pickets
from organizer.records.values import DatePrecision, Headcount
from organizer.sheets.columns import Columns, Section
from organizer.sheets.picket_words import day_said, hours, place, short_title
from organizer.sheets.report_type import FIGURES, ReportType
from organizer.sheets.typesetting.blocks import Align, Part
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import digits, figures, paper_words, words

_HELD = (0.28, 0.42, 0.11, 0.19)
_HELD_HEADS: tuple[tuple[str, Align], ...] = (("day", "start"), ("place", "start"), ("people", "end"), ("handed_in", "start"))
_NEXT = (0.36, 0.64)
_NEXT_HEADS: tuple[tuple[str, Align], ...] = (("day", "start"), ("place", "start"))
_UNKNOWN = "–"
_DEMAND = (0.04, 0.96)


def other_sections(kind: ReportType) -> Iterator[Section]:
    yield from _pickets(kind)
    yield _next(kind)
    yield _donations(kind)
    yield _demands(kind)
    lines = [line for line in kind.job.answers["remarks"].splitlines() if line.strip()]
    remarks = [kind.block("remarks", text(kind.own(line)), after=1.0) for line in lines]
    if remarks:
        yield Section(kind.heading("remarks"), remarks)


def _pickets(kind: ReportType) -> Iterator[Section]:
    """How many, then each that was held, the first one first."""
    counted = kind.totals.pickets if kind.totals else Pickets()
    held = [picket for picket in kind.job.parts.pickets if picket.state == "held"]
    heading = kind.heading("pickets")
    numbers = [_figures(kind, counted), *_others(kind, counted)] if counted != Pickets() else kind.nothing()
    yield Section(heading, numbers)
    if held:
        table = [_held_row(kind, picket, place_in) for place_in, picket in enumerate(held, start=1)]
        yield Section((), table, kind.head("pickets", _HELD_HEADS, _HELD), "pickets")


def _figures(kind: ReportType, pickets: Pickets) -> Columns:
    stacks = [
        kind.figure(kind.number(pickets.held), kind.words["held"], leads=True),
        kind.figure(kind.number(pickets.cities), kind.words["cities"]),
    ]
    if pickets.people:
        counted = kind.words["counted"].format(counted=kind.number(pickets.counted), held=kind.number(pickets.held))
        stacks.append(kind.figure(_people(kind, pickets.people), kind.words["people"], below=counted))
    return kind.figures(stacks, after=1.0)


def _others(kind: ReportType, pickets: Pickets) -> list[Part]:
    counts = (("scheduled", pickets.scheduled), ("drafts", pickets.draft), ("called_off", pickets.cancelled))
    said = " · ".join(kind.counted(key, count) for key, count in counts if count)
    return [kind.small(said)] if said else []


def _people(kind: ReportType, people: Headcount) -> str:
    language = kind.job.language
    one = people.low == people.high
    figure = kind.number(people.low) if one else figures(i18n.number_range(people.low, people.high, language), language)
    return kind.words["about"].format(number=figure) if people.about else figure


def _held_row(kind: ReportType, picket: Picket, place_in: int) -> Columns:
    within = ("Table pickets", f"TR {place_in}")
    people = picket.headcount()
    day = kind.block("pickets", text(day_said(picket, kind.job.language) or _UNKNOWN), tag="TH", within=within)
    came = kind.block("pickets", text(_people(kind, people) if people else _UNKNOWN), align="end", tag="TD", within=within)
    handed = kind.block("pickets", text(_handed_in(kind, picket) or _UNKNOWN), tag="TD", within=within)
    return kind.row([[day], _where(kind, picket, within), [came], [handed]], _HELD)


def _handed_in(kind: ReportType, picket: Picket) -> str:
    """120, taken: how many letters or signatures, and what became of them."""
    said = [kind.number(picket.handed_in) if picket.handed_in else "", kind.words.get(picket.hand_in_result, "")]
    return words(kind.job.language).comma.join(part for part in said if part)


def _where(kind: ReportType, picket: Picket, within: tuple[str, ...], *states: str) -> list[Part]:
    """Where it stands, what it is about, and what is not certain of it."""
    where, title = place(picket, kind.job.language), short_title(picket)
    about = title if title not in where else ""
    first = kind.block("pickets", text(Run(kind.own(where) or _UNKNOWN, strong=True)), tag="TD", within=within)
    said = " · ".join(part for part in (kind.own(about), *states) if part)
    return [first, *([kind.small(said, tag="TD", within=within)] if said else [])]


def _next(kind: ReportType) -> Section:
    """Scheduled from the day of the report on; then drafts, those without a day last."""
    heading = kind.heading("next")
    today = kind.totals.today if kind.totals else date.min
    _tell_of_past(kind, today)
    open_ones = [picket for picket in kind.job.parts.pickets if picket.state in ("scheduled", "draft")]
    coming = [picket for picket in open_ones if picket.state == "draft" or picket.day is None or picket.day >= today]
    coming.sort(key=_by_day)
    if not coming:
        return Section(heading, kind.nothing())
    rows = [_next_row(kind, picket, place_in) for place_in, picket in enumerate(coming, start=1)]
    return Section(heading, rows, kind.head("next", _NEXT_HEADS, _NEXT), "pickets")


def _by_day(picket: Picket) -> tuple[int, int, bool, date, str]:
    """Of which only the month is known, after all others of that month."""
    day = picket.day or date.max
    return day.year, day.month, picket.day_precision == DatePrecision.MONTH, day, str(picket.starts or "~")


def _tell_of_past(kind: ReportType, today: date) -> None:
    past = [picket for picket in kind.job.parts.pickets if picket.state == "scheduled" and picket.day and picket.day < today]
    if past:
        count = _n("{n} picket", "{n} pickets", len(past))
        sentence = _("{count} of the past still to be marked as held or cancelled: not in the lists of this report.")
        kind.compositor.note("look", "pickets", sentence.format(count=count))


def _next_row(kind: ReportType, picket: Picket, place_in: int) -> Columns:
    within, language = ("Table next", f"TR {place_in}"), kind.job.language
    when = words(language).comma.join(part for part in (day_said(picket, language), hours(picket, language)) if part)
    day = kind.block("pickets", text(when or _UNKNOWN), tag="TH", within=within)
    draft = paper_words("pickets", language)["draft"] if picket.state == "draft" else ""
    return kind.row([[day], _where(kind, picket, within, draft)], _NEXT)


def _donations(kind: ReportType) -> Section:
    """Each currency beside the others; who gave stands nowhere."""
    heading = kind.heading("donations")
    gifts = kind.totals.gifts if kind.totals else ()
    if not gifts:
        return Section(heading, kind.nothing())
    lines = [gifts[k : k + FIGURES] for k in range(0, len(gifts), FIGURES)]
    rows: list[Part] = [kind.figures([_gifts(kind, gift) for gift in line], after=2.0) for line in lines]
    apart = [kind.small(kind.words["apart"])] if len(gifts) > 1 else []
    return Section(heading, [*rows, *apart])


def _gifts(kind: ReportType, gifts: Gifts) -> tuple[Part, ...]:
    language = kind.job.language
    amount = figures(i18n.amount(gifts.amount.minor, gifts.amount.currency, language), language)
    return kind.figure(amount, kind.counted("gifts", gifts.count))


def _demands(kind: ReportType) -> Section:
    heading = kind.heading("demands")
    demands = kind.job.parts.demands
    rows = [_demand(kind, demand) for demand in demands]
    return Section(heading, rows or kind.nothing(), field="demands")


def _demand(kind: ReportType, demand: Demand) -> Columns:
    language = kind.job.language
    if not demand.texts.get(language):
        sentence = _("Demand {number} has no words in {language} and stands in another language.")
        name = i18n.language_name(language)
        kind.compositor.note("look", "demands", sentence.format(number=demand.number, language=name))
    within = ("L demands", f"LI {demand.number}")
    number = digits(str(demand.number), language)
    mark = kind.block("demands", text(number), role=Role.TITLE, colour=kind.accent, tag="Lbl", within=within)
    said = kind.block("demands", _runs(kind.own(demand.text_in(language))), tag="LBody", within=within)
    return Columns(((mark,), (said,)), _DEMAND, kind.compositor.rtl, gap=1.0, after=1.0)


def _runs(words_of_it: str) -> tuple[Run, ...]:
    """What stands between stars is strong."""
    pieces = words_of_it.split("*")
    return text(*(Run(piece, strong=k % 2 == 1) for k, piece in enumerate(pieces)))
