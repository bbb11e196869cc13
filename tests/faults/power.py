"""Power cuts: the log replayed up to a moment, and what the disk may hold then of all that was not yet synced.

A disk keeps what was synced. Of the rest it may keep all, nothing, the first part, any pieces in any order, or all but one piece
torn in its middle; a piece is 512 bytes. Names (made, renamed, removed) are such a rest until their folder is synced.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.recorder import Operation

SECTOR = 512
WAYS = ("kept", "dropped", "first part", "any pieces", "torn")


@dataclass(frozen=True)
class Piece:
    """A write that is not synced, or a cut to a length: then `data` is None."""

    offset: int
    data: bytes | None


@dataclass
class File:
    """Contents by what is synced, and what is not in the order in which it came."""

    synced: bytearray = field(default_factory=bytearray)
    loose: list[Piece] = field(default_factory=list)

    def sync(self) -> None:
        for piece in self.loose:
            _lay(self.synced, piece)
        self.loose.clear()


@dataclass(frozen=True)
class Naming:
    """A change of a folder that is not synced: `file` is there under `path` from now on, if any; `gone` is a name it had."""

    path: str
    file: File | None
    gone: str = ""

    def lies_in(self, folder: str) -> bool:
        return folder in {str(Path(name).parent) for name in (self.path, self.gone) if name}


class Disk:
    """A disk that operations happen to. `names` is what programs see, `kept` what a power cut leaves for certain."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.names = {path: File(bytearray(data)) for path, data in files.items()}
        self.kept: dict[str, File] = dict(self.names)
        self.loose: list[Naming] = []
        self._open: dict[int, File] = {}
        self._folders: dict[int, str] = {}
        self._made_folders: set[str] = set()

    def happen(self, operation: Operation) -> None:
        """Take in one operation of the log. KeyError for one that this disk does not know."""
        if operation.op != "m":
            self._ways[operation.op](operation)

    @property
    def _ways(self) -> dict[str, Callable[[Operation], None]]:
        return {
            "c": self._opened, "o": self._opened, "d": self._folder, "k": self._made, "w": self._written, "t": self._cut,
            "s": self._synced, "r": self._renamed, "l": self._linked, "u": self._removed,
        }  # fmt: skip

    def _opened(self, operation: Operation) -> None:
        file = self.names.get(operation.path)
        if file is None:
            file = self.names[operation.path] = File()
            self.loose.append(Naming(operation.path, file))
        if operation.offset:
            file.loose.append(Piece(0, None))
        self._open[operation.fd] = file
        self._folders.pop(operation.fd, None)

    def _folder(self, operation: Operation) -> None:
        self._folders[operation.fd] = operation.path
        self._open.pop(operation.fd, None)

    def _made(self, operation: Operation) -> None:
        """A new folder: its own name is a change of the folder above it."""
        self._made_folders.add(operation.path)
        self.names[operation.path] = File()
        self.loose.append(Naming(operation.path, self.names[operation.path]))

    def _written(self, operation: Operation) -> None:
        self._open[operation.fd].loose.append(Piece(operation.offset, operation.data))

    def _cut(self, operation: Operation) -> None:
        self._open[operation.fd].loose.append(Piece(operation.offset, None))

    def _synced(self, operation: Operation) -> None:
        if operation.fd in self._folders:
            self._sync_names(self._folders[operation.fd])
        else:
            self._open[operation.fd].sync()

    def _sync_names(self, folder: str) -> None:
        for naming in self.loose:
            if naming.lies_in(folder):
                _name(self.kept, naming)
        self.loose = [naming for naming in self.loose if not naming.lies_in(folder)]

    def _renamed(self, operation: Operation) -> None:
        new = operation.data.decode("utf-8", "surrogateescape")
        naming = Naming(new, self.names[operation.path], operation.path)
        _name(self.names, naming)
        self.loose.append(naming)

    def _linked(self, operation: Operation) -> None:
        """A second name for a file."""
        new = operation.data.decode("utf-8", "surrogateescape")
        naming = Naming(new, self.names[operation.path])
        _name(self.names, naming)
        self.loose.append(naming)

    def _removed(self, operation: Operation) -> None:
        naming = Naming("", None, operation.path)
        _name(self.names, naming)
        self.loose.append(naming)

    def after_a_cut(self, way: str, dice: random.Random) -> dict[str, bytes]:
        """The files that are there when the power is back, by path, if what was loose went this way."""
        names = dict(self.kept)
        for naming in _names_left(self.loose, way, dice):
            _name(names, naming)
        whole = {path: _contents(file, way, dice) for path, file in names.items() if path not in self._made_folders}
        # What lies in a folder whose own name is gone is gone with it
        return {path: data for path, data in whole.items() if self._can_be_reached(path, names)}

    def _can_be_reached(self, path: str, names: dict[str, File]) -> bool:
        parents = {str(parent) for parent in Path(path).parents}
        made = {naming.path for naming in self.loose if naming.path in parents}
        return all(parent in names for parent in made)


def _name(names: dict[str, File], naming: Naming) -> None:
    if naming.gone:
        names.pop(naming.gone, None)
    if naming.file is not None:
        names[naming.path] = naming.file


def _names_left(loose: list[Naming], way: str, dice: random.Random) -> Iterable[Naming]:
    if way in ("kept", "torn"):
        return loose
    if way == "first part":
        return loose[: dice.randint(0, len(loose))]
    return [naming for naming in loose if way == "any pieces" and dice.random() < 0.5]


def _contents(file: File, way: str, dice: random.Random) -> bytes:
    contents = bytearray(file.synced)
    for piece in _LEFT[way](file.loose, dice):
        _lay(contents, piece)
    return bytes(contents)


def _first_part(loose: list[Piece], dice: random.Random) -> list[Piece]:
    return loose[: dice.randint(0, len(loose))]


def _any_pieces(loose: list[Piece], dice: random.Random) -> Iterator[Piece]:
    """Each piece of each write for itself: one that comes later may be there without those before it."""
    share = dice.choice((0.1, 0.5, 0.9))
    return (part for piece in loose for part in _sectors(piece) if dice.random() < share)


def _torn(loose: list[Piece], dice: random.Random) -> Iterator[Piece]:
    """All but one write, of which only some pieces have arrived."""
    torn = dice.randrange(len(loose)) if loose else -1
    for at, piece in enumerate(loose):
        parts = list(_sectors(piece))
        yield from parts[: dice.randint(0, len(parts))] if at == torn else parts


_LEFT: dict[str, Callable[[list[Piece], random.Random], Iterable[Piece]]] = {
    "kept": lambda loose, _dice: loose,
    "dropped": lambda _loose, _dice: (),
    "first part": _first_part,
    "any pieces": _any_pieces,
    "torn": _torn,
}


def _sectors(piece: Piece) -> Iterator[Piece]:
    """A write in pieces that end where sectors of the disk do."""
    if piece.data is None:
        yield piece
        return
    at = 0
    while at < len(piece.data):
        end = at + SECTOR - (piece.offset + at) % SECTOR
        yield Piece(piece.offset + at, piece.data[at:end])
        at = end


def _lay(contents: bytearray, piece: Piece) -> None:
    if piece.data is None:
        del contents[piece.offset :]
        contents.extend(bytes(piece.offset - len(contents)))
        return
    if len(contents) < piece.offset:
        contents.extend(bytes(piece.offset - len(contents)))
    contents[piece.offset : piece.offset + len(piece.data)] = piece.data
