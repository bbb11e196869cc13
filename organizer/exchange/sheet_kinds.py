"""The kinds of sheet that can be brought in, as data: how a row is read, and when two rows are the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from organizer.errors import UserError
from organizer.exchange import donations, letters, organisations, people, pickets, targets
from organizer.exchange.alike import Ask, alike_letters, alike_pickets
from organizer.exchange.drafts import Draft
from organizer.exchange.headings import Row
from organizer.exchange.ledger import Ledger
from organizer.i18n import _
from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation, Person
from organizer.records.picket import Picket
from organizer.records.target import Target

Keyed = type[Picket] | type[Letter] | type[Donation]


@dataclass(frozen=True)
class SheetKind:
    """How rows of one kind are read and compared.

    `keyed`: the record keeps the key of its row. `repeats`: whether a row that stands twice in one sheet counts twice.
    `news`: takes over what a row says later than its record does, and names the fields; raises ReadingError where the two
    contradict each other. `alike`: of rows whose key the file does not have, those whose record it has all the same, with
    its id; the third argument are ids that other rows have taken.
    """

    name: str
    record: type[Picket | Letter | Donation | Organisation | Person | Target]
    look_ahead: Callable[[Row, Ledger], None]
    draft: Callable[[Row, Ledger], Draft]
    keyed: Keyed | None = None
    repeats: Callable[[Draft], bool] = lambda _draft: False
    news: Callable[[Draft, Draft], tuple[str, ...]] = lambda _standing, _row: ()
    alike: Callable[[Ask, Sequence[Draft], Set[int]], Mapping[Draft, int]] = lambda _ask, _rows, _taken: {}


SHEET_KINDS: dict[str, SheetKind] = {
    kind.name: kind
    for kind in (
        SheetKind("pickets", Picket, pickets.look_ahead, pickets.draft, Picket, news=pickets.news, alike=alike_pickets),
        # A letter book gives no numbers: the same line twice is two letters, as every other line is one.
        SheetKind("letters", Letter, letters.look_ahead, letters.draft, Letter, lambda _draft: True, letters.news, alike_letters),
        # Gifts without a transaction number are told apart only by their lines.
        SheetKind(
            "donations", Donation, donations.look_ahead, donations.draft, Donation, donations.has_no_number, donations.news
        ),
        SheetKind("organisations", Organisation, organisations.look_ahead, organisations.draft),
        SheetKind("people", Person, people.look_ahead, people.draft),
        SheetKind("targets", Target, targets.look_ahead, targets.draft),
    )
}


def sheet_kind(name: str) -> SheetKind:
    """The kind of this name. UserError: there is none."""
    if name not in SHEET_KINDS:
        raise UserError(
            _("There is no kind of sheet called “{name}”.").format(name=name[:40]),
            _("Use one of: {kinds}.").format(kinds=", ".join(SHEET_KINDS)),
        )
    return SHEET_KINDS[name]
