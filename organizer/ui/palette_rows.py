"""The rows of the search palette: what a record says of itself there, commands, and how a row is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from organizer import i18n
from organizer.i18n import N_, _, _n, dotted
from organizer.records.base import Record
from organizer.records.campaign import Campaign, Demand
from organizer.records.donation import Donation
from organizer.records.leaflet import Leaflet
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation, Person
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.print_run import PrintRun
from organizer.records.target import Target
from organizer.records.values import Evidence
from organizer.ui.look.completion import paint_marked
from organizer.ui.look.headed_rows import ROW_ROLE, Index
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import START, keycap, keycap_words, mirrored, rounded
from organizer.ui.look.theme import colours, px, theme
from organizer.ui.look.tokens import SPACE

SECTION = 26


@dataclass(frozen=True)
class Deed:
    """Something to do from anywhere. `keys` is its shortcut, as in "Ctrl+L"."""

    words: str
    icon: str
    run: Callable[[], object]
    keys: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Row:
    """One row: a heading (neither record nor deed), a record that was found, or a deed."""

    words: str
    detail: str = ""
    icon: str = ""
    keys: str = ""
    record: Record | None = None
    deed: Deed | None = None

    def chosen(self) -> bool:
        """Whether it can be chosen: headings cannot."""
        return self.record is not None or self.deed is not None

    def spoken(self) -> str:
        return i18n.joined(self.words, self.detail)


GROUPS: tuple[tuple[str, tuple[type[Record], ...]], ...] = (
    (N_("Pickets and letters"), (Picket, Letter)),
    (N_("Donations"), (Donation,)),
    (N_("Prints"), (PressRelease, Leaflet, PrintRun)),
    (N_("Address book"), (Organisation, Person, Target)),
    (N_("Campaigns"), (Campaign, Demand)),
)
"""Under which heading a kind stands, in order. Kinds that stand in none have no screen to open."""


def _picket(picket: Picket) -> Row:
    kind, people = _(Picket.KINDS.get(picket.kind, "Picket")), picket.headcount()
    count = _("{count} people").format(count=people) if people else ""
    words = picket.occasion or picket.day_of_action or picket.title()
    return Row(words, dotted(kind, picket.place_words(), picket.day_words(), count), "megaphone", record=picket)


def _letter(letter: Letter) -> Row:
    target = _("to {target}").format(target=letter.target.title()) if letter.target else ""
    evidence = _(Evidence.WORDS.get(letter.evidence, ""))
    return Row(letter.title(), dotted(target, letter.day_words(), evidence, letter.subject), "mail", record=letter)


def _donation(gift: Donation) -> Row:
    day = i18n.day(gift.day) if gift.day else ""
    return Row(gift.title(), dotted(day, _(Donation.STATES.get(gift.state, ""))), "hand-coins", record=gift)


def _release(release: PressRelease) -> Row:
    day = i18n.day(release.day) if release.day else ""
    state = _(PressRelease.STATES.get(release.state, ""))
    return Row(release.title(), dotted(_("Press release"), state, day), "newspaper", record=release)


def _leaflet(leaflet: Leaflet) -> Row:
    languages = i18n.joined(*(i18n.language_name(tag) for tag in leaflet.languages))
    state = _(Leaflet.STATES.get(leaflet.state, ""))
    return Row(leaflet.title(), dotted(_("Leaflet"), state, languages), "file-text", record=leaflet)


def _run(run: PrintRun) -> Row:
    day = i18n.day(run.printed_on) if run.printed_on else ""
    left = _n("{n} copy left", "{n} copies left", run.left)
    return Row(run.title(), dotted(_("Print run"), day, left, run.kept_at), "layers", record=run)


def _organisation(body: Organisation) -> Row:
    place = body.city.with_country() if body.city else ""
    return Row(body.title(), dotted(_(Organisation.KINDS.get(body.kind, "")), place), "users", record=body)


def _person(person: Person) -> Row:
    return Row(person.title(), person.city.with_country() if person.city else "", "user", record=person)


def _target(target: Target) -> Row:
    retired = _("retired") if target.retired else ""
    return Row(target.title(), dotted(target.organisation, target.country_words(), retired), "landmark", record=target)


def _campaign(campaign: Campaign) -> Row:
    return Row(campaign.title(), _(Campaign.STATES.get(campaign.state, "")), "flag", record=campaign)


def _demand(demand: Demand) -> Row:
    words = demand.text_in(i18n.language().split("_")[0]).replace("*", "")
    return Row(words, demand.title(), "list", record=demand)


_DESCRIBED: dict[type[Record], Callable[[Any], Row]] = {
    Picket: _picket,
    Letter: _letter,
    Donation: _donation,
    PressRelease: _release,
    Leaflet: _leaflet,
    PrintRun: _run,
    Organisation: _organisation,
    Person: _person,
    Target: _target,
    Campaign: _campaign,
    Demand: _demand,
}


def described(record: Any) -> Row:
    """A record's row, with its tags at the end of the second line."""
    row = _DESCRIBED[type(record)](record)
    tags = i18n.joined(*(tag.name for tag in getattr(record, "tags", ())))
    return replace(row, detail=dotted(row.detail, tags)) if tags else row


def grouped(records: Sequence[Record], at_most: int) -> list[Row]:
    """Rows under their headings, of each kind `at_most` so many, the best first: no kind crowds out the others."""
    rows: list[Row] = []
    for heading, kinds in GROUPS:
        found = []
        for kind in kinds:
            found += [described(record) for record in records if type(record) is kind][:at_most]
        if found:
            rows += [Row(_(heading)), *found]
    return rows


def deeds_like(deeds: Sequence[Deed], typed: str) -> list[Row]:
    """The commands whose words hold every word typed; all of them while nothing is typed."""
    wanted = typed.casefold().split()
    fitting = [each for each in deeds if all(word in f"{each.words} {each.detail}".casefold() for word in wanted)]
    if not fitting:
        return []
    return [Row(_("Do")), *(Row(each.words, each.detail, each.icon, each.keys, deed=each) for each in fitting)]


def row_height(row: Row) -> int:
    return px(SPACE.hit if row.chosen() else SECTION)


class RowPainter(QStyledItemDelegate):
    """Icon, words with what was typed underlaid in yellow, the second line, the key at the end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), row_height(index.data(ROW_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW_ROLE), QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setLayoutDirection(option.direction)
        if not row.chosen():
            painter.setFont(theme().font("caption"))
            painter.setPen(colours().ink2)
            painter.drawText(rect.adjusted(px(14), px(4), -px(14), 0), START, row.words)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, rect, row, chosen, rtl)
        painter.restore()

    def _paint_row(self, p: QPainter, rect: QRectF, row: Row, chosen: bool, rtl: bool) -> None:
        c = colours()
        if chosen:
            rounded(p, rect, SPACE.radius, c.pick)
        place = mirrored(rect, QRectF(rect.x() + px(14), rect.y(), px(18), rect.height()), rtl)
        paint_icon_in(p, row.icon, place, px(18), c.ink if chosen else c.ink2)
        keys = row.keys or ("Enter" if chosen else "")
        room = rect.width() - px(46) - (px(90) if keys else px(14))
        first = QRectF(rect.x() + px(46), rect.y() + px(4 if row.detail else 0), room, px(21) if row.detail else rect.height())
        second = QRectF(rect.x() + px(46), rect.y() + px(24), room, px(18))
        self._paint_words(p, mirrored(rect, first, rtl), row.words, chosen)
        detail = mirrored(rect, second, rtl)
        # What was typed is marked in the second line only where the first does not hold it.
        marked = "" if self.typed in row.words.casefold() else self.typed
        paint_marked(p, detail, row.detail.replace("\n", " "), marked, chosen=chosen, role="caption", token="ink2")
        if keys:
            keycap(p, rect.adjusted(px(12), 0, -px(12), 0), keycap_words(keys))

    def _paint_words(self, p: QPainter, rect: QRectF, words: str, chosen: bool) -> None:
        paint_marked(p, rect, words.replace("\n", " "), self.typed, chosen=chosen)
