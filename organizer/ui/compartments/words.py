"""What compartments are called, and what each hides, in words."""

from __future__ import annotations

from organizer import i18n
from organizer.actions.privacy.field_words import field_words
from organizer.i18n import _, _n
from organizer.records.base import Record
from organizer.store.compartments import Compartment
from organizer.ui.kinds import KINDS

_NOT_TOLD = frozenset({"import_key"})


def name_of(kind: type[Record]) -> str:
    """What a kind's list is called: Donations."""
    return next(_(each.words.many) for each in KINDS if each.record is kind)


def icon_of(kind: type[Record]) -> str:
    return next(each.icon for each in KINDS if each.record is kind)


def hides(kind: type[Record]) -> str:
    """What lies in the compartment of a kind."""
    fields = i18n.dotted(*(field_words(name) for name in kind.COMPARTMENT if name not in _NOT_TOLD))
    return _("Under it lie: {fields}. All else stays readable, so that counts and sums are right.").format(fields=fields)


def state_words(compartment: Compartment) -> str:
    count = _n("{n} record", "{n} records", compartment.count)
    if not compartment.made:
        return _("{count}, read by whoever opens the file.").format(count=count)
    if compartment.is_open:
        return _("{count}, open until you close the compartment or the file.").format(count=count)
    closed = _("{count}, closed. Lists and exports show ••• in place of the words; searches and prints go without them.")
    return closed.format(count=count)
