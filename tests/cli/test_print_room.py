"""The sheets of the print room on the command line: what there is is said, and what is asked for stands on paper."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from organizer.actions.print_room import keep_answers
from organizer.cli import main
from organizer.sheets.catalogue import sheet_kinds
from organizer.store.opening import open_file
from tests import factories
from tests.cli.conftest import Run
from tests.cli.test_refusals import assert_refused


@pytest.fixture
def branch(plain_file: Path) -> Path:
    """A file with a campaign that has kept its own words for the bust card."""
    store = open_file(plain_file)
    campaign = factories.campaign(store, contact_name="Anna Example", contact_phone="+44 113 496 0123")
    keep_answers(
        store, campaign.id, "bust-card", {"en": {"rights": "You may keep silent."}, "ru": {"rights": "Вы можете молчать."}}
    )
    store.close(back_up=False)
    return plain_file


def words_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_the_list_names_every_sheet_with_its_sizes_and_what_it_asks_for_and_needs_no_file(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["print", "--list"])
    said = capfd.readouterr()
    assert (left.value.code, said.err) == (0, "")
    lines = said.out.splitlines()
    heads = [line.split(":")[0] for line in lines if not line.startswith(" ")]
    assert heads == list(sheet_kinds())
    assert "  format a6: one-page, four-on-a4, print-shop, mail" in lines
    assert any(line.startswith("  --set rights=…") for line in lines)


def test_a_sheet_carries_what_the_campaign_keeps_for_it(run: Run, branch: Path, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    said = run("print", branch, "bust-card", "--out", out)
    assert said.code == 0 and said.out.startswith("“card.pdf” is written."), said
    assert "You may keep silent." in words_of(out) and "0123" in words_of(out)


def test_what_is_said_on_the_line_stands_in_place_of_it(run: Run, branch: Path, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    said = run(
        "print", branch, "bust-card", "--language", "ru", "--set", "title=Карта", "--set", r"rights=Раз.\nДва.", "--out", out
    )
    assert said.code == 0, said
    words = words_of(out)
    assert "КАРТА" in words and "Раз." in words and "Два." in words and "молчать" not in words


def test_size_layout_and_print_are_those_that_were_asked_for(run: Run, branch: Path, tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    ways = ("--format", "quarter-letter", "--layout", "four-on-letter", "--large", "--one-colour")
    assert run("print", branch, "bust-card", *ways, "--out", out).code == 0
    with pikepdf.open(out) as pdf:
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [612, 792]
    shop = tmp_path / "shop.pdf"
    assert run("print", branch, "bust-card", "--layout", "print-shop", "--bleed", "5", "--out", shop).code == 0
    with pikepdf.open(shop) as pdf:
        left, _bottom, right, _top = (float(side) for side in pdf.pages[0].bleedbox)
        assert round((right - left) / 72 * 25.4) == 105 + 2 * 5


@pytest.mark.parametrize(
    "words",
    [
        ["bust-card", "--format", "a0"],
        ["bust-card", "--layout", "a5"],
        ["bust-card", "--language", "tlh"],
        ["bust-card", "--second", "ru"],
        ["bust-card", "--set", "title"],
        ["bust-card", "--set", "song=La la"],
        ["bust-card", "--set", "title@tlh=La"],
        ["bust-card", "--bleed", "9"],
        ["bust-card", "--bleed", "thick"],
        ["bust-card", "--record", "ffffffff"],
        ["bust-card", "--from-picket", "ffffffff"],
        ["leaflet", "--set", "title=No"],
        ["leaflet", "--large"],
        ["press-release", "--format", "a4"],
        ["songs"],
        ["--lists"],
    ],
    ids=" ".join,
)
def test_what_a_sheet_does_not_offer_is_refused_and_nothing_is_written(
    run: Run, branch: Path, tmp_path: Path, words: list[str]
) -> None:
    assert_refused(run("print", branch, *words, "--out", tmp_path / "never.pdf"))
    assert not (tmp_path / "never.pdf").exists()


def test_without_a_campaign_there_is_nothing_to_print_for(run: Run, plain_file: Path, tmp_path: Path) -> None:
    assert_refused(run("print", plain_file, "bust-card", "--out", tmp_path / "never.pdf"))


@pytest.mark.parametrize("layout", ["a5", "one-page", "two-on-a4", "print-shop", "mail"])
def test_a_leaflet_comes_in_the_layouts_it_always_had_and_in_the_others(
    run: Run, branch: Path, tmp_path: Path, layout: str
) -> None:
    store = open_file(branch)
    leaflet = factories.leaflet(store)
    store.close(back_up=False)
    out = tmp_path / "leaflet.pdf"
    said = run("print", branch, "leaflet", "--record", leaflet.uid[:8], "--layout", layout, "--out", out)
    assert said.code == 0, said
    with pikepdf.open(out) as pdf:
        box = [round(float(side) / 72 * 25.4) for side in pdf.pages[0].trimbox[2:]]
    assert layout == "print-shop" or box == ([297, 210] if layout == "two-on-a4" else [148, 210])


def test_the_class_that_is_asked_for_stands_on_the_sheet(run: Run, branch: Path, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    assert run("print", branch, "bust-card", "--class", "branch", "--out", out).code == 0
    assert "BRANCH" in words_of(out)
    assert_refused(run("print", branch, "bust-card", "--class", "secret", "--out", tmp_path / "never.pdf"))


def test_a_list_of_names_is_never_marked_as_one_for_more_people(run: Run, branch: Path, tmp_path: Path) -> None:
    store = open_file(branch)
    uid = factories.picket(store).uid
    store.close(back_up=False)
    refused = run("print", branch, "sign-in-sheet", "--record", uid, "--class", "public", "--out", tmp_path / "never.pdf")
    assert_refused(refused)
    assert "confidential" in refused.err
    out = tmp_path / "count.pdf"
    ways = ("--set", "names=count", "--class", "confidential")
    assert run("print", branch, "sign-in-sheet", "--record", uid, *ways, "--out", out).code == 0
    assert "CONFIDENTIAL" in words_of(out)
