"""What a watched program does: short pieces of real work, each step said before and after. Runs in a child of the server."""

from __future__ import annotations

import json
import os
import random
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import select

from organizer import paths
from organizer.actions.privacy.erasing import carry_out, review_people
from organizer.errors import Unfinished, UserError
from organizer.exchange.sheets_in import preview, take_in
from organizer.records.campaign import Campaign
from organizer.records.donation import Donation
from organizer.records.organisation import Person
from organizer.store import attachments, engine, opening, restore
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from tests.faults.ledger import State, giver, notes, read_state

LATER = "lantern copper heron"
"""What a passphrase is changed to."""
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
CONTROLS: dict[str, dict[str, tuple[str, object]]] = {
    "off": {"synchronous": ("OFF", 0)},
    "wal": {"journal_mode": ("WAL", "wal"), "synchronous": ("NORMAL", 1)},
    "memory": {"journal_mode": ("MEMORY", "memory")},
}
"""Worse ways to keep the file, under which the harness must find losses."""


def weaken(control: str) -> None:
    """Open files in a worse way from now on, in this process alone."""
    worse = CONTROLS[control]
    changed = [(name, *worse.get(name, (value, expected))) for name, value, expected in engine._PRAGMAS]
    engine._PRAGMAS = tuple(changed)  # type: ignore[assignment]


@dataclass
class Hand:
    """Takes steps at a file and says them. `tell` writes a line where it outlives this process."""

    path: Path
    passphrase: str | None
    tell: Callable[[str], None]
    dice: random.Random
    lasting: bool = False
    struck: Callable[[], bool] = lambda: False
    """Whether what was to befall this run has befallen it: then it takes two steps more, looks, and ends."""
    store: Store | None = None
    gifts: dict[str, int] = field(default_factory=dict)
    undoable: list[dict[str, int]] = field(default_factory=list)
    numbers: int = 0
    campaign_id: int = 1
    steps_left: int = 3

    def step(self, step: dict[str, Any], do: Callable[[], dict[str, Any] | None]) -> bool:
        """Whether it went through. Ends the process on what is not a UserError, or when nothing can go on."""
        self.tell(json.dumps({"try": step}))
        try:
            result = do() or {}
        except Unfinished as half:
            self.tell(json.dumps({"unfinished": f"{half.message}"}))
            if self.lasting:
                self.leave()
            self._count()
            return True
        except UserError as refusal:
            self.tell(json.dumps({"failed": f"{type(refusal).__name__}: {refusal.message}"}))
            if self.lasting:
                self.leave()
            self._count()
            return False
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what the harness looks for
            self.give_up(fault)
        self.tell(json.dumps({"done": result}))
        self._count()
        return True

    def _count(self) -> None:
        self.steps_left -= self.struck()
        if self.steps_left == 0:
            self.steps_left -= 1
            if self.store is not None and not self.store._lane.is_closed():
                self.look()
            os._exit(0)

    def give_up(self, fault: BaseException) -> NoReturn:
        """End on what is not a UserError: a bug."""
        self.tell(json.dumps({"bug": "".join(traceback.format_exception(fault))}))
        os._exit(3)

    def leave(self) -> NoReturn:
        """The disk is gone for good: close what can be closed, and end."""
        try:
            if self.store is not None:
                self.store.close(back_up=False)
        except UserError:
            pass
        except Exception as fault:  # noqa: BLE001
            self.give_up(fault)
        os._exit(0)

    # Steps

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


def edit(hand: Hand, sheets: Path) -> None:
    """A short evening at the desk."""
    hand.open()
    ways = [hand.add, lambda: hand.add(6), hand.amend, hand.delete, hand.undo, hand.draft, hand.note, hand.picture]
    for _ in range(7):
        hand.dice.choice(ways)()
    hand.look()


def take_sheets_in(hand: Hand, sheets: Path) -> None:
    hand.open()
    hand.bring_in(sheets)
    hand.add()
    hand.look()


def back_up(hand: Hand, sheets: Path) -> None:
    hand.open()
    hand.add()
    hand.back_up()
    hand.amend()
    hand.back_up()
    hand.look()


def close(hand: Hand, sheets: Path) -> None:
    """Closing makes a backup; what was closed is opened again."""
    hand.open()
    hand.add()
    hand.close(back_up=True)
    hand.open()
    hand.delete()
    hand.close(back_up=False)


def create(hand: Hand, sheets: Path) -> None:
    hand.create(hand.path)
    hand.add(3)
    hand.note()
    hand.look()
    hand.close(back_up=True)


def migrate(hand: Hand, sheets: Path) -> None:
    """A file of the first released format is brought up to date as it is opened."""
    hand.open()
    hand.amend()
    hand.look()


def change_passphrase(hand: Hand, sheets: Path) -> None:
    hand.open()
    hand.add()
    hand.change_passphrase(LATER)
    hand.amend()
    hand.look()


def put_back(hand: Hand, sheets: Path) -> None:
    """A backup is made, the file goes on, and then the backup takes its place."""
    hand.open()
    hand.back_up()
    copy = next(paths.backups(hand.path).glob("*.organizer"), None)
    if copy is None:
        return
    holds = hand.seen()["seen"]
    hand.amend()
    hand.note()
    hand.close(back_up=False)
    hand.restore(copy, holds)
    hand.open()
    hand.look()


def erase(hand: Hand, sheets: Path) -> None:
    hand.open()
    hand.invite("Wolpertinger Quast", "Rosa Example")
    hand.erase("Wolpertinger Quast")
    hand.note()
    hand.look()


def one_step(hand: Hand, sheets: Path) -> None:
    """One change of many pages, and hardly anything around it: for controls."""
    hand.open()
    hand.add(12)


WORKS: dict[str, Callable[[Hand, Path], None]] = {
    "edit": edit, "import": take_sheets_in, "backup": back_up, "close": close, "create": create, "migrate": migrate,
    "passphrase": change_passphrase, "restore": put_back, "erase": erase, "one step": one_step,
}  # fmt: skip

ALL = tuple(name for name in WORKS if name != "one step")
