"""The jobs of a secretary on the command line, on real files."""

import csv
import io
import json
import re
import stat
from pathlib import Path

import pikepdf
import pytest
from sqlalchemy import select

from organizer import __version__
from organizer.cli import main
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.store.opening import is_plain, open_file
from tests import factories
from tests.cli.conftest import Run
from tests.conftest import PASSPHRASE
from tests.exchange.sheets import LETTERS, NEW_YORK, PICKETS, sheet
from tests.exchange.workbooks import workbook


def test_a_new_file_is_encrypted_private_and_holds_nothing(run: Run, tmp_path: Path, passphrase_file: Path) -> None:
    path = tmp_path / "new.organizer"
    said = run("new", path, "--passphrase-file", passphrase_file)
    assert said == (0, "“new.organizer” is made.\n", "")
    assert not is_plain(path) and stat.S_IMODE(path.stat().st_mode) == 0o600
    store = open_file(path, PASSPHRASE)
    assert store.lately(5) == []
    store.close(back_up=False)


def test_a_plain_file_needs_no_passphrase_from_the_first_day(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plain.organizer"
    assert run("new", path, "--plain").code == 0 and is_plain(path)
    assert run("check", path).out.startswith("The file is whole.")


def test_the_sample_campaign_comes_with_the_file_that_asks_for_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sample.organizer"
    assert run("new", path, "--plain", "--sample").code == 0
    assert "3 records" in run("list", path, "leaflets").out
    leaflets = json.loads(run("list", path, "leaflets", "--json").out)
    out = tmp_path / "leaflet.pdf"
    printed = run("print", path, "leaflet", "--record", leaflets[0]["uid"][:8], "--language", "ru", "--out", out)
    assert printed.code == 0 and out.read_bytes().startswith(b"%PDF")


def test_the_letters_of_2011_and_2012_come_in_by_one_command(run: Run, campaign_file: Path, passphrase_file: Path) -> None:
    said = run("import", campaign_file, "letters", LETTERS, "--json", "--passphrase-file", passphrase_file)
    told = json.loads(said.out)
    assert (said.code, said.err, told["imported"]) == (0, "", True)
    assert told["rows"] == {"new": 1349, "amended": 0, "known": 0, "repeated": 0, "bad": 0}
    assert told["totals"]["letters"] == 3128 and told["totals"]["new.organisation"] == 211
    again = run("import", campaign_file, "letters", LETTERS, "--passphrase-file", passphrase_file)
    assert again.out.splitlines()[1] == "  1,349 rows that are in the file already"


def test_a_bad_row_stops_the_import_until_it_is_said_to_be_skipped(run: Run, plain_file: Path) -> None:
    refused = run("import", plain_file, "pickets", PICKETS)
    assert refused.code == 2 and "nothing was imported" in refused.err and "--skip-bad" in refused.err
    assert "Line 6: 30/02/2012 is not a day" in refused.err
    assert run("list", plain_file, "pickets").out.endswith("0 records\n")
    taken = run("import", plain_file, "pickets", PICKETS, "--skip-bad")
    assert taken.code == 0 and "4 new rows" in taken.out and "1 row was left out:" in taken.err
    assert run("list", plain_file, "pickets").out.endswith("4 records\n")


def test_a_preview_tells_all_and_changes_nothing(run: Run, plain_file: Path) -> None:
    before = plain_file.read_bytes()
    said = run("import", plain_file, "pickets", PICKETS, "--preview", "--json")
    told = json.loads(said.out)
    assert (said.code, told["imported"], told["rows"]["new"]) == (0, False, 4)
    assert told["bad"] == [{"line": 6, "reason": "30/02/2012 is not a day.", "hint": "Feb 2012 has 29 days."}]
    assert plain_file.read_bytes() == before


def test_rows_go_to_the_campaign_the_file_is_open_at(run: Run, plain_file: Path) -> None:
    store = open_file(plain_file)
    factories.campaign(store, name="Newer")
    chosen = factories.campaign(store, name="Chosen", started=None)
    store.set_meta("campaign", chosen.uid)
    store.close(back_up=False)
    run("import", plain_file, "pickets", PICKETS, "--skip-bad")
    store = open_file(plain_file)
    assert {picket.campaign_id for picket in store.records(select(Picket))} == {chosen.id}
    store.close(back_up=False)


def test_workbooks_address_books_and_calendars_come_in_by_the_same_command(run: Run, plain_file: Path, tmp_path: Path) -> None:
    book = workbook(
        tmp_path, {"Old": [["Date", "City"], ["1 May 2011", "London"]], "New": [["Date", "City"], ["1 May 2012", "Paris"]]}
    )
    assert json.loads(run("import", plain_file, "pickets", NEW_YORK, "--json").out)["rows"]["new"] == 3
    assert "1 new row" in run("import", plain_file, "pickets", book, "--worksheet", "New").out
    refused = run("import", plain_file, "pickets", book, "--worksheet", "None")
    assert refused.code == 2 and "Use one of: Old, New." in refused.err
    cards = sheet(
        tmp_path, "BEGIN:VCARD", "VERSION:3.0", "FN:Ann Smith", "ORG:Branch 7", "PHOTO:x", "END:VCARD", name="phone.vcf"
    )
    said = run("import", plain_file, "people", cards)
    assert said.code == 0 and "  1 new organisation\n  Not kept here, and left out: photos." in said.out
    out = tmp_path / "people.csv"
    out.write_text(run("list", plain_file, "people", "--csv").out, encoding="utf-8")
    assert json.loads(run("import", plain_file, "people", out, "--json").out)["rows"]["known"] == 1
    calendar = tmp_path / "pickets.ics"
    run("calendar", plain_file, "--out", calendar)
    assert json.loads(run("import", plain_file, "pickets", calendar, "--json").out)["rows"]["known"] == 4


def test_an_import_leaves_a_backup_of_what_there_was(run: Run, plain_file: Path) -> None:
    run("import", plain_file, "pickets", PICKETS, "--skip-bad")
    assert list((plain_file.parent / "plain backups").glob("*.organizer"))


def test_a_list_goes_out_as_csv_that_comes_in_as_known(run: Run, plain_file: Path, tmp_path: Path) -> None:
    run("import", plain_file, "pickets", PICKETS, "--skip-bad")
    out = tmp_path / "out.csv"
    out.write_text(run("list", plain_file, "pickets", "--csv").out, encoding="utf-8")
    assert len(list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))) == 5
    again = json.loads(run("import", plain_file, "pickets", out, "--json").out)
    assert (again["rows"]["new"], again["rows"]["known"]) == (0, 4)


def test_a_record_cannot_steer_the_terminal(run: Run, plain_file: Path, tmp_path: Path) -> None:
    run("import", plain_file, "organisations", sheet(tmp_path, "name", "Evil \x1b[2J\x07 branch"))
    assert "\x1b" not in run("list", plain_file, "organisations").out


def test_a_leaflet_from_a_picket_is_printed_and_not_kept(run: Run, plain_file: Path, tmp_path: Path) -> None:
    store = open_file(plain_file)
    campaign = factories.campaign(store, slogans=["Striking is no crime"], qr_target="https://example.org/k")
    picket = factories.picket(store, campaign_id=campaign.id)
    store.close(back_up=False)
    for layout, width_mm in (("a5", 148), ("two-on-a4", 297), ("print-shop", 154)):
        out = tmp_path / f"{layout}.pdf"
        said = run("print", plain_file, "leaflet", "--from-picket", picket.uid[:8], "--layout", layout, "--out", out)
        assert (said.code, said.err) == (0, "")
        with pikepdf.open(out) as pdf:
            assert round(float(pdf.pages[0].mediabox[2]) / 72 * 25.4) == width_mm
    store = open_file(plain_file)
    assert store.count(select(Leaflet.id)) == 0
    store.close(back_up=False)


def test_the_only_press_release_of_a_file_needs_no_name(run: Run, plain_file: Path, tmp_path: Path) -> None:
    store = open_file(plain_file)
    factories.press_release(store, body="Workers struck. Supporters picket.")
    store.close(back_up=False)
    out = tmp_path / "release.pdf"
    assert run("print", plain_file, "press-release", "--out", out).code == 0 and out.read_bytes().startswith(b"%PDF")


def test_a_check_tells_what_the_file_holds(run: Run, campaign_file: Path, passphrase_file: Path) -> None:
    run("import", campaign_file, "pickets", PICKETS, "--skip-bad", "--passphrase-file", passphrase_file)
    said = run("check", campaign_file, "--passphrase-file", passphrase_file)
    assert said.code == 0 and said.out.startswith("The file is whole.\n4 records under “pickets”\n")


def test_a_backup_is_a_file_that_opens_and_holds_the_same(run: Run, plain_file: Path, tmp_path: Path) -> None:
    run("import", plain_file, "pickets", PICKETS, "--skip-bad")
    said = run("backup", plain_file, "--to", tmp_path / "stick")
    assert said.code == 0
    copy = Path(said.out.removeprefix("A verified copy was made: ").strip())
    assert copy.parent == tmp_path / "stick"
    assert run("list", copy, "pickets").out == run("list", plain_file, "pickets").out


def test_the_version_and_the_help_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    for words, expected in ((["--version"], __version__), (["--help"], "import"), (["print", "--help"], "--from-picket")):
        with pytest.raises(SystemExit) as end:
            main(words)
        assert end.value.code == 0 and expected in capsys.readouterr().out


def test_without_a_command_the_window_opens_on_the_file(run: Run, plain_file: Path) -> None:
    opened: list[Path | None] = []

    def window(path: Path | None) -> int:
        opened.append(path)
        return 0

    assert main([], window) == 0 and main([str(plain_file)], window) == 0
    assert opened == [None, plain_file]
    assert main(["no-such-command"], window) == 2 and main(["two", "words"], window) == 2 and len(opened) == 2


def test_a_fault_of_the_program_tells_where_and_not_what(run: Run, plain_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_given: object) -> bytes:
        raise RuntimeError("Anna Example, 12 Mill Lane")

    monkeypatch.setattr("organizer.cli.lists.to_csv", broken)
    said = run("list", plain_file, "people", "--csv")
    assert said.code == 70 and "Anna" not in said.err + said.out
    assert re.search(r"test_commands\.py:\d+ broken\n  RuntimeError", said.err)
