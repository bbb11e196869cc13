"""Campaigns: what they are about, who answers for them on paper, their colours and their demands."""

from __future__ import annotations

from typing import Any

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.campaign import Campaign
from organizer.ui import codes, fields, pictures, tags
from organizer.ui.demands import DemandsPart
from organizer.ui.kind import Column, FormGroup, Head, Kind, KindWords, Verb
from organizer.ui.look.cells import Cell
from organizer.ui.screens import choices, longest
from organizer.ui.session import Session

_LOOKS = {"running": "in_progress"}


def _look(campaign: Campaign) -> str:
    return _LOOKS.get(campaign.state, campaign.state)


def _state(campaign: Campaign) -> Cell:
    words = _(Campaign.STATES.get(campaign.state, campaign.state))
    return Cell(state=_look(campaign), text=words, spoken=words)


def _years(campaign: Campaign) -> str:
    first, last = (day.year if day else 0 for day in (campaign.started, campaign.ended))
    if first and last and first != last:
        return i18n.isolate(f"{first}–{last}")
    return str(first or last or "")


def _head(campaign: Campaign) -> Head:
    return Head(campaign.name, _years(campaign), _look(campaign))


def _work_in(session: Session, campaign: Any) -> None:
    session.choose_campaign(campaign)
    session.say(_("You now work in {campaign}.").format(campaign=campaign.name))


KIND = Kind(
    record=Campaign,
    icon="flag",
    in_campaign=False,
    words=KindWords(
        many=N_("Campaigns"),
        new=N_("New campaign"),
        search=N_("Search campaigns"),
        none_yet=N_("No campaigns yet"),
        first_step=N_("Give the first one its name; all else can wait."),
        no_match=N_("No campaigns match."),
        delete=N_("Delete campaign"),
        history=N_("History of this campaign"),
        deleted=lambda campaign: _("{name} deleted.").format(name=campaign.title()),
    ),
    columns=(
        Column(
            N_("Name"),
            lambda campaign: Cell(text=campaign.name, second=campaign.summary.split("\n")[0]),
            240,
            "name",
            stretch=True,
        ),
        Column(N_("State"), _state, 120, "state", longest=longest.states(Campaign.STATES, _LOOKS)),
        Column(N_("Years"), lambda campaign: Cell(text=_years(campaign)), 96, "started"),
        Column(N_("Country"), lambda campaign: Cell(text=i18n.country_name(campaign.country) if campaign.country else ""), 120),
    ),
    chips=(choices.codes_chip(N_("State"), "state", Campaign.STATES, everywhere=True), tags.tags_chip(everywhere=True)),
    groups=(
        FormGroup(
            N_("What it is about"),
            (
                (fields.line("name", N_("Name")),),
                (fields.segmented("state", "", Campaign.STATES),),
                (fields.day("started", N_("Began"), optional=True), fields.day("ended", N_("Ended"), optional=True)),
                (codes.country("country", N_("Country it is about"), optional=True),),
                (tags.tags(),),
                (fields.area("summary", N_("In a few sentences"), lines=3, optional=True),),
                (fields.area("slogans", N_("Slogans, one a line"), lines=3, optional=True, listed=True),),
            ),
        ),
        FormGroup(
            N_("Contact on paper"),
            (
                (fields.line("contact_name", N_("Name")),),
                (
                    fields.line("contact_phone", N_("Phone")),
                    fields.line("contact_phone_late", N_("Phone, evenings"), optional=True),
                ),
                (fields.line("contact_email", N_("E-mail")), fields.line("website", N_("Website"), optional=True)),
                (fields.line("address", N_("Address"), optional=True),),
                (fields.line("qr_target", N_("Where the code on leaflets leads"), optional=True),),
            ),
        ),
        FormGroup(
            N_("Legal imprint"),
            (
                (
                    codes.country("imprint_country", N_("Law of"), share=2),
                    fields.line("imprint_publisher", N_("Published by"), share=3),
                ),
                (fields.line("imprint_address", N_("Their address")),),
                (
                    fields.line("imprint_printer", N_("Printed by"), optional=True),
                    fields.line("imprint_printer_address", N_("Printer's address"), optional=True),
                ),
            ),
        ),
        FormGroup(
            N_("Colours and mark"),
            (
                (
                    pictures.colour("colour_main", N_("Main")),
                    pictures.colour("colour_accent", N_("Accent")),
                    pictures.colour("colour_dark", N_("Dark")),
                ),
                (
                    pictures.picture("logo_id", N_("Logo"), share=3),
                    fields.line("initials", N_("Initials"), share=2, optional=True),
                ),
            ),
        ),
    ),
    head=_head,
    new=lambda _session: Campaign(),
    duplicate={"logo_id": None},
    dimmed=lambda campaign: bool(campaign.state == "cancelled"),
    verbs=(Verb(N_("Work in this one"), "flag", _work_in),),
    parts=(DemandsPart,),
)
