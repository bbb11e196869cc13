"""Figures that were promised, measured: `python -m tests.benchmarks [NAME]` prints one JSON line a figure."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One measured value with its promised limit. `limit` 0 means that nothing was promised."""

    name: str
    value: float
    unit: str
    limit: float = 0.0

    def holds(self) -> bool:
        return not self.limit or self.value <= self.limit

    def as_json(self) -> dict[str, object]:
        """With the machine's load at that moment: above the number of its cores a value speaks of the others as well."""
        return {**asdict(self), "value": round(self.value, 2), "holds": self.holds(), "load": round(os.getloadavg()[0], 1)}
