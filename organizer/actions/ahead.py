"""What comes next: the next day with pickets, place by place, with what is ready for it and what is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from organizer import i18n
from organizer.i18n import _
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket, upcoming

if TYPE_CHECKING:
    from organizer.store.store import Store


@dataclass(frozen=True)
class Step:
    """One thing that a picket needs: done, begun (or not needed so far), or to be looked at."""

    words: str
    state: Literal["done", "begun", "look"]


@dataclass(frozen=True)
class PlaceAhead:
    """One picket of the day. `leaflet_id` is None as long as nobody made one for it."""

    picket_id: int
    city: str
    starts: time | None
    steps: tuple[Step, ...]
    leaflet_id: int | None


@dataclass(frozen=True)
class NextAction:
    """The next day on which the campaign stands somewhere. `days` from today, 0 for today itself."""

    day: date
    days: int
    name: str
    places: tuple[PlaceAhead, ...]


def next_action(store: Store, campaign_id: int, today: date) -> NextAction | None:
    """The pickets of the next day that has any; None where nothing is scheduled."""
    first = store.first(upcoming(campaign_id, today))
    if first is None or first.day is None:
        return None
    pickets = store.records(upcoming(campaign_id, today).where(Picket.day == first.day))
    if not pickets:  # taken back or moved since the first question
        return None
    leaflets = _leaflets_of(store, [picket.id for picket in pickets])
    places = tuple(_place(picket, leaflets.get(picket.id)) for picket in pickets)
    return NextAction(first.day, (first.day - today).days, _name(pickets), places)


def _name(pickets: list[Picket]) -> str:
    """What the day is called: the name that its pickets share, else the first one's occasion or place."""
    days = {picket.day_of_action for picket in pickets if picket.day_of_action}
    occasions = [picket.occasion for picket in pickets if picket.occasion]
    if len(days) == 1:
        return days.pop()
    return occasions[0] if occasions else pickets[0].place_words() or _(Picket.KINDS.get(pickets[0].kind, "Picket"))


def _leaflets_of(store: Store, picket_ids: list[int]) -> dict[int, Leaflet]:
    found = store.records(select(Leaflet).where(Leaflet.picket_id.in_(picket_ids)).order_by(Leaflet.id.desc()))
    return {leaflet.picket_id: leaflet for leaflet in found if leaflet.picket_id is not None}


def _place(picket: Picket, leaflet: Leaflet | None) -> PlaceAhead:
    city = picket.city.name if picket.city else picket.place_words()
    return PlaceAhead(picket.id, city, picket.starts, (_notice(picket), _leaflet(leaflet)), leaflet.id if leaflet else None)


def _notice(picket: Picket) -> Step:
    if picket.notified_on is not None:
        return Step(_("Notice given {day}").format(day=i18n.day_month(picket.notified_on)), "done")
    if picket.notify_by is not None:
        return Step(_("No notice yet, due {day}").format(day=i18n.day_month(picket.notify_by)), "look")
    return Step(_("No notice given"), "begun")


def _leaflet(leaflet: Leaflet | None) -> Step:
    if leaflet is None:
        return Step(_("No leaflet yet"), "begun")
    words = {"printed": _("Leaflet printed"), "ready": _("Leaflet ready to print")}
    if leaflet.state in words:
        return Step(words[leaflet.state], "done")
    return Step(_("Leaflet in draft"), "begun")
