"""Leaflet records made of the examples, with nothing on them, as a branch writes them, or with far too much."""

from __future__ import annotations

from organizer.records.campaign import Campaign, Demand
from organizer.records.leaflet import Leaflet
from organizer.records.prints import LeafletParts
from organizer.sheets.content import LeafletContent
from tests.sheets.examples import LEAFLETS
from tests.sheets.more_examples import MORE_LEAFLETS

EXAMPLES: dict[str, LeafletContent] = {**LEAFLETS, **MORE_LEAFLETS}


def example(language: str) -> LeafletContent:
    return next(found for tag, found in EXAMPLES.items() if tag.split("-")[0] == language)


def leaflet_parts(campaign: Campaign, *languages: str, times: int = 1, back: str = "") -> LeafletParts:
    """A leaflet in these languages with each text as often as that, and no text at all for 0."""
    contents = {language: example(language) for language in languages}
    call = contents[languages[0]].call
    count = len(contents[languages[0]].demands) if times else 0
    leaflet = Leaflet(
        languages=list(languages),
        back_language=back,
        texts={language: texts(content, times) for language, content in contents.items()},
        day=call.day if call and times else None,
        starts=call.time_from if call and times else None,
        ends=call.time_to if call and times else None,
        qr_target=contents[languages[0]].qr_target if times else "",
    )
    demands = tuple(
        Demand(number=k + 1, texts={language: _demand(content, k % count) for language, content in contents.items()})
        for k in range(count * times)
    )
    return LeafletParts(leaflet, campaign, demands)


def texts(content: LeafletContent, times: int) -> dict[str, str]:
    """The fields of a leaflet in one language."""
    call = content.call
    if not times or call is None:
        return {}
    return {
        "kicker": " ".join([content.kicker] * times),
        "headline": " ".join([content.headline] * times),
        "body": "\n\n".join([content.body] * times),
        "call_title": " ".join([call.title] * times),
        "place": "\n".join(call.place_lines * times),
        "directions": " ".join([call.directions] * times),
        "qr_label": " ".join([content.qr_label] * times),
    }


def _demand(content: LeafletContent, place: int) -> str:
    line = content.demands[place]
    return f"*{line.lead}* {line.rest}".strip()
