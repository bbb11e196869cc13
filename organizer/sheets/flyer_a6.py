"""Draws the A6 flyer, and its sister of a quarter letter: the A5 leaflet made small, what is too much for it overleaf."""

from __future__ import annotations

from organizer.sheets.call_foot import CallFoot
from organizer.sheets.design import Design
from organizer.sheets.flyer import flyer
from organizer.sheets.flyer_shape import Shape
from organizer.sheets.leaflet_head import Head
from organizer.sheets.leaflet_trim import Trim
from organizer.sheets.sheet_kind import Job

_MARGIN = 7.0
_FURNITURE, _TYPE = 0.75, 0.9


def flyer_a6(job: Job) -> Design:
    """Front, and back where there is more than fits the front. The code is 20 mm wide."""
    trim = Trim(*job.format.size, margin=_MARGIN, furniture=_FURNITURE, type=_TYPE)
    return flyer(job, Shape(trim, Head, CallFoot, headline=(36.0, 16.0), picture=(30.0, 62.0, 10.0), air=4.2))
