"""What the preflight prints: nothing, what a branch would write, and far too much, in each language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, time
from typing import Any, Literal

from organizer.records.campaign import Demand
from organizer.records.prints import PrintParts
from organizer.sheets.catalogue import sheet_kinds
from organizer.sheets.sheet_kind import Asked, Job, SheetKind
from tests.sheets.jobs import campaign, organisation, parts, picket, target, totals
from tests.sheets.leaflets import example, leaflet_parts

Length = Literal["empty", "typical", "longest"]
LENGTHS: tuple[Length, ...] = ("empty", "typical", "longest")
LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "pl", "tr", "ru", "kk", "uk", "el", "ar", "fa", "ur", "he", "hi")
_TYPICAL_WORDS, _TOO_MANY = 6, 7
_MOST_SHEETS = 2


def jobs_for(
    kind: SheetKind,
    language: str,
    length: Length,
    *,
    answers: dict[str, str] | None = None,
    arrangements: Collection[str] = (),
) -> list[Job]:
    """The job of a sheet in each of its formats and layouts, or in those of these arrangements."""
    made_of = parts_of(language, length)
    said = answers or {asked.key: answer(asked, made_of, language, length) for asked in kind.asked}
    return [
        Job(made_of, language, said, trimmed, layout, kind.class_with(said))
        for trimmed in kind.formats
        for layout in trimmed.layouts
        if not arrangements or layout.arrangement in arrangements
    ]


def each_layout_once(jobs: Sequence[Job]) -> list[Job]:
    """Every format and every layout, without the formats that repeat a layout in another size."""
    formats: set[str] = set()
    layouts: set[str] = set()
    kept = []
    for job in jobs:
        if job.format.key not in formats or job.layout.key not in layouts:
            kept.append(job)
        formats.add(job.format.key)
        layouts.add(job.layout.key)
    return kept


def parts_of(language: str, length: Length) -> PrintParts:
    """A campaign that has next to nothing, what campaigns have, or too much of it."""
    if length == "empty":
        bare = campaign(name="", slogans=[], summary="", address="", website="", contact_name="", contact_phone="")
        return parts(campaign=bare, leaflet=leaflet_parts(bare, language, times=0))
    words = example(language)
    times = 1 if length == "typical" else _TOO_MANY
    name = " ".join([words.kicker or words.headline] * times)
    demands = tuple(
        Demand(number=k + 1, texts={language: f"{line.lead} {line.rest}".strip()}) for k, line in enumerate(words.demands * times)
    )
    days = [date(2026, 6, 12), date(2026, 6, 19), date(2026, 7, 3)] * times
    said = {"occasion": words.headline, "notice_reference": "24/117", "notice_conditions": words.body}
    pickets = tuple(picket(day=day, starts=time(17), ends=time(19), place=words.headline[:20], **said) for day in days)
    came: dict[str, Any] = {"people_low": 45, "people_high": 60, "handed_in": 120, "hand_in_result": "taken"}
    stood = picket(day=date(2026, 5, 29), state="held", **came, **said)
    its_campaign = campaign(name=name, slogans=[words.headline], summary=words.body, address=f"{words.imprint[:40]} 12")
    return parts(
        campaign=its_campaign,
        leaflet=leaflet_parts(its_campaign, language, times=times),
        demands=demands,
        pickets=(stood, *pickets),
        cancelled=(picket(day=date(2026, 6, 26), state="cancelled", occasion=words.headline),),
        organisations=tuple(organisation(name=f"{words.headline[:30]} {k}") for k in range(1, 1 + 2 * times)),
        targets=tuple(target(office=words.headline[:40], organisation=words.kicker) for _k in range(2 * times)),
        picket=pickets[0],
        totals=totals(*(target(office=words.headline[:40]) for _k in range(2 * times)), months=12 * times),
    )


def answer(asked: Asked, made_of: PrintParts, language: str, length: Length) -> str:
    if asked.kind in ("choice", "yes", "day", "number"):
        usual = asked.usual(made_of, language) if asked.usual and asked.kind != "day" else ""
        typical = {"day": "2026-06-12", "number": str(max(asked.least, 1))}.get(asked.kind, "")
        if asked.kind == "number" and usual.isdecimal():
            return str(min(int(usual), _MOST_SHEETS))  # the tenth numbered sheet is drawn as the second
        return usual or (typical if length != "empty" else "")
    if length == "empty":
        return ""
    words = example(language)
    if length == "longest":
        return "\n".join([words.body] * _TOO_MANY) if asked.kind == "text" else " ".join([words.headline] * _TOO_MANY)
    usual = asked.usual(made_of, language) if asked.usual else ""
    short = " ".join(words.headline.split()[:_TYPICAL_WORDS])
    return usual or ("\n".join(f"{line.lead} {line.rest}".strip() for line in words.demands) if asked.kind == "text" else short)


def keys() -> list[str]:
    return list(sheet_kinds())
