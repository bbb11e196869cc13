"""Erasing somebody, step by step: who, what names them, the erasure, and what is out of its reach."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from organizer.actions.privacy import erasing
from organizer.actions.privacy.erasing import Outcome, Review
from organizer.i18n import _
from organizer.records.organisation import Person
from organizer.store.progress import Progress
from organizer.ui.completion import CompletionEdit, Suggestion
from organizer.ui.look.button import Button
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Field
from organizer.ui.look.text import Text
from organizer.ui.safe_keeping.erase_review import ReviewBody
from organizer.ui.safe_keeping.erased import ErasedBody
from organizer.ui.safe_keeping.step_sheet import StepSheet
from organizer.ui.session import Session
from organizer.ui.suggestions import existing, records_like


class EraseSheet(StepSheet):
    """Begins with the person, who may be known already, or with the review of a rule."""

    def __init__(self, window: QWidget, session: Session, *, person: Person | None = None, review: Review | None = None) -> None:
        super().__init__(window, session, _("Erase for good"), width=640)
        self.who = CompletionEdit(self._people, icon="user")
        self.also = Edit()
        self.review: ReviewBody | None = None
        self.erased: ErasedBody | None = None
        self.on: Button | None = None
        if review is not None:
            self._show_review(review)
        else:
            self._ask(person)

    def _people(self, typed: str) -> list[Suggestion]:
        people = records_like(self.session.store, Person, typed)
        return [existing(person, person.city.with_country() if person.city else "", "user") for person in people]

    def _ask(self, person: Person | None) -> None:
        if person is not None:
            self.who.show_choice(existing(person, icon="user"))
        hint = _("Nicknames, earlier names, other spellings; a comma between them. Aliy* finds all endings.")
        words = _("Their records go; letters and gifts stay without them. What else names them you look through first.")
        self.on = Button(_("Look through the file"), "primary", icon="search")
        self.on.clicked.connect(self._look)
        self.show_step(
            _("Erase a person everywhere"),
            [
                Text(words, "body", "ink2", wrap=True),
                Field(
                    _("Person in the address book"), self.who, hint=_("Leave this empty for a name that stands in texts alone.")
                ),
                Field(_("Also known as"), self.also, hint=hint, optional=True),
            ],
            [self.cancel_button(), self.on],
            self.who if person is None else self.also,
        )

    def _look(self) -> None:
        self.who.settle()
        chosen = self.who.chosen()
        also = [name.strip() for name in self.also.text().split(",") if name.strip()]
        if chosen is None and (self.who.text().strip() or not also):
            self.who.set_problem(True)
            self.who.setFocus()
            return
        store, today = self.session.store, self.session.today()
        ids, progress = [] if chosen is None else [chosen.value.id], Progress()

        def look() -> Review:
            people = [store.get(Person, each) for each in ids]
            return erasing.review_people(store, people, today=today, also=also, progress=progress)

        sentence = _("Every record, the history, drafts and notes.")
        self.work(_("Looking through the file"), sentence, look, self._show_review, progress)

    def _show_review(self, review: Review) -> None:
        self.review = ReviewBody(review, self.session)
        self.on = Button(_("Erase for good"), "danger", icon="trash-2")
        self.on.clicked.connect(self._erase)
        cancel = self.cancel_button()
        self.show_step(self.review.title, self.review.parts, [cancel, self.on], cancel)

    def _erase(self) -> None:
        assert self.review is not None
        store, today, body = self.session.store, self.session.today(), self.review
        progress = Progress()
        do = partial(
            erasing.carry_out,
            store,
            body.review,
            today=today,
            stays=body.stays(),
            keep_held=body.keeps_held(),
            progress=progress,
        )
        sentence = _("A backup is made, everything is taken out at once, and the file is written anew and looked through.")
        self.work(_("Erasing"), sentence, do, self._show_outcome, progress, may_stop=False)

    def _show_outcome(self, outcome: Outcome) -> None:
        assert self.review is not None
        self.erased = ErasedBody(outcome, self.review.review, self.session.store.path)
        keep = Button(_("Close"), "primary" if not self.erased.boxes else "quiet")
        keep.clicked.connect(self.dismiss)
        buttons = [keep]
        if self.erased.boxes:
            self.on = Button(_("Delete the ticked backups"), "danger", icon="trash-2")
            self.on.clicked.connect(self._delete_backups)
            buttons.append(self.on)
        self.show_step(_("Erased"), self.erased.parts, buttons, keep)

    def _delete_backups(self) -> None:
        assert self.erased is not None
        chosen = self.erased.chosen()
        if self.session.tried(partial(erasing.delete_backups, chosen)):
            self.session.say(_("The ticked backups are deleted."))
            self.dismiss()


def ask_erase(session: Session, person: Any = None) -> None:
    """Over the window in front; of a person who is not in the file yet there is nothing to erase."""
    window = QApplication.activeWindow()
    if window is not None:
        EraseSheet(window, session, person=person if person is None or not person.is_new() else None).show_over()
