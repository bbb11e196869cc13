"""Looking into a backup and restoring it, as work for a worker thread; and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.i18n import _, _n
from organizer.records.base import Record
from organizer.records.erasure import all_erasures
from organizer.store import backup, checks, erasing_again, faults, opening, restore
from organizer.store.compartment_backups import bared_in
from organizer.store.key import Key
from organizer.store.store import Store
from organizer.ui.compartments.words import name_of
from organizer.ui.look.layout import box, row
from organizer.ui.look.text import Glyph, Text


@dataclass(frozen=True)
class Looked:
    """A backup that was opened and checked page by page just now. `key` opens it, None for a plain one.

    `erased` people in it were erased since. `bared`: how many records of a kind it has in the open that lie in a compartment now.
    """

    copy: Path
    key: Key | None
    counts: Mapping[str, int]
    erased: int
    bared: Mapping[type[Record], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """A restored file, open, and what took place."""

    store: Store
    restored: restore.Restored


def look(path: Path, copy: Path, passphrase: str | None, key: Key | None, store: Store | None) -> Looked:
    """Open a backup of a file and prove it whole. UserErrors say why it cannot be used. `store` is the file if it is open."""
    fitting = restore.key_of(copy, passphrase, key)
    with faults.in_words():
        counts = backup.verified(copy, fitting, depth=checks.FULL)
    erasures = erasing_again.since(path, copy, (fitting, key)) if store is None else store.records(all_erasures())
    erased = erasing_again.people_erased_since(copy, fitting, erasures)
    return Looked(copy, fitting, counts, erased, {} if store is None else bared_in(store, copy, fitting))


def put_back(path: Path, looked: Looked, *, damaged: bool, former: Key | None = None) -> Done:
    """Restore a file that is not open, and open it. `former` opens it as it lies."""
    restored = restore.restore(path, looked.copy, looked.key, damaged=damaged, former=former)
    return Done(opening.open_file(path, key=looked.key), restored)


def aside_words(restored: restore.Restored) -> str:
    sentence = _("The file as it was before lies in the folder “{folder}” beside it. Nothing was deleted.")
    return sentence.format(folder=i18n.isolate(restored.aside.name))


def erased_again_words(restored: restore.Restored) -> str:
    """What was taken out again and what is to be looked at; empty where nobody was erased since."""
    said: list[str] = []
    if restored.erased_again:
        again = _n(
            "{n} person who was erased since the backup was taken out again.",
            "{n} people who were erased since the backup were taken out again.",
            restored.erased_again,
        )
        said.append(again)
    if restored.remain:
        remain = _n(
            "{n} text holds words again that an erasure had taken out: look at it under Privacy.",
            "{n} texts hold words again that an erasure had taken out: look at them under Privacy.",
            restored.remain,
        )
        said.append(remain)
    if restored.closed:
        said.append(_("Closed compartments were not looked through for erased people: do so when you open them."))
    return " ".join(said)


def bared_words(bared: Mapping[type[Record], int]) -> str:
    """That words are out of their compartment in a backup, and come back so."""
    count, kinds = _n("{n} record", "{n} records", sum(bared.values())), i18n.dotted(*map(name_of, bared))
    words = _("This backup is from before a compartment was made. Restored, it has in the open again: {kinds} ({count}).")
    return words.format(kinds=kinds, count=count)


def warning(words: str) -> QWidget:
    return box(row(Glyph("triangle-alert", 18, "amber_text", level="medium"), (Text(words, "medium", wrap=True), 1), gap=10))
