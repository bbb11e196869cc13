"""Demands: a changed demand is a new edition, so that what was printed keeps the words it was printed with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from organizer.i18n import _
from organizer.records.campaign import Demand

if TYPE_CHECKING:
    from organizer.store.store import Store


def revise(store: Store, demand: Demand, texts: Mapping[str, str], today: date) -> Demand:
    """The demand with these texts by language: a new edition, saved; the demand itself when its words are the same."""
    new_texts = {language: words.strip() for language, words in texts.items() if words.strip()}
    if new_texts == demand.texts:
        return demand
    editions = store.rows(select(Demand.edition).where(Demand.campaign_id == demand.campaign_id, Demand.number == demand.number))
    edition = max((number for (number,) in editions), default=0) + 1
    revised = Demand(campaign_id=demand.campaign_id, number=demand.number, edition=edition, since=today, texts=new_texts)
    return store.save(revised, _("New edition of a demand"))
