"""Affiliations: a person's places in organisations, below the person's form."""

from __future__ import annotations

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.organisation import Affiliation, affiliations_of
from organizer.ui import fields, links
from organizer.ui.kind import FormGroup, Head, Kind, KindWords
from organizer.ui.person_part import Described, PersonPart
from organizer.ui.session import Session

KIND = Kind(
    record=Affiliation,
    icon="users",
    in_campaign=False,
    words=KindWords(
        many=N_("Places in organisations"),
        new=N_("Place in an organisation"),
        search="",
        none_yet="",
        first_step="",
        no_match="",
        delete="",
        history="",
        deleted=lambda _affiliation: _("Place in an organisation removed."),
    ),
    columns=(),
    groups=(
        FormGroup(
            "",
            (
                (links.organisation("organisation_id", N_("Organisation")),),
                (fields.line("role", N_("Role"), optional=True, hint=N_("As in branch secretary.")),),
                (fields.day("since", N_("Since"), optional=True), fields.day("until", N_("Until"), optional=True)),
                (fields.check("personal_capacity", N_("Speaks in a personal capacity")),),
            ),
        ),
    ),
    head=lambda affiliation: Head(affiliation.title()),
    new=lambda _session: Affiliation(),
)


def _line(place: Affiliation) -> tuple[str, str]:
    capacity = _("in a personal capacity") if place.personal_capacity else ""
    since = _("since {day}").format(day=i18n.day(place.since)) if place.since else ""
    return place.organisation.name if place.organisation else "", i18n.dotted(place.role, capacity, since)


DESCRIBED = Described(
    kind=KIND,
    title=N_("Belongs to"),
    add=N_("Add an organisation"),
    none=N_("No organisation yet."),
    found=affiliations_of,
    line=_line,
)


class AffiliationsPart(PersonPart):
    def __init__(self, session: Session) -> None:
        super().__init__(session, DESCRIBED)
