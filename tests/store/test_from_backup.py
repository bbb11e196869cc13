"""One record out of a backup: deleted ones come back whole, changed ones field by field, and undo takes either back."""

from __future__ import annotations

import io

from PIL import Image

from organizer.records.attachment import Attachment, attachments_of
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.records.tag import Tag, Tagging, taggings_of
from organizer.store import from_backup
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from tests import factories


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "PNG")
    return out.getvalue()


def test_a_deleted_record_comes_back_with_its_uid_its_tags_and_its_photos(store: Store) -> None:
    picket = factories.picket(store, occasion="Vigil")
    tag = store.save(Tag(name="embassy"))
    store.save(Tagging(tag_id=tag.id, record_kind="picket", record_uid=picket.uid))
    store.attach(photo(), "crowd", picket)
    copy = store.back_up().path
    store.delete(store.get(Picket, picket.id))
    with store.change("gone") as change:
        change.connection.exec_driver_sql("DELETE FROM picture")
    (lost,) = from_backup.lost_records(store, copy, [Picket, Letter]).rows
    assert (lost.kind, lost.uid, lost.title) == (Picket, picket.uid, picket.title())
    found = from_backup.record_from(store, copy, Picket, picket.uid)
    assert found is not None and from_backup.fields_that_differ(store, found) is None
    from_backup.bring_back(store, found, "Picket brought back")
    back = store.by_uid(Picket, picket.uid)
    assert (back.id, back.occasion, [tag.name for tag in back.tags]) == (picket.id, "Vigil", ["embassy"])
    (kept,) = store.records(attachments_of("picket", picket.uid))
    assert Image.open(io.BytesIO(store.pixels(kept.id))).size == (40, 30)
    assert store.listing(ListQuery(Picket, text="vigil")).count == 1
    store.check()
    entry = store.undo()
    assert entry is not None and entry.label == "Picket brought back"
    assert store.listing(ListQuery(Picket)).count == store.listing(ListQuery(Attachment)).count == 0


def test_what_it_points_to_comes_back_with_it(store: Store) -> None:
    letter = factories.letter(store)
    copy = store.back_up().path
    store.delete(store.get(Letter, letter.id))
    store.delete(store.get(Organisation, letter.organisation_id))
    factories.organisation(store, name="Miners")
    found = from_backup.record_from(store, copy, Letter, letter.uid)
    assert found is not None
    from_backup.bring_back(store, found, "x")
    back = store.by_uid(Letter, letter.uid)
    assert back.organisation is not None and back.organisation.name == "Dockers' branch 7"


def test_links_are_followed_by_uid_where_another_record_bears_the_id(store: Store) -> None:
    letter = factories.letter(store)
    copy = store.back_up().path
    store.delete(store.get(Letter, letter.id))
    store.delete(store.get(Organisation, letter.organisation_id))
    with store.change("as after a restore") as change:
        change.connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name IN ('organisation', 'letter')")
    other = factories.organisation(store, name="Miners")
    another = factories.letter(store, organisation_id=other.id)
    assert (other.id, another.id) == (letter.organisation_id, letter.id)
    found = from_backup.record_from(store, copy, Letter, letter.uid)
    assert found is not None
    assert from_backup.bring_back(store, found, "x") not in (0, another.id)
    back = store.by_uid(Letter, letter.uid)
    assert back.organisation is not None and back.organisation.name == "Dockers' branch 7"
    assert store.get(Letter, another.id).organisation_id == other.id


def test_chosen_fields_of_a_changed_record_are_put_back_and_no_others(store: Store) -> None:
    organisation = factories.organisation(store, name="Dockers", notes="ring after six")
    copy = store.back_up().path
    changed = store.get(Organisation, organisation.id)
    changed.name, changed.notes = "Dokers", ""
    store.save(changed)
    found = from_backup.record_from(store, copy, Organisation, organisation.uid)
    assert found is not None
    assert from_backup.fields_that_differ(store, found) == {"name": ("Dokers", "Dockers"), "notes": ("", "ring after six")}
    from_backup.put_fields_back(store, found, ["notes"], "x")
    now = store.get(Organisation, organisation.id)
    assert (now.name, now.notes) == ("Dokers", "ring after six")
    store.undo()
    assert store.get(Organisation, organisation.id).notes == ""


def test_a_backup_without_the_record_says_so(store: Store) -> None:
    copy = store.back_up().path
    made = factories.organisation(store)
    assert from_backup.record_from(store, copy, Organisation, made.uid) is None


def test_taggings_are_there_once(store: Store) -> None:
    picket = factories.picket(store)
    tag = store.save(Tag(name="embassy"))
    store.save(Tagging(tag_id=tag.id, record_kind="picket", record_uid=picket.uid))
    copy = store.back_up().path
    store.delete(store.get(Picket, picket.id))
    store.delete(store.get(Tag, tag.id))
    store.save(Tag(name="embassy"))
    found = from_backup.record_from(store, copy, Picket, picket.uid)
    assert found is not None
    from_backup.bring_back(store, found, "x")
    assert len(store.records(taggings_of(picket))) == 1 and store.listing(ListQuery(Tag)).count == 1
