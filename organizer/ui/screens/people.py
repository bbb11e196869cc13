"""People: those in the address book. Nobody needs an e-mail address; anybody may stay anonymous."""

from __future__ import annotations

from organizer.i18n import N_, _
from organizer.records.base import Record
from organizer.records.consent import Consent
from organizer.records.organisation import Person
from organizer.records.place import City
from organizer.ui import fields, links, tags
from organizer.ui.affiliations import AffiliationsPart
from organizer.ui.consents import ConsentsPart
from organizer.ui.kind import BRING_IN, Chip, Column, FilterChoice, FormGroup, Head, Kind, KindWords, Verb
from organizer.ui.look.cells import Cell
from organizer.ui.screens import choices
from organizer.ui.session import Session


def _head(person: Person) -> Head:
    return Head(person.title(), person.city.with_country() if person.city else "")


def _purposes(_session: Session, _kind: type[Record]) -> list[FilterChoice]:
    return [FilterChoice(_(words), (("agreed", purpose),)) for purpose, words in Consent.PURPOSES.items()]


AGREED = Chip(N_("Agreed to"), "handshake", choices=_purposes)
"""Who may be asked or named: a list for one purpose leaves out everybody who did not agree to it."""


def _erase(session: Session, person: Person) -> None:
    from organizer.ui.safe_keeping.erase_sheet import ask_erase

    ask_erase(session, person)


KIND = Kind(
    record=Person,
    icon="user",
    in_campaign=False,
    words=KindWords(
        many=N_("People"),
        new=N_("New person"),
        search=N_("Search people"),
        none_yet=N_("Nobody here yet"),
        first_step=N_("Keep only what the campaign needs of anybody."),
        no_match=N_("Nobody matches."),
        delete=N_("Delete person"),
        history=N_("History of this person"),
        deleted=lambda person: _("{name} deleted.").format(name=person.title()),
    ),
    columns=(
        Column(N_("Full name"), lambda person: Cell(text=person.title()), 220, "name", stretch=True),
        Column(N_("City"), lambda person: Cell(text=person.city.name if person.city else ""), 120),
        Column(N_("E-mail"), lambda person: Cell(text=person.email), 190, leaves=1),
    ),
    chips=(choices.linked_chip(N_("City"), "city", "city_id", City, everywhere=True), tags.tags_chip(everywhere=True), AGREED),
    groups=(
        FormGroup(
            N_("Who they are"),
            (
                (fields.line("name", N_("Full name")),),
                (fields.check("anonymous", N_("Stays anonymous")),),
                (links.city("city_id", N_("City"), optional=True),),
                (fields.line("email", N_("E-mail"), optional=True), fields.line("phone", N_("Phone"), optional=True)),
                (fields.area("address", N_("Address"), lines=2, optional=True),),
                (fields.area("notes", N_("Notes"), lines=2, optional=True),),
                (tags.tags(),),
            ),
        ),
    ),
    head=_head,
    new=lambda _session: Person(),
    verbs=(Verb(N_("Erase everywhere…"), "trash-2", _erase),),
    parts=(AffiliationsPart, ConsentsPart),
    list_verbs=(BRING_IN,),
)
