"""The backup in an open format: everything comes back on a bare machine, and what is not whole makes no file."""

from __future__ import annotations

import hashlib
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from organizer.cli import main
from organizer.errors import DamagedFile, UserError, WrongPassphrase
from organizer.exchange import open_backup, open_backup_in
from organizer.exchange import open_backup_monthly as monthly
from organizer.exchange.open_backup import write_open_backup
from organizer.exchange.open_backup_in import contents_of, decrypted
from organizer.exchange.open_backup_restore import restore_open_backup
from organizer.records.attachment import Attachment
from organizer.records.kinds import KINDS
from organizer.records.organisation import Person
from organizer.records.picket import Picket
from organizer.records.tag import Tag, Tagging
from organizer.store import compartments, inside_backup
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from organizer.store.tables import table_of
from tests import factories

WORDS = "six plain words of its own"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A closed file with something of most kinds, and its archive."""
    folder = tmp_path_factory.mktemp("open")
    store = create_file(folder / "branch.organizer", "kettle anchor velvet", origin="Köln")
    picket = factories.picket(store, occasion="Vigil, “quoted”\nand a second line; 日本語 العربية")
    out = io.BytesIO()
    Image.effect_noise((64, 48), 50).save(out, "PNG")
    store.attach(out.getvalue(), "crowd", picket)
    tag = store.save(Tag(name="embassy"))
    store.save(Tagging(tag_id=tag.id, record_kind="picket", record_uid=picket.uid))
    for make in (factories.demand, factories.site, factories.letter, factories.fund, factories.leaflet, factories.press_release):
        make(store)
    for make in (factories.person, factories.print_run, factories.sheet_text):
        make(store)
    factories.donation(store, amount_minor=12_50, currency="EUR")
    factories.donation(store, amount_minor=99_99, currency="GBP")
    archive = folder / f"branch{open_backup.SUFFIX}"
    contents = write_open_backup(store, archive, WORDS)
    assert contents.records["picket"] == 1 and contents.money["EUR"][0] == 12_50 and contents.photos == 1
    store.close(back_up=False)
    return store.path, archive


@pytest.fixture(scope="module")
def inside(made: tuple[Path, Path]) -> bytes:
    """The ZIP inside the archive, without the seconds that its passphrase costs."""
    store = open_file(made[0], "kettle anchor velvet")
    data = zip_of(store)
    store.close(back_up=False)
    return data


def zip_of(store: Store) -> bytes:
    with inside_backup.inside(store.back_up().path, store.key()) as connection:
        return open_backup.zipped(connection)


def rows(store: Store) -> dict[str, list[Any]]:
    return {name: store.rows(select(table_of(kind)).order_by(table_of(kind).c.id)) for name, kind in KINDS.items()}


def test_the_command_makes_a_file_with_every_record_and_photo(
    made: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "words"
    secret.write_text(WORDS)
    target = tmp_path / "anew.organizer"
    assert main(["restore", str(made[1]), str(target), "--passphrase-file", str(secret)]) == 0
    assert "counts like the archive" in capsys.readouterr().out
    before, after = open_file(made[0], "kettle anchor velvet"), open_file(target, WORDS)
    assert rows(after) == rows(before)
    (photo,) = after.records(select(Attachment))
    assert after.pixels(photo.id) == before.pixels(photo.id)
    assert after.listing(ListQuery(Picket, text="embassy")).count == 1
    assert after.meta("branch") == "Köln" and after.lately() == []
    after.check()
    for store in (before, after):
        store.close(back_up=False)
    assert main(["restore", str(made[1]), str(target), "--passphrase-file", str(secret)]) == 2


def test_the_parts_are_what_any_program_reads(inside: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(inside)) as archive:
        (picket,) = [json.loads(line) for line in archive.read("records/picket.jsonl").splitlines()]
        assert picket["day"] == "2012-12-16" and "العربية" in picket["occasion"]
        assert any(name.startswith("photos/") and name.endswith(".png") for name in archive.namelist())
        assert b"for any program" in archive.read("README.txt")


def test_another_passphrase_and_a_cut_archive_are_worded_alike(made: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase) as wrong:
        decrypted(made[1], "another")
    cut = tmp_path / "cut.age"
    cut.write_bytes(made[1].read_bytes()[:-100])
    with pytest.raises(WrongPassphrase) as short:
        decrypted(cut, WORDS)
    assert str(wrong.value) == str(short.value)
    cut.write_bytes(b"")
    with pytest.raises(WrongPassphrase):
        decrypted(cut, WORDS)


def test_an_archive_that_asks_for_more_memory_than_there_is_is_refused_at_once(made: tuple[Path, Path], tmp_path: Path) -> None:
    asks = tmp_path / "asks.age"
    data, changed = re.subn(rb"(-> scrypt \S+) \d+\n", rb"\1 24\n", made[1].read_bytes(), count=1)
    assert changed == 1
    asks.write_bytes(data)
    with pytest.raises(DamagedFile):
        decrypted(asks, WORDS)


def rewritten(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The same ZIP with other parts, its manifest made to fit them: what somebody with the passphrase could forge."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    manifest = json.loads(parts["manifest.json"])
    for name in manifest.get("parts", {}):
        if name in parts:
            manifest["parts"][name] = {"bytes": len(parts[name]), "sha256": hashlib.sha256(parts[name]).hexdigest()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, json.dumps(manifest) if name == "manifest.json" else content)
    return out.getvalue()


def replaced(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return change


FORGED = {
    "a record less": lambda parts: parts.update({"records/letter.jsonl": b""}),
    "another sum": replaced("records/donation.jsonl", b"1250", b"1251"),
    "a column nobody knows": replaced("records/letter.jsonl", b'"quantity"', b'"quantities"'),
    "a text for a number": replaced("records/letter.jsonl", b'"quantity": 3', b'"quantity": "3"'),
    "a number beyond all": replaced("records/letter.jsonl", b'"quantity": 3', b'"quantity": 99999999999999999999'),
    "a day that is none": replaced("records/picket.jsonl", b"2012-12-16", b"2012-13-16"),
    "no JSON": replaced("records/picket.jsonl", b"{", b"("),
    "deep JSON": lambda parts: parts.update({"records/picket.jsonl": b"[" * 100_000}),
    "a list for an object": lambda parts: parts.update({"records/picket.jsonl": b"[1]\n"}),
    "a link to nothing": replaced("records/letter.jsonl", b'"organisation_id": 1', b'"organisation_id": 77'),
    "a part that is not told of": lambda parts: parts.update({"records/../../evil.jsonl": b"{}"}),
    "a part missing": lambda parts: parts.pop("records/letter.jsonl"),
    "a manifest of another": replaced("manifest.json", b"open backup", b"something"),
    "no manifest": lambda parts: parts.update({"manifest.json": b"{}"}),
    "one record twice": lambda parts: parts.update({"records/tag.jsonl": parts["records/tag.jsonl"] * 2}),
}


@pytest.mark.parametrize("what", FORGED)
def test_a_forged_archive_makes_no_file(inside: bytes, tmp_path: Path, what: str) -> None:
    target = tmp_path / "anew.organizer"
    with pytest.raises(DamagedFile, match="archive is damaged"):
        restore_open_backup(rewritten(inside, FORGED[what]), target, None)
    assert list(tmp_path.iterdir()) == []


def test_a_photo_under_anothers_name_makes_no_file(inside: bytes, tmp_path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        name = next(name for name in parts if name.startswith("photos/"))
        parts[name] = b"\x89PNG other pixels"

    with pytest.raises(DamagedFile):
        restore_open_backup(rewritten(inside, change), tmp_path / "anew.organizer", None)


def bomb(name: str, n_bytes: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, bytes(n_bytes))
    return out.getvalue()


def test_what_unpacks_to_more_than_an_archive_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_backup_in, "LARGEST_WHOLE", 2**20)
    with pytest.raises(DamagedFile):
        contents_of(bomb("records/letter.jsonl", 2**21))


def test_a_part_that_is_longer_than_it_says_is_not_unpacked_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_backup_in, "_LARGEST_SMALL", 2**20)
    data = bomb("manifest.json", 2**24 + 4097)
    said = (2**24 + 4097).to_bytes(4, "little")
    assert data.count(said) == 2
    with pytest.raises(DamagedFile):
        contents_of(data.replace(said, (2**16).to_bytes(4, "little")))


def test_of_thousands_of_flipped_bits_none_changes_what_is_read(inside: bytes) -> None:
    """Below the encryption: what a person with the passphrase, or a fault of memory, could change."""
    chance, whole = random.Random(5), contents_of(inside)
    for _turn in range(400):
        data = bytearray(inside)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        try:
            assert contents_of(bytes(data)) == whole
        except UserError:
            continue


def test_more_than_an_archive_takes_is_told(made: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_backup, "LARGEST", 2_000)
    store = open_file(made[0], "kettle anchor velvet")
    with pytest.raises(UserError, match="more than an archive"):
        write_open_backup(store, tmp_path / "x.age", WORDS)
    store.close(back_up=False)
    assert list(tmp_path.iterdir()) == []


def test_the_archive_of_a_month_is_made_once_in_it(made: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "branch.organizer"
    path.write_bytes(made[0].read_bytes())
    store = open_file(path, "kettle anchor velvet")
    day = date(2012, 12, 16)
    assert not monthly.is_due(store, day)
    monthly.switch_on(store, WORDS)
    assert monthly.is_due(store, day) and monthly.last_month(store) == ""
    archive = monthly.make(store, day)
    assert archive.name == "branch 2012-12.zip.age" and archive.parent == path.parent / "branch backups"
    assert decrypted(archive, WORDS)[:2] == b"PK"
    assert [monthly.is_due(store, each) for each in (date(2012, 12, 31), date(2013, 1, 1))] == [False, True]
    monthly.switch_off(store)
    assert not monthly.is_due(store, date(2013, 1, 1)) and WORDS not in store.meta("open_backup")
    store.close(back_up=False)


def test_what_lies_in_a_compartment_goes_through_an_archive_unread(tmp_path: Path) -> None:
    store = create_file(tmp_path / "branch.organizer", None)
    person = factories.person(store, name="Frédérique Quakenbrück", languages=["de"])
    compartments.make(store, Person, "thistle copper")
    data = zip_of(store)
    store.close(back_up=False)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any("Quakenbr" in archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    again, _contents = restore_open_backup(data, tmp_path / "again.organizer", None)
    assert again.get(Person, person.id).name == "•••"
    compartments.open_(again, Person, "thistle copper")
    assert (again.get(Person, person.id).name, again.get(Person, person.id).languages) == ("Frédérique Quakenbrück", ["de"])
    again.close(back_up=False)
