"""The compositor: sets one sheet's texts in its language and colours, and collects what the person must know before printing."""

from __future__ import annotations

import unicodedata

from organizer.i18n import _, _n, language_name
from organizer.sheets.sheet import Level, Note, Place
from organizer.sheets.typesetting.colours import Palette
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.kept import kept_paragraph
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import Run
from organizer.sheets.typesetting.stacks import Proportions, Role, proportions
from organizer.sheets.typesetting.voice import Voice, is_rtl

_STRONG_OF = {Role.SERIF: Role.SERIF_STRONG, Role.TEXT: Role.STRONG}
_EMPHASIS_OF = {Role.SERIF: Role.SERIF_EMPHASIS, Role.TEXT: Role.EMPHASIS}
_NOT_ENLARGED = frozenset({Role.DISPLAY, Role.TITLE, Role.TALL})
_LOOSE_SIGNS = 3
# Large print: 10 pt becomes 14 pt, and nothing stays under it. Source: RNIB clear print.
_ENLARGED, _LARGE_PRINT, _LARGE_LEADING = 1.4, 14.0, 1.3


class Compositor:
    """One sheet in the making. Fields are named as in its content; the level of a note is stop, look or good.

    `large` sets it in large print.
    """

    def __init__(self, language: str, palette: Palette, *, large: bool = False) -> None:
        self.language = language
        self.large = large
        self.palette = palette
        self.rtl = is_rtl(language)
        self.script: Proportions = proportions(language)
        self.notes: list[Note] = []
        self._missing: dict[str, dict[str, None]] = {}
        self._places: dict[str, Place] = {}
        self._face = 1
        self._of = ""

    def speaking(self, language: str, *, face: int = 1) -> Compositor:
        """For the same sheet's words in its other language: what it notes is told with all the rest.

        On another `face` every field is one of its own: on the back in Arabic the headline is told as headline@ar.
        """
        other = Compositor(language, self.palette, large=self.large)
        other.notes, other._missing, other._places = self.notes, self._missing, self._places
        other._face, other._of = face, f"@{language}" if face > 1 and language != self.language else ""
        return other

    def paragraph(
        self,
        field: str,
        runs: tuple[Run, ...],
        role: Role = Role.TEXT,
        *,
        capitals: bool = False,
        tracking: float = 0.0,
        hyphenate: bool = False,
        language: str = "",
    ) -> Paragraph:
        """A paragraph of the sheet. Signs that no font has are noted for the field."""
        spoken = language or self.language
        joined = is_rtl(spoken)
        voice = Voice(
            spoken,
            role,
            _STRONG_OF.get(role, role),
            _EMPHASIS_OF.get(role, role),
            capitals and not joined,
            0.0 if joined else tracking,
            hyphenate,
            1.0 if role in _NOT_ENLARGED or language else 1 / self.script.size,
        )
        paragraph = kept_paragraph(runs, voice)
        self._missing.setdefault(field + self._of, {}).update(dict.fromkeys(paragraph.missing))
        return paragraph

    def size(self, pt: float) -> float:
        """A type size as this script needs it to look like Latin of `pt`; in large print at least 14 pt."""
        wanted = max(pt * _ENLARGED, _LARGE_PRINT) if self.large else pt
        return wanted * self.script.size

    def leading(self, pt: float) -> float:
        wanted = max(pt * _ENLARGED, _LARGE_PRINT * _LARGE_LEADING) if self.large else pt
        return wanted * self.script.size * self.script.leading

    def placed(self, field: str, page: int, box: Box) -> None:
        """Where a field stands; the first place is kept."""
        self._places.setdefault(field + self._of, Place(page + self._face - 1, box.x, box.y, box.w, box.h))

    def note(self, level: Level, field: str, sentence: str) -> None:
        """Told once, on however many sides it is found."""
        found = Note(level, field + self._of, sentence)
        if found not in self.notes:
            self.notes.append(found)

    def finished_notes(self, scale: float = 1.0, at: tuple[float, float] = (0.0, 0.0)) -> tuple[Note, ...]:
        """All notes, what stops first, what is good last. Places are scaled and moved to where the design stands on the sheet."""
        signs = [self._sign_note(field, list(missing)) for field, missing in self._missing.items() if missing]
        if not signs:
            signs = [Note("good", "", _("Every letter and sign is in the fonts."))]
        order: list[Level] = ["stop", "look", "good"]
        found = sorted([*signs, *self.notes], key=lambda note: order.index(note.level))
        places = {
            field: Place(p.page, at[0] + p.x * scale, at[1] + p.y * scale, p.w * scale, p.h * scale)
            for field, p in self._places.items()
        }
        return tuple(Note(n.level, n.field, _said_of(n), places.get(n.field)) for n in found)

    def _sign_note(self, field: str, missing: list[str]) -> Note:
        if len(missing) == 1:
            sentence = _("The sign {sign} ({name}) is in none of the fonts: it would print as a box.")
            return Note("stop", field, sentence.format(sign=missing[0], name=_name(missing[0])))
        signs = " ".join(missing[:_LOOSE_SIGNS])
        more = len(missing) - _LOOSE_SIGNS
        if more <= 0:
            sentence = _("The signs {signs} are in none of the fonts: they would print as boxes.")
            return Note("stop", field, sentence.format(signs=signs))
        count = _n("{n} more sign", "{n} more signs", more)
        sentence = _("The signs {signs} and {count} are in none of the fonts: they would print as boxes.")
        return Note("stop", field, sentence.format(signs=signs, count=count))


def _said_of(note: Note) -> str:
    """The sentence, with the language that it is about where its face speaks another than the first."""
    tag = note.field.partition("@")[2]
    return _("{language}: {sentence}").format(language=language_name(tag), sentence=note.sentence) if tag else note.sentence


def _name(sign: str) -> str:
    """The sign's name in Unicode, or its number."""
    return unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
