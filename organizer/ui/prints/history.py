"""What changed on a leaflet or a press release, in words: texts by language, demands by their leads, times, facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from organizer import i18n
from organizer.errors import MissingRecord
from organizer.i18n import N_, _
from organizer.records.attachment import Attachment
from organizer.records.campaign import demands_with_uids
from organizer.records.picket import Picket
from organizer.store.journal_entries import FieldChange
from organizer.ui.prints.demands import lead
from organizer.ui.session import Session

TEXTS = {
    "kicker": N_("Yellow label"),
    "headline": N_("Headline"),
    "body": N_("What happened"),
    "call_title": N_("What it is called"),
    "place": N_("Place"),
    "directions": N_("How to get there"),
    "qr_label": N_("Words under the code"),
}
_OTHERS = {
    "day": N_("Day"),
    "starts": N_("Starts"),
    "ends": N_("Ends"),
    "qr_target": N_("QR code leads to"),
    "paper": N_("Paper"),
}
_KINDS = {"picket_id": (N_("Picket"), Picket), "photo_id": (N_("Photo"), Attachment)}


def leaflet_history(session: Session, change: FieldChange) -> list[str]:
    """The sentences of one change of a leaflet; none for what nobody needs to know."""
    if change.field == "texts":
        return list(_texts(change.before or {}, change.after or {}))
    if change.field == "languages":
        return _step(_("Languages"), _languages(change.before), _languages(change.after))
    if change.field == "demand_uids":
        return _step(_("Demands"), _demands(session, change.before), _demands(session, change.after))
    if change.field in _KINDS:
        words, kind = _KINDS[change.field]
        return _step(_(words), _title(session, kind, change.before), _title(session, kind, change.after))
    if change.field in _OTHERS:
        return _step(_(_OTHERS[change.field]), _plain(change.before), _plain(change.after))
    return []


def release_history(_session: Session, change: FieldChange) -> list[str]:
    """The sentences of what a press release's own fields do not say by themselves."""
    if change.field == "facts":
        return _step(_("Beside the text"), _facts(change.before), _facts(change.after))
    if change.field == "paper":
        return _step(_("Paper"), _plain(change.before), _plain(change.after))
    return []


def _step(name: str, before: str, after: str) -> list[str]:
    if before == after:
        return []
    if before and after:
        return [_("{field}: {before} became {after}").format(field=name, before=before, after=after)]
    if after:
        return [_("{field}: {after}").format(field=name, after=after)]
    return [_("{field}: {before} taken out").format(field=name, before=before)]


def _texts(before: Mapping[str, Mapping[str, str]], after: Mapping[str, Mapping[str, str]]) -> Iterable[str]:
    for tag in dict.fromkeys((*before, *after)):
        for name, words in TEXTS.items():
            field = _("{field}, {language}").format(field=_(words), language=i18n.language_name(tag))
            yield from _step(field, before.get(tag, {}).get(name, ""), after.get(tag, {}).get(name, ""))


def _languages(tags: Any) -> str:
    return i18n.joined(*(i18n.language_name(tag) for tag in tags or ()))


def _demands(session: Session, uids: Any) -> str:
    known = {demand.uid: demand for demand in session.store.records(demands_with_uids(list(uids or ())))}
    return i18n.joined(*(lead(known[uid].text_in(i18n.language().split("_")[0])) for uid in uids or () if uid in known))


def _facts(facts: Any) -> str:
    return i18n.joined(*(fact.get("heading", "") for fact in facts or ()))


def _title(session: Session, kind: Any, record_id: Any) -> str:
    if record_id is None:
        return ""
    try:
        return str(session.store.get(kind, record_id).title())
    except MissingRecord:
        return _("something that is gone")


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if hasattr(value, "year"):
        return i18n.day(value)
    return i18n.clock(value) if hasattr(value, "hour") else str(value)
