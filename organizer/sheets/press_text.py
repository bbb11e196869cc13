"""A press release as plain text for the body of a mail: what editors read first, and copy from."""

from __future__ import annotations

from collections.abc import Iterable

from organizer.sheets import words
from organizer.sheets.content import PressContact, PressReleaseContent
from organizer.sheets.typesetting.capitals import capitals

_STARS = str.maketrans("", "", "*")


def press_text(content: PressReleaseContent) -> str:
    """The words of the sheet in their order, paragraphs divided by empty lines. Lines are not broken: mail programs do that."""
    said, language = words.words(content.language), content.language
    blocks = [content.organisation, _status(content)]
    blocks.append("\n".join(part for part in (_plain(content.headline), _plain(content.subhead)) if part))
    blocks += _story(content)
    blocks.append(content.end_mark or said.ends)
    if content.notes:
        blocks += [said.notes, *(_plain(note) for note in content.notes)]
    blocks += ["\n".join(part for part in (fact.title, *fact.lines) if part) for fact in content.facts]
    blocks.append(_contact(content.contact, said.press_office))
    issued = said.issued.format(day=words.day_long(content.issued, language)) if content.issued else ""
    blocks.append(" · ".join(part for part in (content.reference, issued, content.address_line) if part))
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _status(content: PressReleaseContent) -> str:
    """Press release, and from when on it may be used."""
    said, language = words.words(content.language), content.language
    use = said.immediate
    if content.embargo is not None:
        use = said.embargoed_until.format(moment=words.moment(content.embargo, content.zone, language))
    return "\n".join((capitals(said.press_release, language), use))


def _story(content: PressReleaseContent) -> Iterable[str]:
    body = [_plain(paragraph) for paragraph in content.body]
    where = words.dateline(content.dateline_place, content.dateline_day, content.language)
    if body and where:
        body[0] = f"{where} — {body[0]}"
    yield from body
    if content.quote:
        yield "\n".join(part for part in (_plain(content.quote), content.quote_by) if part)
    yield from (_plain(paragraph) for paragraph in content.more)


def _contact(contact: PressContact | None, heading: str) -> str:
    if contact is None:
        return ""
    lines = (contact.heading or heading, contact.name, contact.phone, contact.out_of_hours, contact.email)
    return "\n".join(line for line in lines if line)


def _plain(text: str) -> str:
    return text.translate(_STARS).strip()
