"""What a cell of a workbook says, as the text that a person sees there: days, times, figures, money, yes and no."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

_MOST_DIGITS = 15
"""Spreadsheet programs keep no more; what stands behind them is left from reckoning in halves of halves."""

_SIGN = re.compile(r"\[\$([^\]-]+)[^\]]*\]|[\"\\]?([£€$₽₸₺₴¥₩₹₪₦₫])")
_PLACE_ALONE = re.compile(r"\[\$-[^\]]*\]")
_ZEROS = re.compile(r"0{2,}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_THREE_DECIMALS = re.compile(r"-?\d+\.\d{3}")
_A_DAY = timedelta(days=1)


def as_text(value: object, shape: str = "General") -> str:
    """The text of a value; `shape` is its number format, which may say the currency or the length of a number."""
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _figures(value, shape)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else f"{value.date().isoformat()} {_clock(value.time())}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return _clock(value)
    if isinstance(value, timedelta):
        return _clock((datetime.min + value).time()) if timedelta() <= value < _A_DAY else str(value)
    return _plain(str(value))


def _plain(text: str) -> str:
    """A text whose carriage returns were written as _x000D_, without halves of characters."""
    whole = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
    return whole if whole.isascii() else whole.encode("utf-8", "ignore").decode()


def _figures(value: float, shape: str) -> str:
    digits = format(Decimal(format(value, f".{_MOST_DIGITS}g")), "f") if isinstance(value, float) else str(value)
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    if _ZEROS.fullmatch(shape):
        return digits.zfill(len(shape))
    if _THREE_DECIMALS.fullmatch(digits):
        digits += "0"  # 1.234 would be read as a thousand and more
    sign = _SIGN.search(_PLACE_ALONE.sub("", shape.partition(";")[0]))
    return f"{(sign[1] or sign[2]).strip()} {digits}" if sign else digits


def _clock(at: time) -> str:
    """To the minute: a time is a fraction of a day, and rarely comes out even."""
    nearest = datetime.combine(date(2000, 1, 1), at) + timedelta(seconds=30)
    return f"{nearest:%H:%M}" if nearest.day == 1 else "23:59"
