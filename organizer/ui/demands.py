"""Demands: a campaign's numbered demands below its form. A changed wording is a new edition; prints keep the one they carry."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer import i18n
from organizer.actions import demands
from organizer.errors import Problems, UserError
from organizer.i18n import _
from organizer.records.campaign import Campaign, Demand, current_demands
from organizer.store.store import Changes
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Area, Button, Choice, Field, Sheet, Text
from organizer.ui.part_list import PartList, PartRow
from organizer.ui.session import Session
from organizer.ui.sheet_draft import SheetDraft
from organizer.ui.tall import Tall

_OFFERED = ("en", "ru", "kk", "de", "fr", "es", "it", "el", "tr", "uk", "pl", "ar", "fa", "he", "pt", "nl", "sv", "zh")


class DemandsPart(PartList):
    """Shows the latest edition of each demand that still stands."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Demands"), _("Add a demand"), self.add, _("Save the campaign first, then write its demands."))
        self._session = session
        self._campaign: Campaign | None = None
        session.changed.connect(self._on_changes)

    def show_record(self, campaign: Any) -> None:
        self._campaign = campaign
        self._show()

    def _on_changes(self, changes: Changes) -> None:
        if Demand in changes.kinds:
            self._show()

    def _show(self) -> None:
        campaign = self._campaign
        saved = campaign is not None and not campaign.is_new()
        found = self._session.store.records(current_demands(campaign.id)) if campaign is not None and saved else []
        self.show_rows(
            [self._row(demand) for demand in found], saved=saved, none=_("None yet. Leaflets print them in this order.")
        )

    def _row(self, demand: Demand) -> PartRow:
        languages = i18n.joined(*(i18n.language_name(tag) for tag, words in demand.texts.items() if words.strip()))
        edition = _("Edition {number} of {day}") if demand.since else _("Edition {number}")
        detail = edition.format(number=demand.edition, day=i18n.day(demand.since) if demand.since else "")
        words = demand.text_in(i18n.language().split("_")[0]).replace("*", "")
        return PartRow(
            words,
            i18n.dotted(detail, languages),
            demand.title(),
            partial(self._edit, demand),
            partial(self._withdraw, demand),
            demand.number,
        )

    def add(self) -> None:
        if self._campaign is None:
            return
        standing = self._session.store.records(current_demands(self._campaign.id))
        number = max((demand.number for demand in standing), default=0) + 1
        self._edit(Demand(campaign_id=self._campaign.id, number=number, since=self._session.today()))

    def _edit(self, demand: Demand) -> None:
        sheet = DemandSheet(self.window(), self._session, demand)
        sheet.show_over(next(iter(sheet.areas.values())))

    def _withdraw(self, demand: Demand) -> None:
        fresh = self._session.store.get(Demand, demand.id)
        fresh.withdrawn = True
        try:
            self._session.store.save(fresh, _("Demand withdrawn"))
        except UserError as fault:
            self._session.fail(fault)
            return
        self._session.say(_("{demand} withdrawn. Prints made so far keep it.").format(demand=demand.title()), undoable=True)


class DemandSheet(Sheet):
    """One demand in all its languages. *Stars* mark the words that are set in bold."""

    saved = Signal()

    def __init__(self, window: QWidget, session: Session, demand: Demand) -> None:
        self._session, self._demand = session, demand
        self.areas: dict[str, Area] = {}
        self._fields = QVBoxLayout()
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._problem = Text("", "small", "red", wrap=True)
        self._problem.hide()
        self.language = Choice()
        self.language.setAccessibleName(_("Another language"))
        self.language.setMinimumContentsLength(14)
        self.language.chosen.connect(self._add_language)
        self.save_button = Button(_("Save"), "primary")
        cancel = Button(_("Cancel"), "quiet")
        contents = col(
            Text(demand.title(), "title"),
            Text(_("A changed wording becomes a new edition. *Stars* make words bold in print."), "small", "ink2", wrap=True),
            (Tall(col(self._fields)), 1),
            self._problem,
            row(self.language, None, cancel, self.save_button),
            gap=12,
            margins=(24, 20, 20, 20),
        )
        super().__init__(window, demand.title(), contents, width=560)
        for tag in list(demand.texts) or [i18n.language().split("_")[0]]:
            self._add_field(tag)
        self._offer_languages()
        name = f"demand {demand.number} of {demand.campaign_id}"
        SheetDraft(self, session, name, self._changed, self._restore)
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

    def _changed(self) -> dict[str, str]:
        typed = {tag: area.words() for tag, area in self.areas.items()}
        return typed if any(words != self._demand.texts.get(tag, "") for tag, words in typed.items()) else {}

    def _restore(self, typed: dict[str, str]) -> None:
        for tag, words in typed.items():
            if tag not in self.areas:
                self._add_field(tag)
            self.areas[tag].setPlainText(words)
        self._offer_languages()

    def _add_field(self, tag: str) -> None:
        area = Area(self._demand.texts.get(tag, ""), lines=3)
        area.set_language(tag)
        self.areas[tag] = area
        self._fields.addWidget(Field(i18n.language_name(tag), area))

    def _offer_languages(self) -> None:
        self.language.clear()
        self.language.add("", _("Another language"))
        for tag in _OFFERED:
            if tag not in self.areas:
                self.language.add(tag, i18n.language_name(tag))

    def _add_language(self, tag: str) -> None:
        if tag:
            self._add_field(tag)
            self._offer_languages()
            self.areas[tag].setFocus()

    def save(self) -> None:
        """Save the wording; a demand that is in the file already gets a new edition."""
        texts = {tag: area.words().strip() for tag, area in self.areas.items() if area.words().strip()}
        try:
            if self._demand.is_new():
                self._demand.texts = texts
                self._session.store.save(self._demand)
            elif texts != self._demand.texts:
                demands.revise(self._session.store, self._demand, texts, self._session.today())
        except Problems as found:
            self._problem.setText(found.problems[0].sentence)
            self._problem.show()
            return
        except UserError as fault:
            self._session.fail(fault)
            return
        self.saved.emit()
        self.dismiss()
