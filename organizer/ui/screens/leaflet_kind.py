"""What the window knows of leaflets: the columns of their list, the groups of their form."""

from __future__ import annotations

from typing import Any

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.campaign import current_demands
from organizer.records.leaflet import Leaflet
from organizer.ui import fields, tags
from organizer.ui.kind import Column, Field, FormGroup, Head, Kind, KindWords, Verb
from organizer.ui.look.cells import Cell
from organizer.ui.prints.address import AddressControl
from organizer.ui.prints.come_to import CallControl
from organizer.ui.prints.demands import DemandsControl
from organizer.ui.prints.from_picket import choose_picket
from organizer.ui.prints.history import leaflet_history
from organizer.ui.prints.how_printed import BackControl, HowControl
from organizer.ui.prints.imprint import ImprintControl
from organizer.ui.prints.languages import LanguagesControl
from organizer.ui.prints.picture_chooser import PhotoControl
from organizer.ui.prints.words import words_area, words_line
from organizer.ui.screens import choices, longest
from organizer.ui.session import Session


def _custom(attribute: str, make: Any) -> Field:
    return Field(attribute, "", make)


def _name(leaflet: Any) -> Cell:
    headline = next((leaflet.text_in(tag, "headline") for tag in leaflet.languages if leaflet.text_in(tag, "headline")), "")
    name = leaflet.name or headline
    return Cell(text=name, second=headline if headline != name else "", icon="file-text")


def _languages(leaflet: Any) -> Cell:
    return Cell(text=i18n.joined(*(i18n.language_name(tag) for tag in leaflet.languages)))


def _day(leaflet: Any) -> Cell:
    return Cell(text=i18n.day(leaflet.day) if leaflet.day else "")


def _state(leaflet: Any) -> Cell:
    return Cell(text=_(Leaflet.STATES.get(leaflet.state, leaflet.state)), state=leaflet.state)


def _new(session: Session) -> Leaflet:
    campaign = session.campaign
    demands = session.store.records(current_demands(campaign.id)) if campaign else []
    return Leaflet(
        campaign_id=campaign.id if campaign else None,
        languages=[i18n.language().split("_")[0]],
        demand_uids=[demand.uid for demand in demands],
        qr_target=(campaign.qr_target or campaign.website) if campaign else "",
    )


def _from_picket(session: Session, _record: Any) -> None:
    from organizer.actions.leaflets import leaflet_from_picket

    choose_picket(session, lambda picket: session.begin(leaflet_from_picket(session.store, picket)))


def _deleted(leaflet: Any) -> str:
    return _("Leaflet “{name}” deleted.").format(name=leaflet.title())


KIND = Kind(
    record=Leaflet,
    icon="file-text",
    words=KindWords(
        many=N_("Leaflets"),
        new=N_("New leaflet"),
        search=N_("Search leaflets"),
        none_yet=N_("No leaflets yet"),
        first_step=N_("Start from a picket: its day, place and demands are filled in."),
        no_match=N_("No leaflets match."),
        delete=N_("Delete leaflet"),
        history=N_("History of this leaflet"),
        deleted=_deleted,
    ),
    columns=(
        Column(N_("Leaflet"), _name, 260, "name", stretch=True),
        Column(N_("State"), _state, 110, "state", longest=longest.states(Leaflet.STATES)),
        Column(N_("Day"), _day, 110, "day", longest=longest.days),
        Column(N_("Languages"), _languages, 300, leaves=1),
    ),
    chips=(choices.codes_chip(N_("State"), "state", Leaflet.STATES), tags.tags_chip()),
    groups=(
        FormGroup(
            "",
            (
                (
                    _custom("languages", lambda _session: LanguagesControl()),
                    words_line("kicker", N_("Yellow label"), most=28),
                    words_line("headline", N_("Headline"), most=40),
                ),
                (words_area("body", N_("What happened"), lines=5, note=N_("**bold**, *italics*, - lists"), marked=True),),
            ),
        ),
        FormGroup(N_("Demands"), ((_custom("demand_uids", DemandsControl),),)),
        FormGroup(
            N_("Come to"),
            (
                (_custom("day", CallControl),),
                (words_line("call_title", N_("What it is called")),),
                (words_area("place", N_("Place"), lines=2),),
                (words_line("directions", N_("How to get there"), optional=True),),
            ),
        ),
        FormGroup(
            N_("Photo and code"),
            (
                (_custom("photo_id", PhotoControl),),
                (_custom("qr_target", lambda _session: AddressControl()),),
                (words_line("qr_label", N_("Words under the code"), optional=True),),
            ),
        ),
        FormGroup(N_("Imprint"), ((_custom("imprint", ImprintControl),),)),
        FormGroup(
            N_("Design and printing"),
            (
                (
                    fields.choice("design", N_("Design"), Leaflet.DESIGNS, share=3),
                    fields.choice("paper", N_("Paper"), Leaflet.PAPERS, share=2),
                ),
                (Field("back_language", N_("On the back"), lambda _session: BackControl()),),
                (_custom("how_printed", lambda _session: HowControl()),),
            ),
        ),
        FormGroup(
            N_("In the file"),
            (
                (
                    fields.line("name", N_("Name for the branch"), share=3),
                    fields.choice("state", N_("State"), Leaflet.STATES, share=2),
                ),
                (tags.tags(),),
            ),
        ),
    ),
    head=lambda leaflet: Head(leaflet.title(), state=leaflet.state),
    new=_new,
    duplicate={"state": "draft"},
    history_words=leaflet_history,
    list_verbs=(Verb(N_("From a picket"), "megaphone", _from_picket, leads=True),),
)
