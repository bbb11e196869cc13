"""The Equal Earth projection: equal areas, so no continent shouts. No Qt."""

from __future__ import annotations

import math

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to (x, y) in globe radii, y growing downwards. Source: Šavrič, Patterson, Jenny 2018, equations 1 to 3."""
    t = math.asin(_M * math.sin(math.radians(latitude)))
    t2 = t * t
    t6 = t2**3
    slope = _A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)
    x = math.radians(longitude) * math.cos(t) / (_M * slope)
    return x, -t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))
