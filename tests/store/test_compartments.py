"""Compartments: without the second passphrase no word of them is in the file's bytes; while closed nothing changes or leaks."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import UniqueConstraint, func, select

from organizer.actions.print_room import parts_for
from organizer.actions.privacy.known import known_about
from organizer.errors import CompartmentClosed, DamagedFile, Problems, StorageFault, UserError, WrongPassphrase
from organizer.exchange.sheets_in import preview
from organizer.records.base import Record
from organizer.records.campaign import Campaign
from organizer.records.donation import Donation, donation_totals
from organizer.records.letter import Letter
from organizer.records.organisation import Person
from organizer.records.tag import Tag, Tagging
from organizer.store import compartment_rows, compartments, erasing, faults, from_backup, mending, restore, salvage
from organizer.store.compartment_backups import bared_in
from organizer.store.compartments import Compartment
from organizer.store.erasing import Erasing
from organizer.store.listing import ListQuery
from organizer.store.lock import FileLock
from organizer.store.opening import create_file, open_file
from organizer.store.rows import columns_of
from organizer.store.sought import Sought, sought_for
from organizer.store.store import Store
from organizer.store.tables import JOURNAL, SEALED, table_of
from tests import factories
from tests.store.test_erasing import TODAY, decrypted, forms

ROOT = Path(__file__).parents[2]
SECOND = "thistle copper lantern"
PLAIN = pytest.mark.parametrize("passphrase", [None], indirect=True, ids=["plain"])
"""What holds whatever the file is encrypted with, is proved once."""
NAME = "Frédérique Quakenbrück"
"""Boxes are as good as random: a shorter word would now and then be found in one."""


def occurrences(store: Store) -> int:
    """Of the words of the name, in the bytes of the file and in what stands compressed within them."""
    data = decrypted(store.path, store.key())
    packed = b"\n".join(zlib.decompress(edits) for (edits,) in store.rows(select(JOURNAL.c.edits)) if edits)
    return sum(whole.count(form) for word in NAME.split() for form in forms(word) for whole in (data, packed))


def fill(store: Store) -> Person:
    """Somebody with a past: changed, undone, deleted, drafted, named by a letter and by two gifts."""
    person = factories.person(store, name=NAME, notes=f"{NAME} rings after six", languages=["de", "ru"])
    gift = factories.donation(store, person_id=person.id, giver=NAME, amount_minor=40_00)
    gift.notes = f"Thanked {NAME}"
    store.save(gift)
    factories.donation(store, giver=NAME, amount_minor=2_50, reference="R-7")
    factories.letter(store, person_id=person.id)
    store.delete(factories.donation(store, giver=NAME))
    person.notes += f", says {NAME}"
    store.save(person)
    store.undo()
    store.keep_draft("person", person.uid, {"notes": f"half a word of {NAME}"})
    store.keep_draft("donation", "new", {"giver": NAME})
    return store.get(Person, person.id)


@pytest.fixture
def giver(store: Store) -> Person:
    return fill(store)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with both kinds sealed. Made once: every making makes a verified backup first."""
    store = create_file(tmp_path_factory.mktemp("sealed") / "branch.organizer", None)
    fill(store)
    for kind in (Person, Donation):
        compartments.make(store, kind, SECOND)
    store.close(back_up=False)
    return store.path


@pytest.fixture
def sealed(template: Path, tmp_path: Path) -> Iterator[Store]:
    """Both compartments closed."""
    path = tmp_path / "sealed.organizer"
    shutil.copyfile(template, path)
    opened = open_file(path)
    yield opened
    opened.close(back_up=False)


def open_both(store: Store) -> None:
    for kind in (Person, Donation):
        compartments.open_(store, kind, SECOND)


def state(store: Store) -> list[Any]:
    """Everything that can be read of both kinds."""
    people, gifts = store.records(select(Person).order_by(Person.id)), store.records(select(Donation).order_by(Donation.id))
    return [
        [(each.name, each.notes, each.languages, each.version) for each in people],
        [(each.giver_words(), each.giver, each.notes, each.reference, each.person_id, each.amount_minor) for each in gifts],
        [entry.fields for record in (*people, *gifts) for entry in store.history(record)],
        [(hit.kind, hit.id) for hit in store.search("quakenbruck")],
        store.draft("person", people[0].uid),
        store.draft("donation", "new"),
    ]


def test_no_word_is_left_in_any_byte_of_the_file_and_before_there_were_many(store: Store, giver: Person) -> None:
    assert occurrences(store) > 20
    for kind in (Person, Donation):
        compartments.make(store, kind, SECOND)
    assert occurrences(store) == 0
    store.save(factories.person(store, name=f"{NAME} the younger"))
    assert occurrences(store) == 0
    assert store.check() is None


@PLAIN
def test_nor_is_any_left_where_the_disk_has_no_room_to_write_the_file_anew(
    store: Store, giver: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise faults.disk_full()

    monkeypatch.setattr(store, "rewrite", full)
    for kind in (Person, Donation):
        compartments.make(store, kind, SECOND)
    assert occurrences(store) == 0


def test_everything_is_as_before_while_it_is_open_also_after_the_file_was_closed(store: Store, giver: Person) -> None:
    before = state(store)
    assert [words for words, *_more in before[1]] == [NAME, NAME]
    for kind in (Person, Donation):
        compartments.make(store, kind, SECOND)
    assert state(store) == before
    passphrase = "a b c" if store._key is not None else None
    if passphrase is not None:
        store.change_passphrase(passphrase)
        assert state(store) == before
    store.close(back_up=False)
    again = open_file(store.path, passphrase)
    open_both(again)
    assert state(again) == before
    again.close(back_up=False)


def test_closed_it_shows_no_word_and_all_sums(sealed: Store) -> None:
    gift = sealed.records(select(Donation))[0]
    assert (sealed.get(Person, 1).title(), gift.giver_words(), gift.person_id) == ("•••", "•••", None)
    assert sealed.search("quakenbruck") == []
    assert len(sealed.listing(ListQuery(Person, text="quakenbruck")).ids(0, 9)) == 0
    assert [letter.person.title() for letter in sealed.records(select(Letter)) if letter.person] == ["•••"]
    assert sealed.rows(donation_totals(gift.campaign_id or 0)) == [("GBP", 2, 42_50)]
    assert sealed.listing(ListQuery(Donation)).count == 2
    assert (sealed.draft("person", giver_in(sealed).uid), sealed.draft("donation", "new")) == (None, None)
    assert compartments.closed_compartments(sealed) == [
        Compartment(Person, made=True, is_open=False, count=1),
        Compartment(Donation, made=True, is_open=False, count=2),
    ]
    said = str([[entry.fields for entry in sealed.history(record)] for record in (giver_in(sealed), gift)])
    assert "Quakenbr" not in said


def giver_in(store: Store) -> Person:
    return store.get(Person, 1)


def saves(store: Store) -> None:
    person = giver_in(store)
    person.anonymous = True
    store.save(person)


CHANGES: dict[str, Callable[[Store], object]] = {
    "saved": saves,
    "deleted": lambda store: store.delete(giver_in(store)),
    "added": lambda store: store.save(Person(name="Somebody else")),
    "drafted": lambda store: store.keep_draft("person", giver_in(store).uid, {"notes": "x"}),
    "undone": lambda store: store.undo(),
    "redone": lambda store: store.redo(),
    "erased": lambda store: erasing.erase(store, Erasing(Sought(names=[NAME]), frozenset({1})), TODAY),
    "what gifts may name": lambda store: store.delete(factories.organisation(store)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_while_closed_nothing_of_it_is_changed_and_it_is_said_why(sealed: Store, change: Any) -> None:
    boxes = sealed.rows(select(SEALED))
    with pytest.raises(CompartmentClosed, match="closed compartment"):
        change(sealed)
    assert sealed.rows(select(SEALED)) == boxes
    assert occurrences(sealed) == 0
    open_both(sealed)
    assert giver_in(sealed).notes.endswith("after six")


def test_a_sheet_for_it_is_refused_when_it_is_looked_at_and_not_only_when_it_is_taken_in(sealed: Store, tmp_path: Path) -> None:
    for kind, head in (("donations", "date,amount,currency,donor"), ("people", "name,email")):
        path = tmp_path / f"{kind}.csv"
        path.write_text(f"{head}\n2012-12-16,12.50,GBP,{NAME}\n" if kind == "donations" else f"{head}\n{NAME},f@example.org\n")
        with pytest.raises(CompartmentClosed, match="closed compartment"):
            preview(sealed, kind, path)
        open_both(sealed)
        assert preview(sealed, kind, path).rows
        for closed in (Person, Donation):
            compartments.close(sealed, closed)


def test_no_query_of_anybody_writes_over_it(sealed: Store) -> None:
    for statement in (Person.__table__.update().values(name="•••"), Person.__table__.delete()):
        with pytest.raises(Exception, match="view"), sealed.beside_history([]) as connection:
            connection.execute(statement)
    open_both(sealed)
    for statement in (Person.__table__.update().values(name="•••"), Person.__table__.delete()):
        with pytest.raises(Exception, match="view"), sealed.beside_history([]) as connection:
            connection.execute(statement)


def test_open_it_is_worked_with_like_any_other(sealed: Store) -> None:
    open_both(sealed)
    other = factories.person(sealed, name="Orla Petersen")
    assert other.id == 2
    gift = factories.donation(sealed, person_id=other.id, giver="")
    gift.notes = "thanked twice"
    sealed.save(gift)
    sealed.save(Tagging(tag_id=sealed.save(Tag(name="stewards")).id, record_kind="person", record_uid=other.uid))
    assert [hit.id for hit in sealed.search("petersen stew") if hit.kind is Person] == [other.id]
    assert sealed.listing(ListQuery(Donation, text="petersen")).ids(0, 9)[0] == gift.id
    sealed.undo()
    sealed.undo()
    assert [hit.kind for hit in sealed.search("stew")] == []
    sealed.undo()
    assert sealed.get(Donation, gift.id).notes == ""
    sealed.redo()
    for kind in (Person, Donation):
        compartments.close(sealed, kind)
    open_both(sealed)
    assert sealed.get(Donation, gift.id).notes == "thanked twice"
    assert sealed.get(Donation, gift.id).giver_words() == "Orla Petersen"
    with pytest.raises(UserError, match="still use"):
        sealed.delete(sealed.get(Person, other.id))
    sealed.delete(sealed.get(Donation, gift.id))
    sealed.delete(sealed.get(Person, other.id))
    assert sealed.rows(select(func.count()).select_from(SEALED)) == [(3,)]


def test_a_step_taken_back_by_undo_is_refused_where_only_a_box_knows_that_it_is_used(sealed: Store) -> None:
    open_both(sealed)
    other = factories.person(sealed, name="Orla Petersen")
    added = sealed.lately(1)[0]
    factories.donation(sealed, person_id=other.id, giver="")
    with pytest.raises(UserError, match="still use"):
        sealed.undo_entry(added.id)
    assert sealed.get(Person, other.id).name == "Orla Petersen"


def test_another_passphrase_is_wrong_and_a_change_of_it_holds(sealed: Store) -> None:
    with pytest.raises(WrongPassphrase, match="does not open the compartment"):
        compartments.open_(sealed, Person, SECOND + "s")
    with pytest.raises(WrongPassphrase):
        compartments.change_passphrase(sealed, Person, "nothing", "new words")
    compartments.change_passphrase(sealed, Person, SECOND, "Käfig new")
    with pytest.raises(WrongPassphrase):
        compartments.open_(sealed, Person, SECOND)
    compartments.open_(sealed, Person, "Ka\u0308fig new")
    assert sealed.get(Person, 1).name == NAME


@PLAIN
def test_done_away_with_it_is_as_if_there_had_never_been_one(store: Store, giver: Person) -> None:
    before = state(store), occurrences(store)
    for kind in (Person, Donation):
        compartments.make(store, kind, SECOND)
    for kind in (Person, Donation):
        compartments.do_away(store, kind)
    assert (state(store), store.rows(select(SEALED)), [each.made for each in compartments.compartments(store)]) == (
        before[0],
        [],
        [False, False],
    )
    store.save(factories.person(store, name="Orla Petersen"))
    assert store.check() is None and occurrences(store) > 20


def test_it_is_not_done_away_with_while_it_is_closed(sealed: Store) -> None:
    with pytest.raises(CompartmentClosed):
        compartments.do_away(sealed, Person)
    assert occurrences(sealed) == 0


@PLAIN
def test_making_one_that_breaks_off_leaves_everything_as_it_was(
    store: Store, giver: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(store), occurrences(store)
    compartments.make(store, Donation, SECOND)

    def broken(*_anything: object, **_more: object) -> None:
        raise faults.disk_full()

    monkeypatch.setattr(compartment_rows, "_write_past_anew", broken)
    with pytest.raises(StorageFault):
        compartments.make(store, Person, SECOND)
    assert [(each.made, each.is_open) for each in compartments.compartments(store)] == [(False, False), (True, False)]
    assert store.get(Person, 1).name == NAME
    compartments.open_(store, Donation, SECOND)
    assert state(store) == before[0]


@PLAIN
def test_the_backup_made_before_still_has_the_words_and_says_so(store: Store, giver: Person) -> None:
    made = compartments.make(store, Person, SECOND)
    assert made.path.exists() and made.counts["person"] == 1
    copy = open_file(made.path, key=store.key())
    assert copy.get(Person, 1).name == NAME
    copy.close(back_up=False)


def test_a_box_moved_to_another_record_or_altered_is_not_believed(sealed: Store) -> None:
    open_both(sealed)
    factories.person(sealed, name="Orla Petersen")
    compartments.close(sealed, Person)
    with sealed.beside_history([]) as connection:
        connection.exec_driver_sql(
            "UPDATE sealed SET box = (SELECT box FROM sealed WHERE kind = 'person' AND record_id = 1)"
            " WHERE kind = 'person' AND record_id = 2"
        )
    with pytest.raises(DamagedFile, match="altered"):
        compartments.open_(sealed, Person, SECOND)
    assert sealed.get(Person, 1).title() == "•••"


def test_who_is_erased_goes_out_of_the_boxes_too(sealed: Store) -> None:
    open_both(sealed)
    erasing.erase(sealed, Erasing(sought_for(giver_in(sealed)), frozenset({1})), TODAY)
    assert [each.giver_words() for each in sealed.records(select(Donation))] == ["Erased person", "Erased person"]
    for kind in (Person, Donation):
        compartments.do_away(sealed, kind)
    assert occurrences(sealed) == 0


def test_one_record_comes_back_out_of_a_backup_only_while_it_is_open(sealed: Store) -> None:
    open_both(sealed)
    other = factories.person(sealed, name="Orla Petersen")
    copy = sealed.back_up().path
    sealed.delete(sealed.get(Person, other.id))
    compartments.close(sealed, Person)
    assert [each.title for each in from_backup.lost_records(sealed, copy, [Person]).rows] == ["•••"]
    with pytest.raises(CompartmentClosed):
        from_backup.record_from(sealed, copy, Person, other.uid)
    compartments.open_(sealed, Person, SECOND)
    found = from_backup.record_from(sealed, copy, Person, other.uid)
    assert found is not None
    back = from_backup.bring_back(sealed, found, "Brought back")
    assert sealed.get(Person, back).name == "Orla Petersen"
    compartments.close(sealed, Person)
    assert sealed.get(Person, back).name == "•••"


def test_a_restored_backup_opens_with_the_passphrase_that_it_had(sealed: Store, tmp_path: Path) -> None:
    copy = sealed.back_up().path
    compartments.change_passphrase(sealed, Person, SECOND, "another second")
    sealed.close(back_up=False)
    restore.restore(sealed.path, copy, None, damaged=False)
    again = open_file(sealed.path)
    compartments.open_(again, Person, SECOND)
    assert giver_in(again).name == NAME
    again.close(back_up=False)


def test_what_is_salvaged_keeps_its_boxes(sealed: Store, tmp_path: Path) -> None:
    sealed.close(back_up=False)
    salvage.salvage(sealed.path, tmp_path / "saved.organizer", None)
    saved = open_file(tmp_path / "saved.organizer")
    assert saved.get(Person, 1).name == "•••"
    open_both(saved)
    assert [each.giver_words() for each in saved.records(select(Donation))] == [NAME, NAME]
    saved.close(back_up=False)


def test_a_file_that_may_only_be_looked_at_is_opened_too(sealed: Store) -> None:
    sealed.close(back_up=False)
    sealed.path.chmod(0o400)
    looked = Store(
        sealed.path, mending.connected_for_looking(sealed.path, None), lock=FileLock(sealed.path), key=None, only_looking=True
    )
    assert looked.get(Person, 1).name == "•••"
    open_both(looked)
    assert looked.get(Person, 1).name == NAME
    assert looked.check() is None and looked.get(Person, 1).name == NAME
    with pytest.raises(Exception, match=r"read-?only|look"):
        looked.save(looked.get(Donation, 1))
    compartments.close(looked, Person)
    looked.close(back_up=False)


def test_killed_anywhere_in_it_a_file_is_as_before_or_as_intended(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killed_sealing", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    outcome = json.loads(done.stdout)
    assert outcome["plain"] >= 4 and outcome["sealed"] >= 4
    assert outcome["neither"] == 0


def test_what_stands_for_hidden_words_is_never_kept_as_words(sealed: Store) -> None:
    shown = giver_in(sealed)
    open_both(sealed)
    with pytest.raises(Problems, match="cannot be saved"):
        sealed.save(shown)
    with pytest.raises(Problems):
        sealed.save(Donation(giver="•••", amount_minor=1, campaign_id=1, day=TODAY))
    assert giver_in(sealed).name == NAME


def test_who_asks_is_told_what_was_not_looked_at_and_which_backups_may_hold_them(sealed: Store) -> None:
    copy = sealed.back_up().path
    told = known_about(sealed, NAME, [], today=TODAY)
    assert told.closed == 3
    assert told.backups == (copy.name,)
    open_both(sealed)
    assert known_about(sealed, NAME, [], today=TODAY).named[-1].heading.startswith("Donation")


def test_a_file_that_has_none_pays_nothing_for_them(sealed: Store, tmp_path: Path) -> None:
    plain = create_file(tmp_path / "plain.organizer", None)
    with plain.looking() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_temp_schema").scalar_one() == 0
    plain.close(back_up=False)
    with sealed.looking() as connection:
        assert connection.exec_driver_sql("SELECT name FROM sqlite_temp_schema ORDER BY name").scalars().all() == [
            "donation",
            "person",
        ]


def test_no_sheet_is_printed_of_words_that_are_hidden(sealed: Store) -> None:
    gift = sealed.get(Donation, 1)
    for needs, subject in ((frozenset[str](), gift), (frozenset({"people"}), sealed.get(Campaign, 1))):
        with pytest.raises(CompartmentClosed, match="to be printed"):
            parts_for(sealed, subject, needs)
    open_both(sealed)
    printed = parts_for(sealed, sealed.get(Donation, 1)).donation
    assert printed is not None and printed.giver_words() == NAME


@pytest.mark.parametrize("kind", compartments.offered(), ids=lambda kind: kind.KIND)
def test_what_may_be_sealed_can_stand_empty_and_is_counted_nowhere(kind: type[Record]) -> None:
    table = table_of(kind)
    assert set(kind.COMPARTMENT) <= set(columns_of(kind)) - {"id", "uid", "version", "created_utc", "changed_utc", "origin"}
    for name in kind.COMPARTMENT:
        assert not name.endswith("_minor") and name != "currency"
        assert not (table.c[name].foreign_keys and not table.c[name].nullable)
        assert not any(name in rule.columns for rule in table.constraints if isinstance(rule, UniqueConstraint))


def test_it_is_known_which_backups_have_its_words_in_the_open(store: Store, giver: Person) -> None:
    before = store.back_up().path
    assert bared_in(store, before, store.key()) == {}
    for kind in (Person, Donation):
        compartments.make(store, kind, SECOND)
    assert bared_in(store, before, store.key()) == {Person: 1, Donation: 2}
    assert bared_in(store, store.back_up().path, store.key()) == {}
