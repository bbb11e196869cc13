"""What a watched program said it had done, and so which contents its file may have afterwards. Money in minor units."""

from __future__ import annotations

import json
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

State = dict[str, Any]
"""`gifts`: amounts by reference; `people`: their names; `draft`, `note`: what stands there, or nothing; `pictures`: how many;
`sealed`: the passphrase of the gifts' compartment, or nothing.
"""

MARK = "Zwiebelfisch"
"""A word that stands in every gift, and in no program."""


def giver(reference: str) -> str:
    return f"{MARK} {reference}"


def notes(reference: str, minor: int) -> str:
    """So long that a few gifts fill a page, and wrong if any part of it belongs to another gift or another time."""
    return " ".join([f"{reference} gave {minor}."] * 30)


def read_state(bare: Any) -> State:
    """What a file holds, by a bare connection. ValueError where a value is none that was written there."""
    gifts: dict[str, int] = {}
    for reference, minor, who, said, words in bare.execute(
        "SELECT reference, amount_minor, giver, notes, words FROM donation LEFT JOIN search_donation s ON s.rowid = donation.id"
    ):
        take_gift(gifts, reference, minor, (who, said))
        if reference not in (words or ""):
            raise ValueError("a gift is not found by its words")
    if _one(bare, "SELECT count(*) FROM search_donation") != len(gifts):
        raise ValueError("the search index holds what is not there")
    return state_with(bare, gifts, "")


def take_gift(gifts: dict[str, int], reference: str, minor: int, words: tuple[str, str]) -> None:
    """ValueError unless the words are those that were written with it."""
    if words != (giver(reference), notes(reference, minor)) or reference in gifts:
        raise ValueError("a gift is not as it was written")
    gifts[reference] = minor


def state_with(bare: Any, gifts: dict[str, int], sealed: str) -> State:
    """These gifts, which the total must bear out, with everything else that a file holds."""
    if _one(bare, "SELECT sum(amount_minor) FROM donation") != sum(gifts.values()):
        raise ValueError("the total is not the sum of the gifts")
    return {
        "sealed": sealed,
        "gifts": gifts,
        "people": [name for (name,) in bare.execute("SELECT name FROM person ORDER BY name")],
        "draft": _one(bare, "SELECT fields FROM draft WHERE name = 'faults'") or "",
        "note": _one(bare, "SELECT value FROM meta WHERE key = 'faults'") or "",
        "pictures": _one(bare, "SELECT count(*) FROM attachment JOIN picture USING (sha256)"),
    }


def _one(bare: Any, query: str) -> Any:
    row = bare.execute(query).fetchone()
    return row[0] if row and row[0] is not None else 0


class Ledger:
    """Reads the lines that a watched program wrote: `try` before a step, `done` or `failed` after it, `bug` for what is neither.

    A step: `gifts` sets amounts, or takes gifts out with None; `undo` takes the last such step back; `draft`, `note`, `people`,
    `sealed` set those; `pictures` adds; `becomes` sets everything; `passphrase` is what opens the file afterwards. Others change
    nothing.
    `unfinished` after a step: it stands, or comes to stand at the next opening, and what belongs after it was not done.
    """

    def __init__(self, begins: State, lines: Iterable[str], *, lasting: bool = False) -> None:
        self._lasting = lasting
        self.possible = [deepcopy(begins)]
        """What the file may hold: one state, or a second that holds what was under way."""
        self.earlier: list[State] = []
        """What it held before, and must not hold any more."""
        self.backups: dict[str, list[State]] = {}
        """What the backups hold that were acknowledged, by their path."""
        self.bugs: list[str] = []
        self.refusals: list[str] = []
        self.people: set[str] = set()
        """Everybody who ever was to be in the file."""
        self.acknowledged = 0
        self.opened = False
        self.passphrases = [""]
        """What may open the file now; an empty one is that of the beginning."""
        self._undo: list[State] = []
        self._under_way: dict[str, Any] | None = None
        for line in lines:
            self._read(json.loads(line))
        if self._under_way is not None:
            self._maybe(self._under_way)

    def _read(self, said: dict[str, Any]) -> None:
        step = self._under_way or {}
        if "try" in said:
            self._under_way = said["try"]
            self.people.update(said["try"].get("people", []))
            return
        self._under_way = None
        if "done" in said:
            self._done(step, said["done"])
        elif "unfinished" in said:
            self._done(step, {})
        elif "failed" in said:
            self.refusals.append(said["failed"])
            if self._lasting or not _is_refused_whole(step):
                self._maybe(step)
        else:
            self.bugs.append(said["bug"])
            self._maybe(step)

    def _done(self, step: dict[str, Any], result: dict[str, Any]) -> None:
        self.acknowledged += 1
        self.opened = self.opened or bool(step.get("opens"))
        if "seen" in result:
            self._see(result["seen"])
        if "passphrase" in step:
            self.passphrases = [step["passphrase"]]
        if "backup" in result:
            self.backups[result["backup"]] = deepcopy(self.possible)
        if _is_a_step(step) or "draft" in step or "note" in step:
            self.earlier += self.possible
            before = self.possible[0]
            self.possible = _distinct([self._after(state, step) for state in self.possible])
            if "gifts" in step or "pictures" in step:
                self._undo.append(before)
            elif "undo" in step:
                self._undo.pop()

    def _see(self, seen: State) -> None:
        """The program read its own file: what it shows must be what stands, and nothing else is possible then."""
        if seen not in self.possible:
            self.bugs.append("the program shows what does not stand")
        self.possible = [seen]

    def _maybe(self, step: dict[str, Any]) -> None:
        if "passphrase" in step:
            self.passphrases = [*self.passphrases, step["passphrase"]]
        self.possible = _distinct([*self.possible, *(self._after(state, step) for state in self.possible)])

    def _after(self, state: State, step: dict[str, Any]) -> State:
        after = deepcopy(step.get("becomes", state))
        if "undo" in step:
            after |= {name: deepcopy(self._undo[-1][name]) for name in ("gifts", "pictures")}
        for reference, minor in step.get("gifts", {}).items():
            after["gifts"].pop(reference, None)
            if minor is not None:
                after["gifts"][reference] = minor
        after["pictures"] += step.get("pictures", 0)
        return after | {name: step[name] for name in ("draft", "note", "people", "sealed") if name in step}


def _is_a_step(step: dict[str, Any]) -> bool:
    return any(name in step for name in ("gifts", "undo", "pictures", "people", "becomes", "sealed"))


def _is_refused_whole(step: dict[str, Any]) -> bool:
    """Whether it is one of those that a refusal must leave undone; notes and drafts may have gone through all the same."""
    return _is_a_step(step) or "passphrase" in step


def _distinct(states: list[State]) -> list[State]:
    return [state for at, state in enumerate(states) if state not in states[:at]]
