"""The kinds of record that have a screen of lists and forms. A new kind adds its line here."""

from __future__ import annotations

from organizer.ui.kind import Kind
from organizer.ui.screens import campaigns, donations, letters, organisations, people, pickets, sites, targets

KINDS: tuple[Kind, ...] = (
    pickets.KIND,
    letters.KIND,
    donations.KIND,
    organisations.KIND,
    people.KIND,
    sites.KIND,
    targets.KIND,
    campaigns.KIND,
)
