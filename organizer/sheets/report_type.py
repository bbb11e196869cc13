"""The type of the campaign report: its headings, figures with their labels, rows and heads of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from organizer import i18n
from organizer.records.totals import CampaignTotals
from organizer.sheets.columns import Columns, heading_of
from organizer.sheets.furniture import Furniture, compositor_for
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Align, Block, Bullet, Part
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.fit import fit_line
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import figures, paper_words

BODY, BODY_LEADING = 9.4, 12.0
SMALL, SMALL_LEADING = 8.2, 10.4
_HEADING, _HEADING_LEADING = 13.0, 15.6
_FIGURE, _FIGURE_LEAST, _FIGURE_LEADING = 21.0, 10.0, 24.0
_GAP, _PADDING = 6.0, 0.6
FIGURES = 4
"""How many figures stand beside each other."""

Said = tuple[Run, ...]


class ReportType:
    """For one report. `order` is that of the section in the making, for who listens."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.compositor = compositor_for(job)
        self.furniture = Furniture(job, self.compositor)
        self.words: Mapping[str, str] = paper_words("campaign-report", job.language)
        self.order = 0.0

    @property
    def totals(self) -> CampaignTotals | None:
        return self.job.parts.totals

    @property
    def accent(self) -> Colour:
        palette = self.compositor.palette
        return palette.coloured_on(palette.white)

    def own(self, words: str) -> str:
        """People's own words in one line, in their own order."""
        return i18n.own_order(" ".join(words.split()), rtl=self.compositor.rtl)

    def number(self, count: int) -> str:
        return figures(i18n.number(count, self.job.language), self.job.language)

    def counted(self, key: str, count: int) -> str:
        """Scheduled: 2"""
        return self.words[key].format(count=self.number(count))

    def block(
        self,
        field: str,
        said: Said,
        *,
        size: float = BODY,
        leading: float = BODY_LEADING,
        colour: Colour | None = None,
        role: Role = Role.TEXT,
        align: Align = "start",
        tag: str = "P",
        within: tuple[str, ...] = (),
        after: float = 0.0,
        keep: bool = False,
        bullet: Bullet | None = None,
        indent: float = 0.0,
    ) -> Block:
        compositor = self.compositor
        return Block(
            compositor.paragraph(field, said, role),
            compositor.size(size),
            compositor.leading(leading),
            colour or compositor.palette.type,
            align=align,
            indent=indent,
            after=after,
            bullet=bullet,
            keep=keep,
            tag=tag,
            order=self.order,
            within=within,
        )

    def small(self, said: str, *, tag: str = "P", within: tuple[str, ...] = (), align: Align = "start") -> Block:
        """A label, or what is said second."""
        runs, grey = text(said), self.compositor.palette.grey
        return self.block("labels", runs, size=SMALL, leading=SMALL_LEADING, colour=grey, tag=tag, within=within, align=align)

    def heading(self, key: str) -> tuple[Part, ...]:
        """The next section begins with it."""
        self.order += 1
        title = self.block(
            "labels",
            text(self.words[key]),
            size=_HEADING,
            leading=_HEADING_LEADING,
            colour=self.accent,
            role=Role.LABEL,
            tag="H2",
            after=0.5,
            keep=True,
        )
        return heading_of(title, self.compositor.palette.signal)

    def figure(self, number: str, label: str, *, below: str = "", leads: bool = False) -> tuple[Part, ...]:
        """A number over what it counts; the one that leads is coloured."""
        paragraph = self.compositor.paragraph("labels", text(number), Role.TITLE)
        room = (self.furniture.inner - _GAP * (FIGURES - 1)) / FIGURES
        size = fit_line(paragraph, room * MM / self.compositor.script.size, floor=_FIGURE_LEAST, ceiling=_FIGURE)
        colour = self.accent if leads else self.compositor.palette.type
        said = self.block("labels", text(number), size=size, leading=_FIGURE_LEADING, colour=colour, role=Role.TITLE)
        return (said, *(self.small(words) for words in (label, below) if words))

    def figures(self, stacks: Sequence[tuple[Part, ...]], *, after: float = 0.0) -> Columns:
        """At most four figures beside each other, as wide as if there were four."""
        filled = (*stacks, *([()] * (FIGURES - len(stacks))))
        return Columns(filled, (1.0,) * FIGURES, self.compositor.rtl, gap=_GAP, after=after)

    def head(self, table: str, keys: Sequence[tuple[str, Align]], shares: tuple[float, ...]) -> Columns:
        """The head of a table; an empty key heads nothing."""
        within = (f"Table {table}", "TR head")
        stacks = tuple((self.small(self.words[key], tag="TH", within=within, align=align),) if key else () for key, align in keys)
        night = self.compositor.palette.night
        return Columns(stacks, shares, self.compositor.rtl, padding=0.6, rule=night, thick=0.35)

    def row(self, stacks: Sequence[Sequence[Part]], shares: tuple[float, ...]) -> Columns:
        rule = self.compositor.palette.grey.blend(self.compositor.palette.white, 0.6)
        return Columns(tuple(map(tuple, stacks)), shares, self.compositor.rtl, padding=_PADDING, rule=rule)

    def nothing(self) -> list[Part]:
        return [self.small(self.words["nothing"])]
