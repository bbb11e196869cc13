"""The small Markdown of longer texts: paragraphs, **bold**, *italics* and lists. Every other sign stays, and none is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from organizer.sheets.typesetting.runs import Run, clean, text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

BULLET = "•"
_MARKED = re.compile(r"[*]|^\s*(?:-|\d{1,9}[.)])\s", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n")
_LINE_ENDS = re.compile("\r\n|\r")
_BULLETS = "-*"
_READ_AS_MARKS = re.compile(rf"[\s*{BULLET}-]")
_DEEPEST = 3
_NESTED = 100


@dataclass(frozen=True)
class Passage:
    """A paragraph, or a piece of a list: `marker` is BULLET or a number as in "3.", empty where an item goes on.

    `depth` is 0 outside of lists; `item` numbers lists and their items, for the structure of a mailed sheet.
    """

    runs: tuple[Run, ...]
    marker: str = ""
    depth: int = 0
    item: tuple[int, int] = (0, 0)


def passages(source: str) -> list[Passage]:
    """The text by paragraphs and list items. Line ends within a paragraph stay."""
    source = _LINE_ENDS.sub("\n", source).replace("\0", "")
    if not _MARKED.search(source):
        return _literal(source)
    found = list(_read(_parser().parse(source)))
    kept = "".join(passage.marker + "".join(run.text for run in passage.runs) for passage in found)
    # Lists in lists without end are cut by the parser: such a text is no list, and stands as it was written.
    return found if _bare(kept) == _bare(clean(source)) else _literal(source)


def marked(source: str) -> tuple[Run, ...]:
    """One paragraph with **bold** and *italics*."""
    source = source.replace("\0", "")
    if "*" not in source:
        return text(source)
    (found,) = _parser().parseInline(_LINE_ENDS.sub("\n", source))
    return text(*_runs(found.children or []))


def _literal(source: str) -> list[Passage]:
    paragraphs = (text(part.strip()) for part in _BLANK_LINES.split(source))
    return [Passage(runs) for runs in paragraphs if runs]


def _bare(words: str) -> str:
    return _READ_AS_MARKS.sub("", words)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False, "maxNesting": _NESTED})
    parser.enable(["list", "emphasis"])
    parser.inline.ruler.at("emphasis", _stars)
    return parser


def _stars(state: StateInline, silent: bool) -> bool:
    """Emphasis by stars alone: underscores are lines to write on, and stand in addresses."""
    from markdown_it.rules_inline.emphasis import tokenize

    return state.src[state.pos] != "_" and tokenize(state, silent)


class _Lists:
    """Where in which lists the reader stands."""

    def __init__(self) -> None:
        self.open: list[tuple[int, bool]] = []
        self.count = self.items = 0
        self.marker = ""

    def step(self, token: Token, alone: bool) -> None:
        """Go over the token of a list or of its item. A list of one number is a sentence that begins with a date or a year."""
        if token.type.endswith("list_open"):
            self.count += not self.open
            self.open.append((self.count, token.type == "ordered_list_open" and alone))
        elif token.type.endswith("list_close"):
            self.open.pop()
        elif token.type == "list_item_open":
            self.items += 1
            ordered = bool(token.info)
            self.marker = f"{token.info}{token.markup}" if ordered else BULLET if token.markup in _BULLETS else token.markup

    def is_wordless(self, token: Token) -> bool:
        """Whether the item in front ends, or goes on with another list, before any word: its number stands alone then."""
        begins_or_ends = token.type in ("list_item_close", "bullet_list_open", "ordered_list_open")
        return begins_or_ends and self.marker not in ("", BULLET)

    @property
    def is_sentence(self) -> bool:
        return bool(self.open) and self.open[-1][1]


def _read(tokens: list[Token]) -> Iterator[Passage]:
    lists = _Lists()
    for at, token in enumerate(tokens):
        if token.type == "inline":
            yield from _passage(token, lists)
        elif "list" in token.type:
            if lists.is_wordless(token):
                yield Passage(text(lists.marker))
            if token.type.endswith("_close"):
                lists.marker = ""
            lists.step(token, token.type.endswith("list_open") and _is_alone(tokens, at))


def _passage(token: Token, lists: _Lists) -> Iterator[Passage]:
    runs = text(*_runs(token.children or []))
    marker, lists.marker = lists.marker, ""
    if lists.is_sentence or (marker and marker != BULLET and not marker[0].isdigit()):
        runs, marker = text(*([f"{marker} "] if marker else []), *runs), ""
        yield Passage(runs)
    elif runs or marker:
        depth = min(len(lists.open), _DEEPEST)
        yield Passage(runs, marker, depth, (lists.count, lists.items) if depth else (0, 0))


def _is_alone(tokens: list[Token], at: int) -> bool:
    """Whether the list that opens there has one item only, and in it one paragraph."""
    level = tokens[at].level
    inside = []
    for token in tokens[at + 1 :]:
        if token.level == level:
            break
        inside.append(token)
    return sum(token.type in ("list_item_open", "paragraph_open") for token in inside) == 2


def _runs(children: list[Token]) -> Iterator[Run]:
    strong = emphasis = 0
    for child in children:
        step = child.nesting
        if child.type.startswith("strong"):
            strong += step
        elif child.type.startswith("em_"):
            emphasis += step
        else:
            yield Run(child.content, strong=strong > 0, emphasis=emphasis > 0)
