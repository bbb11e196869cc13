"""Makes `world.json` from Natural Earth, as in the npm package world-atlas: python resources/map/build.py countries-110m.json

Outlines are projected once, here, into Equal Earth, in whole 1/2000 of the globe's radius. A country is an object of
`at` (the middle of its largest part, for its name) and `rings` (flat lists of x, y). Rings that cross 180° are kept whole
by continuing beyond it, or a line would run across the map.
"""

import argparse
import hashlib
import json
import sys
from itertools import pairwise
from pathlib import Path

from babel.core import get_global

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from organizer.ui.charts.projection import equal_earth  # noqa: E402

UNIT = 2000
WITHOUT_CODE = {"Kosovo": "XK", "N. Cyprus": "-1", "Somaliland": "-2"}
LEFT_OUT = "AQ"

Point = tuple[float, float]


def decoded_arcs(topology: dict) -> list[list[Point]]:
    """TopoJSON arcs, from steps on a grid to degrees."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + x0, y * ky + y0))
        arcs.append(points)
    return arcs


def ring_of(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Arcs joined end to end; a negative number is an arc walked backwards."""
    ring: list[Point] = []
    for index in indices:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += points if not ring else points[1:]
    if any(abs(a[0] - b[0]) > 180 for a, b in pairwise(ring)):
        ring = [(x + 360 if x < 0 else x, y) for x, y in ring]
    return ring


def flat(ring: list[Point]) -> list[int]:
    """Projected and rounded, without points that fall together."""
    kept: list[tuple[int, int]] = []
    for longitude, latitude in ring:
        x, y = equal_earth(longitude, latitude)
        point = (round(x * UNIT), round(y * UNIT))
        if not kept or kept[-1] != point:
            kept.append(point)
    return [value for point in kept for value in point]


def area_and_middle(ring: list[int]) -> tuple[float, tuple[int, int]]:
    """The shoelace formula: a ring's area and its centre of gravity."""
    points = list(zip(ring[::2], ring[1::2], strict=True))
    twice = cx = cy = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        twice, cx, cy = twice + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
    if twice == 0:
        return 0.0, points[0]
    return abs(twice) / 2, (round(cx / (3 * twice)), round(cy / (3 * twice)))


def country(geometry: dict, arcs: list[list[Point]]) -> dict:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = [flat(ring_of(indices, arcs)) for polygon in polygons for indices in polygon]
    rings = [ring for ring in rings if len(ring) >= 6]
    return {"at": max(map(area_and_middle, rings))[1], "rings": rings}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topology", type=Path)
    source = parser.parse_args().topology.read_bytes()
    topology = json.loads(source)
    arcs = decoded_arcs(topology)
    codes = get_global("territory_aliases")
    world = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = WITHOUT_CODE.get(geometry["properties"]["name"]) or codes[geometry["id"]][0]
        if code != LEFT_OUT:
            world[code] = country(geometry, arcs)
    text = json.dumps(dict(sorted(world.items())), separators=(",", ":")).replace('},"', '},\n"') + "\n"
    (HERE / "world.json").write_text(text, encoding="ascii")
    sys.stdout.write(f"{len(world)} countries, {len(text)} bytes\n")
    sys.stdout.write(f'input_sha256 = "{hashlib.sha256(source).hexdigest()}"\n')
    sys.stdout.write(f'output_sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n')


if __name__ == "__main__":
    main()
