"""What is late or waits for somebody, the latest first: notices, replies, undated drafts, reports, stock that is out of date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from organizer import i18n
from organizer.actions.print_runs import StaleStock, out_of_date
from organizer.i18n import _, _n
from organizer.records.base import Record
from organizer.records.picket import Picket, undated_drafts
from organizer.records.press_release import PressRelease
from organizer.records.print_run import PrintRun

if TYPE_CHECKING:
    from organizer.store.store import Store

_SOON = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """One thing that wants a hand: `days` late (below nought: to come; None: no day is fixed), and the record it is about.

    `before_action`: people will stand there soon, so it goes before what only waits for an answer.
    """

    when: str
    days: int | None
    what: str
    why: str
    way_out: str
    kind: type[Record]
    record_id: int
    before_action: bool = False

    @property
    def late(self) -> bool:
        return self.days is not None and self.days > 0


def waiting(store: Store, campaign_id: int, today: date) -> list[Waiting]:
    """Everything late or waiting in the campaign: first what is late by days, then what is due soon or has no day."""
    mine = select(Picket).where(Picket.campaign_id == campaign_id)
    notices = mine.where(Picket.state == "scheduled", Picket.day >= today, Picket.notified_on.is_(None))
    found = [_notice(picket, today) for picket in store.records(notices.where(Picket.notify_by <= today + _SOON))]
    replies = mine.where(Picket.reply_due < today, Picket.state == "held")
    found += [_reply(picket, today) for picket in store.records(replies)]
    found += [_unreported(picket, today) for picket in store.records(mine.where(Picket.state == "scheduled", Picket.day < today))]
    found += [_undated(picket, today) for picket in store.records(undated_drafts(campaign_id)) if _is_near(picket, today)]
    releases = select(PressRelease).where(PressRelease.campaign_id == campaign_id, PressRelease.day < today)
    found += [
        _release(release, today) for release in store.records(releases.where(PressRelease.state.in_(("draft", "approved"))))
    ]
    found += _stale(out_of_date(store, campaign_id))
    return sorted(found, key=lambda thing: (not thing.late, not thing.before_action, -(thing.days or 0), thing.what))


def _when(days: int) -> str:
    if days > 0:
        return _n("{n} day late", "{n} days late", days)
    return _("Due today") if days == 0 else _n("In {n} day", "In {n} days", -days)


def _notice(picket: Picket, today: date) -> Waiting:
    due, day = picket.notify_by or today, picket.day or today
    late = (today - due).days
    why = _("The deadline was {day}") if late > 0 else _("The deadline is {day}")
    return Waiting(
        _when(late),
        late,
        _("Give notice in {city} of {day}").format(city=_city(picket), day=i18n.day_month_long(day)),
        why.format(day=i18n.day_long(due)),
        _("Open notice"),
        Picket,
        picket.id,
        before_action=True,
    )


def _reply(picket: Picket, today: date) -> Waiting:
    due = picket.reply_due or today
    late = (today - due).days
    what = _("Reply to what was handed in, {place}").format(place=_city(picket))
    why = _("Handed in on {day}, promised for {due}") if picket.day else _("Promised for {due}")
    words = why.format(day=i18n.day_month_long(picket.day) if picket.day else "", due=i18n.day_month_long(due))
    return Waiting(_when(late), late, what, words, _("Look"), Picket, picket.id)


def _unreported(picket: Picket, today: date) -> Waiting:
    late = (today - (picket.day or today)).days
    what = _("Was the picket in {city} held?").format(city=_city(picket))
    why = _("Still scheduled for {day}").format(day=picket.day_words())
    return Waiting(_when(late), late, what, why, _("Report"), Picket, picket.id)


def _undated(picket: Picket, today: date) -> Waiting:
    """A draft whose day is not fixed. It is late only when its month has passed."""
    what = _("{kind} in {city} has no day yet").format(kind=_(Picket.KINDS.get(picket.kind, "Picket")), city=_city(picket))
    if picket.day is None:
        return Waiting(_("No day"), None, what, _("Draft without a day"), _("Set day"), Picket, picket.id)
    why = _("Draft for {day}").format(day=picket.day_words())
    if (picket.day.year, picket.day.month) < (today.year, today.month):
        late = (today - picket.day).days
        return Waiting(_when(late), late, what, why, _("Set day"), Picket, picket.id)
    when = _("This month") if picket.day.month == today.month else _("Next month")
    return Waiting(when, None, what, why, _("Set day"), Picket, picket.id)


def _is_near(picket: Picket, today: date) -> bool:
    """Drafts without any day always; the others from the month before theirs on."""
    if picket.day is None:
        return True
    return (picket.day.year * 12 + picket.day.month) - (today.year * 12 + today.month) <= 1


def _release(release: PressRelease, today: date) -> Waiting:
    late = (today - (release.day or today)).days
    what = _("Press release not issued: {headline}").format(headline=release.title())
    state = _(PressRelease.STATES.get(release.state, release.state))
    why = _("{state}, dated {day}").format(state=state, day=i18n.day_long(release.day or today))
    return Waiting(_when(late), late, what, why, _("Open"), PressRelease, release.id)


def _stale(stock: list[StaleStock]) -> list[Waiting]:
    """One line for all of it: what was printed last stands for the rest."""
    if not stock:
        return []
    count, first = sum(each.run.left for each in stock), stock[0]
    what = _n("{n} printed copy says what holds no more", "{n} printed copies say what holds no more", count)
    why = first.changed[0].rstrip(".") if len(stock) == 1 else _n("In {n} print run", "In {n} print runs", len(stock))
    return [Waiting(_("Out of date"), None, what, why, _("Look"), PrintRun, first.run.id)]


def _city(picket: Picket) -> str:
    return picket.city.name if picket.city else picket.place_words() or _("a city not named")
