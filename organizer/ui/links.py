"""Links: fields that point to another record, found while one types, or made with the record that needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from organizer.errors import Fix, MissingRecord, Problem
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.campaign import Campaign
from organizer.records.donation import Fund
from organizer.records.gazetteer import place
from organizer.records.organisation import Organisation, Person
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.target import Target
from organizer.store.cities import city_of
from organizer.ui.completion import CompletionEdit, Suggestion
from organizer.ui.controls import Control
from organizer.ui.kind import Field
from organizer.ui.session import Session
from organizer.ui.suggestions import (
    Link,
    campaign_suggestions,
    city_suggestions,
    fund_suggestions,
    organisation_suggestions,
    person_suggestions,
    picket_suggestions,
    site_suggestions,
    target_suggestions,
)

Maker = Callable[[str, Any], Record]
"""Makes the unsaved record of a name, for the record that will point to it."""


class LinkControl(Control):
    """`find` gives the record of an id. `make` makes what is new; without it only known records count."""

    def __init__(
        self,
        attribute: str,
        find: Callable[[int], Record],
        source: Callable[[str, LinkControl], list[Suggestion]],
        *,
        make: Maker | None = None,
        after: str = "chevron-down",
    ) -> None:
        self._edit = CompletionEdit(lambda typed: source(typed, self), after=after)
        super().__init__(attribute, self._edit)
        self._find, self._make = find, make
        self._edit.textEdited.connect(lambda _words: self.edited.emit())
        self._edit.picked.connect(lambda _suggestion: self.edited.emit())

    def link(self) -> Link | None:
        """What is chosen; None while nothing is."""
        suggestion = self._edit.chosen()
        return suggestion.value if suggestion else None

    def show(self, record: Any) -> None:
        key = getattr(record, self.attribute)
        if isinstance(key, Link):  # a way out: what will be made on saving, and is no id yet
            setattr(record, self.attribute, None)
            self._choose(key)
            return
        other = getattr(record, self.attribute.removesuffix("_id"), None) if key else None
        # A record that is not in the file yet has ids, but no relations to read.
        if key and (other is None or other.id != key):
            other = self._find(key)
        self._choose(Link(id=key, words=other.title()) if other is not None else None)

    def _found(self, key: int) -> Link | None:
        try:
            return Link(id=key, words=self._find(key).title())
        except MissingRecord:
            return None

    def _choose(self, link: Link | None) -> None:
        self._edit.show_choice(Suggestion(link.words, link) if link else None)

    def take(self, record: Any) -> list[Problem]:
        self._edit.settle()
        link, words = self.link(), self._edit.text().strip()
        if link is None and words:
            sentence = _("“{words}” is not in the list. Choose a row, or the one that adds it.").format(words=words)
            added = [row.value for row in self._edit.rows(words) if row.kept]
            return [Problem(self.attribute, sentence, tuple(Fix(_("Add it"), {self.attribute: link}) for link in added[-1:]))]
        setattr(record, self.attribute, link.id if link and link.id else None)
        return []

    def pending(self) -> bool:
        link = self.link()
        return link is not None and not link.id

    def prepare(self, change: Any, record: Any) -> None:
        link = self.link()
        if link is None or link.id:
            return
        if link.place:
            found = place(link.place)
            if found is not None:
                setattr(record, self.attribute, city_of(change, found).id)
        elif self._make is not None:
            setattr(record, self.attribute, change.save(self._make(link.new, record)).id)

    def raw(self) -> Any:
        link = self.link()
        if link is not None and link.id:
            return {"id": link.id}  # a name that may be sealed is not kept in a draft
        return asdict(link) if link else {"words": self._edit.text()} if self._edit.text() else None

    def restore(self, raw: Any) -> None:
        known = Link(**{name: raw[name] for name in ("id", "place", "new", "words") if name in raw}) if raw else None
        if known is not None and known.id:
            known = self._found(known.id)
        complete = known is not None and bool(known.id or known.place or known.new)
        self._choose(known if complete else None)
        if known is not None and not complete:
            self._edit.setText(known.words)


Suggest = Callable[[Session, str], list[Suggestion]]


def _link(
    attribute: str, label: str, kind: type[Record], suggest: Suggest, make: Maker | None, share: int, optional: bool
) -> Field:
    def build(session: Session) -> Control:
        find = partial(session.store.get, kind)
        return LinkControl(attribute, find, lambda typed, _control: suggest(session, typed), make=make)

    return Field(attribute, label, build, share, optional)


def campaign(attribute: str, label: str, *, share: int = 1) -> Field:
    return _link(attribute, label, Campaign, campaign_suggestions, None, share, False)


def organisation(attribute: str, label: str, *, share: int = 1, optional: bool = False) -> Field:
    return _link(
        attribute, label, Organisation, organisation_suggestions, lambda name, _r: Organisation(name=name), share, optional
    )


def person(attribute: str, label: str, *, share: int = 1, optional: bool = False) -> Field:
    return _link(attribute, label, Person, person_suggestions, lambda name, _r: Person(name=name), share, optional)


def picket(attribute: str, label: str, *, share: int = 1, optional: bool = True) -> Field:
    return _link(attribute, label, Picket, picket_suggestions, None, share, optional)


def target(attribute: str, label: str, *, share: int = 1) -> Field:
    return _link(attribute, label, Target, target_suggestions, lambda name, _r: Target(office=name), share, False)


def fund(attribute: str, label: str, *, share: int = 1, optional: bool = True) -> Field:
    return _link(attribute, label, Fund, fund_suggestions, lambda name, _r: Fund(name=name), share, optional)


def city(attribute: str, label: str, *, share: int = 1, optional: bool = False) -> Field:
    """A place of the world by its name in any script; it is taken into the file when the record is saved."""

    def build(session: Session) -> Control:
        return LinkControl(
            attribute,
            partial(session.store.get, City),
            lambda typed, _control: city_suggestions(session, typed),
            make=lambda name, _record: City(name=name),
            after="map-pin",
        )

    return Field(attribute, label, build, share, optional)


def site(attribute: str, label: str, *, share: int = 1, optional: bool = False) -> Field:
    """A site of the city that stands in the same form."""

    def suggest(session: Session, typed: str, control: LinkControl) -> list[Suggestion]:
        beside = control.siblings.get("city_id")
        return site_suggestions(session, typed, beside.link() if isinstance(beside, LinkControl) else None)

    def build(session: Session) -> Control:
        return LinkControl(
            attribute,
            partial(session.store.get, Site),
            lambda typed, control: suggest(session, typed, control),
            make=lambda name, record: Site(name=name, city_id=record.city_id),
        )

    return Field(attribute, label, build, share, optional)
