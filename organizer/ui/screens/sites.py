"""Sites: where actions stand: embassies, offices, squares."""

from __future__ import annotations

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.place import City, Site
from organizer.ui import codes, fields, links, tags
from organizer.ui.kind import Column, FormGroup, Head, Kind, KindWords
from organizer.ui.look.cells import Cell
from organizer.ui.screens import choices


def _head(site: Site) -> Head:
    return Head(site.name, i18n.joined(_(Site.KINDS.get(site.kind, "")), site.city.name if site.city else ""))


KIND = Kind(
    record=Site,
    icon="map-pin",
    in_campaign=False,
    words=KindWords(
        many=N_("Sites"),
        new=N_("New site"),
        search=N_("Search sites"),
        none_yet=N_("No sites yet"),
        first_step=N_("They come with the pickets, or one by one here. Leaflets print their address."),
        no_match=N_("No sites match."),
        delete=N_("Delete site"),
        history=N_("History of this site"),
        deleted=lambda site: _("{name} deleted.").format(name=site.title()),
    ),
    columns=(
        Column(N_("Name"), lambda site: Cell(text=site.name, second=_(Site.KINDS.get(site.kind, ""))), 220, "name", stretch=True),
        Column(N_("City"), lambda site: Cell(text=site.city.name if site.city else ""), 120),
        Column(N_("Address"), lambda site: Cell(text=site.address), 190, leaves=1),
    ),
    chips=(
        choices.linked_chip(N_("City"), "city", "city_id", City, everywhere=True),
        choices.codes_chip(N_("Kind"), "kind", Site.KINDS, everywhere=True),
        tags.tags_chip(everywhere=True),
    ),
    groups=(
        FormGroup(
            N_("What stands there"),
            (
                (fields.line("name", N_("Name"), hint=N_("As it stands on a leaflet: Embassy of Kazakhstan.")),),
                (fields.choice("kind", N_("Kind"), Site.KINDS), codes.country("mission_of", N_("Mission of"), optional=True)),
            ),
        ),
        FormGroup(
            N_("How to get there"),
            (
                (links.city("city_id", N_("City"), share=3), fields.line("postcode", N_("Postcode"), share=2)),
                (fields.line("address", N_("Street and number")),),
                (fields.area("directions", N_("Directions"), lines=2, optional=True, hint=N_("Stop, exit, step-free access.")),),
                (fields.area("notes", N_("Notes"), lines=2, optional=True),),
                (tags.tags(),),
            ),
        ),
    ),
    head=_head,
    new=lambda _session: Site(),
)
