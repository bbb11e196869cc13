"""organizer report: what a file knows about somebody, for the person who asks."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date

from organizer import i18n
from organizer.actions.privacy import known
from organizer.cli.files import opened
from organizer.cli.outcome import DONE, say, write
from organizer.errors import StorageFault, UserError
from organizer.i18n import _
from organizer.store.files import write_atomic


def report(arguments: Namespace) -> int:
    """organizer report FILE NAME [--json] [--out OUT.pdf]"""
    if arguments.out is not None and arguments.out.exists():
        raise StorageFault(
            _("“{name}” is there already and was left as it is.").format(name=arguments.out.name),
            _("Choose another name with --out, or delete it first."),
        )
    with opened(arguments) as store:
        people = known.people_named(store, arguments.name)
        told = known.known_about(store, arguments.name, people, today=date.today())
    if told.is_empty():
        raise UserError(_("Nothing in this file names this person."), _("Try another spelling, or the family name alone."))
    if arguments.json:
        write(json.dumps(told.to_plain(), ensure_ascii=False, indent=2).encode() + b"\n")
    elif arguments.out is not None:
        from organizer.sheets.what_is_known import what_is_known

        sheet = what_is_known(told.name, told.day, known.chapters(told), i18n.language())
        write_atomic(arguments.out, sheet.pdf)
        say(_("“{name}” is written.").format(name=arguments.out.name))
    else:
        _say_all(told)
    return DONE


def _say_all(told: known.Known) -> None:
    for heading, entries in known.chapters(told):
        say(heading)
        for words, fields in entries:
            say(f"  {words}")
            for label, value in fields:
                say(f"    {label}: {' '.join(value.split())}")
