"""The pass over a tagged sheet that is mailed or kept: its structure for screen readers, then PDF/A-2b."""

from __future__ import annotations

import io
from typing import Any

from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.structure import Element


def archived(page: Page) -> bytes:
    """The finished file of a tagged page: tagged, in reading order, with everything inside it that it needs (PDF/A-2b)."""
    import pikepdf
    import pikepdf.pdfa

    elements = page.structure.in_reading_order() if page.structure is not None else []
    with pikepdf.open(io.BytesIO(page.bytes())) as pdf:
        _add_structure(pdf, elements)
        out = io.BytesIO()
        pikepdf.pdfa.save(pdf, out, "2b")
    return out.getvalue()


def _add_structure(pdf: Any, elements: list[Element]) -> None:
    """One StructElem for each element, those named in `within` around it; /ParentTree finds them from the page."""
    from pikepdf import Array, Dictionary, Name, String

    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
    groups: dict[tuple[str, ...], Any] = {(): document}
    parents: list[dict[int, Any]] = [{} for _page in pdf.pages]
    for element in elements:
        around = _group(pdf, groups, _names(element))
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=around, Pg=pdf.pages[element.page].obj)
        made.K = element.mark
        if element.alt:
            made.Alt = String(element.alt)
        if element.language:
            made.Lang = String(element.language)
        found = pdf.make_indirect(made)
        around.K.append(found)
        parents[element.page][element.mark] = found
    numbers: list[Any] = []
    for k, marks in enumerate(parents):
        pdf.pages[k].obj.StructParents = k
        pdf.pages[k].obj.Tabs = Name.S
        numbers.extend([k, pdf.make_indirect(Array([marks[mark] for mark in sorted(marks)]))])
    root.K, root.ParentTree, root.ParentTreeNextKey = document, Dictionary(Nums=Array(numbers)), len(parents)
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)


def _names(element: Element) -> tuple[str, ...]:
    """What is around it. A list may go on over pages; a table is that of its page, with its own first row."""
    first, *others = element.within or ("",)
    return (f"{first} {element.page}", *others) if first.startswith("Table") else element.within


def _group(pdf: Any, groups: dict[tuple[str, ...], Any], within: tuple[str, ...]) -> Any:
    """The element around others that has these names, made when it is first asked for."""
    from pikepdf import Array, Dictionary, Name

    if within not in groups:
        around = _group(pdf, groups, within[:-1])
        kind = within[-1].split()[0]
        groups[within] = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=around, K=Array()))
        around.K.append(groups[within])
    return groups[within]
