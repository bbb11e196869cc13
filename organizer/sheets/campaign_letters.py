"""The letters of a campaign report: how many and how well proven, month by month, and to whom."""

from __future__ import annotations

from collections.abc import Iterator

from organizer import i18n
from organizer.records.target import Target
from organizer.records.totals import CampaignTotals, Letters, LettersTo
from organizer.sheets.columns import Columns, Section
from organizer.sheets.evidence import KINDS, EvidenceBar, swatch
from organizer.sheets.letters_chart import LettersChart
from organizer.sheets.report_type import BODY_LEADING, ReportType
from organizer.sheets.typesetting.blocks import Align, Block, Part
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import digits, month_and_year

_NAMES = {"held": "copy", "reported": "reported", "estimated": "estimated"}
_BAR, _BAR_IN_ROW = 6.4, 3.0
_TARGETS = (0.43, 0.31, 0.12, 0.14)
_HEADS: tuple[tuple[str, Align], ...] = (("target", "start"), ("", "start"), ("letters", "end"), ("copy", "end"))


def letter_sections(kind: ReportType) -> Iterator[Section]:
    totals = kind.totals
    heading = kind.heading("letters")
    if totals is None or not totals.letters.total:
        yield Section(heading, kind.nothing())
        return
    yield Section(heading, list(_sum(kind, totals.letters)))
    yield from _over_time(kind, totals)
    heading = kind.heading("by_target")
    most = max(row.total for row in totals.targets)
    rows = [_to_target(kind, row, place, most) for place, row in enumerate(totals.targets, start=1)]
    yield Section(heading, rows, kind.head("targets", _HEADS, _TARGETS), "targets")


def _sum(kind: ReportType, letters: Letters) -> Iterator[Part]:
    breadth = [
        kind.figure(kind.number(count), kind.words[key])
        for key, count in (
            ("organisations", letters.organisations),
            ("cities", letters.cities),
            ("targets", letters.targets),
        )
    ]
    together = kind.figure(kind.number(letters.total), kind.words["together"], leads=True)
    yield kind.figures([together, *breadth], after=3.0)
    yield EvidenceBar(letters.parts(), kind.accent, _BAR, rtl=kind.compositor.rtl, after=1.8)
    keys = tuple((_key(kind, name, count, letters.total),) for name, count in zip(KINDS, letters.parts(), strict=True))
    yield Columns(keys, (1.0,) * len(keys), kind.compositor.rtl)


def _key(kind: ReportType, name: str, count: int, total: int) -> Block:
    """Its fill, its name, how many letters, and which share of all."""
    share = kind.words["share"].format(n=digits(str(round(100 * count / total)), kind.job.language))
    said = text(f"{kind.words[_NAMES[name]]}  ", Run(kind.number(count), strong=True), f"  {share}")
    within = ("L evidence", f"LI {name}")
    return kind.block("labels", said, bullet=swatch(name, kind.accent), indent=5.0, tag="LBody", within=within)


def _over_time(kind: ReportType, totals: CampaignTotals) -> Iterator[Section]:
    if not totals.bars:
        return
    heading = kind.heading(f"per_{totals.unit}")
    chart = LettersChart(kind.furniture, totals.unit, totals.bars, _in_words(kind, totals), kind.order, after=1.0)
    undated = totals.letters.total - sum(bar.total for bar in totals.bars)
    rows: list[Part] = [chart, *([kind.small(kind.counted("undated", undated))] if undated else [])]
    yield Section(heading, rows)


def _in_words(kind: ReportType, totals: CampaignTotals) -> str:
    """Every bar with its number, for who listens to the sheet."""
    language = kind.job.language

    def named(bar_start: tuple[str, str]) -> str:
        return " ".join(bar_start) if totals.unit == "month" else bar_start[1]

    bars = (f"{named(month_and_year(bar.start, language))}: {kind.number(bar.total)}" for bar in totals.bars)
    return f"{kind.words[f'per_{totals.unit}']}. {'; '.join(bars)}"


def _to_target(kind: ReportType, row: LettersTo, place: int, most: int) -> Columns:
    within = ("Table targets", f"TR {place}")
    name = kind.block("targets", text(kind.own(_name(kind, row.target))), tag="TH", within=within)
    middle = (kind.compositor.leading(BODY_LEADING) / MM - _BAR_IN_ROW) / 2
    bar = EvidenceBar(row.parts(), kind.accent, _BAR_IN_ROW, row.total / most, kind.compositor.rtl, before=max(0.0, middle))
    total = kind.block("targets", text(kind.number(row.total)), role=Role.STRONG, align="end", tag="TD", within=within)
    held = kind.block("targets", text(kind.number(row.held)), align="end", tag="TD", within=within)
    return kind.row([[name], [bar], [total], [held]], _TARGETS)


def _name(kind: ReportType, target: Target | None) -> str:
    """What a secretary calls it, in the language of the sheet."""
    if target is None:
        return kind.words["no_target"]
    if target.kind == "embassy" and target.city:
        return kind.words["embassy"].format(city=i18n.own_order(target.city.name, rtl=kind.compositor.rtl))
    return target.title()
