"""The imprint: who answers for a printed thing, in the words its country asks for. Templates: `resources/imprints.toml`."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from organizer import paths
from organizer.i18n import _, is_rtl, isolate_unknown, main_language
from organizer.records.campaign import Campaign
from organizer.sheets.sheet import Note

_GENERIC, _WORDS = "generic", "words"


@cache
def _templates() -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "imprints.toml").read_text(encoding="utf-8"))


def countries() -> tuple[str, ...]:
    """The codes of the countries that have a template of their own."""
    return tuple(code for code in _templates() if code not in (_GENERIC, _WORDS))


def imprint_line(campaign: Campaign, language: str = "") -> str:
    """The most complete line that the campaign can fill, in the words of the sheet's language (empty: the country's own).

    The law of the country says which facts must stand there, not in which language: a Russian sheet says them in Russian.
    """
    said = _said(campaign)
    names = {place: isolate_unknown(words) for place, words in said.items()} if is_rtl(language) else said
    for line in _lines(campaign, language):
        if all(said[place] for _before, place, *_rest in string.Formatter().parse(line) if place):
            return str(line.format(**names))
    return said["publisher"]


def _lines(campaign: Campaign, language: str) -> list[str]:
    """The country's own lines on a sheet in its language, else those of the sheet's language, else the country's after all."""
    template, spoken = _template(campaign), main_language(language)
    own: list[str] = template["lines"]
    others: list[str] = _templates()[_WORDS].get(spoken, [])
    return own if spoken in template["languages"] or not others else others


def imprint_notes(campaign: Campaign, *, shop: bool = False) -> list[Note]:
    """What the campaign's country asks for and the campaign does not say, to be told before printing.

    `shop` says that a print shop prints it: what says that the publisher printed it would not be true.
    """
    said = _said(campaign)
    missing = [place for place in _template(campaign)["needs"] if not said[place]]
    sentences = {
        "publisher": _("The imprint names no publisher. Fill it in at the campaign."),
        "address": _("The imprint has no address. Fill it in at the campaign; a web address is not enough."),
    }
    notes = [Note("look", "imprint", sentences[place]) for place in missing if place in sentences]
    return [*notes, *_printer_notes(campaign, said, shop=shop)]


def _printer_notes(campaign: Campaign, said: dict[str, str], *, shop: bool) -> Iterator[Note]:
    """A line without a printer says that the publisher printed it: that must be so."""
    template = _template(campaign)
    always = "printer" in template["needs"]
    if said["printer"] and not said["printer_address"]:
        sentence = _("The imprint names a printer without an address, so the printer is left out. Fill it in at the campaign.")
        yield Note("stop" if always else "look", "imprint", sentence)
    elif said["printer"] or _prints_itself(campaign) or not said["address"]:
        return
    elif shop and (always or "printer" in template.get("needs_of_shop", ())):
        sentence = _("The imprint says that you print this yourselves. Name the print shop and its address at the campaign.")
        yield Note("stop" if always else "look", "imprint", sentence)
    elif always:
        sentence = _(
            "The imprint says that you print this yourselves. If so, name yourselves as the printer at the campaign; if not, "
            "name the print shop and its address."
        )
        yield Note("look", "imprint", sentence)


def _template(campaign: Campaign) -> dict[str, Any]:
    code = (campaign.imprint_country or campaign.country).upper()
    found: dict[str, Any] = _templates().get(code, _templates()[_GENERIC])
    return found


def _said(campaign: Campaign) -> dict[str, str]:
    """The words for each place of a template. The campaign itself publishes where nobody else is named."""
    said = {
        "publisher": campaign.imprint_publisher or campaign.name,
        "address": campaign.imprint_address or campaign.address,
        "printer": "" if _prints_itself(campaign) else campaign.imprint_printer,
        "printer_address": campaign.imprint_printer_address,
    }
    return {place: " ".join(words.split()).rstrip(".") for place, words in said.items()}


def _prints_itself(campaign: Campaign) -> bool:
    """Whether the publisher is named as the printer, too."""
    publisher = campaign.imprint_publisher or campaign.name
    return " ".join(campaign.imprint_printer.split()).casefold() == " ".join(publisher.split()).casefold()
