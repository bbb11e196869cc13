"""The three small forms of the quick log as data: fields, what stays for the next entry, and what is said of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from organizer.i18n import N_, _, _n
from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.records.reading import ReadingError, read_count, read_money
from organizer.records.values import Channel, Evidence
from organizer.store.store import Store
from organizer.ui import fields, links
from organizer.ui.kind import Field, FormGroup, Kind
from organizer.ui.screens import donations, letters, pickets
from organizer.ui.screens.donations import CURRENCIES

Raws = dict[str, Any]


@dataclass(frozen=True)
class QuickForm:
    """One kind of entry. `kept` attributes stay for the next one; the caret starts at `first`, the first that changes.

    `button` gives the words of the main button from what stands in the fields, `told` one line about a saved record,
    `finish` fills in before saving what follows from the rest.
    """

    words: str
    kind: Kind
    kept: tuple[str, ...]
    first: str
    button: Callable[[Raws], str]
    told: Callable[[Any], str]
    finish: Callable[[Store, Any], None] = lambda _store, _record: None

    @property
    def code(self) -> str:
        return self.kind.record.KIND


def _with(kind: Kind, *rows: tuple[Field, ...]) -> Kind:
    """The kind with these few fields for its form."""
    return replace(kind, groups=(FormGroup("", rows),), parts=())


def _count_of(raws: Raws) -> int:
    try:
        return read_count(str(raws.get("quantity", ""))) or 0
    except ReadingError:
        return 0


def _letters_button(raws: Raws) -> str:
    count = _count_of(raws)
    return _n("Log {n} letter", "Log {n} letters", count) if count else _("Log the letters")


def _letters_told(letter: Letter) -> str:
    count = _n("{n} letter", "{n} letters", letter.quantity)
    target = letter.target.title() if letter.target else ""
    return _("{count}, {sender}, to {target}").format(count=count, sender=letter.sender_words(), target=target)


def _letters_city(store: Store, letter: Letter) -> None:
    """A letter comes from where its organisation is, unless somebody says otherwise."""
    if letter.organisation_id:
        letter.city_id = store.get(Organisation, letter.organisation_id).city_id


def _gift_button(raws: Raws) -> str:
    try:
        amount = read_money(str(raws.get("amount_minor", "")), str(raws.get("currency", "")))
    except ReadingError:
        amount = None
    return _("Log {amount}").format(amount=amount) if amount is not None and amount.minor > 0 else _("Log the donation")


def _gift_told(gift: Donation) -> str:
    return _("{amount}, {giver}").format(amount=gift.amount(), giver=gift.giver_words())


def _picket_told(picket: Picket) -> str:
    kind, place = _(Picket.KINDS.get(picket.kind, "Picket")), picket.place_words()
    if picket.day is None:
        return _("{kind}, {place}").format(kind=kind, place=place)
    return _("{kind}, {place}, {day}").format(kind=kind, place=place, day=picket.day_words())


PICKET = QuickForm(
    N_("Picket"),
    _with(
        pickets.KIND,
        (links.city("city_id", N_("City"), share=3), links.site("site_id", N_("Site"), share=4, optional=True)),
        (
            fields.day("day", N_("Day"), share=4),
            fields.clock("starts", N_("Starts"), share=2),
            fields.choice("kind", N_("Kind"), Picket.KINDS, share=3),
        ),
        (
            fields.line("occasion", N_("Occasion"), share=4, optional=True),
            fields.count("people_low", N_("People, from"), share=2),
            fields.count("people_high", N_("to"), share=2),
        ),
        (fields.segmented("state", N_("State"), Picket.STATES),),
    ),
    kept=("campaign_id", "day", "day_precision", "kind", "occasion", "day_of_action", "state"),
    first="city_id",
    button=lambda _raws: _("Log the picket"),
    told=_picket_told,
)
LETTER = QuickForm(
    N_("Letter"),
    _with(
        letters.KIND,
        (links.organisation("organisation_id", N_("From"), share=5), links.target("target_id", N_("To"), share=4)),
        (
            fields.count("quantity", N_("Letters"), share=2, empty=0),
            fields.choice("channel", N_("How"), Channel.WORDS, share=3),
            fields.day("day", N_("Day"), share=5),
        ),
        (fields.segmented("evidence", N_("Evidence"), Evidence.WORDS),),
    ),
    kept=(
        "campaign_id",
        "organisation_id",
        "target_id",
        "city_id",
        "channel",
        "day",
        "day_precision",
        "evidence",
        "tone",
        "quantity",
    ),
    first="quantity",
    button=_letters_button,
    told=_letters_told,
    finish=_letters_city,
)
DONATION = QuickForm(
    N_("Donation"),
    _with(
        donations.KIND,
        (
            fields.line("giver", N_("From"), share=5, optional=True, hint=N_("Empty: anonymous")),
            links.organisation("organisation_id", N_("Organisation"), share=4, optional=True),
        ),
        (
            # A currency typed with the amount goes before the chosen one, so that one is taken first.
            fields.choice("currency", N_("Currency"), {code: code for code in CURRENCIES}, share=2),
            fields.money("amount_minor", N_("Amount"), share=3),
            fields.day("day", N_("Day"), share=4),
        ),
        (
            fields.choice("way", N_("How"), Donation.WAYS, share=4),
            links.fund("fund_id", N_("For"), share=5),
        ),
    ),
    kept=("campaign_id", "fund_id", "currency", "way", "day"),
    first="amount_minor",
    button=_gift_button,
    told=_gift_told,
)
FORMS = (PICKET, LETTER, DONATION)


def sum_words(counts: list[int]) -> str:
    """3 entries, 17 letters: the letters are left out where none are among them."""
    entries = _n("{n} entry", "{n} entries", len(counts))
    if not sum(counts):
        return entries
    return _("{entries}, {letters}").format(entries=entries, letters=_n("{n} letter", "{n} letters", sum(counts)))
