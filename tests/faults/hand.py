"""What a watched program can do to its file, step by step: gifts, drafts, sheets, backups, passphrases, compartments, people."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from organizer.actions.privacy.erasing import carry_out, review_people
from organizer.exchange.sheets_in import preview, take_in
from organizer.records.campaign import Campaign
from organizer.records.donation import Donation
from organizer.records.organisation import Person
from organizer.store import attachments, compartments, opening, restore
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from tests.faults.ledger import State, giver, notes, read_state
from tests.faults.sealed import read_sealed
from tests.faults.told import Told

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


@dataclass
class Hand(Told):
    """Takes the steps, and knows which gifts there are by what went through."""

    gifts: dict[str, int] = field(default_factory=dict)
    undoable: list[dict[str, int]] = field(default_factory=list)
    numbers: int = 0
    campaign_id: int = 1
    sealed: str = ""

    def open(self) -> None:
        def do() -> dict[str, Any]:
            self.store = open_file(self.path, self.passphrase)
            return self.seen()

        if not self.step({"opens": True}, do):
            os._exit(0)
        self.gifts = {gift.reference: gift.amount_minor for gift in self._store().records(select(Donation))}
        self.campaign_id = self._store().records(select(Campaign))[0].id

    def create(self, path: Path) -> None:
        def do() -> None:
            self.store = create_file(path, self.passphrase, origin="Berlin")

        if not self.step({"opens": True}, do):
            os._exit(0)
        self.step({"gifts": {}}, lambda: self._campaign())

    def close(self, *, back_up: bool) -> None:
        self.step({"closes": True}, lambda: self._store().close(back_up=back_up))
        self.store = None

    def add(self, count: int = 1) -> None:
        new = {self._reference(): self.dice.randrange(100, 90_000) for _ in range(count)}

        def do() -> None:
            with self._store().change("Gifts") as change:
                for reference, minor in new.items():
                    change.save(gift(reference, minor, self.campaign_id))

        self._gifts(new, do)

    def amend(self) -> None:
        reference, minor = self.dice.choice(sorted(self.gifts)), self.dice.randrange(100, 90_000)

        def do() -> None:
            record = self._record(reference)
            record.amount_minor, record.notes = minor, notes(reference, minor)
            self._store().save(record)

        self._gifts({reference: minor}, do)

    def delete(self) -> None:
        reference = self.dice.choice(sorted(self.gifts))
        self._gifts({reference: None}, lambda: self._store().delete(self._record(reference)))

    def undo(self) -> None:
        if not self.undoable:
            return self.add()
        before = self.undoable[-1]

        def do() -> None:
            self._store().undo()

        if self.step({"undo": True}, do):
            self.gifts = before
            self.undoable.pop()
        return None

    def draft(self) -> None:
        words = {"notes": f"half typed {self.dice.random()}"}
        self.step({"draft": json.dumps(words)}, lambda: self._store().keep_draft("donation", "faults", words))

    def note(self) -> None:
        words = f"note {self.dice.random()}"
        self.step({"note": words}, lambda: self._store().set_meta("faults", words))

    def picture(self) -> None:
        """A picture of its own pixels, so that each is kept beside the others."""
        pixels = PICTURE + self.dice.randbytes(9_000)

        def do() -> None:
            with self._store().change("Picture") as change:
                attachments.keep(change, attachments.CleanPicture(pixels, "image/png", 1, 1), name="crowd.png", owner=None)

        if self.step({"pictures": 1}, do):
            self.undoable.append(dict(self.gifts))

    def bring_in(self, sheets: Path, count: int = 12) -> None:
        """A sheet of gifts, read from a file."""
        new = {self._reference(): self.dice.randrange(100, 90_000) for _ in range(count)}
        sheet = sheets / f"gifts-{os.getpid()}-{self.numbers}.csv"
        lines = [f'{r},2012-03-01,{giver(r)},{m / 100:.2f},GBP,"{notes(r, m)}"' for r, m in new.items()]
        sheet.write_text("\r\n".join(["reference,date,giver,amount,currency,notes", *lines]), encoding="utf-8")

        def do() -> None:
            store = self._store()
            take_in(store, preview(store, "donations", sheet, today=date(2012, 4, 1)), skip_bad=False)

        self._gifts(new, do)
        sheet.unlink()

    def back_up(self) -> None:
        self.step({"backs up": True}, lambda: {"backup": str(self._store().back_up().path)})

    def change_passphrase(self, passphrase: str) -> None:
        self.step({"passphrase": passphrase}, lambda: self._store().change_passphrase(passphrase))

    def restore(self, copy: Path, holds: State) -> None:
        """Put a backup in the place of the file, which is closed."""

        def do() -> None:
            restore.restore(self.path, copy, opening.derive_key(copy, self.passphrase), damaged=False)

        self.step({"becomes": holds}, do)

    def seal(self, passphrase: str) -> None:
        """The words of all gifts go into a compartment, which stays open."""
        self._seals(passphrase, lambda: compartments.make(self._store(), Donation, passphrase))

    def change_second_passphrase(self, passphrase: str) -> None:
        old = self.sealed
        self._seals(passphrase, lambda: compartments.change_passphrase(self._store(), Donation, old, passphrase))

    def unseal(self) -> None:
        self._seals("", lambda: compartments.do_away(self._store(), Donation))

    def _seals(self, passphrase: str, do: Callable[[], object]) -> None:
        def done() -> None:
            do()
            self.sealed = passphrase

        self.step({"sealed": passphrase}, done)

    def shut(self) -> None:
        """Close the compartment, and look at what is left to see."""

        def do() -> None:
            compartments.close(self._store(), Donation)
            if sum(gift.amount_minor for gift in self._store().records(select(Donation))) != sum(self.gifts.values()):
                raise ValueError("the sum of closed gifts is wrong")

        if self.sealed:
            self.step({"shuts": True}, do)

    def unlock(self) -> None:
        """Open it again."""
        if self.is_shut():
            self.step({"unlocks": True}, lambda: compartments.open_(self._store(), Donation, self.sealed))

    def is_shut(self) -> bool:
        """Whether the compartment is closed, as whatever fails in it may leave it."""
        return bool(self.sealed) and self._store().is_hidden(Donation)

    def invite(self, *names: str) -> None:
        """People are added."""
        people = [name for (name,) in self._store().rows(select(Person.name))]

        def do() -> None:
            with self._store().change("People") as change:
                for name in names:
                    change.save(Person(name=name))

        self.step({"people": sorted([*people, *names])}, do)

    def erase(self, name: str) -> None:
        """A person goes for good."""
        people = self._store().records(select(Person))
        left = sorted(person.name for person in people if person.name != name)

        def do() -> None:
            store, today = self._store(), date(2012, 4, 1)
            carry_out(store, review_people(store, [person for person in people if person.name == name], today=today), today=today)

        self.step({"people": left}, do)

    def look(self) -> None:
        """Read everything, as a list in the window would."""
        self.step({"looks": True}, self.seen)

    # Parts

    def _campaign(self) -> None:
        self.campaign_id = self._store().save(Campaign(name="Campaign Kazakhstan")).id

    def _gifts(self, new: dict[str, int | None] | dict[str, int], do: Callable[[], None]) -> None:
        if self.step({"gifts": new}, do):
            self.undoable.append(dict(self.gifts))
            for reference, minor in new.items():
                self.gifts.pop(reference, None)
                if minor is not None:
                    self.gifts[reference] = minor

    def seen(self) -> dict[str, Any]:
        if self.sealed:
            return {} if self.is_shut() else {"seen": read_sealed(self._store(), self.sealed)}
        with self._store()._lane.bare() as bare:
            return {"seen": read_state(bare)}

    def _record(self, reference: str) -> Donation:
        (record,) = self._store().records(select(Donation).where(Donation.reference == reference))
        return record

    def _reference(self) -> str:
        self.numbers += 1
        return f"r{os.getpid()}x{self.numbers}"

    def _store(self) -> Store:
        assert self.store is not None
        return self.store


def gift(reference: str, minor: int, campaign_id: int) -> Donation:
    said = {"giver": giver(reference), "notes": notes(reference, minor), "day": date(2012, 3, 1)}
    return Donation(reference=reference, amount_minor=minor, campaign_id=campaign_id, **said)
