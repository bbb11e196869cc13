"""Search finds what was typed in any script, whatever the case and accents, and nothing typed is ever an operator."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from tests import factories


def found(store: Store, typed: str) -> list[str]:
    return [record.name for record in store.listing(ListQuery(Organisation, text=typed)).records(0, 50)]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Kölner Hafenarbeiter", "kolner"),
        ("Kolner Hafenarbeiter", "KÖLN"),
        ("Профсоюз нефтяников «Жанарту»", "нефт"),
        ("Ёлкин и товарищи", "елкин"),
        ("Елкин", "ЁЛКИН"),
        ("Жаңаөзен мұнайшылары", "жаңаөзен"),
        ("Συνδικάτο Οικοδόμων", "συνδικατο"),
        ("نقابة عمال النفط", "النفط"),
        ("Solidarność 1980", "solidarnosc"),
        ("İstanbul İşçileri", "istanbul isci"),
        ("Trades Council (Leeds)", "leeds trades"),
        ("Dockers' branch 7", "dockers 7"),
        ("ver.di", "ver.di"),
        ("ver.di", "verdi"),
    ],
)
def test_names_are_found_by_the_beginnings_of_their_words(store: Store, name: str, typed: str) -> None:
    factories.organisation(store, name=name)
    factories.organisation(store, name="Somebody else")
    expected = [] if typed == "verdi" else [name]
    assert found(store, typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "AND",
        "NOT x",
        "a OR b",
        "NEAR(",
        "*",
        "x*",
        "^a",
        "words:a",
        "(",
        "-",
        "{a}",
        "'; DROP TABLE letter; --",
        "\x00",
        "\ud800",
    ],
)
def test_what_looks_like_an_operator_is_only_words(store: Store, typed: str) -> None:
    factories.organisation(store, name="Plain name")
    assert found(store, typed) in ([], ["Plain name"])
    assert store.search(typed) == []


def test_words_without_a_letter_leave_the_list_as_it_is(store: Store) -> None:
    factories.organisation(store, name="Plain name")
    assert found(store, " & ") == ["Plain name"]


def test_every_word_must_be_found_but_not_in_one_place(store: Store) -> None:
    london, berlin = factories.city(store), factories.city(store, name="Berlin", country="DE")
    for city, occasion in ((london, "Day of action"), (berlin, "Day of action"), (london, "Film night")):
        factories.picket(store, city_id=city.id, occasion=occasion)
    listed = store.listing(ListQuery(Picket, text="lond acti"))
    assert [(record.city and record.city.name, record.occasion) for record in listed.records(0, 5)] == [
        ("London", "Day of action")
    ]


def test_a_letter_is_found_by_who_sent_it_and_who_got_it(store: Store) -> None:
    sender = factories.organisation(store, name="Dockers")
    target = factories.target(store, office="Minister of Justice")
    letter = factories.letter(store, organisation_id=sender.id, target_id=target.id)
    factories.letter(store, organisation_id=factories.organisation(store, name="Miners").id, target_id=target.id)
    assert list(store.listing(ListQuery(Letter, text="justice dock")).ids(0, 5)) == [letter.id]


def test_the_index_follows_changes_deletions_and_undo(store: Store) -> None:
    record = factories.organisation(store, name="Dockers")
    record.name = "Miners"
    record = store.save(record)
    assert (found(store, "dock"), found(store, "mine")) == ([], ["Miners"])
    store.undo()
    assert (found(store, "dock"), found(store, "mine")) == (["Dockers"], [])
    store.delete(store.get(Organisation, record.id))
    assert found(store, "dock") == []
    store.undo()
    assert found(store, "dock") == ["Dockers"]


def test_the_words_of_a_deleted_record_are_gone_from_the_file(store: Store, passphrase: str | None) -> None:
    record = factories.organisation(store, name="Geheimbund")
    with store._lane.bare() as bare:

        def held() -> int:
            return sum(b"geheimbund" in block for (block,) in bare.execute("SELECT block FROM search_organisation_data"))

        assert held() == 1
    store.delete(record)
    with store._lane.bare() as bare:
        assert held() == 0


def test_search_over_everything_tells_the_kind_and_the_record(store: Store) -> None:
    record = factories.organisation(store, name="Dockers of Leeds")
    picket = factories.picket(store, occasion="Dockers march")
    assert {(hit.kind, hit.id) for hit in store.search("dockers")} == {(Organisation, record.id), (Picket, picket.id)}
    assert [hit.id for hit in store.search("dockers leeds")] == [record.id]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=10_000))
def test_any_text_up_to_ten_thousand_characters_comes_back_as_typed_and_may_be_searched_for(store: Store, words: str) -> None:
    saved = store.save(Organisation(name="x" + words[:9_999], notes=words))
    again = store.get(Organisation, saved.id)
    assert (again.name, again.notes) == ("x" + words[:9_999], words)
    store.listing(ListQuery(Organisation, text=words[:200]))
    store.search(words[:200])
    store.undo()
