"""Retention: what would go today by each rule, looked through and erased if a person wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.actions.privacy import erasing, retention
from organizer.actions.privacy.erasing import Review
from organizer.actions.privacy.retention import Due
from organizer.i18n import _, _n
from organizer.records.erasure import Erasure
from organizer.store.progress import Progress
from organizer.ui.look.button import Button
from organizer.ui.look.choice import Choice
from organizer.ui.look.field import Field, Group
from organizer.ui.look.layout import Item
from organizer.ui.look.text import Text
from organizer.ui.safe_keeping.erase_sheet import EraseSheet
from organizer.ui.safe_keeping.step_sheet import StepSheet
from organizer.ui.session import Session

_SHOWN = 6


class RetentionSheet(StepSheet):
    """A dry run: nothing goes before it was reviewed in the sheet for erasing."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window, session, _("Retention"), width=640)
        self.country = Choice((code, _country_words(code)) for code in retention.countries())
        self.reviews: dict[str, Button] = {}
        self._look()

    def _look(self) -> None:
        store, today = self.session.store, self.session.today()

        def look() -> dict[str, list[Due]]:
            return {rule: retention.due(store, rule, today) for rule in retention.RULES}

        self.work(_("Retention"), _("Looking for what is due today."), look, self._show)

    def _show(self, found: Mapping[str, Sequence[Due]]) -> None:
        country = retention.country_of(self.session.store)
        self.reviews.clear()
        self.country = Choice((code, _country_words(code)) for code in retention.countries())
        self.country.set_value(country)
        self.country.chosen.connect(self._choose_country)
        years = _n("{n} year", "{n} years", retention.years_in(country))
        hint = _("Gifts stay with their giver for {years}: {source}. Ask your treasurer.")
        said = hint.format(years=years, source=retention.source_words(country))
        body: list[Item] = [Field(_("Whose law counts for gifts"), self.country, hint=said)]
        body += [self._rule(rule, list(found[rule])) for rule in retention.RULES]
        close = Button(_("Close"), "primary", keys="Esc")
        close.clicked.connect(self.dismiss)
        self.show_step(_("What would go today"), body, [close])

    def _rule(self, rule: str, dues: list[Due]) -> Group:
        if dues:
            button = Button(_("Review…"), icon="list-checks", small=True, name=_(Erasure.RULES[rule]))
            button.clicked.connect(partial(self._review, rule, dues))
            self.reviews[rule] = button
        lines: list[Item] = [Text(self._period(rule), "small", "ink2", wrap=True)]
        lines += [
            Text(_("{title}, since {day}").format(title=each.record.title(), day=i18n.day(each.since)), "body", wrap=True)
            for each in dues[:_SHOWN]
        ]
        more = len(dues) - _SHOWN
        if more > 0:
            lines.append(Text(_n("and {n} more", "and {n} more", more), "small", "ink2"))
        if not dues:
            lines.append(Text(_("Nothing is due."), "body"))
        return Group(_(Erasure.RULES[rule]), *lines, end=self.reviews.get(rule))

    def _period(self, rule: str) -> str:
        if rule == retention.DONORS:
            return _("The gift stays and is counted; the giver's name goes.")
        months = _n("{n} month", "{n} months", retention.months_of(rule))
        if rule == retention.SIGN_IN:
            return _("After {months}: shred the paper; its entry among the prints goes here.").format(months=months)
        return _("After {months} without a letter, a gift, a consent or a change.").format(months=months)

    def _choose_country(self, code: str) -> None:
        if self.session.tried(partial(retention.choose_country, self.session.store, code)):
            self._look()

    def _review(self, rule: str, dues: list[Due], _checked: bool = False) -> None:
        store, today = self.session.store, self.session.today()
        progress = Progress()
        look = partial(erasing.review_due, store, rule, dues, today=today, progress=progress)
        self.work(_("Looking through the file"), _("Every record, the history, drafts and notes."), look, self._begin, progress)

    def _begin(self, review: Review) -> None:
        window, session = self.parentWidget(), self.session
        self.dismiss()
        if window is not None:
            EraseSheet(window, session, review=review).show_over()


def _country_words(code: str) -> str:
    return i18n.country_name(code) if code else _("Another country")
