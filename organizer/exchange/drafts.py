"""Draft: a record that a sheet would bring into the file, with those it points to, whose ids are not known yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from organizer.errors import Problem
from organizer.records.base import Record


@dataclass(eq=False)
class Draft:
    """A record, in the file or not yet. `links` are the drafts behind its foreign keys, by the name of the key.

    `key` tells whether the file has the row already. `amended`: a record of the file whose gaps the sheet fills.
    `named`: the sheet says which record it is, by its uid. `sound`: looked at already and found fit to be saved.
    `brings`: records that point to this one and come with it. `said_at`: when its source last changed what it says, in UTC.
    """

    record: Record
    links: dict[str, Draft] = field(default_factory=dict)
    key: str = ""
    amended: bool = False
    named: bool = False
    sound: bool = False
    brings: list[Draft] = field(default_factory=list)
    said_at: datetime | None = None

    def link(self, foreign_key: str, other: Draft | None) -> None:
        if other is not None:
            self.links[foreign_key] = other

    def is_new(self) -> bool:
        return self.record.is_new()

    def with_all_it_needs(self) -> Iterator[Draft]:
        """Those it points to, however far, and then itself: in an order in which they can be saved."""
        for other in self.links.values():
            yield from other.with_all_it_needs()
        yield self

    def whole(self) -> Iterator[Draft]:
        """All it needs, itself, and all it brings: in an order in which they can be saved."""
        yield from self.with_all_it_needs()
        for other in self.brings:
            yield from other.with_all_it_needs()

    def problem(self) -> Problem | None:
        """The first thing that stands in the way of saving; keys that are still to be written are none."""
        for draft in self.whole():
            if not draft.sound and (draft.is_new() or draft.amended):
                for problem in draft.record.problems():
                    if problem.field not in draft.links:
                        return problem
            draft.sound = True
        return None

    def fill(self, said: Record, fields: Iterable[str]) -> None:
        """Take over what the record lacks and `said` has."""
        for name in fields:
            if not getattr(self.record, name) and getattr(said, name):
                setattr(self.record, name, getattr(said, name))
                self.amended = not self.is_new()

    def write_links(self) -> None:
        """Put the ids of those it points to into the record; they are saved by now."""
        for foreign_key, other in self.links.items():
            setattr(self.record, foreign_key, other.record.id)
