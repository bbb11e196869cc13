"""Press releases: one about a picket, begun from what the campaign has, and the parts that its sheet needs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from organizer import i18n
from organizer.errors import UserError
from organizer.i18n import _
from organizer.records.campaign import Campaign
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.prints import PressReleaseParts

if TYPE_CHECKING:
    from organizer.store.store import Store


def release_from_picket(store: Store, picket: Picket, today: date | None = None) -> PressRelease:
    """A draft about this picket, unsaved, dated `today`: who stands where and when, the contacts, facts for the side column.

    UserError: the picket belongs to no campaign.
    """
    if picket.campaign_id is None:
        raise UserError(_("The picket belongs to no campaign."), _("Choose one for it; its name and contacts are printed."))
    campaign = store.get(Campaign, picket.campaign_id)
    return PressRelease(
        campaign_id=campaign.id,
        picket_id=picket.id,
        language=i18n.language().split("_")[0],
        headline=picket.occasion or (campaign.slogans[0] if campaign.slogans else picket.title()),
        dateline_place=picket.city.name if picket.city else "",
        day=today or date.today(),
        body=_lead(campaign, picket),
        notes_to_editors=campaign.summary.strip().split("\n\n")[0],
        facts=_facts(picket),
        contact_name=campaign.contact_name,
        contact_phone=campaign.contact_phone,
        contact_phone_late=campaign.contact_phone_late,
        contact_email=campaign.contact_email,
    )


def press_release_parts(store: Store, release: PressRelease) -> PressReleaseParts:
    """The release, saved or not, with all that its sheet needs. UserError: it belongs to no campaign."""
    if release.campaign_id is None:
        raise UserError(_("The press release belongs to no campaign."), _("Choose one for it; its name stands at the head."))
    campaign = store.get(Campaign, release.campaign_id)
    return PressReleaseParts(
        release=release,
        campaign=campaign,
        picket=store.get(Picket, release.picket_id) if release.picket_id is not None else None,
        logo=store.pixels(campaign.logo_id) if campaign.logo_id is not None else None,
    )


def _lead(campaign: Campaign, picket: Picket) -> str:
    """Who, what, where and when in one sentence, for a hand to go on from."""
    place = picket.site.name if picket.site else _city(picket)
    when = i18n.weekday_day(picket.day) if picket.day else picket.day_words()
    if not (place and when):
        return ""
    if picket.state == "held":
        sentence = _("Supporters of {campaign} held a picket on {day} ({place}).")
    elif picket.starts is not None:
        sentence = _("Supporters of {campaign} will hold a picket on {day}, from {time} ({place}).")
    else:
        sentence = _("Supporters of {campaign} will hold a picket on {day} ({place}).")
    return sentence.format(campaign=campaign.name, place=place, day=when, time=i18n.clock(picket.starts) if picket.starts else "")


def _city(picket: Picket) -> str:
    return picket.city.name if picket.city else ""


def _facts(picket: Picket) -> list[dict[str, str]]:
    facts = []
    if picket.day is not None:
        hours = "–".join(i18n.clock(at) for at in (picket.starts, picket.ends) if at is not None)
        facts.append({"heading": _("When"), "words": "\n".join(part for part in (i18n.weekday_day(picket.day), hours) if part)})
    lines = [picket.site.name, *picket.site.address_lines()] if picket.site else [_city(picket)]
    if any(lines):
        facts.append({"heading": _("Where"), "words": "\n".join(line for line in lines if line)})
    return facts
