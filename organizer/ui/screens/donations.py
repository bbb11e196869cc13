"""Donations: gifts with their amounts; currencies stand side by side and are never added."""

from __future__ import annotations

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.donation import Donation, Fund, donation_totals
from organizer.records.values import Money
from organizer.store.store import Store
from organizer.ui import fields, links, tags
from organizer.ui.kind import BRING_IN, Column, FormGroup, Head, Kind, KindWords
from organizer.ui.look.cells import Cell
from organizer.ui.screens import choices, longest
from organizer.ui.session import Session

CURRENCIES = (
    "GBP",
    "EUR",
    "USD",
    "CHF",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "CZK",
    "RUB",
    "KZT",
    "UAH",
    "TRY",
    "CAD",
    "AUD",
    "NZD",
    "ZAR",
    "INR",
    "BRL",
)
_GONE = ("refunded", "voided")


def _giver(donation: Donation) -> Cell:
    giver, reference = donation.giver_words(), donation.reference
    # In a closed compartment both are hidden, and marked once.
    return Cell(text=giver, second=reference if reference != giver else "", dimmed=donation.state in _GONE)


def _day(donation: Donation) -> Cell:
    return Cell(text=i18n.day(donation.day) if donation.day else "")


def _amount(donation: Donation) -> Cell:
    return Cell(text=str(donation.amount()), end=True, dimmed=donation.state in _GONE)


def _state(donation: Donation) -> Cell:
    words = _(Donation.STATES.get(donation.state, donation.state))
    if donation.state == "voided":
        return Cell(state="voided", spoken=words)
    icon, tone = {"received": ("check", "green_text"), "pending": ("hourglass", "amber_text")}.get(
        donation.state, ("undo-2", "ink3")
    )
    return Cell(text=words, icon=icon, icon_tone=tone, dimmed=donation.state in _GONE)


def _head(donation: Donation) -> Head:
    day = i18n.day(donation.day) if donation.day else ""
    words = _("{amount} on {day}").format(amount=donation.amount(), day=day) if day else str(donation.amount())
    return Head(donation.giver_words(), words, "voided" if donation.state == "voided" else "")


def _new(session: Session) -> Donation:
    campaign, last = session.campaign, session.store.meta("currency")
    return Donation(campaign_id=campaign.id if campaign else None, day=session.today(), currency=last or "GBP")


def _totals(store: Store, campaign_id: int) -> str:
    """£ 2,630.00 · € 2,120.00 · $ 590.00: side by side."""
    rows = store.rows(donation_totals(campaign_id))
    return i18n.dotted(*(str(Money(minor, currency)) for currency, _gifts, minor in rows))


def _delete(session: Session, donation: Donation) -> str:
    """A gift with a receipt is voided: the receipt's number must keep its entry."""
    if not donation.receipt_number:
        session.store.delete(donation)
        return _("{gift} deleted.").format(gift=donation.title())
    fresh = session.store.get(Donation, donation.id)
    fresh.state, fresh.void_reason = "voided", fresh.void_reason or _("Deleted in the list")
    session.store.save(fresh)
    return _("{gift} voided: it has a receipt, so its entry stays.").format(gift=donation.title())


KIND = Kind(
    record=Donation,
    icon="hand-coins",
    words=KindWords(
        many=N_("Donations"),
        new=N_("New donation"),
        search=N_("Search donations"),
        none_yet=N_("No donations yet"),
        first_step=N_("Write down the first gift. Nobody needs to be named."),
        no_match=N_("No donations match."),
        delete=N_("Delete donation"),
        history=N_("History of this donation"),
        deleted=lambda donation: _("{gift} deleted.").format(gift=donation.title()),
    ),
    columns=(
        Column(
            N_("Day"),
            lambda donation: Cell(text=i18n.day(donation.day) if donation.day else ""),
            108,
            "day",
            longest=longest.days,
        ),
        Column(N_("From"), _giver, 200, "giver", stretch=True),
        Column(
            N_("How"),
            lambda donation: Cell(text=_(Donation.WAYS.get(donation.way, donation.way))),
            120,
            longest=longest.codes(Donation.WAYS),
            leaves=1,
        ),
        Column(N_("State"), _state, 108, "state", longest=longest.codes(Donation.STATES, icon="check")),
        Column(N_("Amount"), _amount, 100, "amount", end=True),
    ),
    chips=(
        choices.years_chip(),
        choices.codes_chip(N_("Currency"), "currency", {code: code for code in CURRENCIES}, "coins"),
        choices.codes_chip(N_("How"), "way", Donation.WAYS),
        choices.codes_chip(N_("State"), "state", Donation.STATES),
        choices.linked_chip(N_("Fund"), "fund", "fund_id", Fund),
        tags.tags_chip(),
    ),
    groups=(
        FormGroup(
            N_("The gift"),
            (
                (
                    fields.choice("currency", N_("Currency"), {code: code for code in CURRENCIES}, share=2),
                    fields.money("amount_minor", N_("Amount"), share=3),
                    fields.day("day", N_("Day"), share=4),
                ),
                (fields.choice("way", N_("How"), Donation.WAYS), fields.money("fee_minor", N_("Fee taken off"), optional=True)),
                (links.fund("fund_id", N_("For")),),
            ),
        ),
        FormGroup(
            N_("Who gave it"),
            (
                (fields.line("giver", N_("Name"), hint=N_("Leave it empty if they wish to stay anonymous.")),),
                (links.organisation("organisation_id", N_("Organisation"), optional=True),),
                (links.person("person_id", N_("Person in the address book"), optional=True),),
            ),
        ),
        FormGroup(
            N_("State and papers"),
            (
                (fields.segmented("state", "", Donation.STATES),),
                (fields.line("void_reason", N_("Why it was voided"), optional=True),),
                (fields.line("reference", N_("Reference")), fields.line("receipt_number", N_("Receipt"))),
                (fields.area("notes", N_("Notes"), lines=2, optional=True),),
                (tags.tags(),),
                (links.campaign("campaign_id", N_("Campaign")),),
            ),
        ),
    ),
    head=_head,
    new=_new,
    duplicate={"import_key": "", "receipt_number": "", "reference": ""},
    dimmed=lambda donation: donation.state in _GONE,
    totals=_totals,
    delete=_delete,
    list_verbs=(BRING_IN,),
)
