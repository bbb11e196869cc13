"""Writes the faces a document has used into it: Type0 fonts, subset by HarfBuzz, with a ToUnicode entry for each code.

A code stands for a glyph and the text it shows there, so that one hyphen glyph can be copied as a hyphen and as a soft hyphen,
and a box for a missing sign still holds the sign. The objects hook into reportlab 5.1 through `doc.delayedFonts`.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc

from organizer.sheets.typesetting.faces import Face

_LAYOUT_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "kern")
_OTHER_TABLES = ("DSIG", "STAT", "meta", "name", "post", "OS/2", "cmap", "gasp", "hdmx", "VDMX", "LTSH")
# A glyph that adds no letters, as a mark told with its base, has no ToUnicode entry. Some readers copy its code instead:
# so it gets the code of a character that cannot be seen.
_UNSEEN = (0x200B, 0x200C, 0x200D, *range(0x2060, 0x2065), *range(0xFE00, 0xFE10))
_ROWS_A_BLOCK = 100
_KEPT_SUBSETS = 64
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_FOOT = "endcmap CMapName currentdict /CMap defineresource pop end end"


class EmbeddedFont:
    """One face in one document. `code` is asked while drawing; reportlab calls `addObjects` when the document is saved."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], int] = {}
        self._taken: set[int] = set()

    def code(self, glyph: int, text: str) -> int:
        """The two-byte code of a glyph that shows `text` (empty: a further glyph of the same letters). Never 0."""
        found = self._codes.get((glyph, text))
        if found is None:
            unseen = next((code for code in _UNSEEN if code not in self._taken), 0) if not text else 0
            found = self._codes[glyph, text] = unseen or len(self._codes) + 1
            self._taken.add(found)
        return found

    def addObjects(self, document: Any) -> None:
        subset = _subset(self.face, frozenset(glyph for glyph, _text in self._codes))
        to_glyph = bytearray(2 * (max(self._codes.values(), default=0) + 1))
        for (glyph, _text), code in self._codes.items():
            to_glyph[2 * code : 2 * code + 2] = subset.numbers[glyph].to_bytes(2, "big")
        base = f"{subset.tag}+{self.face.name.replace('_', '-')}"
        file = document.Reference(_packed_stream(subset.packed, Length1=subset.length), f"file {base}")
        descriptor = document.Reference(self._descriptor(base, file))
        descendant = self._descendant(base, descriptor, _reference(document, f"glyphs {base}", bytes(to_glyph), {}))
        font = _dictionary(
            Type=_name("Font"),
            Subtype=_name("Type0"),
            BaseFont=_name(base),
            Encoding=_name("Identity-H"),
            DescendantFonts=pdfdoc.PDFArray([document.Reference(descendant)]),
            ToUnicode=_reference(document, f"unicode {base}", self._to_unicode().encode("ascii"), {}),
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font)

    def _descendant(self, base: str, descriptor: Any, to_glyph: Any) -> Any:
        return _dictionary(
            Type=_name("Font"),
            Subtype=_name("CIDFontType2"),
            BaseFont=_name(base),
            CIDSystemInfo=_dictionary(Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0),
            FontDescriptor=descriptor,
            CIDToGIDMap=to_glyph,
            DW=0,
            W=pdfdoc.PDFArray(self._widths()),
        )

    def _descriptor(self, base: str, file: Any) -> Any:
        return _dictionary(
            Type=_name("FontDescriptor"),
            FontName=_name(base),
            Flags=4,
            FontBBox=pdfdoc.PDFArray([-1000, round(self.face.descent), 2000, round(self.face.ascent)]),
            ItalicAngle=-12 if "Italic" in self.face.name else 0,
            Ascent=round(self.face.ascent),
            Descent=round(self.face.descent),
            CapHeight=round(self.face.cap_height()),
            StemV=80,
            FontFile2=file,
        )

    def _widths(self) -> list[Any]:
        """In the form [code [width] code [width] …]."""
        widths = ((code, _array_of(round(self.face.advance(glyph), 2))) for (glyph, _text), code in self._codes.items())
        return [entry for each in widths for entry in each]

    def _to_unicode(self) -> str:
        rows = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for (_glyph, text), code in self._codes.items() if text
        ]
        blocks = [rows[k : k + _ROWS_A_BLOCK] for k in range(0, len(rows), _ROWS_A_BLOCK)]
        body = "".join("{} beginbfchar\n{}\nendbfchar\n".format(len(block), "\n".join(block)) for block in blocks)
        return f"{_CMAP_HEAD}{body}{_CMAP_FOOT}"


class _Subset(NamedTuple):
    """A font file with only the glyphs used, packed; its length unpacked, a tag made of it, and the new numbers of the glyphs."""

    packed: bytes
    length: int
    tag: str
    numbers: dict[int, int]


@lru_cache(maxsize=_KEPT_SUBSETS)
def _subset(face: Face, glyphs: frozenset[int]) -> _Subset:
    """Kept, for the next drawing of a sheet shows nearly always the same letters."""
    wanted: Any = hb.SubsetInput()
    wanted.glyph_set.update({0, *glyphs})
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _LAYOUT_TABLES + _OTHER_TABLES)
    plan: Any = hb.SubsetPlan(face.harfbuzz, wanted)
    file = bytes(plan.execute().blob.data)
    return _Subset(zlib.compress(file), len(file), _subset_tag(file), dict(plan.old_to_new_glyph_mapping))


def _subset_tag(data: bytes) -> str:
    """Six capitals, the same for the same subset."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(data).digest()[:6])


@lru_cache(maxsize=4096)
def _array_of(number: float) -> str:
    """As reportlab would write it, which takes long over every number."""
    return f"[ {fp_str(number)} ]"


def _name(name: str) -> Any:
    return pdfdoc.PDFName(name)


def _dictionary(**entries: object) -> Any:
    return pdfdoc.PDFDictionary(entries)


def _packed_stream(content: bytes, **entries: object) -> Any:
    """A stream that is compressed already."""
    packed = _dictionary(Filter=pdfdoc.PDFArray([_name("FlateDecode")]), **entries)
    return pdfdoc.PDFStream(packed, content, [])


def _reference(document: Any, name: str, content: bytes, entries: dict[str, object]) -> Any:
    """A compressed stream in the document."""
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, [pdfdoc.PDFZCompress])
    return document.Reference(stream, name)
