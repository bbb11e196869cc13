"""What a log of operations tells of leaks: sockets to elsewhere, and files into which words of an encrypted file were written."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator

from tests.faults.ledger import MARK
from tests.faults.recorder import Operation

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def sockets(seen: Iterable[Operation]) -> list[Operation]:
    """Those that were opened, but for local ones."""
    return [operation for operation in seen if operation.op == "n" and operation.offset != socket.AF_UNIX]


def in_plain(seen: Iterable[Operation]) -> Iterator[str]:
    """The files into which the marked word was written. A sheet that is brought in is the harness's own, and plain."""
    names: dict[int, str] = {}
    for operation in seen:
        if operation.op in "oc":
            names[operation.fd] = operation.path
        path = names.get(operation.fd, "")
        if operation.op == "w" and "/sheets/" not in path and any(MARK.encode(kind) in operation.data for kind in _ENCODINGS):
            yield path
