"""Print runs: what was printed so far, how much of it is handed out, and where the rest lies."""

from __future__ import annotations

from typing import Any

from organizer import i18n
from organizer.actions import facets
from organizer.i18n import N_, _
from organizer.records.print_run import PrintRun
from organizer.records.values import PrintClass
from organizer.sheets.catalogue import sheet_kinds
from organizer.ui import fields, links, tags
from organizer.ui.controls import ChoiceControl, Control
from organizer.ui.kind import Chip, Column, Field, FilterChoice, FormGroup, Head, Kind, KindWords, Verb
from organizer.ui.look.cells import Cell
from organizer.ui.look.choice import Choice
from organizer.ui.screens import choices, longest
from organizer.ui.session import Session

_MOST = 9_999
_OF_RECORDS = {"leaflet": N_("Leaflet"), "press-release": N_("Press release")}
"""Sheets that are printed in the editor of their own records."""


def sheet_words(key: str) -> str:
    """The name of a kind of sheet; of one that this version does not know, its key."""
    kind = sheet_kinds().get(key)
    return kind.title() if kind is not None else _(_OF_RECORDS.get(key, key))


def _sheet(run: PrintRun) -> Cell:
    kind = sheet_kinds().get(run.sheet)
    return Cell(text=sheet_words(run.sheet), second=run.name, icon=kind.icon if kind is not None else "file-text")


def _day(run: PrintRun) -> Cell:
    return Cell(text=i18n.day(run.printed_on) if run.printed_on else "")


def _language(run: PrintRun) -> Cell:
    return Cell(text=i18n.language_name(run.language))


def _number(count: int) -> Cell:
    return Cell(text=i18n.number(count), end=True)


def _left(run: PrintRun) -> Cell:
    return Cell(text=i18n.number(run.left), end=True, strong=run.left > 0, dimmed=run.left == 0)


def _where(run: PrintRun) -> Cell:
    return Cell(text=run.kept_at)


def _most() -> list[Cell]:
    return [Cell(text=i18n.number(_MOST), end=True)]


def _sheets_chip() -> Chip:
    def offer(session: Session, kind: type[Any]) -> list[FilterChoice]:
        counts = facets.counts_by(session.store, kind, "sheet", campaign=choices.campaign_id(session))
        return [FilterChoice(sheet_words(key), (("sheet", key),), count) for key, count in counts.items()]

    return Chip(N_("Sheet"), "printer", choices=offer)


def _sheet_field() -> Field:
    def make(_session: Session) -> Control:
        keys = dict.fromkeys((*_OF_RECORDS, *sheet_kinds()))
        return ChoiceControl("sheet", Choice((key, sheet_words(key)) for key in keys))

    return Field("sheet", N_("Sheet"), make, 3)


def _new(session: Session) -> PrintRun:
    return PrintRun(
        campaign_id=session.campaign.id if session.campaign else None,
        sheet=next(iter(sheet_kinds()), ""),
        name=session.campaign.title() if session.campaign else "",
        language=i18n.main_language(i18n.language()),
        printed_on=session.today(),
    )


def _deleted(run: PrintRun) -> str:
    return _("Print run of “{name}” deleted.").format(name=sheet_words(run.sheet))


def _head(run: PrintRun) -> Head:
    left = i18n.number(run.left)
    return Head(sheet_words(run.sheet), _("{left} left of {printed}").format(left=left, printed=i18n.number(run.printed)))


def _hand_out(session: Session, run: Any) -> None:
    from organizer.ui.print_room.hand_out import ask_hand_out

    ask_hand_out(session, run)


KIND = Kind(
    record=PrintRun,
    icon="layers",
    words=KindWords(
        many=N_("Printed so far"),
        new=N_("New print run"),
        search=N_("Search print runs"),
        none_yet=N_("Nothing printed yet"),
        first_step=N_("After printing a sheet, log how many. What is left, and what is out of date, then stands here."),
        no_match=N_("No print runs match."),
        delete=N_("Delete print run"),
        history=N_("History of this print run"),
        deleted=_deleted,
    ),
    columns=(
        Column(N_("Sheet"), _sheet, 240, "sheet", stretch=True),
        Column(N_("Printed on"), _day, 122, "printed_on", longest=longest.days),
        Column(N_("Language"), _language, 100, "language", leaves=2),
        Column(N_("Printed"), lambda run: _number(run.printed), 86, "printed", end=True, longest=_most),
        Column(N_("Handed out"), lambda run: _number(run.handed_out), 96, "handed_out", end=True, longest=_most),
        Column(N_("Left"), _left, 76, "left", end=True, longest=_most),
        Column(N_("Where"), _where, 130, "kept_at", leaves=1),
    ),
    chips=(_sheets_chip(), Chip(N_("Some left"), "package", filters=(("left", True),)), tags.tags_chip()),
    groups=(
        FormGroup(
            N_("Copies"),
            (
                (
                    fields.count("printed", N_("Printed"), empty=0),
                    fields.count("handed_out", N_("Handed out"), empty=0),
                    fields.count("spoiled", N_("Spoiled"), empty=0, optional=True),
                ),
                (links.picket("picket_id", N_("Handed out at")),),
                (fields.line("kept_at", N_("Where the rest lies"), optional=True),),
            ),
        ),
        FormGroup(
            N_("What was printed"),
            (
                (_sheet_field(), fields.day("printed_on", N_("Printed on"), share=2)),
                (fields.line("name", N_("For")),),
                (fields.segmented("print_class", N_("Who may see it"), PrintClass.WORDS),),
                (
                    fields.count("first_number", N_("First number"), optional=True),
                    fields.count("last_number", N_("Last number"), optional=True),
                ),
                (fields.area("note", N_("Note"), lines=2, optional=True),),
                (tags.tags(),),
            ),
        ),
    ),
    head=_head,
    new=_new,
    duplicate={"handed_out": 0, "spoiled": 0, "picket_id": None},
    verbs=(Verb(N_("Hand out…"), "send", _hand_out),),
    dimmed=lambda run: bool(run.left == 0),
)
