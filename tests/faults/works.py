"""What a watched program does: short pieces of real work, each step said before and after. Runs in a child of the server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from organizer import paths
from organizer.store import engine, faults
from tests.faults.hand import Hand
from tests.faults.sealed import SECOND, THIRD

LATER = "lantern copper heron"
"""What a passphrase is changed to."""
CONTROLS: dict[str, dict[str, tuple[str, object]]] = {
    "off": {"synchronous": ("OFF", 0)},
    "wal": {"journal_mode": ("WAL", "wal"), "synchronous": ("NORMAL", 1)},
    "memory": {"journal_mode": ("MEMORY", "memory")},
}
"""Worse ways to keep the file, under which the harness must find losses."""


def weaken(control: str) -> None:
    """Open files in a worse way from now on, or put no fault in words, in this process alone."""
    if control == "mute":
        faults.as_user_error = lambda _fault: None
        return
    worse = CONTROLS[control]
    changed = [(name, *worse.get(name, (value, expected))) for name, value, expected in engine._PRAGMAS]
    engine._PRAGMAS = tuple(changed)  # type: ignore[assignment]


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


def keep_apart(hand: Hand, sheets: Path) -> None:
    """A compartment is made, worked in, given another passphrase, closed, opened, and done away with."""
    hand.open()
    hand.add()
    hand.seal(SECOND)
    hand.add(2)
    hand.unlock()
    if not hand.is_shut():
        hand.amend()
        hand.undo()
    hand.unlock()
    if hand.sealed:
        hand.change_second_passphrase(THIRD)
        hand.back_up()
        hand.shut()
        hand.unlock()
    if not hand.is_shut():
        hand.delete()
    hand.look()
    if hand.sealed and not hand.is_shut():
        hand.unseal()
        hand.look()


def one_step(hand: Hand, sheets: Path) -> None:
    """One change of many pages, and hardly anything around it: for controls."""
    hand.open()
    hand.add(12)


WORKS: dict[str, Callable[[Hand, Path], None]] = {
    "edit": edit, "import": take_sheets_in, "backup": back_up, "close": close, "create": create, "migrate": migrate,
    "passphrase": change_passphrase, "restore": put_back, "erase": erase, "compartment": keep_apart, "one step": one_step,
}  # fmt: skip

ALL = tuple(name for name in WORKS if name != "one step")
