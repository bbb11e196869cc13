"""Press releases: the list, and the editor with the text beside the pages that editors will get."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.press_release import PressRelease
from organizer.ui import fields, tags
from organizer.ui.kind import Column, Field, FormGroup, Head, Kind, KindWords, Verb
from organizer.ui.look.cells import Cell
from organizer.ui.prints.editor import EditorHead
from organizer.ui.prints.facts import FactsControl
from organizer.ui.prints.from_picket import choose_picket
from organizer.ui.prints.history import release_history
from organizer.ui.prints.print_screen import PrintScreen
from organizer.ui.prints.proofs import Proof, release_proof
from organizer.ui.prints.release_fields import (
    PaperControl,
    contact_line,
    headline,
    language_choice,
    words_area,
    words_line,
    zone_line,
)
from organizer.ui.prints.release_how import ReleaseHow
from organizer.ui.prints.viewer import Viewer
from organizer.ui.screens import choices, longest
from organizer.ui.session import Session

_WITH_TEXT, _MAIL, _PDF = "with-text", "mail", "pdf"


def _headline(release: Any) -> Cell:
    return Cell(text=release.title(), icon="newspaper")


def _state(release: Any) -> Cell:
    return Cell(text=_(PressRelease.STATES.get(release.state, release.state)), state=release.state)


def _day(release: Any) -> Cell:
    return Cell(text=i18n.day(release.day) if release.day else "")


def _language(release: Any) -> Cell:
    return Cell(text=i18n.language_name(release.language))


def _reference(release: Any) -> Cell:
    return Cell(text=release.reference)


def _new(session: Session) -> PressRelease:
    campaign = session.campaign
    language = i18n.language().split("_")[0]
    return PressRelease(campaign_id=campaign.id if campaign else None, day=session.today(), language=language)


def _from_picket(session: Session, _record: Any) -> None:
    from organizer.actions.press_releases import release_from_picket

    choose_picket(session, lambda picket: session.begin(release_from_picket(session.store, picket, session.today())))


def _deleted(release: Any) -> str:
    return _("Press release “{headline}” deleted.").format(headline=release.title())


KIND = Kind(
    record=PressRelease,
    icon="newspaper",
    words=KindWords(
        many=N_("Press releases"),
        new=N_("New press release"),
        search=N_("Search press releases"),
        none_yet=N_("No press releases yet"),
        first_step=N_("Start from a picket: its day, place and your press contact are filled in."),
        no_match=N_("No press releases match."),
        delete=N_("Delete press release"),
        history=N_("History of this press release"),
        deleted=_deleted,
    ),
    columns=(
        Column(N_("Day"), _day, 110, "day", longest=longest.days),
        Column(N_("State"), _state, 110, "state", longest=longest.states(PressRelease.STATES)),
        Column(N_("Headline"), _headline, 260, "headline", stretch=True),
        Column(N_("Language"), _language, 110, "language", leaves=1),
        Column(N_("Reference"), _reference, 110, leaves=2),
    ),
    chips=(choices.codes_chip(N_("State"), "state", PressRelease.STATES), tags.tags_chip()),
    groups=(
        FormGroup(
            "",
            (
                (
                    Field("paper", "", lambda _session: PaperControl()),
                    words_line("reference", N_("Reference"), share=3, optional=True),
                    fields.choice("state", N_("State"), PressRelease.STATES, share=3),
                    language_choice(N_("Language"), share=3),
                ),
                (headline("headline", N_("Headline"), counter=90),),
                (headline("subhead", N_("Line below the headline"), optional=True),),
            ),
        ),
        FormGroup(
            N_("When and where"),
            (
                (words_line("dateline_place", N_("Place")), fields.day("day", N_("Day"))),
                (
                    fields.day("embargo_day", N_("Not before"), share=4, optional=True),
                    fields.clock("embargo_time", N_("Time"), share=2),
                    zone_line("embargo_zone", N_("Zone"), share=4),
                ),
            ),
        ),
        FormGroup(
            N_("Text"),
            (
                (words_area("body", N_("What happened"), lines=9, note=N_("an empty line begins a paragraph")),),
                (words_area("quote", N_("Quotation"), lines=3, optional=True),),
                (words_line("quote_by", N_("Who says it"), optional=True),),
                (words_area("more", N_("After the quotation"), lines=5, optional=True),),
                (words_area("notes_to_editors", N_("Notes to editors"), lines=5, optional=True),),
            ),
        ),
        FormGroup(N_("Beside the text"), ((Field("facts", "", lambda _session: FactsControl()),),)),
        FormGroup(
            N_("Press contact"),
            (
                (contact_line("contact_name", N_("Name")), contact_line("contact_email", N_("E-mail"))),
                (contact_line("contact_phone", N_("By day")), contact_line("contact_phone_late", N_("Out of hours"))),
            ),
        ),
        FormGroup(N_("How it is printed"), ((Field("how_printed", "", lambda _session: ReleaseHow()),),)),
        FormGroup(N_("In the file"), ((tags.tags(),),)),
    ),
    head=lambda release: Head(release.title(), state=release.state),
    new=_new,
    duplicate={"state": "draft", "reference": "", "embargo_day": None, "embargo_time": None},
    history_words=release_history,
    list_verbs=(Verb(N_("From a picket"), "megaphone", _from_picket, leads=True),),
)


class PressReleasesPage(PrintScreen):
    """The paper is chosen above the page and kept with the release."""

    fields_of_notes = {"contact": "contact_name", "embargo": "embargo_day", "address_line": "", "organisation": ""}

    @property
    def how(self) -> ReleaseHow:
        return cast(ReleaseHow, self.form.body.controls["how_printed"])

    def __init__(self, session: Session) -> None:
        viewer = Viewer(session.tasks, [("A4", "A4"), ("Letter", _("US Letter"))], _("Paper"))
        files = ((_PDF, _("PDF")), (_MAIL, _("For mail")), (_WITH_TEXT, _("PDF and plain text for a mail")))
        super().__init__(session, KIND, viewer, EditorHead(_("Press release"), _("Back to press releases"), files))
        self.paper = cast(PaperControl, self.form.body.controls["paper"])
        self.paper.editor.setFocusProxy(self.form.body.controls["headline"].editor)
        self.how.chosen.connect(self.prove)
        self.paper.shown.connect(viewer.tools.layouts.set_value)
        viewer.layout_chosen.connect(self.paper.choose)

    def proof(self, draft: Any, layout: str) -> Proof:
        look = replace(self.how.look(), mail=layout in (_MAIL, _WITH_TEXT))
        made = release_proof(self._session.store, draft, look)
        return made if layout == _WITH_TEXT else replace(made, text=None)

    def title_of(self, draft: Any) -> str:
        return draft.headline or _("New press release")
