"""Tampered archives taken in: each is refused in words, or holds just what the whole one does. In bounds, by a process apart.

`python -m tests.faults.archives_read FILE FOLDER COUNT SEED CONTROL` reads a whole ZIP of ours, then so many tampered ones within
512 MB, and prints what came of them, as `Judged` has it. The control "trusting" believes every checksum, and must be caught.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from organizer.errors import UserError
from organizer.exchange import open_backup, open_backup_in
from organizer.exchange.limits import MOST_BYTES
from organizer.exchange.open_backup_restore import restore_open_backup
from organizer.records.kinds import KINDS
from organizer.records.tag import Tag, Tagging
from organizer.store import attachments
from organizer.store.inside_backup import inside
from organizer.store.opening import create_file
from organizer.store.store import Store
from organizer.store.tables import PICTURE, table_of
from tests import compiled, factories
from tests.faults import hand, peak
from tests.faults.archives import parts_of, tampered

SLOW_S = 5


@dataclass
class Judged:
    """What came of tampered archives. `wrong`: taken in and not like the whole one; `left`: refused, and something was left."""

    read: int = 0
    refused: int = 0
    wrong: int = 0
    left: int = 0
    uncaught: list[str] = field(default_factory=list)
    slowest_s: float = 0
    most_bytes: int = 0


def whole_archive(folder: Path) -> Path:
    """The ZIP inside an archive of a file that holds a little of most kinds."""
    store = create_file(folder / "branch.organizer", None, origin="Köln")
    picket = factories.picket(store, occasion="Vigil, “quoted”\nand a second line; 日本語 العربية")
    tag = store.save(Tag(name="embassy"))
    store.save(Tagging(tag_id=tag.id, record_kind="picket", record_uid=picket.uid))
    for make in (factories.demand, factories.site, factories.letter, factories.fund, factories.leaflet, factories.person):
        make(store)
    for n in range(6):
        factories.donation(store, amount_minor=1250 + n, currency="EUR")
    with store.change("Picture") as change:
        attachments.keep(change, attachments.CleanPicture(hand.PICTURE, "image/png", 1, 1), name="crowd.png", owner=picket)
    with inside(store.back_up().path, None) as connection:
        (folder / "whole.zip").write_bytes(open_backup.zipped(connection))
    store.close(back_up=False)
    return folder / "whole.zip"


def _state(store: Store) -> dict[str, Any]:
    """All that an archive carries over, to be compared with what came out of the whole one."""
    with store.looking() as connection:
        tables = [*(table_of(kind) for kind in KINDS.values()), PICTURE]
        return {table.name: connection.execute(table.select().order_by(*table.primary_key)).all() for table in tables}


def _taken_in(data: bytes, path: Path) -> dict[str, Any]:
    store, _contents = restore_open_backup(data, path, None)
    try:
        store.check()
        return _state(store)
    finally:
        store.close(back_up=False)
        path.unlink()


def _judge(data: bytes, whole: bytes, right: dict[str, Any], folder: Path, judged: Judged) -> None:
    before, begun = sorted(folder.iterdir()), time.perf_counter()
    try:
        found = _taken_in(data, folder / "anew.organizer")
        judged.read += 1
        # Who forges records together with a manifest that fits them has made another archive, and no reader can know
        judged.wrong += found != right and not _is_another(data, whole)
    except UserError as error:
        judged.refused += 1
        assert error.message.endswith(".") and error.hint.endswith("."), error
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is what is looked for
        judged.uncaught.append(f"{type(fault).__name__}: {str(fault)[:200]}")
    judged.left += sorted(folder.iterdir()) != before
    judged.slowest_s = max(judged.slowest_s, time.perf_counter() - begun)


def _is_another(data: bytes, whole: bytes) -> bool:
    """Whether its manifest tells of other parts than that of the whole one."""
    return bool(json.loads(parts_of(data)["manifest.json"])["parts"] != json.loads(parts_of(whole)["manifest.json"])["parts"])


def judged(whole: Path, folder: Path, count: int, *, seed: int = 1, control: str = "") -> Judged:
    """Tampered archives taken in by a process of its own, which has 512 MB. CalledProcessError where it dies."""
    words = [
        sys.executable,
        "-W",
        "ignore:Duplicate name",
        "-m",
        "tests.faults.archives_read",
        str(whole),
        str(folder),
        str(count),
        str(seed),
        control,
    ]
    ended = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True, cwd=Path(__file__).parents[2])
    return Judged(**json.loads(ended.stdout))


def main(path: Path, folder: Path, count: int, seed: int, control: str) -> Judged:
    compiled.once()
    whole, dice, found = path.read_bytes(), random.Random(seed), Judged()
    right = _taken_in(whole, folder / "whole.organizer")
    weaken: Callable[[], None] = _CONTROLS.get(control, lambda: None)
    weaken()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    for _ in range(count):
        _judge(tampered(whole, dice), whole, right, folder, found)
    found.most_bytes = peak.most_bytes()
    return found


def _trusting() -> None:
    """A reader that believes what it is told: then wrong values must be found."""
    zipfile.ZipExtFile._update_crc = lambda *_given: None
    open_backup_in.hashlib = _NoSums


class _NoSums:
    """Every checksum is the one that is asked for."""

    class _Sum:
        def update(self, _data: bytes) -> None: ...

        def hexdigest(self) -> Any:
            return _Whatever()

    @staticmethod
    def sha256(_data: bytes = b"") -> _NoSums._Sum:
        return _NoSums._Sum()


class _Whatever(str):
    __slots__ = ()

    def __eq__(self, _other: object) -> bool:
        return True

    def __ne__(self, _other: object) -> bool:
        return False

    __hash__ = str.__hash__


_CONTROLS = {"trusting": _trusting}


if __name__ == "__main__":
    print(json.dumps(vars(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]))))
