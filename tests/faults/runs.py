"""Runs by the hundred: kills, power cuts, failing operations, refused memory. Each gives one Verdict over all of them."""

from __future__ import annotations

import errno
import itertools
import random
import shutil
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tests.faults import recorder, templates
from tests.faults.leaks import in_plain, sockets
from tests.faults.ledger import Ledger
from tests.faults.power import WAYS, Disk
from tests.faults.proof import Verdict, prove
from tests.faults.recorder import CHANGES, READS, Operation, operations
from tests.faults.server import NAME, Order, Outcome, Server
from tests.faults.works import ALL

_CODES = (errno.EIO, errno.ENOSPC)
_EVERY_REQUEST = 97
_places = itertools.count()


def order(work: str, *, plain: bool, seed: int = 0, control: str = "") -> Order:
    """An order in a new folder, in which nothing goes wrong yet."""
    name = templates.name_for(work, plain=plain)
    path = templates.template(name)
    given = str(path) if path.exists() else ""
    folder = recorder.folder() / f"run {next(_places)}"
    return Order(work, given, templates.passphrase_of(name) or "", str(folder), seed=seed, control=control)


def judged(asked: Order, outcome: Outcome) -> Verdict:
    """Prove what a run left behind, and clear it away."""
    begins = templates.begins(templates.name_for(asked.work, plain=not asked.passphrase))
    ledger = Ledger(begins, outcome.lines, lasting=asked.lasting)
    verdict = prove(Path(asked.folder) / NAME, asked.passphrase or None, ledger, always_there=bool(asked.template))
    verdict.words = [f"{asked.work}, {_befell(asked)}: {words}" for words in verdict.words]
    shutil.rmtree(asked.folder)
    return verdict


def _befell(asked: Order) -> str:
    usual = Order("", "", "", "")
    told = {name: value for name, value in vars(asked).items() if value != getattr(usual, name)}
    return ", ".join(
        f"{name} {value}" for name, value in told.items() if name not in ("work", "template", "passphrase", "folder")
    )


def _turns(count: int, works: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """The round, the work and whether plain: every work in turn, one round in four on plain files."""
    return ((n // len(works), works[n % len(works)], n // len(works) % 4 == 3) for n in range(count))


def kills(
    server: Server, count: int, *, control: str = "", seed: int = 1, works: Sequence[str] = ALL, counted: bool = False
) -> Verdict:
    """Half of them at a random moment, half as a counted operation begins, or all. Runs that ended before are done again."""
    dice, verdict = random.Random(seed), Verdict()
    lengths: dict[tuple[str, bool], Outcome] = {}
    for turn, work, plain in _turns(count, works):
        if (work, plain) not in lengths:
            whole = order(work, plain=plain, control=control)
            lengths[work, plain] = server.run(whole)
            shutil.rmtree(whole.folder)
        whole_run, killed = lengths[work, plain], False
        while not killed:
            asked = order(work, plain=plain, seed=dice.randrange(10**6), control=control)
            if counted or turn % 2:
                asked = replace(asked, kill_at=dice.randint(1, whole_run.seen))
            else:
                asked = replace(asked, kill_after_ms=dice.uniform(1, whole_run.seconds * 700))
            outcome = server.run(asked)
            killed = outcome.status == signal.SIGKILL
            if killed:
                verdict.add(judged(asked, outcome))
            else:
                shutil.rmtree(asked.folder)
    return verdict


def power_cuts(
    server: Server, count: int, *, control: str = "", seed: int = 1, each: int = 40, works: Sequence[str] = ALL
) -> Verdict:
    """This many images, `each` out of one run."""
    dice, verdict = random.Random(seed), Verdict()
    for _turn, work, plain in _turns(-(-count // each), works):
        asked = order(work, plain=plain, seed=dice.randrange(10**6), control=control)
        asked = replace(asked, log=f"{asked.folder}.log")
        server.run(asked)
        happened = list(operations(Path(asked.log)))
        verdict.sockets += len(sockets(happened))
        verdict.plain += len(list(in_plain(happened))) if asked.passphrase else 0
        verdict.add(_images(asked, happened, min(each, count - verdict.runs), dice))
        shutil.rmtree(asked.folder)
        Path(asked.log).unlink()
    return verdict


def _images(asked: Order, seen: Iterable[Operation], count: int, dice: random.Random) -> Verdict:
    verdict = Verdict()
    happened = [operation for operation in seen if operation.below_root]
    moments = sorted(dice.randint(1, len(happened)) for _ in range(count))
    path = str(Path(asked.folder) / NAME)
    disk = Disk({path: Path(asked.template).read_bytes()} if asked.template else {})
    said: list[str] = []
    ways = itertools.cycle(WAYS)
    for moment, operation in enumerate(happened, start=1):
        disk.happen(operation)
        if operation.op == "m":
            said.append(operation.data.decode())
        while moments and moments[0] == moment:
            moments.pop(0)
            way = next(ways)
            verdict.add(_judged_image(asked, disk.after_a_cut(way, dice), said, f"cut at {moment} of {len(happened)}, {way}"))
    return verdict


def _judged_image(asked: Order, files: dict[str, bytes], said: list[str], words: str) -> Verdict:
    image = replace(asked, folder=str(recorder.folder() / f"run {next(_places)}"))
    for name, data in files.items():
        path = Path(image.folder) / Path(name).relative_to(asked.folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    Path(image.folder).mkdir(exist_ok=True)
    verdict = judged(image, Outcome(said, 0, 0))
    verdict.words = [f"{words}: {each}" for each in verdict.words]
    return verdict


def failing_disk(server: Server, count: int, *, control: str = "", seed: int = 1, works: Sequence[str] = ALL) -> Verdict:
    """Operation N fails, for N = 1, 2, 3 … until none is left, or for as many of those as asked: once, for good, or half done.

    First those that change something, then those that read.
    """
    return _one_after_the_other(server, _failing(server, control, works), count, seed)


def _failing(server: Server, control: str, works: Sequence[str]) -> Iterator[list[Order]]:
    for work, plain in _pairs(works):
        usual = order(work, plain=plain, control=control)
        changes, reads = (_length(server, work, plain=plain, kinds=kinds).seen for kinds in (CHANGES, READS))
        yield [
            replace(_elsewhere(usual), fail_at=at, code=_CODES[at % 2], lasting=at % 3 == 1, halves=at % 3 == 2)
            for at in range(1, changes + 1)
        ]
        if not control:
            lasting = (replace(usual, kinds=READS, code=errno.EIO, lasting=lasting) for lasting in itertools.cycle((False, True)))
            yield [replace(_elsewhere(each), fail_at=at) for at, each in zip(range(1, reads + 1), lasting, strict=False)]


def refused_memory(server: Server, count: int, *, control: str = "", seed: int = 1, works: Sequence[str] = ALL) -> Verdict:
    """The driver's request N for memory is refused, once or from then on."""
    asked = []
    for work, plain in _pairs(works):
        usual = order(work, plain=plain, control=control)
        requests = _length(server, work, plain=plain, memory=True).memory_seen
        steps = range(1, requests + 1, _EVERY_REQUEST)
        asked.append([replace(_elsewhere(usual), starve_at=at, lasting=at % 2 == 0) for at in steps])
    return _one_after_the_other(server, asked, count, seed)


def _pairs(works: Sequence[str]) -> list[tuple[str, bool]]:
    """Every work on an encrypted file and on a plain one, but for those that can only be done on the first, or take long."""
    return [
        (work, plain)
        for work in works
        for plain in (False, True)
        if not (plain and work in ("passphrase", "erase", "compartment"))
    ]


def _elsewhere(asked: Order) -> Order:
    return replace(asked, folder=str(recorder.folder() / f"run {next(_places)}"))


def _length(server: Server, work: str, *, plain: bool, memory: bool = False, kinds: int = CHANGES) -> Outcome:
    """The same work with nothing going wrong: how many operations there are to fail."""
    asked = replace(order(work, plain=plain), counts_memory=memory, kinds=kinds)
    outcome = server.run(asked)
    shutil.rmtree(asked.folder)
    return outcome


def _one_after_the_other(server: Server, asked: Iterable[list[Order]], count: int, seed: int) -> Verdict:
    """All that is asked, or an equal share of each list."""
    dice, verdict, lists = random.Random(seed), Verdict(), sorted(asked, key=len)
    for number, orders in enumerate(lists):
        share = -(-(count - verdict.runs) // (len(lists) - number))
        for each in orders if share >= len(orders) else dice.sample(orders, share):
            verdict.add(judged(each, server.run(each)))
    return verdict
