"""The imprint as it will be printed, and the way to the campaign where it is written."""

from __future__ import annotations

from typing import Any

from organizer import i18n
from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.campaign import Campaign
from organizer.sheets.imprint import imprint_line
from organizer.sheets.sheet import Note
from organizer.store.store import Changes
from organizer.ui.controls import Control
from organizer.ui.look.layout import row
from organizer.ui.look.parts import Button, Text
from organizer.ui.prints.languages import LanguagesControl
from organizer.ui.prints.noted import NotedPlace
from organizer.ui.session import Session


class ImprintControl(Control):
    """Nothing of the leaflet's own: the campaign answers for what is printed."""

    bare = True

    def __init__(self, session: Session) -> None:
        self.words = Text("", "small", "ink2", wrap=True)
        self.country = Text("", "caption", "ink3", wrap=True)
        self.button = Button(_("Edit in the campaign"), "link", small=True, role="small_strong")
        self._place = NotedPlace(self.words, self.country, row(self.button, None), gap=4)
        super().__init__("imprint", self._place)
        self._session = session
        self._campaign: Campaign | None = None
        self._language = "en"
        self.button.clicked.connect(self._open)
        session.changed.connect(self._on_changes)

    def _on_changes(self, changes: Changes) -> None:
        if Campaign in changes.kinds and self._campaign is not None:
            self._show(self._session.store.get(Campaign, self._campaign.id))

    def show_language(self, tag: str) -> None:
        """The imprint as it stands on the page in this language."""
        self._language = tag
        self.words.set_language(tag)
        self._show(self._campaign)

    def _open(self) -> None:
        if self._campaign is not None:
            self._session.want(Campaign, self._campaign.id)

    def _show(self, campaign: Campaign | None) -> None:
        self._campaign = campaign
        line = imprint_line(campaign, self._language) if campaign is not None else ""
        self.words.setText(line or _("Nobody answers for this leaflet yet."))
        code = (campaign.imprint_country or campaign.country) if campaign is not None else ""
        sentence = _("Country: {country}").format(country=i18n.country_name(code)) if code else ""
        self.country.setText(sentence)
        self.country.setVisible(bool(sentence))

    def show(self, record: Any) -> None:
        languages = self.siblings.get("languages")
        if isinstance(languages, LanguagesControl):
            self._language = languages.current()
        known = self._session.store.get(Campaign, record.campaign_id) if record.campaign_id is not None else None
        self._show(known)

    def take(self, record: Any) -> list[Problem]:
        return []

    def raw(self) -> None:
        return None

    def restore(self, raw: Any) -> None:
        """There is nothing to bring back."""

    def show_note(self, note: Note | None) -> None:
        self._place.show_note(note)
