"""The imprint: who answers for a printed thing, in the words its country asks for. Templates: `resources/imprints.toml`."""

from __future__ import annotations

import string
import tomllib
from functools import cache
from typing import Any

from organizer import paths
from organizer.i18n import _
from organizer.records.campaign import Campaign
from organizer.sheets.sheet import Note

_GENERIC = "generic"


@cache
def _templates() -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "imprints.toml").read_text(encoding="utf-8"))


def countries() -> tuple[str, ...]:
    """The codes of the countries that have a template of their own."""
    return tuple(code for code in _templates() if code != _GENERIC)


def imprint_line(campaign: Campaign) -> str:
    """The most complete line that the campaign can fill; empty where nobody answers for it."""
    said = _said(campaign)
    for line in _template(campaign)["lines"]:
        if all(said[place] for _before, place, *_rest in string.Formatter().parse(line) if place):
            return str(line.format(**said))
    return said["publisher"]


def imprint_notes(campaign: Campaign) -> list[Note]:
    """What the campaign's country asks for and the campaign does not say, to be told before printing."""
    said = _said(campaign)
    missing = [place for place in _template(campaign)["needs"] if not said[place]]
    sentences = {
        "publisher": _("The imprint names no publisher. Fill it in at the campaign."),
        "address": _("The imprint has no address. Fill it in at the campaign; a web address is not enough."),
    }
    return [Note("look", "imprint", sentences[place]) for place in missing]


def _template(campaign: Campaign) -> dict[str, Any]:
    code = (campaign.imprint_country or campaign.country).upper()
    found: dict[str, Any] = _templates().get(code, _templates()[_GENERIC])
    return found


def _said(campaign: Campaign) -> dict[str, str]:
    """The words for each place of a template. The campaign itself publishes where nobody else is named."""
    said = {
        "publisher": campaign.imprint_publisher or campaign.name,
        "address": campaign.imprint_address or campaign.address,
        "printer": campaign.imprint_printer,
        "printer_address": campaign.imprint_printer_address,
    }
    return {place: " ".join(words.split()).rstrip(".") for place, words in said.items()}
