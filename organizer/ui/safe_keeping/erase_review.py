"""What is looked through before an erasure: records that go, gifts that the law holds, texts that name somebody, paper."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QWidget

from organizer import i18n
from organizer.actions.privacy import retention
from organizer.actions.privacy.erasing import Place, Review
from organizer.actions.privacy.field_words import field_words, kind_words
from organizer.i18n import _, _n
from organizer.records.print_run import PrintRun
from organizer.store.whereabouts import Finding
from organizer.ui.look.field import Group
from organizer.ui.look.layout import Item, box, col, row
from organizer.ui.look.text import Glyph, Text
from organizer.ui.session import Session

_SHOWN = 150
_TITLES = 12


class ReviewBody:
    """The parts of the step, and what was ticked in them."""

    def __init__(self, review: Review, session: Session) -> None:
        self.review = review
        one = len(review.titles) == 1
        self.title = _("Erase {name}").format(name=review.titles[0]) if one else _("Erase what is due")
        self.held: QCheckBox | None = None
        self.boxes: list[tuple[QCheckBox, Finding]] = [(_box_of(finding), finding) for finding in review.findings[:_SHOWN]]
        self.parts: list[Item] = [_warning(), *self._who(), *self._going(), *self._gifts(session), *self._texts(), *self._paper()]

    def stays(self) -> set[Place]:
        """The fields in which the words are left."""
        unseen = {finding.place for finding in self.review.findings[_SHOWN:] if not finding.sure}
        return {finding.place for box_of, finding in self.boxes if not box_of.isChecked()} | unseen

    def keeps_held(self) -> bool:
        return self.held is not None and self.held.isChecked()

    def _who(self) -> list[Item]:
        titles = self.review.titles
        if len(titles) == 1:
            return []
        lines = [Text(title, "body", wrap=True) for title in titles[:_TITLES]]
        more = len(titles) - _TITLES
        if more > 0:
            lines.append(Text(_n("and {n} more", "and {n} more", more), "small", "ink2"))
        return [Group(_("Whom or what it is about"), *lines)]

    def _going(self) -> list[Item]:
        counted = [(kind, count) for kind, count in self.review.goes.items() if count]
        words = [_("{kind}: {count}").format(kind=kind_words(kind), count=i18n.number(count)) for kind, count in counted]
        if self.review.asked.donors:
            gifts = _n("{n} gift stays without its giver.", "{n} gifts stay without their givers.", len(self.review.asked.donors))
            return [Group(_("What changes"), Text(gifts, "body", wrap=True))]
        lines: list[Item] = [Text(i18n.dotted(*words) or _("No whole record."), "body", wrap=True)]
        if self.review.steps:
            said = _n("{n} step of the history is rewritten.", "{n} steps of the history are rewritten.", self.review.steps)
            lines.append(Text(said, "body", wrap=True))
        return [Group(_("These records are deleted"), *lines)]

    def _gifts(self, session: Session) -> list[Item]:
        held = self.review.held
        if not held:
            return []
        until = i18n.day(max(each.until for each in held))
        words = _n("Keep the giver's name in {n} gift", "Keep the giver's name in {n} gifts", len(held))
        self.held = _ticked(words)
        law = _("The accounts may have to show it until {day}: {source}. Retention takes it out afterwards.")
        said = law.format(day=until, source=retention.source_words(retention.country_of(session.store)))
        return [Group(_("Gifts"), self.held, Text(said, "caption", "ink2", wrap=True))]

    def _texts(self) -> list[Item]:
        if not self.boxes:
            return []
        lines: list[Item] = [Text(_("Where it is ticked the name gives way to “…”."), "small", "ink2", wrap=True)]
        lines += [_line(box_of, finding) for box_of, finding in self.boxes]
        more = sum(finding.sure for finding in self.review.findings[_SHOWN:])
        if more > 0:
            lines.append(Text(_n("{n} more text loses it too.", "{n} more texts lose it too.", more), "small", "ink2", wrap=True))
        return [Group(_("Texts that name them"), *lines)]

    def _paper(self) -> list[Item]:
        return paper_group(self.review.printed)


def paper_group(runs: Iterable[PrintRun]) -> list[Item]:
    """Print runs on whose paper a name stands: nothing takes it from there."""
    lines = [
        Text(i18n.dotted(run.title(), i18n.day(run.printed_on) if run.printed_on else "", run.kept_at), "body", wrap=True)
        for run in runs
    ]
    if not lines:
        return []
    words = Text(_("These prints carry the name. What was handed out stays out of reach."), "small", "ink2", wrap=True)
    return [Group(_("On paper"), words, *lines)]


def _warning() -> QWidget:
    words = Text(_("This cannot be undone: neither Undo nor History brings it back."), "medium", wrap=True)
    return box(row(Glyph("triangle-alert", 18, "amber_text", level="medium"), (words, 1), gap=10))


def _ticked(words: str) -> QCheckBox:
    made = QCheckBox(words.replace("&", "&&"))
    made.setAccessibleName(words)
    made.setChecked(True)
    return made


def _box_of(finding: Finding) -> QCheckBox:
    words = i18n.dotted(kind_words(finding.kind.KIND), field_words(finding.field))
    made = _ticked(words)
    made.setAccessibleDescription(finding.excerpt)
    made.setChecked(finding.sure)
    return made


def _line(box_of: QCheckBox, finding: Finding) -> QWidget:
    title = finding.title if finding.title != finding.excerpt else ""
    said = [
        Text(words, role, colour, wrap=True)
        for words, role, colour in ((title, "small", "ink2"), (finding.excerpt, "body", "ink"))
    ]
    return box(col(box_of, *(row(26, (each, 1), gap=0) for each in said if each.text()), gap=1))
