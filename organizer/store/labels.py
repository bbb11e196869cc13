"""What a step is called when nobody named it: "Picket added". And how many of a kind, in words."""

from __future__ import annotations

from organizer.i18n import N_, _, _n

_WORDS: dict[str, tuple[str, str, str]] = {
    "attachment": (N_("Picture added"), N_("Picture changed"), N_("Picture deleted")),
    "campaign": (N_("Campaign added"), N_("Campaign changed"), N_("Campaign deleted")),
    "demand": (N_("Demand added"), N_("Demand changed"), N_("Demand deleted")),
    "city": (N_("City added"), N_("City changed"), N_("City deleted")),
    "site": (N_("Site added"), N_("Site changed"), N_("Site deleted")),
    "organisation": (N_("Organisation added"), N_("Organisation changed"), N_("Organisation deleted")),
    "person": (N_("Person added"), N_("Person changed"), N_("Person deleted")),
    "affiliation": (N_("Affiliation added"), N_("Affiliation changed"), N_("Affiliation deleted")),
    "consent": (N_("Consent added"), N_("Consent changed"), N_("Consent deleted")),
    "target": (N_("Target added"), N_("Target changed"), N_("Target deleted")),
    "picket": (N_("Picket added"), N_("Picket changed"), N_("Picket deleted")),
    "letter": (N_("Letter added"), N_("Letter changed"), N_("Letter deleted")),
    "fund": (N_("Fund added"), N_("Fund changed"), N_("Fund deleted")),
    "donation": (N_("Donation added"), N_("Donation changed"), N_("Donation deleted")),
    "press_release": (N_("Press release added"), N_("Press release changed"), N_("Press release deleted")),
    "leaflet": (N_("Leaflet added"), N_("Leaflet changed"), N_("Leaflet deleted")),
    "print_run": (N_("Print run added"), N_("Print run changed"), N_("Print run deleted")),
    "sheet_text": (N_("Words of a sheet kept"), N_("Words of a sheet changed"), N_("Words of a sheet deleted")),
    "tag": (N_("Tag added"), N_("Tag changed"), N_("Tag deleted")),
    "erasure": (N_("Erasure noted"), N_("Erasure noted"), N_("Erasure noted")),
    "tagging": (N_("Record tagged"), N_("Tag changed"), N_("Tag taken off")),
}


def added(kind: str) -> str:
    return _(_WORDS[kind][0])


def changed(kind: str) -> str:
    return _(_WORDS[kind][1])


def deleted(kind: str) -> str:
    return _(_WORDS[kind][2])


def in_use(count: int) -> tuple[str, str]:
    """Why a record that others point to is not deleted, and what to do."""
    return (
        _n(
            "{n} other record still uses this, so it was not deleted.",
            "{n} other records still use this, so it was not deleted.",
            count,
        ),
        _("Change or delete those first."),
    )
