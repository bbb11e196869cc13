"""Pickets: repeating one on a later day."""

from __future__ import annotations

from datetime import date, timedelta

from organizer.records.picket import Picket
from organizer.records.values import DatePrecision

_KEPT = ("campaign_id", "kind", "city_id", "site_id", "occasion", "day_of_action", "starts", "ends")


def repeat(picket: Picket, day: date | None = None) -> Picket:
    """The same picket once more, unsaved: by default a week after this one. What happened there stays with the old one.

    A picket without a day, or with an uncertain one, comes back as a draft.
    """
    certain = picket.day is not None and picket.day_precision == DatePrecision.EXACT
    if day is None and certain and picket.day is not None:
        day = picket.day + timedelta(days=7)
    kept = {name: getattr(picket, name) for name in _KEPT}
    return Picket(**kept, day=day, state="scheduled" if day else "draft")
