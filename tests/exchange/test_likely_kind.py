"""What a sheet lists is told from its headings, in the languages and with the delimiters that spreadsheet programs write."""

from pathlib import Path

import pytest

from organizer.exchange.csv_out import to_csv
from organizer.exchange.headings import likely_kind
from organizer.exchange.tables import decode, read_text, readings
from tests.exchange.sheets import BANK, BERLIN, DONATIONS, LETTERS, MOSCOW, PICKETS, TARGETS


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (PICKETS, "pickets"),
        (BERLIN, "pickets"),
        (MOSCOW, "pickets"),
        (LETTERS, "letters"),
        (DONATIONS, "donations"),
        (BANK, "donations"),
        (TARGETS, "targets"),
    ],
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
def test_the_campaigns_sheets_are_told_apart(path: Path, kind: str) -> None:
    assert likely_kind(readings(read_text(path))) == kind


@pytest.mark.parametrize("kind", ["pickets", "letters", "donations", "organisations", "targets"])
def test_our_own_exports_are_known_again(kind: str) -> None:
    assert likely_kind(readings(decode(to_csv(kind, []), "own.csv"))) == kind


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "Dear all,\nthis is a letter.\n", '"', ";;;\n"])
def test_what_has_no_known_headings_is_nobodys(text: str) -> None:
    assert likely_kind(readings(text)) == ""
