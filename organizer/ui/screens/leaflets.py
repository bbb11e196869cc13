"""Leaflets: the list, and the editor with its words in every language beside the page that will be printed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.campaign import current_demands
from organizer.records.leaflet import Leaflet
from organizer.sheets.leaflet_orders import HowPrinted
from organizer.sheets.sheet import Sheet
from organizer.ui import fields, tags
from organizer.ui.controls import LineControl
from organizer.ui.kind import Column, Field, FormGroup, Head, Kind, KindWords, Verb
from organizer.ui.look.cells import Cell
from organizer.ui.prints.address import AddressControl
from organizer.ui.prints.come_to import CallControl
from organizer.ui.prints.demands import DemandsControl
from organizer.ui.prints.editor import EditorHead
from organizer.ui.prints.from_picket import choose_picket
from organizer.ui.prints.history import leaflet_history
from organizer.ui.prints.how_printed import BackControl, HowControl
from organizer.ui.prints.imprint import ImprintControl
from organizer.ui.prints.languages import LanguagesControl
from organizer.ui.prints.notes import worst
from organizer.ui.prints.picture_chooser import PhotoControl
from organizer.ui.prints.print_screen import PrintScreen
from organizer.ui.prints.proofs import Proof, leaflet_proof
from organizer.ui.prints.viewer import Viewer
from organizer.ui.prints.words import words_area, words_line
from organizer.ui.screens import choices, longest
from organizer.ui.session import Session
from organizer.ui.tasks import Latest

_IDLE_MS = 500


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

_FIELDS = {
    **{name: f"texts.{name}" for name in Leaflet.TEXT_FIELDS},
    "demands": "demand_uids",
    "photo": "photo_id",
}


class LeafletsPage(PrintScreen):
    """The tabs say how every language stands: the one in front at once, the others when nobody types."""

    fields_of_notes = _FIELDS
    _given_name = ""

    def __init__(self, session: Session) -> None:
        viewer = Viewer(session.tasks)
        head = EditorHead("", _("Back to leaflets"), ())
        self._others: Latest[tuple[str, str]] = Latest(session.tasks)
        self._unread: list[str] = []
        super().__init__(session, KIND, viewer, head)
        self.languages = cast(LanguagesControl, self.form.body.controls["languages"])
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._look_at_others)
        if self.editor is not None:
            self.editor.put_above(self.languages.bar)
        self.languages.editor.setFocusProxy(self.form.body.controls["texts.kicker"].editor)
        self.how = cast(HowControl, self.form.body.controls["how_printed"])
        self._turns_to: int | None = None
        self.languages.current_changed.connect(self._on_language)
        self.how.chosen.connect(self.prove)
        self.how.offered.connect(self._offer_files)
        self.form.body.edited.connect(self._name_it)

    def proof(self, draft: Any, layout: str) -> Proof:
        """`layout` as Save PDF offers it; empty for the one that is chosen."""
        self.how.offer(draft)
        if self.editor is not None:
            self.editor.head.kind.setText(_(Leaflet.DESIGNS.get(draft.design, draft.design)))
        how = self.how.how()
        return self._proof_in(draft, self.languages.current(), replace(how, layout=layout or how.layout))

    def _proof_in(self, draft: Leaflet, language: str, how: HowPrinted) -> Proof:
        photo = cast(PhotoControl, self.form.body.controls["photo_id"])
        return leaflet_proof(self._session.store, draft, language, how, photo.waiting(), photo.faces())

    def _offer_files(self) -> None:
        """Save PDF in every layout of the design's size."""
        if self.editor is None:
            return
        head = self.editor.head
        head.offer_files(self.how.layout_keys())
        for key, action in head.file_actions.items():
            action.triggered.connect(lambda _checked=False, key=key: self.save_pdf(key))

    def _on_language(self, tag: str) -> None:
        """A language on the back brings the back into view."""
        control = self.form.body.controls["back_language"]
        self._turns_to = 2 if tag == control.raw() else 1
        self.prove()

    def title_of(self, draft: Any) -> str:
        return draft.name or draft.text_in(self.languages.current(), "headline") or _("New leaflet")

    def _name_it(self) -> None:
        """A new leaflet is called after its headline until somebody gives it a name."""
        record, name = self.form.record, cast(LineControl, self.form.body.controls["name"])
        if record is not None and record.is_new() and not record.name:
            headline = self.form.body.controls["texts.headline"].raw()
            first = next((headline[tag] for tag in self.languages.tags() if tag in headline), "")
            if not name.raw() or name.raw() == self._given_name:
                self._given_name = first
                name.restore(first)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._idle.stop()

    def on_sheet(self, sheet: Sheet) -> None:
        self.languages.bar.tabs.show_state(self.languages.current(), worst(sheet.notes))
        if self._turns_to is not None and sheet.pages > 1:
            self.viewer.preview.go_to(self._turns_to)
        self._turns_to = None
        self._unread = [tag for tag in self.languages.tags() if tag != self.languages.current()]
        self._idle.start()

    def _look_at_others(self) -> None:
        """Set the other languages' pages one after the other, for their notes alone."""
        if not self._unread or not (self.is_editing() and self.isVisible()) or self.form.record is None:
            return
        tag = self._unread.pop(0)
        work = self._proof_in(self.draft(), tag, self.how.how()).work
        self._others.ask(lambda: (tag, worst(work().notes)), self._on_other)

    def _on_other(self, found: tuple[str, str]) -> None:
        self.languages.bar.tabs.show_state(*found)
        if not self._pause.isActive():
            self._look_at_others()
