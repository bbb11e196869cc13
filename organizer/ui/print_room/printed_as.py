"""How a sheet is printed, as the file keeps it from one print to the next: only what is not as usual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from organizer.records.values import PrintClass
from organizer.sheets.orders import YES, Order

MOST_COPIES = 99_999


def way_of(order: Order, copies: int) -> dict[str, str]:
    """What of this order is kept."""
    trimmed = order.kind.format(order.format)
    said = {
        "format": order.format if order.format != order.kind.formats[0].key else "",
        "layout": order.layout if order.layout != trimmed.layouts[0].key else "",
        "class": order.print_class,
        "large": YES if order.large else "",
        "one_colour": YES if order.one_colour else "",
        "copies": str(copies) if copies > 1 else "",
    }
    return {key: words for key, words in said.items() if words}


def printed_as(order: Order, way: Mapping[str, str]) -> tuple[Order, int]:
    """The order as it was printed last, and how many copies. A size or layout that there is no more is the usual one."""
    kind = order.kind
    size = way.get("format", "")
    size = size if size in {each.key for each in kind.formats} else ""
    layout = way.get("layout", "")
    seen_by = way.get("class", "")
    taken = replace(
        order,
        format=size,
        layout=layout if layout in {each.key for each in kind.format(size).layouts} else "",
        print_class=seen_by if seen_by in PrintClass.WORDS else "",
        large=kind.large and way.get("large") == YES,
        one_colour=kind.one_colour and way.get("one_colour") == YES,
    )
    copies = way.get("copies", "")
    return taken, min(max(1, int(copies)), MOST_COPIES) if copies.isdecimal() else 1
