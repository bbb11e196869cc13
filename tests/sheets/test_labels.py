"""Address labels, read back: where each address stands, what is left out, and what is told."""

import pypdfium2
import pytest

from organizer import i18n
from organizer.records.organisation import Person
from organizer.records.prints import PrintParts
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.label_stock import STOCK
from organizer.sheets.sheet import Sheet
from tests.sheets.jobs import job, organisation, parts, target
from tests.sheets.reading import pixels, words

MM = 72 / 25.4


def made(count: int, trimmed: str = "l7160", *, language: str = "en", more: PrintParts | None = None, **answers: str) -> Sheet:
    known = more or parts(organisations=tuple(organisation(name=f"Branch{k}") for k in range(1, count + 1)))
    return draw(sheet_kinds()["labels"], job("labels", language=language, trimmed=trimmed, parts=known, answers=answers))


def place_of(sheet: Sheet, word: str, page: int = 0) -> tuple[float, float]:
    """The middle of a word, in mm from the top left."""
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        text = document[page].get_textpage()
        index, count = text.search(word, match_whole_word=True).get_next()
        left, bottom, _right, top = text.get_charbox(index)
        last = text.get_charbox(index + count - 1)
        height = document[page].get_height()
        return (left + last[2]) / 2 / MM, (height - (bottom + top) / 2) / MM


@pytest.mark.parametrize("trimmed", STOCK)
def test_every_address_stands_inside_its_label(trimmed: str) -> None:
    stock = STOCK[trimmed]
    sheet = made(stock.on_a_sheet, trimmed)
    assert sheet.pages == 1 and sheet.size_mm == stock.paper
    for number in (1, 2, stock.on_a_sheet):
        x, y = place_of(sheet, f"Branch{number}")
        label = stock.box(number - 1)
        assert label.x + 4 < x < label.right - 4 and label.y + 1 < y < label.bottom - 1


def test_used_labels_are_skipped_and_the_rest_goes_on_a_new_sheet() -> None:
    sheet = made(19, first="4")
    assert sheet.pages == 2
    stock = STOCK["l7160"]
    assert stock.box(3).x < place_of(sheet, "Branch1")[0] < stock.box(3).right
    assert stock.box(0).y < place_of(sheet, "Branch19", page=1)[1] < stock.box(0).bottom


def test_offsets_move_every_address() -> None:
    before, after = place_of(made(3), "Branch2"), place_of(made(3, across="2.5", down="-3"), "Branch2")
    assert after[0] - before[0] == pytest.approx(2.5, abs=0.05)
    assert after[1] - before[1] == pytest.approx(-3, abs=0.05)


def test_a_trial_print_has_borders_and_the_gauge_and_the_labels_have_neither() -> None:
    plain, trial = made(3), made(60, trial="yes")
    assert "100 mm" not in words(plain.pdf) and "100 mm" in words(trial.pdf)
    assert trial.pages == 1
    edge = (int(STOCK["l7160"].box(0).x / 25.4 * 72), int((STOCK["l7160"].box(0).y + 20) / 25.4 * 72))
    around = [(edge[0] + dx, edge[1]) for dx in (-1, 0, 1)]
    assert min(sum(pixels(trial.pdf).getpixel(spot)) for spot in around) < 600
    assert min(sum(pixels(plain.pdf).getpixel(spot)) for spot in around) > 750


@pytest.mark.parametrize("down", ["-5", "0", "5"])
@pytest.mark.parametrize("trimmed", STOCK)
def test_the_class_stands_over_the_labels_and_off_the_edge(trimmed: str, down: str) -> None:
    stock = STOCK[trimmed]
    _x, y = place_of(made(1, trimmed, down=down), "CONFIDENTIAL")
    assert 5.5 < y < stock.top + float(down) + (0.8 if down == "-5" else 0)


def test_targets_alone_are_for_the_branch() -> None:
    known = parts(targets=(target(),), organisations=(organisation(),))
    assert "BRANCH" in words(made(0, more=known, whose="targets").pdf)
    both = words(made(0, more=known, whose="both").pdf)
    assert "CONFIDENTIAL" in both and "Prosecutor General" in both and "Dockers" in both


def test_without_addresses_there_is_nothing_to_print() -> None:
    sheet = made(0)
    assert [note.field for note in sheet.notes if note.level == "stop"] == ["whose"]


def test_who_has_no_address_is_named() -> None:
    known = parts(organisations=(organisation(), organisation(name="Nowhere Branch", address=" ")))
    told = [note.sentence for note in made(0, more=known).notes if note.level == "look"]
    assert told == ["Without an address there is no label for: Nowhere Branch."]


def test_an_address_that_does_not_fit_is_told_by_name() -> None:
    known = parts(organisations=(organisation(name="Verbose Branch", address="A very long line of an address " * 20),))
    told = [note.sentence for note in made(0, "5160", more=known).notes if note.level == "stop"]
    assert len(told) == 1 and "Verbose Branch" in told[0]


def test_labels_are_counted_from_the_right_where_people_read_that_way() -> None:
    sheet = made(3, language="ar")
    assert place_of(sheet, "Branch1")[0] > place_of(sheet, "Branch2")[0] > place_of(sheet, "Branch3")[0]


def test_an_arabic_address_runs_from_the_right_on_an_english_sheet() -> None:
    known = parts(organisations=(organisation(name="نقابة", address="شارع الحمرا 12\nبيروت", country="LB"),))
    image = pixels(made(0, more=known).pdf, dots=72)
    label = STOCK["l7160"].box(0)
    left, right, top, bottom = (int(side / 25.4 * 72) for side in (label.x, label.right, label.y + 2, label.y + 16))
    half = (left + right) // 2
    inked = lambda a, b: image.crop((a, top, b, bottom)).convert("L").getextrema()[0] < 200  # noqa: E731
    assert inked(half, right) and not inked(left, half)


def test_people_have_labels_of_their_own_and_are_never_among_organisations() -> None:
    known = parts(organisations=(organisation(name="Branch1"),), people=(Person(name="Zoë Quill", address="7 Elm Row"),))
    people, organisations = made(0, more=known, whose="people"), made(0, more=known, whose="both")
    assert "Zoë Quill" in words(people.pdf) and "Branch1" not in words(people.pdf)
    assert "CONFIDENTIAL" in words(people.pdf) and "Zoë Quill" not in words(organisations.pdf)


def test_how_far_labels_are_moved_is_said_in_the_figures_of_the_language() -> None:
    (across,) = (asked for asked in sheet_kinds()["labels"].asked if asked.key == "across")
    assert [across.choice_words(code) for code in ("-0.5", "0", "2")] == ["-0.5 mm", "0 mm", "+2 mm"]
    i18n.set_language("de")
    try:
        assert across.choice_words("0.5") == "+0,5 mm"
    finally:
        i18n.set_language("en_GB")
