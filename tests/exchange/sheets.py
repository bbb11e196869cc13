"""The spreadsheets of a real campaign as they were kept, and sheets written for one question."""

from pathlib import Path

from organizer.exchange.sheets_in import ImportResult, Preview

SPREADSHEETS = Path(__file__).resolve().parents[1] / "data" / "spreadsheets"
PICKETS = SPREADSHEETS / "pickets-london.csv"
LETTERS = SPREADSHEETS / "letters-2011-2012.csv"
TARGETS = SPREADSHEETS / "targets.csv"
DONATIONS = SPREADSHEETS / "payment-provider-download.csv"
MOSCOW = SPREADSHEETS / "пикеты-москва.csv"
BANK = SPREADSHEETS / "kontoauszug.csv"
BERLIN = SPREADSHEETS / "kundgebungen-berlin.csv"
NEW_YORK = SPREADSHEETS / "actions-new-york.xlsx"


def sheet(folder: Path, *lines: str, encoding: str = "utf-8", name: str = "sheet.csv") -> Path:
    """A sheet of these lines."""
    path = folder / name
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def total(shown: Preview | ImportResult, key: str) -> int:
    """One figure of what a sheet brings."""
    return next(each.number for each in shown.totals if each.key == key)
