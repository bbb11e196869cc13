"""Organisations: union branches, parties and groups that write, give or stand with the campaign."""

from __future__ import annotations

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.organisation import Organisation
from organizer.records.place import City
from organizer.ui import codes, fields, links, tags
from organizer.ui.kind import BRING_IN, Column, FormGroup, Head, Kind, KindWords
from organizer.ui.look.cells import Cell
from organizer.ui.screens import choices


def _name(organisation: Organisation) -> Cell:
    return Cell(text=organisation.name, second=_(Organisation.KINDS.get(organisation.kind, "")))


def _country(organisation: Organisation) -> str:
    code = organisation.country or (organisation.city.country if organisation.city else "")
    return i18n.country_name(code) if code else ""


def _members(organisation: Organisation) -> Cell:
    return Cell(text=i18n.number(organisation.members) if organisation.members is not None else "", end=True)


def _head(organisation: Organisation) -> Head:
    place = organisation.city.with_country() if organisation.city else _country(organisation)
    kind = _(Organisation.KINDS.get(organisation.kind, ""))
    return Head(organisation.name, _("{kind} · {place}").format(kind=kind, place=place) if place else kind)


KIND = Kind(
    record=Organisation,
    icon="users",
    in_campaign=False,
    words=KindWords(
        many=N_("Organisations"),
        new=N_("New organisation"),
        search=N_("Search organisations"),
        none_yet=N_("No organisations yet"),
        first_step=N_("They come by themselves with the letters you log, or one by one here."),
        no_match=N_("No organisations match."),
        delete=N_("Delete organisation"),
        history=N_("History of this organisation"),
        deleted=lambda organisation: _("{name} deleted.").format(name=organisation.title()),
    ),
    columns=(
        Column(N_("Name"), _name, 220, "name", stretch=True),
        Column(N_("City"), lambda organisation: Cell(text=organisation.city.name if organisation.city else ""), 110),
        Column(N_("Country"), lambda organisation: Cell(text=_country(organisation)), 130, "country", leaves=1),
        Column(N_("Members"), _members, 84, end=True),
    ),
    chips=(
        choices.codes_chip(N_("Kind"), "kind", Organisation.KINDS, everywhere=True),
        choices.linked_chip(N_("City"), "city", "city_id", City, everywhere=True),
        tags.tags_chip(everywhere=True),
    ),
    groups=(
        FormGroup(
            N_("Who they are"),
            (
                (fields.line("name", N_("Name")),),
                (fields.choice("kind", N_("Kind"), Organisation.KINDS, share=3), fields.count("members", N_("Members"), share=2)),
                (links.city("city_id", N_("City")), codes.country("country", N_("Country"))),
            ),
        ),
        FormGroup(
            N_("How to reach them"),
            (
                (fields.line("email", N_("E-mail"), optional=True), fields.line("phone", N_("Phone"), optional=True)),
                (fields.line("website", N_("Website"), optional=True),),
                (fields.area("address", N_("Address"), lines=2, optional=True),),
                (fields.area("notes", N_("Notes"), lines=2, optional=True),),
                (tags.tags(),),
            ),
        ),
    ),
    head=_head,
    new=lambda _session: Organisation(),
    list_verbs=(BRING_IN,),
)
