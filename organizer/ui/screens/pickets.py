"""Pickets: the list with day, state, place and people, and the form beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from organizer import i18n
from organizer.actions import pickets
from organizer.i18n import N_, _, _n
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.values import DatePrecision
from organizer.ui import fields, links, tags
from organizer.ui.calendar_file import ask_calendar
from organizer.ui.kind import BRING_IN, Chip, Column, FormGroup, Head, Kind, KindWords, Tile, Verb
from organizer.ui.look.cells import Cell
from organizer.ui.photos import PhotosPart
from organizer.ui.screens import choices, longest
from organizer.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAND_INS = {
    "taken": ("mail-check", "ink2", N_("letters handed in")),
    "refused": ("mail-x", "amber_text", N_("letters refused")),
    "shut": ("mail-x", "amber_text", N_("door kept shut")),
}


def _when(picket: Picket) -> Cell:
    clock = i18n.clock(picket.starts) if picket.starts else ""
    exact = picket.day_precision == DatePrecision.EXACT and picket.day is not None
    words = picket.day_words() or _("No day yet")
    return Cell(text=words, after=clock, exact=exact, dimmed=picket.state == "cancelled")


def _state(picket: Picket) -> Cell:
    return Cell(state=picket.state, dimmed=picket.state == "cancelled", spoken=_(Picket.STATES[picket.state]))


def _city(picket: Picket) -> Cell:
    return Cell(text=picket.city.name if picket.city else "", dimmed=picket.state == "cancelled")


def _place(picket: Picket) -> Cell:
    words = _(Site.KINDS.get(picket.site.kind, "")) if picket.site else _(Picket.KINDS[picket.kind])
    if picket.site and picket.site.kind == "other":
        words = picket.site.name
    return Cell(text=words, second=picket.occasion or picket.day_of_action, dimmed=picket.state == "cancelled")


def _people(picket: Picket) -> Cell:
    headcount = picket.headcount()
    return Cell(text=str(headcount) if headcount else "", end=True, dimmed=picket.state == "cancelled")


def _crowd() -> list[Cell]:
    return [Cell(text=i18n.number_range(700, 1200), end=True)]


def _marks(picket: Picket) -> Cell:
    marks = list(_marks_of(picket))
    return Cell(icons=tuple((icon, ink) for icon, ink, _words in marks), spoken=i18n.joined(*(words for *_look, words in marks)))


def _marks_of(picket: Picket) -> Iterator[tuple[str, str, str]]:
    if picket.hand_in_result in _HAND_INS:
        icon, ink, words = _HAND_INS[picket.hand_in_result]
        yield icon, ink, _(words)
    if picket.arrests:
        yield "handcuffs", "red_text", _("arrests")
    if picket.notified_on:
        yield "file-check", "ink2", _("authority notified")
    if picket.photos:
        count = len(picket.photos)
        yield "image", "ink2", _n("{n} photo", "{n} photos", count)


def _head(picket: Picket) -> Head:
    tile = None
    if picket.day is not None:
        exact = picket.day_precision == DatePrecision.EXACT
        month = i18n.month_short(picket.day)
        tile = Tile(str(picket.day.day), month) if exact else Tile(month, str(picket.day.year), exact=False)
    return Head(picket.place_words() or picket.title(), _second(picket), picket.state, tile)


def _second(picket: Picket) -> str:
    kind = _(Picket.KINDS[picket.kind])
    if picket.day is None or picket.day_precision != DatePrecision.EXACT:
        return kind
    day = i18n.weekday(picket.day)
    if picket.starts is None:
        return _("{kind} on {weekday}").format(kind=kind, weekday=day)
    return _("{kind} on {weekday}, {time}").format(kind=kind, weekday=day, time=i18n.clock(picket.starts))


def _deleted(picket: Picket) -> str:
    city = picket.city.name if picket.city else ""
    if city and picket.day:
        return _("Picket in {city} on {day} deleted.").format(city=city, day=picket.day_words())
    return _("Picket in {city} deleted.").format(city=city) if city else _("Picket deleted.")


def _new(session: Session) -> Picket:
    campaign = session.campaign
    return Picket(campaign_id=campaign.id if campaign else None, day=session.today(), state="scheduled")


def _leaflet(session: Session, picket: Any) -> None:
    from organizer.actions.leaflets import leaflet_from_picket

    session.begin(leaflet_from_picket(session.store, picket))


def _release(session: Session, picket: Any) -> None:
    from organizer.actions.press_releases import release_from_picket

    session.begin(release_from_picket(session.store, picket))


def _repeat(session: Session, picket: Any) -> None:
    session.begin(pickets.repeat(picket))


def _open_site(session: Session, picket: Any) -> None:
    if picket.site_id is not None:
        session.want(Site, picket.site_id)


KIND = Kind(
    record=Picket,
    icon="megaphone",
    words=KindWords(
        many=N_("Pickets"),
        new=N_("New picket"),
        search=N_("Search pickets"),
        none_yet=N_("No pickets yet"),
        first_step=N_("Write down the next one: city, day and time are enough."),
        no_match=N_("No pickets match."),
        delete=N_("Delete picket"),
        history=N_("History of this picket"),
        deleted=_deleted,
    ),
    columns=(
        Column(N_("When"), _when, 158, "when", longest=longest.days_and_times),
        Column(N_("State"), _state, 108, "state", longest=longest.states(Picket.STATES), leaves=1),
        Column(N_("City"), _city, 88, "city"),
        Column(N_("Site and occasion"), _place, 230, stretch=True),
        Column(N_("People"), _people, 92, "people", end=True, longest=_crowd),
        Column("", _marks, 62, leaves=2),
    ),
    chips=(
        choices.years_chip(),
        choices.linked_chip(N_("City"), "city", "city_id", City),
        choices.codes_chip(N_("State"), "state", Picket.STATES),
        Chip(N_("With hand-in"), "mail-check", filters=(("hand_in", True),)),
        Chip(N_("With arrests"), "handcuffs", filters=(("arrests", True),)),
        tags.tags_chip(),
    ),
    groups=(
        FormGroup(
            N_("Where and when"),
            (
                (links.city("city_id", N_("City"), share=2), links.site("site_id", N_("Site"), share=3)),
                (
                    fields.day("day", N_("Day"), share=5),
                    fields.choice("day_precision", N_("How certain"), DatePrecision.WORDS, share=4),
                ),
                (
                    fields.clock("starts", N_("Starts")),
                    fields.clock("ends", N_("Ends")),
                    fields.choice("kind", N_("Kind"), Picket.KINDS, share=2),
                ),
                (fields.line("occasion", N_("Occasion"), optional=True),),
            ),
        ),
        FormGroup(
            N_("What happened"),
            (
                (fields.segmented("state", "", Picket.STATES),),
                (
                    fields.count("people_low", N_("People, from"), share=5),
                    fields.count("people_high", N_("to"), share=5),
                    fields.choice("counted_by", N_("According to"), Picket.COUNTERS, share=15),
                ),
                (fields.check("people_about", N_("The number is a round guess")),),
                (fields.count("arrests", N_("Our people detained"), optional=True, empty=0),),
                (fields.area("notes", N_("Notes"), lines=2, optional=True),),
            ),
        ),
        FormGroup(
            N_("Handed in"),
            (
                (
                    fields.count("handed_in", N_("Letters and signatures"), share=2),
                    fields.line("taken_by", N_("Taken by"), share=3),
                ),
                (
                    fields.choice("hand_in_result", N_("How it went"), Picket.HAND_IN_RESULTS, share=5),
                    fields.day("reply_due", N_("Reply promised by"), share=4),
                ),
            ),
        ),
        FormGroup(
            N_("Notice to the authority"),
            (
                (fields.day("notify_by", N_("Due by")), fields.day("notified_on", N_("Given on"))),
                (fields.line("notice_reference", N_("Reference"), optional=True),),
                (fields.area("notice_conditions", N_("Conditions"), lines=2, optional=True),),
            ),
        ),
        FormGroup(
            N_("Belongs to"),
            (
                (links.campaign("campaign_id", N_("Campaign")),),
                (fields.line("day_of_action", N_("Day of action"), optional=True),),
                (tags.tags(),),
            ),
        ),
    ),
    head=_head,
    new=_new,
    duplicate={
        "import_key": "",
        "people_low": None,
        "people_high": None,
        "people_about": False,
        "counted_by": "",
        "notified_on": None,
        "notice_reference": "",
        "handed_in": None,
        "hand_in_result": "",
        "taken_by": "",
        "reply_due": None,
        "arrests": 0,
    },
    dimmed=lambda picket: bool(picket.state == "cancelled"),
    prints=(
        Verb(N_("New leaflet from this picket"), "file-text", _leaflet),
        Verb(N_("New press release from this picket"), "newspaper", _release),
    ),
    parts=(PhotosPart,),
    verbs=(Verb(N_("Repeat"), "copy", _repeat), Verb(N_("Site"), "landmark", _open_site)),
    list_verbs=(BRING_IN, Verb(N_("Calendar file"), "calendar-days", ask_calendar, of_records=True)),
)
