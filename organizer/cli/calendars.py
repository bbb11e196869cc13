"""The command that writes pickets as a calendar file."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from organizer.actions.campaigns import current_campaign
from organizer.cli.files import opened
from organizer.cli.outcome import DONE, say
from organizer.errors import MissingRecord, StorageFault, UserError
from organizer.exchange.calendar_out import to_calendar
from organizer.i18n import _, _n
from organizer.records.picket import for_calendar
from organizer.store.files import write_atomic


def write_calendar(arguments: Namespace) -> int:
    """organizer calendar FILE [--from DAY] [--drafts] --out OUT.ics"""
    first = _day(arguments.first)
    if arguments.out.exists():
        raise StorageFault(
            _("“{name}” is there already and was left as it is.").format(name=arguments.out.name),
            _("Choose another name with --out, or delete it first."),
        )
    with opened(arguments) as store:
        campaign = current_campaign(store)
        wanted = for_calendar(campaign.id, first, drafts=arguments.drafts) if campaign is not None else None
        pickets = store.records(wanted) if wanted is not None else []
    if not pickets:
        raise MissingRecord(_("No picket of the file belongs in this calendar."), _("Leave --from out, or add --drafts."))
    name = campaign.name if campaign is not None else ""
    write_atomic(arguments.out, to_calendar(pickets, name=name))
    count = _n("{n} picket", "{n} pickets", len(pickets))
    say(_("“{name}” is written: {count}.").format(name=arguments.out.name, count=count))
    return DONE


def _day(said: str | None) -> date:
    try:
        return date.fromisoformat(said) if said else date.min
    except ValueError as fault:
        raise UserError(_("“{day}” is not a day.").format(day=(said or "")[:40]), _("Write it as in 2026-06-12.")) from fault
