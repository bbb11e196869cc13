"""After a run: the file is opened as a person would open it, and compared with what the program had said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from organizer import paths
from organizer.errors import OpenElsewhere, UserError
from organizer.store import backup
from organizer.store.opening import open_file
from tests.decrypted import decrypted, forms
from tests.faults import templates
from tests.faults.ledger import Ledger, State, read_state
from tests.faults.sealed import has_compartment, in_the_open, read_copy, read_store

FOUND = ("lost", "damaged", "wrong", "uncaught", "slow", "large", "sockets", "plain", "sealed", "names", "metadata")


@dataclass
class Verdict:
    """What was wrong after runs: all of `FOUND` are zero, or the harness found something. `words` describe each finding.

    `slow` took more than 5 s, `large` more than 512 MB; `sockets` were opened to elsewhere; `plain` are files into which words of
    an encrypted one were written; `sealed` are words of a compartment that stand in the open; `names` are bytes of erased names,
    `metadata` bytes in photos and prints, counted by occurrence.
    """

    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    damaged: int = 0
    wrong: int = 0
    uncaught: int = 0
    slow: int = 0
    large: int = 0
    sockets: int = 0
    plain: int = 0
    sealed: int = 0
    names: int = 0
    metadata: int = 0
    words: list[str] = field(default_factory=list)

    def add(self, other: Verdict) -> None:
        for name in ("runs", "acknowledged", *FOUND):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.words += other.words

    def is_clean(self) -> bool:
        return not any(getattr(self, name) for name in FOUND)


def prove(path: Path, passphrase: str | None, ledger: Ledger, *, always_there: bool = True) -> Verdict:
    """Open a file and its acknowledged backups, and judge them by the ledger. `always_there`: it was there before the run."""
    verdict = Verdict(runs=1, acknowledged=ledger.acknowledged, uncaught=len(ledger.bugs), words=list(ledger.bugs))
    passphrases = [given or passphrase for given in ledger.passphrases]
    found = _first_that_opens(_opened, path, passphrases)
    if isinstance(found, dict):
        _compare(found, ledger.possible, ledger.earlier, verdict, "the file")
        _look_for_names(path, passphrases, ledger.people - set(found["people"]), verdict)
        _look_for_sealed_words(path, passphrases, found, verdict)
    elif always_there or ledger.opened:
        verdict.damaged += 1
        verdict.words.append(f"the file: {found}")
    for name, states in ledger.backups.items():
        copy = _first_that_opens(_read, paths.backups(path) / Path(name).name, [passphrase, *passphrases])
        if isinstance(copy, dict):
            _compare(copy, states, [], verdict, "a backup")
        else:
            verdict.lost += 1
            verdict.words.append(f"a backup: {copy}")
    return verdict


def _look_for_names(path: Path, passphrases: list[str | None], gone: set[str], verdict: Verdict) -> None:
    """Nobody who was erased stands in any byte of the file, whatever befell the erasing."""
    if not gone:
        return
    for key in (templates.key_of(path, passphrase) for passphrase in passphrases):
        data = decrypted(path, key)
        verdict.names += sum(data.count(form) for name in gone for word in name.split() for form in forms(word))
    if verdict.names:
        verdict.words.append("an erased name stands in the file")


def _look_for_sealed_words(path: Path, passphrases: list[str | None], found: State, verdict: Verdict) -> None:
    if found["sealed"]:
        verdict.sealed += min(in_the_open(path, templates.key_of(path, passphrase)) for passphrase in passphrases)
    if verdict.sealed:
        verdict.words.append("a sealed word stands in the open")


def _first_that_opens(read: Callable[[Path, str | None], State | str], path: Path, passphrases: list[str | None]) -> State | str:
    """What a file holds by the first passphrase that opens it; else in words why the last does not."""
    found: State | str = ""
    for passphrase in passphrases:
        found = read(path, passphrase)
        if isinstance(found, dict):
            return found
    return found


def _compare(found: State, possible: list[State], earlier: list[State], verdict: Verdict, what: str) -> None:
    if found in possible:
        return
    if found in earlier:
        verdict.lost += 1
        verdict.words.append(f"{what} has lost what was acknowledged")
    else:
        verdict.wrong += 1
        verdict.words.append(f"{what} holds what was never said: {_difference(found, possible[0])}")


def _difference(found: State, expected: State) -> str:
    return ", ".join(name for name in expected if found[name] != expected[name])


def _opened(path: Path, passphrase: str | None) -> State | str:
    """What the file holds, by the program's own opening; in words why it does not open or is not whole."""
    try:
        store = open_file(path, key=templates.key_of(path, passphrase))
    except OpenElsewhere as fault:
        return f"{type(fault).__name__}: {fault.hint}"
    except (UserError, OSError) as fault:
        return f"{type(fault).__name__}: {fault}"
    try:
        store.check()
        return read_store(store)
    except (UserError, ValueError) as fault:
        return f"{type(fault).__name__}: {fault}"
    finally:
        store.close(back_up=False)


def _read(path: Path, passphrase: str | None) -> State | str:
    """What a backup holds, once it is proved whole."""
    try:
        backup.verified(path, templates.key_of(path, passphrase))
        with templates.bare(path, passphrase) as connection:
            if not has_compartment(connection):
                return read_state(connection)
        return read_copy(path, templates.key_of(path, passphrase))
    except Exception as fault:  # noqa: BLE001 - whatever it is, the backup is none
        return f"{type(fault).__name__}: {fault}"
