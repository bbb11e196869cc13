"""The campaign report, read back: its numbers with what proves them, its tables over pages, and whom it names: nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pikepdf
import pytest

from organizer.records.campaign import Demand
from organizer.records.picket import Picket
from organizer.records.target import Target
from organizer.records.totals import Gifts, Letters, LettersTo, Period, Pickets
from organizer.records.values import Headcount, Money
from organizer.sheets.campaign_report import campaign_report
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.letters_chart import steps
from organizer.sheets.sheet import Sheet
from organizer.sheets.sheet_kind import Job
from organizer.sheets.words import languages
from tests.sheets.jobs import campaign, demand, job, parts, picket, target, totals
from tests.sheets.reading import opened, pixels, words

MINISTRY, EMBASSY = target(office="Ministry of Justice"), target(office="Embassy", kind="embassy", place="Berlin")


Made = dict[str, Any]
NONE: Made = {}


def order(
    *pickets: Picket, demands: tuple[Demand, ...] = (), targets: tuple[Target, ...] = (MINISTRY,), more: Made = NONE
) -> Made:
    return {"pickets": pickets, "demands": demands, "totals": totals(*targets, **more)}


def ordered(made_of: Made, **more: Any) -> Job:
    return job("campaign-report", parts=parts(**made_of), **more)


def made(*pickets: Picket, more: Made = NONE, **ordering: Any) -> Sheet:
    made_of = order(*pickets, demands=ordering.pop("demands", ()), targets=ordering.pop("targets", (MINISTRY,)), more=more)
    return draw(sheet_kinds()["campaign-report"], ordered(made_of, **ordering))


def said(*pickets: Picket, **ordering: Any) -> str:
    return words(made(*pickets, **ordering).pdf)


def looks(sheet: Sheet) -> list[str]:
    return [note.field for note in sheet.notes if note.level == "look"]


def test_letters_stand_with_what_proves_them_and_how_broad_they_are() -> None:
    read = said()
    assert all(each in read for each in ("3,128", "Copy held 1,650 53 %", "Reported to us 1,136 36 %", "Estimated 342 11 %"))
    assert all(each in read for each in ("211", "Organisations", "30", "Cities", "Targets", "BRANCH", "As of 10 June 2026"))


def test_letters_without_a_day_are_told_beside_the_months() -> None:
    june = Period(date(2026, 6, 1), held=5, reported=1)
    assert "Without a day" not in said(more={"letters": Letters(5, 1, 0), "bars": (june,)})
    assert "Without a day, in the total only: 4" in said(more={"letters": Letters(9, 1, 0), "bars": (june,)})


def test_targets_are_called_as_secretaries_call_them_in_the_language_of_the_sheet() -> None:
    rows = (LettersTo(EMBASSY, held=30, reported=9), LettersTo(MINISTRY, held=8), LettersTo(None, estimated=1))
    assert "Embassy, Berlin 39 30" in said(more={"targets": rows})
    read = said(more={"targets": rows}, language="de")
    assert "Botschaft, Berlin 39 30" in read and "Ministry of Justice 8 8" in read and "Adressat nicht genannt 1 0" in read


def test_pickets_held_stand_with_place_day_people_and_what_was_handed_in() -> None:
    first = picket(state="held", day=date(2026, 5, 8), people_low=45, people_high=60, handed_in=340, hand_in_result="taken")
    second = picket(state="held", day=date(2026, 5, 15), place="Berlin", people_low=20, people_about=True, hand_in_result="shut")
    read = said(first, second)
    assert "Friday, 8 May 2026 London, Embassy of Karatau Day of action 45–60 340, taken" in read
    assert "Friday, 15 May 2026 Berlin, Embassy of Karatau Day of action about 20 door kept shut" in read
    assert "975–1,495" in read and "counted at 9 of 10" in read and "Scheduled: 2 · Drafts: 1 · Cancelled: 2" in read


def test_what_is_next_begins_with_the_day_of_the_totals_and_ends_with_what_has_no_day() -> None:
    undated = picket(state="draft", day=None, occasion="Vigil")
    soon, month = (
        picket(day=date(2026, 6, 12)),
        picket(day=date(2026, 6, 1), day_precision="month", state="draft", occasion="Stall"),
    )
    read = said(undated, month, soon)
    assert read.index("Friday, 12 June 2026, 17:00–19:00") < read.index("June 2026, day still open") < read.index("Vigil · draft")


def test_a_picket_of_the_past_that_nobody_closed_is_told_and_not_listed() -> None:
    sheet = made(picket(day=date(2026, 6, 9), occasion="Forgotten"), picket(day=date(2026, 6, 10)))
    assert looks(sheet) == ["pickets"]
    assert "Forgotten" not in words(sheet.pdf) and "10 June 2026, 17:00" in words(sheet.pdf)


def test_currencies_stand_side_by_side_and_no_sum_of_them_anywhere() -> None:
    gifts = tuple(Gifts(Money(minor, code), 3) for minor, code in ((2_630_00, "GBP"), (2_120_00, "EUR"), (590_00, "USD")))
    read = said(more={"gifts": gifts})
    assert all(amount in read for amount in ("£ 2,630.00", "€ 2,120.00", "$ 590.00", "Gifts: 3", "never added up"))
    assert "5,340" not in read
    assert "never added up" not in said(more={"gifts": gifts[:1]})


def test_more_than_four_currencies_go_on_in_a_second_line() -> None:
    codes = ("GBP", "EUR", "USD", "KZT", "CHF", "PLN")
    read = said(more={"gifts": tuple(Gifts(Money(100_00 + k, code), 1) for k, code in enumerate(codes))})
    assert all(f"100.0{k}" in read for k in range(6))


def test_demands_stand_in_their_order_and_a_missing_language_is_told() -> None:
    sheet = made(demands=(demand(1, "*Reinstate* them all"), demand(2, "Pay the wages")))
    assert "1 Reinstate them all 2 Pay the wages" in words(sheet.pdf) and looks(sheet) == []
    assert looks(made(demands=(demand(1, "Reinstate them"),), language="de")) == ["demands"]


def test_nobody_who_gave_or_wrote_is_named() -> None:
    handed = picket(state="held", day=date(2026, 5, 8), handed_in=3, hand_in_result="taken", taken_by="Ivan Example")
    named = ordered(order(handed), answers={})
    assert "Ivan" not in words(draw(sheet_kinds()["campaign-report"], named).pdf)


def test_the_meeting_and_its_remarks_are_those_of_the_print() -> None:
    read = said(answers={"meeting": "Branch meeting, Leeds", "remarks": "Who goes to Berlin?\nThank the dockers."})
    assert "Branch meeting, Leeds · In progress" in read
    assert "To tell and to decide Who goes to Berlin? Thank the dockers." in read
    assert "To tell and to decide" not in said()


def test_the_days_of_the_campaign_stand_as_far_as_they_are_known() -> None:
    for days, shown in (
        ({"started": date(2011, 6, 11)}, "Since 11 June 2011 · In progress"),
        ({"started": date(2011, 6, 11), "ended": date(2012, 8, 28)}, "11 June 2011 – 28 August 2012 · In progress"),
        ({"ended": date(2012, 8, 28)}, "Until 28 August 2012 · In progress"),
    ):
        its = ordered({**order(), "campaign": campaign(**days)})
        assert shown in words(draw(sheet_kinds()["campaign-report"], its).pdf)


def test_a_campaign_without_anything_says_so_on_one_page() -> None:
    sheet = draw(sheet_kinds()["campaign-report"], ordered({}))
    assert sheet.pages == 1 and words(sheet.pdf).count("Nothing so far") == 5
    assert [note for note in sheet.notes if note.level != "good"] == []


def test_long_tables_go_on_with_their_heads_over_pages_and_lose_no_row() -> None:
    held = [picket(state="held", day=date(2025, 1, 3) + timedelta(weeks=k), occasion=f"Action {k:03}") for k in range(90)]
    sheet = made(*held)
    assert sheet.pages > 3
    assert all(f"Action {k:03}" in words(sheet.pdf) for k in range(90))
    for page in range(2, sheet.pages - 1):
        assert words(sheet.pdf, page).count("Handed in") == 1 and f"{page + 1} of {sheet.pages}" in words(sheet.pdf, page)


def test_a_row_that_no_page_holds_is_told() -> None:
    sheet = made(picket(state="held", day=date(2026, 5, 8), site="A long and winding road " * 400))
    assert [note.field for note in sheet.notes if note.level == "stop"] == ["pickets"]


def test_remarks_go_over_pages_without_loss() -> None:
    lines = " ".join(f"Remark{k:04}." for k in range(1500))
    sheet = made(answers={"remarks": lines})
    printed = words(sheet.pdf)
    assert all(f"Remark{k:04}" in printed for k in range(1500))


def test_the_three_fills_are_told_apart_without_colour() -> None:
    """Solid, pale and hatched: in grey the bar is dark, then light without change, then changing."""
    image = pixels(made(more={"letters": Letters(100, 100, 100)}).pdf, dots=200).convert("L")
    y = round(image.height * next(share for share in (k / 1000 for k in range(150, 400)) if _is_bar(image, share)))
    third = (image.width - 2 * _mm(11, image)) / 3
    spans = [[image.getpixel((round(_mm(11, image) + third * (k + at / 100)), y)) for at in range(10, 90)] for k in range(3)]
    solid, pale, hatched = ((min(span), max(span)) for span in spans)
    assert solid[1] < 110 and pale[0] > 150 and pale[1] - pale[0] < 8
    assert hatched[0] < 160 and hatched[1] > 225


def _mm(length: float, image: Any) -> float:
    return length * image.width / 210


def _is_bar(image: Any, share: float) -> bool:
    """Whether the left third is all dark two millimetres further down as well: no heading's rule is as thick."""
    x, y = round(_mm(14, image)), round(image.height * share)
    return all(image.getpixel((x + step, y + down)) < 110 for step in range(0, 300, 20) for down in (0, round(_mm(2, image))))


def test_right_to_left_the_bar_and_the_months_begin_at_the_right() -> None:
    bars = (Period(date(2026, 4, 1), held=90), Period(date(2026, 5, 1), held=1))
    ltr, rtl = (pixels(made(more={"bars": bars}, language=tag).pdf).convert("L") for tag in ("en", "he"))
    left, right = (
        (0, ltr.height // 6, ltr.width // 2, ltr.height // 2),
        (ltr.width // 2, ltr.height // 6, ltr.width, ltr.height // 2),
    )
    dark = [[sum(image.crop(side).histogram()[:110]) for side in (left, right)] for image in (ltr, rtl)]
    assert dark[0][0] > 1.3 * dark[0][1] and dark[1][1] > 1.3 * dark[1][0]


def test_who_listens_hears_headings_the_chart_in_words_and_rows() -> None:
    stood = picket(state="held", day=date(2026, 5, 8), people_low=45)
    bars = (Period(date(2026, 4, 1), held=90), Period(date(2026, 5, 1), held=1))
    sheet = made(stood, demands=(demand(1, "Reinstate"),), more={"bars": bars}, layout="")
    mail = draw(sheet_kinds()["campaign-report"], mailed(ordered(order(stood, more={"bars": bars}))))
    assert sheet.pages == mail.pages
    with opened(mail.pdf) as pdf:
        found = list(leaves(pdf.Root.StructTreeRoot.K))
    kinds = [str(each.S) for each in found]
    assert kinds[:2] == ["/P", "/H1"] and kinds.count("/H2") == 7
    assert [str(each.Alt) for each in found if "/Alt" in each] == ["Letters per month. April 2026: 90; May 2026: 1"]
    around = {str(each.P.P.S) for each in found if str(each.S) in ("/TD", "/TH")}
    assert around == {"/Table"} and {str(each.P.S) for each in found if str(each.S) in ("/TD", "/TH")} == {"/TR"}


def mailed(printed: Job) -> Job:
    return replace(printed, layout=printed.format.layout("mail"))


def leaves(element: Any) -> Any:
    """Elements that hold marked content, in reading order."""
    if isinstance(element, pikepdf.Array):
        for each in element:
            yield from leaves(each)
    elif isinstance(element, pikepdf.Dictionary):
        if isinstance(element.K, pikepdf.Array | pikepdf.Dictionary):
            yield from leaves(element.K)
        else:
            yield element


@pytest.mark.parametrize("language", languages())
def test_fixed_words_fit_in_every_language_and_month(language: str) -> None:
    stood = picket(state="held", day=date(2026, 5, 8), people_low=45, people_about=True, handed_in=3, hand_in_result="refused")
    for month in range(1, 13):
        made_of = order(
            stood,
            more={"today": date(2026, month, 28), "months": 14, "pickets": Pickets(10, 4, people=Headcount(1, 2), counted=9)},
        )
        design = campaign_report(ordered(made_of, language=language))
        stops = [note.sentence for note in drawn_notes(design) if note.level == "stop"]
        assert stops == []


def drawn_notes(design: Any) -> Any:
    page = design.page(design.size)
    for face in design.faces:
        face(page)
    return design.compositor.finished_notes()


@pytest.mark.parametrize(
    ("most", "found"), [(1, (1, 1)), (4, (1, 4)), (5, (2, 6)), (292, (100, 300)), (1_000_000, (500_000, 1_000_000))]
)
def test_the_lines_of_the_grid_are_round_numbers(most: int, found: tuple[int, int]) -> None:
    assert steps(most) == found
