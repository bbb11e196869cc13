"""What can be written on the command line, and which function does it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from organizer import __version__
from organizer.errors import UserError
from organizer.i18n import N_, _

_CLASSES = ("public", "branch", "confidential")
SHEET_KINDS = ("pickets", "letters", "donations", "organisations", "people", "targets")

_HELP = {
    "new": N_("Make a new campaign file."),
    "import": N_("Bring in a spreadsheet, an address book or a calendar: each row once, all of it or nothing, one step to undo."),
    "list": N_("List the records of one kind."),
    "print": N_("Write a leaflet, a press release or a sheet of the print room as PDF."),
    "calendar": N_("Write the pickets as a calendar file, for any calendar program."),
    "report": N_("Say everything that a file knows about one person."),
    "check": N_("Look whether a file is whole."),
    "backup": N_("Make a verified copy of a file."),
    "salvage": N_("Save what can still be read of a damaged file into a new one."),
    "restore": N_("Make a campaign file out of a backup in the open format."),
    "passphrase": N_("Give a file another passphrase."),
    "recover": N_("Open a file with the words of its recovery sheet and give it a new passphrase."),
}

Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Refuses in two sentences, like everything else."""

    def error(self, message: str) -> NoReturn:
        raise UserError(
            _("This command line cannot be understood: {detail}.").format(detail=message.rstrip(".")),
            _("“{command} --help” shows how it is written.").format(command=self.prog),
        )


def command_line(words: Sequence[str]) -> int:
    """Run the command that the words name."""
    parser = _Parser(
        prog="organizer",
        allow_abbrev=False,
        description=_("Campaign records and campaign print, offline, in one encrypted file."),
        epilog=_("Without a command the window opens, on FILE if one is named: organizer [FILE]"),
    )
    parser.add_argument("--version", action="version", version=f"Picket Organizer {__version__}")
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    for name, describe in COMMANDS.items():
        describe(commands.add_parser(name, help=_(_HELP[name]), description=_(_HELP[name]), allow_abbrev=False))
    arguments = parser.parse_args(list(words))
    if arguments.command is None:
        parser.error(_("no command is named"))
    module, function = arguments.does.split(":")
    does: Command = getattr(import_module(f"organizer.cli.{module}"), function)
    return does(arguments)


def existing_file(words: Sequence[str]) -> Path | None:
    """The one file to open in the window, None for none. UserError: there is no such file, or more words than one."""
    if len(words) > 1:
        raise UserError(
            _("There is no command “{word}”.").format(word=words[0]), _("“organizer --help” shows the commands there are.")
        )
    path = a_path(words[0]) if words else None
    if path is not None and not path.exists():
        raise UserError(
            _("There is neither a file nor a command “{word}”.").format(word=words[0]),
            _("Look at the name; “organizer --help” shows the commands."),
        )
    return path


def a_path(words: str) -> Path:
    """A path out of an argument. UserError: no file can have this name."""
    if not words or "\x00" in words:
        raise UserError(_("An argument that should name a file names none."), _("Write the file's name."))
    path = Path(words)
    try:
        path.exists()
    except OSError as fault:
        raise UserError(
            _("No file can have a name like this one."), _("Choose a shorter name, in a folder you may enter.")
        ) from fault
    return path


def _file(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("file", type=a_path, metavar="FILE", help=what)
    parser.add_argument(
        "--passphrase-file",
        metavar="PATH",
        help=_("read the passphrase from the first line of this file; - is standard input. Without it the terminal asks"),
    )


def _new(parser: argparse.ArgumentParser) -> None:
    _file(parser, _("the file to make; one that is there is never overwritten"))
    parser.add_argument("--sample", action="store_true", help=_("fill it with the sample campaign"))
    parser.add_argument("--plain", action="store_true", help=_("make it without encryption, readable for everyone who has it"))
    parser.set_defaults(does="files:new")


def _import(parser: argparse.ArgumentParser) -> None:
    _file(parser, _("the campaign file"))
    parser.add_argument("kind", metavar="KIND", help=" | ".join(SHEET_KINDS))
    forms = _("a spreadsheet (XLSX, CSV), an address book (vCard) or a calendar (ICS)")
    parser.add_argument("sheet", type=a_path, metavar="SHEET", help=forms)
    parser.add_argument(
        "--worksheet", metavar="NAME", default="", help=_("the sheet of a workbook; by default the first that fits")
    )
    parser.add_argument("--preview", action="store_true", help=_("only say what would be imported"))
    parser.add_argument("--json", action="store_true", help=_("say it as JSON"))
    parser.add_argument("--skip-bad", action="store_true", help=_("leave out rows that cannot be read"))
    parser.set_defaults(does="lists:import_sheet")


def _list(parser: argparse.ArgumentParser) -> None:
    _file(parser, _("the campaign file"))
    parser.add_argument("kind", metavar="KIND", help=_("pickets, letters, donations, organisations, people, targets and so on"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help=_("as a sheet that can be imported again"))
    form.add_argument("--json", action="store_true", help=_("as JSON, every record an object"))
    parser.set_defaults(does="lists:list_records")


class _ListSheets(argparse.Action):
    """--list needs neither file nor sheet: like --help it says its piece and is done."""

    def __call__(self, parser: argparse.ArgumentParser, *_more: object) -> NoReturn:
        parser.exit(import_module("organizer.cli.room").list_sheets())


def _print(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--list", action=_ListSheets, nargs=0, help=_("say which sheets there are and what each asks for"))
    _file(parser, _("the campaign file"))
    parser.add_argument("sheet", metavar="SHEET", help=_("what to print: leaflet, press-release, or another that --list names"))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--record", metavar="UID", help=_("the record to print; the first six characters are enough"))
    which.add_argument("--from-picket", metavar="UID", help=_("begin a new leaflet or release from this picket; it is not kept"))
    parser.add_argument("--language", metavar="TAG", help=_("the language to print, as in en, ru, ar"))
    parser.add_argument("--second", metavar="TAG", help=_("the other language of a sheet in two"))
    parser.add_argument("--format", metavar="F", help=_("the size, as in a4, letter"))
    parser.add_argument("--layout", metavar="L", help=_("how it comes onto paper, as in one-page, print-shop"))
    parser.add_argument(
        "--set", metavar="KEY=VALUE", action="append", help=_("an answer to what the sheet asks; may be repeated")
    )
    parser.add_argument("--large", action="store_true", help=_("in large print"))
    parser.add_argument("--one-colour", action="store_true", help=_("in black and one colour"))
    seen_by = _("who may see it, as it says on the sheet: {classes}").format(classes=" | ".join(_CLASSES))
    parser.add_argument("--class", dest="seen_by", metavar="CLASS", help=seen_by)
    parser.add_argument("--bleed", metavar="MM", help=_("the bleed for a print shop; 3 without it"))
    parser.add_argument("--out", type=a_path, metavar="OUT.pdf", required=True, help=_("the PDF to write"))
    parser.set_defaults(does="prints:print_sheet")


def _calendar(parser: argparse.ArgumentParser) -> None:
    _file(parser, _("the campaign file"))
    parser.add_argument("--from", dest="first", metavar="DAY", help=_("only from this day on, as in 2026-06-12"))
    parser.add_argument("--drafts", action="store_true", help=_("with drafts, as events that may be"))
    parser.add_argument("--out", type=a_path, metavar="OUT.ics", required=True, help=_("the calendar file to write"))
    parser.set_defaults(does="calendars:write_calendar")


def _report(parser: argparse.ArgumentParser) -> None:
    _file(parser, _("the campaign file"))
    parser.add_argument("name", metavar="NAME", help=_("the person's name, however it is spelt"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("say it as JSON"))
    form.add_argument("--out", type=a_path, metavar="OUT.pdf", help=_("write it as PDF"))
    parser.set_defaults(does="privacy:report")


def _check(parser: argparse.ArgumentParser) -> None:
    _file(parser, _("the campaign file"))
    parser.set_defaults(does="files:check")


def _backup(parser: argparse.ArgumentParser) -> None:
    _file(parser, _("the campaign file"))
    parser.add_argument("--to", type=a_path, metavar="DIR", help=_("the folder for the copy; by default one beside the file"))
    parser.set_defaults(does="files:backup")


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("archive", type=a_path, metavar="ARCHIVE", help=_("the backup in the open format"))
    parser.add_argument(
        "new_file", type=a_path, metavar="NEWFILE", help=_("the file to make; one that is there is never overwritten")
    )
    parser.add_argument(
        "--passphrase-file",
        metavar="PATH",
        help=_("read the passphrase from the first line of this file; - is standard input. Without it the terminal asks"),
    )
    parser.set_defaults(does="restore:restore")


def _passphrase(parser: argparse.ArgumentParser) -> None:
    _file(parser, _("the campaign file"))
    _new_passphrase(parser)
    parser.set_defaults(does="recovery:change")


def _recover(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=a_path, metavar="FILE", help=_("the campaign file; the words come from standard input"))
    _new_passphrase(parser)
    parser.set_defaults(does="recovery:recover")


def _new_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--new-passphrase-file",
        metavar="PATH",
        help=_("read the new passphrase from the first line of this file; - is standard input. Without it the terminal asks"),
    )


def _salvage(parser: argparse.ArgumentParser) -> None:
    _file(parser, _("the damaged file; it is only read"))
    parser.add_argument("new", type=a_path, metavar="NEW", help=_("the file to make; one that is there is never overwritten"))
    parser.set_defaults(does="salvage:save")


COMMANDS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "new": _new,
    "import": _import,
    "list": _list,
    "print": _print,
    "calendar": _calendar,
    "report": _report,
    "check": _check,
    "backup": _backup,
    "salvage": _salvage,
    "restore": _restore,
    "passphrase": _passphrase,
    "recover": _recover,
}
