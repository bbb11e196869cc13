"""What a sheet says to those who listen to it: its tagged elements, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Element:
    """One run of marked content: on which page, from 0, under which number, and what it is. No language is the document's."""

    page: int
    mark: int
    kind: str
    later: float
    order: float
    within: tuple[str, ...]
    alt: str
    language: str


class Structure:
    """Collects the elements of one document while it is drawn. What is begun `later` is read later, on any page."""

    def __init__(self) -> None:
        self.open = False
        self.later = 0.0
        self.language = ""
        self._elements: list[Element] = []
        self._page = self._marks = 0

    def begin(self, kind: str, order: float, within: tuple[str, ...], alt: str) -> str:
        """The operator that opens the element."""
        self.open = True
        self._elements.append(Element(self._page, self._marks, kind, self.later, order, within, alt, self.language))
        self._marks += 1
        return f"/{kind} <</MCID {self._marks - 1}>> BDC"

    def end(self) -> None:
        self.open = False

    def next_page(self) -> None:
        self._page, self._marks = self._page + 1, 0

    def in_reading_order(self) -> list[Element]:
        return sorted(self._elements, key=lambda element: (element.later, element.page, element.order))
