"""A file with a million letters, the same at every run: real cities, organisations of uneven zeal, days in waves."""

from __future__ import annotations

import atexit
import random
import string
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from organizer.records.campaign import Campaign
from organizer.records.gazetteer import Place, find_places
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation, Person
from organizer.records.place import City
from organizer.records.target import Target
from organizer.store import search
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file
from organizer.store.rows import columns_of
from organizer.store.store import Store
from organizer.store.tables import table_of

PASSPHRASE = "a million letters"
ORGANISATIONS, PEOPLE = 3_000, 2_000
BEGIN, DAYS = date(2011, 5, 26), 585
BODIES = (
    "Dockers' union, {place} branch", "{place} Trades Council", "ver.di {place}", "CGT {place}", "Unite {place} {number}",
    "Профсоюз «Защита», {place}", "Socialist Party {place}", "Teachers of {place}", "{place} Human Rights Watchers",
    "FNV {place}", "Συνδικάτο {place}", "نقابة عمال {place}", "Solidarność {place}", "Students' union {place} {number}",
)  # fmt: skip
OFFICES = (
    "President", "Prime Minister", "Minister of Justice", "Minister of the Interior", "Prosecutor General", "Supreme Court",
    "Akim of Mangystau", "Akim of Aktau", "Board of the oil company", "Sovereign wealth fund", "Embassy", "Consulate",
    "OSCE mission", "European Parliament", "International labour office", "Campaign office",
)  # fmt: skip
SUBJECTS = (
    "Release the jailed strikers", "Free the lawyer", "Stop the trials", "No violence against strikers", "Right to strike",
    "Solidarity with the oil workers", "Inquiry into the shootings", "Свободу нефтяникам", "Recognise the union", "",
)  # fmt: skip
NOTES = ("", "", "", "", "", "", "", "copy by fax", "signed by the whole branch", "read out at the congress in {place}")


@cache
def made() -> Path:
    """The file, made once a run (about a minute) and gone with it."""
    folder = tempfile.TemporaryDirectory(prefix="figures-")
    atexit.register(folder.cleanup)
    path = Path(folder.name) / "million.organizer"
    build(path)
    return path


def build(path: Path, count: int = 1_000_000) -> None:
    """Make the file, encrypted under PASSPHRASE with the cheap key of tests."""
    chance = random.Random(2012)
    store = create_file(path, PASSPHRASE, origin="Berlin")
    try:
        _fill(store, count, chance)
        assert store.listing(ListQuery(Letter, filters=(("campaign", 1),))).count == count
    finally:
        store.close(back_up=False)


def _fill(store: Store, count: int, chance: random.Random) -> None:
    places = _places()
    with store.change("what letters speak of") as change:
        change.save(Campaign(name="Campaign Kazakhstan", started=BEGIN))
        for place in places:
            city = City(geoname_id=place.geoname_id, name=place.name, country=place.country, time_zone=place.time_zone)
            change.save(city)
        for number in range(ORGANISATIONS):
            home = chance.randrange(len(places))
            name = chance.choice(BODIES).format(place=places[home].name, number=number % 40 + 1)
            change.save(Organisation(name=name, city_id=home + 1, country=places[home].country))
        for number in range(PEOPLE):
            change.save(Person(name=f"{chance.choice(string.ascii_uppercase)}. Example {number}"))
        for number, office in enumerate(OFFICES * 3):
            change.save(Target(office=office, city_id=number * 7 % len(places) + 1, country="KZ"))
    with store._lane.bare() as bare:
        _letters(bare, count, chance, places)


def _places() -> list[Place]:
    """The best-known places for each pair of first letters."""
    found: dict[int, Place] = {}
    for first in string.ascii_lowercase:
        for second in "aeioulrh":
            for hit in find_places(first + second, 4):
                found.setdefault(hit.place.geoname_id, hit.place)
    return list(found.values())


def _letters(bare: Any, count: int, chance: random.Random, places: list[Place]) -> None:
    table, names = table_of(Letter), columns_of(Letter)
    indices = bare.execute(
        "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'letter' AND type = 'index' AND sql NOT NULL"
    ).fetchall()
    bare.execute("BEGIN IMMEDIATE")
    for name, _sql in indices:
        bare.execute(f"DROP INDEX {name}")
    marks = ", ".join("?" for _name in names)
    columns = ", ".join(names)
    bare.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", _rows(count, chance, places))
    for _name, sql in indices:
        bare.execute(sql)
    own = bare.execute("SELECT id, subject, reply_words, notes FROM letter WHERE subject <> '' OR notes <> ''")
    folded = ((row[0], search.fold_once(" ".join(row[1:]))) for row in own)
    bare.executemany(f"INSERT INTO {search.index_of(Letter)}(rowid, words) VALUES (?, ?)", folded)
    bare.execute("COMMIT")
    bare.execute("ANALYZE")


def _rows(count: int, chance: random.Random, places: list[Place]) -> Iterator[tuple[Any, ...]]:
    blank = {column.key: "" for column in table_of(Letter).columns}
    made = datetime(2012, 1, 1, tzinfo=UTC).strftime("%Y-%m-%d %H:%M:%S.000000")
    zeal = [1 / (1 + number % 500) for number in range(ORGANISATIONS)]
    senders = chance.choices(range(1, ORGANISATIONS + 1), zeal, k=count)
    waves = [3 if number % 97 < 9 else 1 for number in range(DAYS)]
    days = chance.choices([str(BEGIN + timedelta(number)) for number in range(DAYS)], waves, k=count)
    for number in range(count):
        draw = chance.random()
        by_person = draw < 0.1
        row = blank | {
            "id": number + 1, "uid": f"{number:08x}-0000-4000-8000-000000000000",
            "version": 1, "created_utc": made, "changed_utc": made,
            "campaign_id": 1, "organisation_id": None if by_person else senders[number],
            "person_id": 1 + number % PEOPLE if by_person else None, "target_id": 1 + int(draw * 1e6) % (3 * len(OFFICES)),
            "city_id": 1 + (senders[number] * 13) % len(places), "day": days[number], "day_precision": "exact",
            "channel": ("email", "post", "fax", "hand")[number % 4], "quantity": 1 + int(draw * 1e5) % 30, "tone": "protest",
            "evidence": ("held", "reported", "reported", "estimated")[int(draw * 1e4) % 4], "repeated": False, "members": None,
            "subject": SUBJECTS[int(draw * 1e3) % len(SUBJECTS)], "replied_on": None,
            "notes": NOTES[number % len(NOTES)].format(place=places[number % len(places)].name), "origin": "Berlin",
        }  # fmt: skip
        yield tuple(row.values())


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
