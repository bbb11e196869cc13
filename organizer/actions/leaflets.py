"""Leaflets: one for a picket, filled from what the campaign has, and the parts that its sheet needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from organizer import i18n
from organizer.errors import UserError
from organizer.i18n import _
from organizer.records.attachment import Attachment
from organizer.records.campaign import Campaign, current_demands, demands_with_uids
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.prints import LeafletParts

if TYPE_CHECKING:
    from organizer.store.store import Store

_OF_THE_PLACE = frozenset({"call_title", "place", "directions"})
_OF_THE_DAY = frozenset({"kicker"})


def leaflet_from_picket(store: Store, picket: Picket) -> Leaflet:
    """A leaflet that calls to this picket, unsaved.

    Headline, body and picture are those of the campaign's last leaflet, from this city if there is one, else its slogan and
    summary; day, times and place are the picket's; the demands are the editions that stand. UserError: the picket belongs to
    no campaign.
    """
    if picket.campaign_id is None:
        raise UserError(_("The picket belongs to no campaign."), _("Choose one for it; its demands and imprint are printed."))
    campaign = store.get(Campaign, picket.campaign_id)
    demands = store.records(current_demands(campaign.id))
    last = _last(store, campaign, picket)
    texts = _texts(campaign, picket, last)
    return Leaflet(
        campaign_id=campaign.id,
        picket_id=picket.id,
        name=picket.title(),
        languages=list(texts),
        texts=texts,
        demand_uids=[demand.uid for demand in demands],
        day=picket.day,
        starts=picket.starts,
        ends=picket.ends,
        qr_target=campaign.qr_target or campaign.website,
        photo_id=last.photo_id if last else None,
    )


def leaflet_parts(store: Store, leaflet: Leaflet) -> LeafletParts:
    """The leaflet, saved or not, with all that its sheet needs, demands in its own order. UserError: no campaign."""
    if leaflet.campaign_id is None:
        raise UserError(_("The leaflet belongs to no campaign."), _("Choose one for it; its colours and imprint are printed."))
    campaign = store.get(Campaign, leaflet.campaign_id)
    known = {demand.uid: demand for demand in store.records(demands_with_uids(leaflet.demand_uids))}
    return LeafletParts(
        leaflet=leaflet,
        campaign=campaign,
        demands=tuple(known[uid] for uid in leaflet.demand_uids if uid in known),
        standing=tuple(store.records(current_demands(campaign.id))),
        picket=store.get(Picket, leaflet.picket_id) if leaflet.picket_id is not None else None,
        photo=store.pixels(leaflet.photo_id) if leaflet.photo_id is not None else None,
        photo_faces=store.get(Attachment, leaflet.photo_id).faces if leaflet.photo_id is not None else "",
        logo=store.pixels(campaign.logo_id) if campaign.logo_id is not None else None,
    )


def _last(store: Store, campaign: Campaign, picket: Picket) -> Leaflet | None:
    """The leaflet to go on from: this picket's own, else one from its city, else any; of several the latest."""
    latest_first = select(Leaflet).where(Leaflet.campaign_id == campaign.id).order_by(Leaflet.day.desc(), Leaflet.id.desc())
    own = store.first(latest_first.where(Leaflet.picket_id == picket.id)) if picket.id is not None else None
    here = select(Picket.id).where(Picket.city_id == picket.city_id)
    return own or store.first(latest_first.where(Leaflet.picket_id.in_(here))) or store.first(latest_first)


def _texts(campaign: Campaign, picket: Picket, last: Leaflet | None) -> dict[str, dict[str, str]]:
    """The texts by language: those of the last leaflet where there is one, else the program's language."""
    here = _tag(i18n.language())
    place = "\n".join(part for part in (picket.site.name if picket.site else "", *_address(picket)) if part)
    if last is None:
        slogan = campaign.slogans[0] if campaign.slogans else picket.occasion or campaign.name
        kicker = picket.occasion if picket.occasion != slogan else ""
        body = campaign.summary.strip().split("\n\n")[0]
        return {here: {"kicker": kicker, "headline": slogan, "body": body, "call_title": _call(picket), "place": place}}
    dropped = _dropped(last.picket, picket)
    own = {"kicker": picket.occasion, "call_title": _call(picket)}
    texts = {}
    for language in last.languages:
        kept = {field: words for field, words in last.texts.get(language, {}).items() if field not in dropped}
        mine = {field: words for field, words in own.items() if field in dropped and language == here}
        texts[language] = {"place": place, **kept, **mine}
    return texts


def _dropped(before: Picket | None, picket: Picket) -> frozenset[str]:
    """The texts of a leaflet for one picket that do not serve another: of another day, and of another place."""
    if before is not None and before.id == picket.id:
        return frozenset()
    same_place = before is not None and picket.site_id is not None and before.site_id == picket.site_id
    return _OF_THE_DAY if same_place else _OF_THE_DAY | _OF_THE_PLACE


def _call(picket: Picket) -> str:
    return _(Picket.KINDS[picket.kind]) if picket.kind in Picket.KINDS else _("Picket")


def _address(picket: Picket) -> list[str]:
    if picket.site is not None and (picket.site.address or picket.site.postcode):
        town = " ".join(part for part in (picket.city.name if picket.city else "", picket.site.postcode) if part)
        return [", ".join(part for part in (picket.site.address, town) if part)]
    return [picket.city.name] if picket.city else []


def _tag(language: str) -> str:
    return language.replace("-", "_").split("_")[0]
