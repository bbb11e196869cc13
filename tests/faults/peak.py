"""How much memory a process of the harness has held at most."""

from __future__ import annotations

import re
from pathlib import Path


def most_bytes() -> int:
    """Since this program began. `getrusage` counts as well what the process was forked from: a test runner of gigabytes."""
    (kib,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(kib) * 1024
