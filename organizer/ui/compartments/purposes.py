"""What can be done with a compartment, each with what is to be known before."""

from __future__ import annotations

from organizer.i18n import _
from organizer.records.base import Record
from organizer.store import compartments
from organizer.store.store import Store
from organizer.ui.compartments.sheet import Purpose
from organizer.ui.compartments.words import hides, name_of


def make(store: Store, kind: type[Record]) -> Purpose:
    known = (
        ("lock", hides(kind)),
        ("archive", _("Backups, prints and exports made until now still hold the words. Destroy those that must not.")),
        ("info", _("While it is closed nothing in it can be changed, undone or erased, and nobody who is named there deleted.")),
    )
    return Purpose(
        _("Compartment: {name}").format(name=name_of(kind)),
        _("Make the compartment"),
        lambda _old, new: compartments.make(store, kind, new),
        known,
        asks=False,
        makes=True,
        afterwards=store.make_searchable,
    )


def open_(store: Store, kind: type[Record]) -> Purpose:
    return Purpose(
        _("Open the compartment: {name}").format(name=name_of(kind)),
        _("Open"),
        lambda old, _new: compartments.open_(store, kind, old),
        afterwards=store.make_searchable,
    )


def change(store: Store, kind: type[Record]) -> Purpose:
    known = (("archive", _("Backups made until now keep the old passphrase.")),)
    return Purpose(
        _("New passphrase for the compartment: {name}").format(name=name_of(kind)),
        _("Change the passphrase"),
        lambda old, new: compartments.change_passphrase(store, kind, old, new),
        known,
        makes=True,
    )


def do_away(store: Store, kind: type[Record]) -> Purpose:
    known = (("lock-open", _("From then on whoever opens the file reads these words again.")),)

    def work(old: str, _new: str) -> None:
        compartments.open_(store, kind, old)
        compartments.do_away(store, kind)

    return Purpose(_("Do away with the compartment: {name}").format(name=name_of(kind)), _("Do away with it"), work, known)
