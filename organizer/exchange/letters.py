"""Letters out of a letter book: who wrote to whom, when, how, how many, and what proves it.

A copy on file is proof held; without one, five or more at once are an estimate and fewer are reported.
"""

from __future__ import annotations

from organizer.exchange.drafts import Draft
from organizer.exchange.headings import Row
from organizer.exchange.ledger import Ledger, key_of
from organizer.exchange.places import city_words
from organizer.exchange.reading import code, count, country, required
from organizer.records.gazetteer_file import fold_name
from organizer.records.letter import Letter
from organizer.records.reading import read_day
from organizer.records.reading_words import code_by_word, kind_in_name, name_key
from organizer.records.values import DatePrecision, Evidence


def look_ahead(row: Row, ledger: Ledger) -> None:
    """Learn how the organisations spell themselves before one is taken in."""
    ledger.organisations.hear(row.text("organisation"))


def draft(row: Row, ledger: Ledger) -> Draft:
    """One row as a letter. Raises ReadingError. What is learnt later, copy and reply, does not make it another letter."""
    when = read_day(row.text("day"), today=ledger.today)
    city = ledger.cities.named(row.text("city"), country(row))
    sender, target = required(row, "organisation"), _target(row)
    read_quantity = count(row, "quantity")
    quantity = 1 if read_quantity is None else read_quantity
    members, channel = count(row, "members"), code(row, "channel") or "email"
    reply = code(row, "reply", strict=False)
    made = Draft(
        Letter(
            day=when.day if when else None,
            day_precision=when.precision if when else DatePrecision.EXACT,
            channel=channel,
            quantity=quantity,
            tone=code(row, "tone") or "protest",
            evidence=code(row, "copy") or Evidence.without_copy(quantity),
            repeated=code(row, "repeated") == "yes",
            members=members,
            subject=row.text("subject"),
            reply="" if reply == "none" else reply,
            reply_words=row.text("reply"),
            notes=row.long_text("notes"),
        )
    )
    made.link("campaign_id", ledger.campaigns.named(row.text("campaign")))
    made.link("city_id", city)
    made.link("organisation_id", ledger.organisations.named(sender, city, country(row)))
    made.link("target_id", ledger.targets.named(target))
    made.key = key_of(when and when.day, name_key(sender), city_words(city), name_key(target), channel, quantity, members)
    return made


def _target(row: Row) -> str:
    """The words of the target. Of an embassy the city may stand in a column of its own."""
    words, city = required(row, "target"), row.text("target_city")
    is_embassy = "," not in words and kind_in_name("targets", words, "other") == "embassy"
    return f"{words}, {city}" if city and is_embassy else words


def news(standing: Draft, row: Draft) -> tuple[str, ...]:
    """A copy or a reply may have come since, and somebody may have said for how many the letter speaks. Nothing is taken back."""
    known, later = in_draft(standing), in_draft(row)
    learnt = []
    if later.evidence == Evidence.HELD != known.evidence:
        known.evidence = Evidence.HELD
        learnt.append("evidence")
    if _is_answered(later) and not _is_answered(known):
        known.reply, known.reply_words = later.reply, later.reply_words
        learnt.append("reply")
    if known.members is None and later.members is not None:
        known.members = later.members
        learnt.append("members")
    return tuple(learnt)


def _is_answered(letter: Letter) -> bool:
    """Whether a reply is noted; "no answer" is none."""
    said = code_by_word("letters", "reply").get(fold_name(letter.reply_words))
    return bool(letter.reply or letter.reply_words) and said != "none"


def in_draft(draft: Draft) -> Letter:
    """The letter in a draft of one."""
    assert isinstance(draft.record, Letter)
    return draft.record
