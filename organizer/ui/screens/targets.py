"""Targets: offices and people that are written to. Once letters went to one it is retired, never deleted."""

from __future__ import annotations

from organizer import i18n
from organizer.actions import facets
from organizer.i18n import N_, _
from organizer.records.letter import Letter
from organizer.records.target import Target
from organizer.ui import codes, fields, links, tags
from organizer.ui.kind import BRING_IN, Chip, Column, FormGroup, Head, Kind, KindWords
from organizer.ui.look.cells import Cell
from organizer.ui.screens import choices
from organizer.ui.session import Session


def _who(target: Target) -> Cell:
    second = target.organisation if target.organisation != target.title() else target.name
    return Cell(text=target.title(), second=second, dimmed=target.retired)


def _plain(words: str, target: Target) -> Cell:
    return Cell(text=words, dimmed=target.retired)


def _state(target: Target) -> Cell:
    return Cell(state="retired", spoken=_("Retired"), dimmed=True) if target.retired else Cell()


def _head(target: Target) -> Head:
    role = _("gets copies") if target.role == "copy" else ""
    second = i18n.dotted(_(Target.KINDS.get(target.kind, "")), target.country_words(), role)
    return Head(target.title(), second, "retired" if target.retired else "")


def _delete(session: Session, target: Target) -> str:
    used = facets.counts_by(session.store, Letter, "target_id", target=target.id)
    if not used:
        session.store.delete(target)
        return _("{target} deleted.").format(target=target.title())
    fresh = session.store.get(Target, target.id)
    fresh.retired = True
    session.store.save(fresh, _("Target retired"))
    return _("{target} retired: letters went there, so it stays in the file.").format(target=target.title())


KIND = Kind(
    record=Target,
    icon="landmark",
    in_campaign=False,
    words=KindWords(
        many=N_("Targets"),
        new=N_("New target"),
        search=N_("Search targets"),
        none_yet=N_("No targets yet"),
        first_step=N_("Write down who the letters go to: an office, a company, an embassy."),
        no_match=N_("No targets match."),
        delete=N_("Delete or retire target"),
        history=N_("History of this target"),
        deleted=lambda target: _("{target} deleted.").format(target=target.title()),
    ),
    columns=(
        Column(N_("Office or person"), _who, 220, "office", stretch=True),
        Column(N_("Kind"), lambda target: _plain(_(Target.KINDS.get(target.kind, "")), target), 130, "kind", leaves=1),
        Column(N_("Country"), lambda target: _plain(target.country_words(), target), 120, "country"),
        Column(N_("Letters"), lambda target: _plain(_(Target.ROLES.get(target.role, "")), target), 76),
        Column("", _state, 100, leaves=2),
    ),
    chips=(
        choices.codes_chip(N_("Kind"), "kind", Target.KINDS, everywhere=True),
        choices.codes_chip(N_("Letters"), "role", Target.ROLES, everywhere=True),
        Chip(N_("In use"), "check", filters=(("retired", False),)),
        tags.tags_chip(everywhere=True),
    ),
    groups=(
        FormGroup(
            N_("Who it is"),
            (
                (fields.line("office", N_("Office"), hint=N_("As in Minister of Internal Affairs.")),),
                (fields.line("name", N_("Person"), optional=True),),
                (fields.line("organisation", N_("Organisation"), optional=True),),
                (fields.choice("kind", N_("Kind"), Target.KINDS, share=3), codes.country("country", N_("Country"), share=2)),
                (fields.segmented("role", "", Target.ROLES),),
            ),
        ),
        FormGroup(
            N_("How to write"),
            (
                (fields.line("salutation", N_("Salutation"), share=3), codes.language("language", N_("Language"), share=2)),
                (fields.area("address", N_("Address"), lines=3, optional=True),),
                (links.city("city_id", N_("City"), optional=True),),
                (fields.line("email", N_("E-mail"), optional=True), fields.line("website", N_("Website"), optional=True)),
                (fields.line("phone", N_("Phone"), optional=True), fields.line("fax", N_("Fax"), optional=True)),
            ),
        ),
        FormGroup(
            "",
            (
                (fields.check("retired", N_("Retired: no new letters go there")),),
                (fields.area("notes", N_("Notes"), lines=2, optional=True),),
                (tags.tags(),),
            ),
        ),
    ),
    head=_head,
    new=lambda _session: Target(),
    dimmed=lambda target: bool(target.retired),
    delete=_delete,
    list_verbs=(BRING_IN,),
)
