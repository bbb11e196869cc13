"""A PDF being drawn: pages in millimetres from the top left, shapes, images, reusable forms. Nothing personal in it."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.embedding import EmbeddedFont
from organizer.sheets.typesetting.faces import Face
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.pictures import Picture, image_object, output_intent
from organizer.sheets.typesetting.runs import clean
from organizer.sheets.typesetting.structure import Structure

_PRODUCER = "Picket Organizer"
_VERSION = (1, 6)
_CURVE = 0.5523
_LONGEST_PROPERTY = 250


class _Silent(Canvas):
    """A canvas whose pages do not begin with an un-embedded Helvetica."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Page:
    """Draws one document. Sizes in mm; `bleed` is what is cut off all round; `cmyk` keeps every colour in printing inks."""

    def __init__(
        self,
        width: float,
        height: float,
        *,
        title: str,
        author: str,
        subject: str,
        language: str,
        bleed: float = 0.0,
        cmyk: bool = False,
        tagged: bool = False,
    ) -> None:
        rl_config.useA85 = 0
        self.structure = Structure() if tagged else None
        self.width, self.height, self.bleed, self.cmyk = width, height, bleed, cmyk
        self._file = io.BytesIO()
        self._fonts: dict[str, EmbeddedFont] = {}
        self._pictures: dict[Picture, str] = {}
        self._origin = (bleed * MM, (bleed + height) * MM)
        sheet = ((width + 2 * bleed) * MM, (height + 2 * bleed) * MM)
        trim = (bleed * MM, bleed * MM, (bleed + width) * MM, (bleed + height) * MM)
        boxes: dict[str, Any] = {"trimBox": trim, "bleedBox": (0, 0, *sheet)} if bleed else {}
        self._canvas = _canvas(self._file, sheet, language, boxes)
        if cmyk:
            catalog = self._canvas._doc.Catalog  # writes no entry that reportlab does not know, but for its defaults
            catalog.__Defaults__ = {**catalog.__Defaults__, "OutputIntents": output_intent()}
        info = self._canvas._doc.info
        info.title, info.author, info.subject = _about(title) or subject, _about(author), subject
        info.creator, info.producer, info.keywords = _PRODUCER, _PRODUCER, ""

    def bytes(self) -> bytes:
        """The finished file. Two drawings of the same are the same bytes."""
        self._canvas.showPage()
        for made in self._canvas._doc.idToObject.values():
            if isinstance(made, pdfdoc.PDFPage):
                made.Trans = None  # reportlab gives every page an empty transition, which archives (PDF/A) refuse
        self._canvas.save()
        return self._file.getvalue()

    def next_page(self) -> None:
        self._canvas.showPage()
        if self.structure is not None:
            self.structure.next_page()

    def write(self, code: str) -> None:
        """Operators of the PDF content stream, in points from the bottom left of the sheet with its bleed."""
        structure = self.structure
        bare = structure is None or structure.open
        self._canvas._code.append(code if bare else f"/Artifact BMC {code} EMC")

    @contextmanager
    def tagged(self, kind: str, *, order: float = 0.0, within: Sequence[str] = (), alt: str = "") -> Iterator[None]:
        """What is drawn inside is read aloud as a `kind` of PDF's structure: H1, P, Figure. What is in no tag is decoration.

        Elements are read by ascending `order`, then as they were drawn. `within` names those around it, as in
        ("L demands", "LI 2"); the same name is the same element. `alt` says what a picture shows. Tags within tags are ignored.
        An empty `kind` is no tag.
        """
        structure = self.structure
        if structure is None or structure.open or not kind:
            yield
            return
        self._canvas._code.append(structure.begin(kind, order, tuple(within), alt))
        yield
        self._canvas._code.append("EMC")
        structure.end()

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """What is tagged inside is read aloud in another language than the document's."""
        structure = self.structure or Structure()
        structure.language = language
        yield
        structure.language = ""

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Millimetres from the top left to points from the bottom left."""
        return self._origin[0] + x * MM, self._origin[1] - y * MM

    def font(self, face: Face) -> EmbeddedFont:
        found = self._fonts.get(face.name)
        if found is None:
            found = self._fonts[face.name] = EmbeddedFont(face, f"T{len(self._fonts) + 1}")
            self._canvas._doc.delayedFonts.append(found)
        return found

    def fill(self, box: Box, colour: Colour) -> None:
        self.write(f"{colour.fill(self.cmyk)} {self._rectangle(box)} f")

    def polygon(self, points: list[tuple[float, float]], colour: Colour) -> None:
        path = [f"{_pt(x)} {_pt(y)}" for x, y in (self.point(*corner) for corner in points)]
        self.write(f"{colour.fill(self.cmyk)} {path[0]} m {' '.join(f'{place} l' for place in path[1:])} h f")

    def rectangles(self, boxes: list[Box], colour: Colour) -> None:
        """Many rectangles as one path."""
        self.write(f"{colour.fill(self.cmyk)} {' '.join(map(self._rectangle, boxes))} f")

    def rounded(self, box: Box, radius: float, colour: Colour) -> None:
        self.write(f"{colour.fill(self.cmyk)} {self._rounded(box, radius)} f")

    def circle(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.rounded(Box(x - radius, y - radius, 2 * radius, 2 * radius), radius, colour)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: Colour, width_pt: float, dash: str = "") -> None:
        """`dash` as in `2 3`, in points."""
        (x1, y1), (x2, y2) = self.point(*start), self.point(*end)
        pattern = f"[{dash}] 0 d " if dash else ""
        stroke = colour.stroke(self.cmyk)
        self.write(f"q {stroke} {_pt(width_pt)} w {pattern}{_pt(x1)} {_pt(y1)} m {_pt(x2)} {_pt(y2)} l S Q")

    def picture(self, picture: Picture, box: Box, *, clip: Box | None = None, radius: float = 0.0) -> None:
        """The picture stretched to `box`; only what lies in `clip` shows."""
        shown = clip or box
        path = self._rounded(shown, radius) if radius else self._rectangle(shown)
        x, y = self.point(box.x, box.bottom)
        size = f"{_pt(box.w * MM)} 0 0 {_pt(box.h * MM)} {_pt(x)} {_pt(y)}"
        self.write(f"q {path} W n {size} cm /{self._picture_name(picture)} Do Q")

    def outlines(self, path: str, colour: Colour, source: tuple[float, float], box: Box, *, clip: Box) -> None:
        """A path of operators, in units of a drawing of `source` with y downwards, over the whole `box`; holes stay open."""
        placed = f"{box.w * MM / source[0]:.6f} 0 0 {-box.h * MM / source[1]:.6f} {self._at((box.x, box.y))} cm"
        self.write(f"q {self._rectangle(clip)} W n {placed} {colour.fill(self.cmyk)} {path} f* Q")

    @contextmanager
    def form(self, name: str, box: Box) -> Iterator[None]:
        """What is drawn inside is kept for `place_form`. Its coordinates are those of the sheet; `box` may be larger."""
        (left, bottom), (right, top) = self.point(box.x, box.bottom), self.point(box.right, box.y)
        self._canvas.beginForm(name, left, bottom, right, top)
        yield
        self._canvas.endForm()

    def place_form(self, name: str, source: Box, target: Box) -> None:
        """The part of the form that lies in `source`, as wide as the target, top left corner on top left; nothing outside it."""
        scale = target.w / source.w
        (from_x, from_y), (to_x, to_y) = self.point(source.x, source.y), self.point(target.x, target.y)
        self.write(f"q {self._rectangle(target)} W n")
        self.write(f"{scale:.6f} 0 0 {scale:.6f} {_pt(to_x - from_x * scale)} {_pt(to_y - from_y * scale)} cm")
        self._canvas.doForm(name)
        self.write("Q")

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """What is drawn inside is turned about this point, against the clock."""
        at_x, at_y = self.point(x, y)
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        moved = f"{_pt(at_x - cos * at_x + sin * at_y)} {_pt(at_y - sin * at_x - cos * at_y)}"
        self.write(f"q {cos:.6f} {sin:.6f} {-sin:.6f} {cos:.6f} {moved} cm")
        yield
        self.write("Q")

    @contextmanager
    def panel(self, x: float, y: float, *, shown: Box, later: float = 0.0) -> Iterator[None]:
        """What is drawn inside begins at this point; of it, only what lies in `shown` there.

        Panels are read in the order of `later`, over all pages; so the inside of a folded sheet before its back.
        """
        self.write(f"q 1 0 0 1 {_pt(x * MM)} {_pt(-y * MM)} cm {self._rectangle(shown)} W n")
        before = self.structure.later if self.structure else 0.0
        if self.structure:
            self.structure.later = before + later
        yield
        if self.structure:
            self.structure.later = before
        self.write("Q")

    def _rectangle(self, box: Box) -> str:
        x, y = self.point(box.x, box.bottom)
        return f"{_pt(x)} {_pt(y)} {_pt(box.w * MM)} {_pt(box.h * MM)} re"

    def _rounded(self, box: Box, radius: float) -> str:
        r = min(radius, box.w / 2, box.h / 2)
        k = r * (1 - _CURVE)
        left, right, top, bottom = box.x, box.right, box.y, box.bottom
        sides = (
            ((right - r, top), (right - k, top), (right, top + k), (right, top + r)),
            ((right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)),
            ((left + r, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - r)),
            ((left, top + r), (left, top + k), (left + k, top), (left + r, top)),
        )
        path = [f"{self._at((left + r, top))} m"]
        for start, *curve in sides:
            path.append(f"{self._at(start)} l {' '.join(map(self._at, curve))} c")
        return " ".join([*path, "h"])

    def _at(self, corner: tuple[float, float]) -> str:
        x, y = self.point(*corner)
        return f"{_pt(x)} {_pt(y)}"

    def _picture_name(self, picture: Picture) -> str:
        """The name under which the picture stands in the page's resources."""
        short = self._pictures.setdefault(picture, f"picture{len(self._pictures) + 1}")
        name = str(pdfdoc.xObjectName(short))
        if name not in self._canvas._doc.idToObject:
            self._canvas._doc.Reference(image_object(self._canvas._doc, picture), name)
        self._canvas._formsinuse.append(short)
        return name


def _about(words: str) -> str:
    """One line of the file's properties."""
    return " ".join(clean(words).split())[:_LONGEST_PROPERTY]


def _canvas(file: io.BytesIO, sheet: tuple[float, float], language: str, boxes: dict[str, Any]) -> Any:
    return _Silent(file, pagesize=sheet, pageCompression=1, invariant=1, lang=language, pdfVersion=_VERSION, **boxes)


def _pt(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
