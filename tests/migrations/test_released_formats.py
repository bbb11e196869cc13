"""Files as released versions wrote them are opened with everything in them, encrypted or plain, and undo reaches back."""

from __future__ import annotations

import gzip
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from organizer import paths
from organizer.actions.print_room import keep_answers, parts_for
from organizer.records.attachment import Attachment
from organizer.records.campaign import Campaign, Demand
from organizer.records.donation import Donation
from organizer.records.kinds import KINDS
from organizer.records.leaflet import Leaflet
from organizer.records.print_run import PrintRun
from organizer.store import checks, engine, key
from organizer.store.opening import open_file
from organizer.store.store import Store
from organizer.store.tables import FORMAT
from tests import factories

FORMATS = Path(__file__).parents[1] / "data" / "formats"
RELEASED = sorted(path.name.removesuffix(".organizer.gz") for path in FORMATS.glob("*.organizer.gz"))


def unpacked(folder: Path, number: str, passphrase: str | None) -> Path:
    """The file as that version wrote it; encrypted as that version would have, when there is a passphrase."""
    plain = folder / f"{number}.organizer"
    plain.write_bytes(gzip.decompress((FORMATS / f"{number}.organizer.gz").read_bytes()))
    if passphrase is None:
        return plain
    secret, encrypted = key.new_key(passphrase), folder / f"{number} encrypted.organizer"
    connection = engine.connect(plain, None)
    pragmas = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")}
    connection.execute(f"ATTACH DATABASE '{encrypted}' AS other KEY \"x'{secret.raw.hex()}{secret.salt.hex()}'\"")
    connection.execute("SELECT sqlcipher_export('other')")
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA other.{name} = {value}")
    connection.close()
    return encrypted


@pytest.fixture
def first(tmp_path: Path, passphrase: str | None) -> Path:
    return unpacked(tmp_path, "0001", passphrase)


def counted(path: Path, passphrase: str | None) -> dict[str, int]:
    secret = next(iter(key.keys_to_try(path.read_bytes()[: key.SALT_BYTES], passphrase))) if passphrase else None
    connection = engine.connect(path, secret)
    found = checks.counts(connection)
    connection.close()
    return found


def test_there_is_a_file_of_every_format_before_this_one() -> None:
    assert [int(number) for number in RELEASED] == list(range(1, FORMAT))


@pytest.mark.parametrize("number", RELEASED)
def test_a_released_file_is_opened_with_every_row_and_a_backup_of_it_as_it_was(
    tmp_path: Path, passphrase: str | None, number: str
) -> None:
    path = unpacked(tmp_path, number, passphrase)
    before = counted(path, passphrase)
    store = open_file(path, passphrase)
    assert {name: store.count(select(kind)) for name, kind in KINDS.items() if name in before} == {
        name: rows for name, rows in before.items() if name in KINDS
    }
    assert store.check() is None
    store.close(back_up=False)
    (backup,) = paths.backups(path).glob("*.organizer")
    assert counted(backup, passphrase) == before
    reopened = open_file(path, passphrase)
    with reopened._lane.bare() as bare:
        assert bare.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    reopened.close(back_up=False)


@pytest.fixture
def store(first: Path, passphrase: str | None) -> Any:
    opened = open_file(first, passphrase)
    yield opened
    opened.close(back_up=False)


def test_leaflets_and_pictures_of_the_first_format_are_as_they_were(store: Store) -> None:
    (leaflet,) = store.records(select(Leaflet))
    assert (leaflet.name, leaflet.day, leaflet.starts) == ("Embassy leaflet", date(2012, 12, 16), time(17, 30))
    assert leaflet.texts == {"en": {"headline": "Free the strikers"}}
    assert (leaflet.paper, leaflet.back_language) == ("A4", "")
    (photo,) = store.records(select(Attachment))
    assert (photo.name, photo.faces, store.pixels(photo.id)[:4]) == ("crowd.png", "", b"\x89PNG")
    assert [gift.amount_minor for gift in store.records(select(Donation))] == [25_00]


def test_what_is_new_can_be_used_in_a_file_of_the_first_format(store: Store) -> None:
    campaign, demand = store.records(select(Campaign))[0], store.records(select(Demand))[0]
    run = factories.print_run(store, campaign_id=campaign.id, demand_uids=[demand.uid], kept_at="Cupboard")
    assert [(hit.kind, hit.id) for hit in store.search("cupboard")] == [(PrintRun, run.id)]
    keep_answers(store, campaign.id, "bust-card", {"en": {"title": "Yours"}})
    parts = parts_for(store, store.records(select(Leaflet))[0])
    assert parts.leaflet is not None and parts.leaflet.photo_faces == ""
    parts.leaflet.leaflet.back_language = "ru"
    assert store.save(parts.leaflet.leaflet).back_language == "ru"


def test_undo_brings_back_what_was_deleted_before_the_file_was_brought_up_to_date(store: Store) -> None:
    entry = store.undo()
    assert entry is not None and entry.label == "Leaflet deleted"
    back = store.first(select(Leaflet).where(Leaflet.name == "Deleted leaflet"))
    assert back is not None and (back.paper, back.back_language) == ("A4", "")
    assert [hit.id for hit in store.search("deleted leaflet")] == [back.id]
    store.redo()
    assert store.first(select(Leaflet).where(Leaflet.name == "Deleted leaflet")) is None


def test_no_id_of_the_first_format_is_given_again(store: Store) -> None:
    (kept,) = store.records(select(Leaflet))
    assert factories.leaflet(store, campaign_id=kept.campaign_id).id == kept.id + 2


def test_words_in_one_star_stay_bold_in_a_file_of_the_first_format(tmp_path: Path) -> None:
    path = unpacked(tmp_path, "0001", None)
    connection = engine.connect(path, None)
    connection.execute("UPDATE leaflet SET texts = json_set(texts, '$.en.body', 'They *struck* for 2 * 3 weeks. **Twice**')")
    connection.commit()
    connection.close()
    opened = open_file(path)
    (leaflet,) = opened.records(select(Leaflet))
    assert leaflet.text_in("en", "body") == "They **struck** for 2 * 3 weeks. **Twice**"
    opened.close(back_up=False)
