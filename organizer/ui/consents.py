"""Consents: what a person agreed to, below the person's form."""

from __future__ import annotations

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.consent import Consent, consents_of
from organizer.ui import fields
from organizer.ui.kind import FormGroup, Head, Kind, KindWords
from organizer.ui.person_part import Described, PersonPart
from organizer.ui.session import Session

KIND = Kind(
    record=Consent,
    icon="handshake",
    in_campaign=False,
    words=KindWords(
        many=N_("Agreed to"),
        new=N_("Consent"),
        search="",
        none_yet="",
        first_step="",
        no_match="",
        delete="",
        history="",
        deleted=lambda _consent: _("Consent removed."),
    ),
    columns=(),
    groups=(
        FormGroup(
            "",
            (
                (fields.choice("purpose", N_("Purpose"), Consent.PURPOSES),),
                (fields.day("given_on", N_("Given on")), fields.choice("way", N_("How"), Consent.WAYS)),
                (fields.day("withdrawn_on", N_("Taken back on"), optional=True),),
                (fields.line("note", N_("Note"), optional=True),),
            ),
        ),
    ),
    head=lambda consent: Head(consent.title()),
    new=lambda session: Consent(given_on=session.today()),
)


def _line(consent: Consent) -> tuple[str, str]:
    since = _("since {day}").format(day=i18n.day(consent.given_on)) if consent.given_on else ""
    back = _("taken back on {day}").format(day=i18n.day(consent.withdrawn_on)) if consent.withdrawn_on else ""
    return consent.title(), i18n.dotted(back or since, _(Consent.WAYS.get(consent.way, "")), consent.note)


DESCRIBED = Described(
    kind=KIND,
    title=N_("Agreed to"),
    add=N_("Add a consent"),
    none=N_("Nothing so far: no news, no call, no name in print."),
    found=consents_of,
    line=_line,
)


class ConsentsPart(PersonPart):
    def __init__(self, session: Session) -> None:
        super().__init__(session, DESCRIBED)
