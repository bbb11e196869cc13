"""Letters: the letter book, one entry a row, with what proves it; whole batches are logged in the grid."""

from __future__ import annotations

from organizer.i18n import N_, _, _n, number
from organizer.records.letter import Letter
from organizer.records.place import City
from organizer.records.target import Target
from organizer.records.values import Channel, DatePrecision, Evidence
from organizer.store.store import Store
from organizer.ui import fields, links, tags
from organizer.ui.kind import BRING_IN, Chip, Column, FormGroup, Head, Kind, KindWords, Verb
from organizer.ui.look.cells import Cell
from organizer.ui.screens import choices, longest
from organizer.ui.session import Session
from organizer.ui.side_counts import letters_in

_REPLY = ("reply", "ink2", N_("a reply came"))


def _day(letter: Letter) -> Cell:
    return Cell(text=letter.day_words(), exact=letter.day_precision == DatePrecision.EXACT)


def _sender(letter: Letter) -> Cell:
    return Cell(text=letter.sender_words(), second=letter.city.name if letter.city else "")


def _target(letter: Letter) -> Cell:
    return Cell(text=letter.target.title() if letter.target else "")


def _marks(letter: Letter) -> Cell:
    icon, ink, words = _REPLY
    return Cell(icons=((icon, ink),), spoken=_(words)) if letter.reply else Cell()


def _head(letter: Letter) -> Head:
    count = _n("{n} letter", "{n} letters", letter.quantity)
    to = letter.target.title() if letter.target else ""
    second = _("{count} to {target}, {day}").format(count=count, target=to, day=letter.day_words()) if to else count
    return Head(letter.sender_words(), second)


def _new(session: Session) -> Letter:
    campaign = session.campaign
    return Letter(campaign_id=campaign.id if campaign else None, day=session.today())


def _total(store: Store, campaign_id: int) -> str:
    """3,128 letters: an entry may stand for many."""
    letters = letters_in(store, campaign_id)
    return _n("{n} letter", "{n} letters", letters) if letters else ""


KIND = Kind(
    record=Letter,
    icon="mail",
    words=KindWords(
        many=N_("Letters"),
        new=N_("New letter"),
        search=N_("Search letters"),
        none_yet=N_("No letters yet"),
        first_step=N_("Write down one, or log many at once in the grid."),
        no_match=N_("No letters match."),
        delete=N_("Delete entry"),
        history=N_("History of this entry"),
        deleted=lambda letter: _("{entry} deleted.").format(entry=letter.title()),
    ),
    columns=(
        Column(N_("Day"), _day, 108, "day", longest=longest.days),
        Column(N_("From"), _sender, 200, "organisation", stretch=True),
        Column(N_("To"), _target, 140, "target"),
        Column(
            N_("How"),
            lambda letter: Cell(text=_(Channel.WORDS.get(letter.channel, letter.channel))),
            76,
            "channel",
            longest=longest.codes(Channel.WORDS),
            leaves=2,
        ),
        Column(N_("Letters"), lambda letter: Cell(text=number(letter.quantity), end=True), 72, "quantity", end=True),
        Column(
            N_("Evidence"),
            lambda letter: Cell(evidence=letter.evidence, text=_(Evidence.WORDS.get(letter.evidence, letter.evidence))),
            112,
            "evidence",
            longest=longest.codes(Evidence.WORDS, evidence=True),
        ),
        Column("", _marks, 40, leaves=1),
    ),
    chips=(
        choices.years_chip(),
        choices.codes_chip(N_("Evidence"), "evidence", Evidence.WORDS),
        choices.linked_chip(N_("To"), "target", "target_id", Target),
        choices.linked_chip(N_("City"), "city", "city_id", City),
        Chip(N_("With reply"), "reply", filters=(("replied", True),)),
        tags.tags_chip(),
    ),
    groups=(
        FormGroup(
            N_("From whom to whom"),
            (
                (links.organisation("organisation_id", N_("Organisation")),),
                (
                    links.person("person_id", N_("Person"), optional=True, share=3),
                    links.city("city_id", N_("City"), share=2, optional=True),
                ),
                (links.target("target_id", N_("To")),),
            ),
        ),
        FormGroup(
            N_("When and how many"),
            (
                (
                    fields.day("day", N_("Day"), share=5),
                    fields.choice("day_precision", N_("How certain"), DatePrecision.WORDS, share=4),
                ),
                (
                    fields.count("quantity", N_("Letters"), share=2, empty=0),
                    fields.choice("channel", N_("How"), Channel.WORDS, share=3),
                    fields.count("members", N_("Members behind it"), share=3, optional=False),
                ),
                (fields.segmented("tone", "", Letter.TONES),),
            ),
        ),
        FormGroup(
            N_("What proves it"),
            (
                (fields.segmented("evidence", "", Evidence.WORDS),),
                (fields.check("repeated", N_("The same letter sent again")),),
            ),
        ),
        FormGroup(
            N_("Reply"),
            (
                (
                    fields.choice("reply", N_("What came back"), Letter.REPLIES, share=5),
                    fields.day("replied_on", N_("On"), share=4),
                ),
                (fields.line("reply_words", N_("In their words"), optional=True),),
            ),
        ),
        FormGroup(
            N_("As sent"),
            (
                (fields.line("subject", N_("Subject"), optional=True),),
                (fields.area("text_as_sent", N_("Wording"), lines=4, optional=True),),
                (fields.area("address_as_sent", N_("Address"), lines=3, optional=True),),
                (fields.area("notes", N_("Notes"), lines=2, optional=True),),
                (tags.tags(),),
                (links.campaign("campaign_id", N_("Campaign")),),
            ),
        ),
    ),
    head=_head,
    new=_new,
    duplicate={"import_key": "", "reply": "", "reply_words": "", "replied_on": None},
    list_verbs=(Verb(N_("Log letters"), "table", lambda session, _record: session.want_page("letters_grid")), BRING_IN),
    totals=_total,
)
