"""Draws the receipt: at the outer side the stub that stays, then a line to cut along, then the original that is given away.

Source: what receipts say in the United Kingdom, Germany and the United States; the official forms of tax offices it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from organizer.i18n import _, amount
from organizer.records.donation import Donation
from organizer.records.values import Money, is_currency
from organizer.sheets.amount_words import amount_in_words
from organizer.sheets.compositor import Compositor
from organizer.sheets.design import Design
from organizer.sheets.furniture import compositor_for
from organizer.sheets.receipt_original import Original
from organizer.sheets.receipt_stub import Stub
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.words import day_long, figures, paper_words

STUB_ENDS = 68.0
_WHITE_FRAME = 5.0


@dataclass(frozen=True)
class ReceiptContent:
    """What stands on both parts; what is empty is a line to write on. `void` says why it holds no more."""

    number: str
    day: str
    giver: str
    amount: str
    in_words: str
    what_for: str
    fund: str
    received_by: str
    is_void: bool
    void: str


def receipt(job: Job) -> Design:
    """One face. The file's properties name the receipt by its number alone, never who gave."""
    compositor = compositor_for(job)
    content = _content(job)
    _tell_what_lacks(job, content, compositor)
    original, stub = Original(job, compositor, content), Stub(job, compositor, content)

    def draw(page: Page, *, copy: bool = False) -> None:
        page.fill(Box(0, 0, *job.format.size), compositor.palette.white)
        original.draw(page, copy=copy)
        stub.draw(page)
        cut = original.furniture.flip(Box(STUB_ENDS, _WHITE_FRAME, 0.0, job.format.size[1] - 2 * _WHITE_FRAME))
        page.line((cut.x, cut.y), (cut.x, cut.bottom), compositor.palette.grey, 0.5, "2 3")

    named = paper_words("receipt", job.language)["receipt"]
    # Empty ones are all originals still
    further = partial(draw, copy=True) if job.parts.donation is not None else None
    title = " ".join(part for part in (named, content.number) if part)
    return Design(title, job.parts.campaign.name, _("Receipt"), job.format.size, (draw,), compositor, job.cmyk, further)


def _content(job: Job) -> ReceiptContent:
    donation, language = job.parts.donation, job.language
    said = {key: " ".join(words.split()) for key, words in job.answers.items()}
    given = _given(donation)
    return ReceiptContent(
        number=said["number"],
        day=day_long(donation.day, language) if donation and donation.day else "",
        giver=said["giver"],
        amount=figures(amount(given.minor, given.currency, language), language) if given else "",
        in_words=amount_in_words(given, language) if given else "",
        what_for=said["what_for"],
        fund=said["fund"],
        received_by=said["received_by"],
        is_void=donation is not None and donation.state == "voided",
        void=" ".join(donation.void_reason.split()) if donation and donation.state == "voided" else "",
    )


def _given(donation: Donation | None) -> Money | None:
    """The amount, where there is one."""
    if donation is None or donation.amount_minor <= 0 or not is_currency(donation.currency):
        return None
    return donation.amount()


def _tell_what_lacks(job: Job, content: ReceiptContent, compositor: Compositor) -> None:
    donation = job.parts.donation
    if donation is None:
        compositor.note("look", "", _("This receipt belongs to no donation. It is printed empty, to be filled in by hand."))
        return
    if not content.number:
        compositor.note("stop", "number", _("The receipt has no number. Give it the next one of the book."))
    if not content.amount:
        compositor.note("stop", "amount", _("The donation has no amount. Fill it in before a receipt is given."))
    if not content.day:
        compositor.note("stop", "day", _("The donation has no day. Fill it in before a receipt is given."))
    if donation.state == "pending":
        compositor.note("stop", "state", _("The money has not come yet. Give the receipt when it is there."))
    if donation.state == "refunded":
        compositor.note("look", "state", _("This donation was given back. Void the receipt and keep it."))
    if content.is_void:
        compositor.note("look", "state", _("This receipt is void, and says so on both parts. Keep it with its stub."))
