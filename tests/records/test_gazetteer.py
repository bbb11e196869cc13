"""Places are found as they are typed, in any script; and the tables say where they come from."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
import tomllib
import zoneinfo
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer import paths
from organizer.records.gazetteer import countries, find_places, place, place_named
from organizer.records.gazetteer_file import PlacesFile, fold_name

FOLDER = paths.database() / "places"


@pytest.mark.parametrize(
    "typed", ["Köln", "köln", "koln", "KOELN", "Cologne", "Кёльн", "кельн", "Köln", "  Köln ", "ケルン", "كولونيا"]
)
def test_cologne_is_found_under_each_of_its_names(typed: str) -> None:
    assert find_places(typed)[0].place.geoname_id == 2886242


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("London", ("London", "GB")),
        ("Berlin", ("Berlin", "DE")),
        ("Moscow", ("Moscow", "RU")),
        ("Москва", ("Moscow", "RU")),
        ("Актау", ("Aktau", "KZ")),
        ("Ақтау", ("Aktau", "KZ")),
        ("Жаңаөзен", ("Zhanaozen", "KZ")),
        ("York", ("York", "GB")),
        ("Florence", ("Florence", "IT")),
        ("Київ", ("Kyiv", "UA")),
        ("תל אביב", ("Tel Aviv", "IL")),
        ("東京", ("Tokyo", "JP")),
        ("서울", ("Seoul", "KR")),
        ("Αθήνα", ("Athens", "GR")),
        ("Łódź", ("Łódź", "PL")),
        ("lodz", ("Łódź", "PL")),
    ],
)
def test_the_best_known_place_of_a_name_comes_first(typed: str, expected: tuple[str, str]) -> None:
    best = find_places(typed)[0].place
    assert (best.name, best.country) == expected


def test_a_place_is_found_before_its_name_is_finished() -> None:
    for typed in ("Zhanao", "Жанао", "Sankt-Peterb", "Alma-A"):
        assert find_places(typed)[0].place.country in ("KZ", "RU")
    assert [hit.place.name for hit in find_places("manches", limit=2)] == ["Manchester", "Manchester"]


def test_the_hit_says_which_name_matched() -> None:
    assert find_places("colog")[0].matched_name.startswith("Colog")
    assert find_places("Лондон")[0].matched_name == "Лондон"


def test_exact_names_come_before_longer_ones_and_the_larger_place_first() -> None:
    hits = find_places("Derb", limit=8)
    assert [hit.place.population for hit in hits] == sorted((hit.place.population for hit in hits), reverse=True)
    hits = find_places("Vienne", limit=3)
    assert [(hit.matched_name, hit.place.country) for hit in hits] == [
        ("Vienne", "AT"),
        ("Vienne", "FR"),
        ("Vienne-en-Val", "FR"),
    ]


def test_each_place_is_offered_once_and_no_more_than_asked_for() -> None:
    for typed in ("s", "san", "new", "Ст", "a"):
        found = [hit.place.geoname_id for hit in find_places(typed, limit=20)]
        assert len(found) == len(set(found)) == 20


def test_a_country_nearby_is_preferred_to_larger_places_but_not_to_far_larger_ones() -> None:
    assert find_places("Cambridge", near_country="us")[0].place.country == "US"
    assert find_places("London", near_country="US")[0].place.country == "GB"
    assert find_places("s", near_country="KZ") != find_places("s")


def test_what_is_no_name_finds_nothing() -> None:
    for typed in ("", "  ", "?!", "qqqqqqqq", "\x00", "\ud800", "x" * 10_000):
        assert find_places(typed) == []
        assert place_named(typed) is None
    assert find_places("London", limit=0) == []


@given(st.text(max_size=40))
def test_any_text_at_all_may_be_typed(typed: str) -> None:
    key = fold_name(typed)
    assert fold_name(key) == key
    assert all(fold_name(hit.matched_name).startswith(key) for hit in find_places(typed))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("LONDON", "Europe/London"),
        ("London ", "Europe/London"),
        ("Köln", "Europe/Berlin"),
        ("Sankt-Peterburg", "Europe/Moscow"),
        ("St. Petersburg", "Europe/Moscow"),
        ("Moskva", "Europe/Moscow"),
        ("Athína", "Europe/Athens"),
        ("Warszawa", "Europe/Warsaw"),
        ("Lisboa", "Europe/Lisbon"),
        ("Wien", "Europe/Vienna"),
        ("Frankfurt/Main", "Europe/Berlin"),
        ("Kassel (Mitte)", "Europe/Berlin"),
        ("Washington, D.C.", "America/New_York"),
        ("St Gallen", "Europe/Zurich"),
    ],
)
def test_names_out_of_spreadsheets_are_understood(written: str, expected: str) -> None:
    found = place_named(written)
    assert found is not None
    assert found.time_zone == expected


def test_a_name_is_looked_for_in_the_country_that_is_given() -> None:
    assert place_named("London", "CA").admin == "08"  # type: ignore[union-attr]
    assert place_named("Moskva", "us").country == "US"  # type: ignore[union-attr]
    assert place_named("Köln", "KZ") is None
    assert place_named("Zhanaoz") is None


def test_a_place_knows_where_it_lies() -> None:
    found = place(610612)
    assert found is not None
    assert (found.name, found.country, found.time_zone) == ("Aktau", "KZ", "Asia/Aqtau")
    assert found.latitude == pytest.approx(43.65, abs=0.05)
    assert found.longitude == pytest.approx(51.16, abs=0.05)
    assert found.population > 100_000
    assert place(1) is None
    assert place(-1) is None
    assert place(1 << 40) is None


def test_every_place_has_over_a_thousand_people_a_known_country_and_a_known_zone() -> None:
    tables = PlacesFile(FOLDER / "places.bin")
    assert set(tables.countries) <= set(countries())
    assert set(tables.zones) <= zoneinfo.available_timezones()
    records = [tables.record(row) for row in range(147_000)]
    assert min(record.population for record in records) >= 1000
    assert all(-90 <= record.latitude / 100_000 <= 90 and -180 <= record.longitude / 100_000 <= 180 for record in records)


def test_countries_know_their_continent_currency_and_languages() -> None:
    kazakhstan = countries()["KZ"]
    assert (kazakhstan.code3, kazakhstan.continent, kazakhstan.currency) == ("KAZ", "AS", "KZT")
    assert kazakhstan.languages == ("kk", "ru")
    assert {country.continent for country in countries().values()} == {"AF", "AN", "AS", "EU", "NA", "OC", "SA"}


def test_the_tables_are_small_and_credited_and_those_that_were_built() -> None:
    source = tomllib.loads((FOLDER / "SOURCE.toml").read_text(encoding="utf-8"))
    data = (FOLDER / "places.bin").read_bytes()
    assert hashlib.sha256(data).hexdigest() == source["output_sha256"]
    assert len(data) < 12_000_000
    assert source["licence"] == "CC-BY-4.0"
    assert "GeoNames" in source["attribution"]


def test_nothing_is_read_before_the_first_question() -> None:
    program = (
        "import organizer.records.gazetteer as g; assert g._file.cache_info().currsize == 0; g.find_places('Köln'); print('read')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=paths.database().parent
    )
    assert done.stdout == "read\n"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_places", FOLDER / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _city(number: int, name: str, population: int, *others: str) -> dict[str, object]:
    position = {"latitude": 51.5, "longitude": -0.12574, "countrycode": "GB", "timezone": "Europe/London", "admin1code": "ENG"}
    return {"geonameid": number, "name": name, "population": population, "alternatenames": list(others), **position}


def test_the_build_drops_codes_and_machine_romanisations_and_keeps_other_scripts(build: ModuleType) -> None:
    kept = [
        name
        for name in ("LON", "lndn", "Londres", "Лондон", "ʿeልmati", "12345", "東京都", "リヨン市")
        if build.worth_keeping(name)
    ]
    assert kept == ["Londres", "Лондон", "東京都", "リヨン市"]


def test_the_build_gives_equal_bytes_and_ranks_nicknames_low(build: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> None:
    cities = [_city(1, "Toronto", 2_700_000, "York"), _city(2, "York", 150_000, "Jorvik", "Йорк")]
    assert build.places_file(cities) == build.places_file(cities[::-1])
    file = tmp_path_factory.mktemp("places") / "places.bin"
    file.write_bytes(build.places_file(cities))
    tables = PlacesFile(file)
    assert [tables.record(tables.row(number)).geoname_id for number in tables.exactly("york")] == [2, 1]
    assert [tables.name(number) for number in tables.answers("j", 8, "")] == ["Jorvik"]
    assert [tables.name(number) for number in tables.answers(fold_name("Йо"), 8, "GB")] == ["Йорк"]
    assert tables.row_of(3) is None


def test_a_foreign_file_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("places") / "places.bin"
    file.write_bytes(b"SQLite format 3\x00" * 4)
    with pytest.raises(ValueError, match="not a gazetteer"):
        PlacesFile(file)
