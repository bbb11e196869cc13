"""The half-filled grid as it is kept in the file until it is logged or discarded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from organizer.actions.letter_cells import FIELDS
from organizer.actions.letter_rows import Defaults, TypedRow
from organizer.records.letter import Letter
from organizer.store.store import Store

_NAME = "grid"


@dataclass(frozen=True)
class GridDraft:
    """Rows, what empty cells take, and the campaign's uid, empty for the window's own."""

    rows: tuple[TypedRow, ...] = ()
    defaults: Defaults = field(default_factory=Defaults)
    campaign_uid: str = ""


def kept(store: Store) -> GridDraft:
    """What was left the last time."""
    raw = store.draft(Letter.KIND, _NAME) or {}
    known = {name: str(raw[name]) for name in ("channel", "evidence", "tone") if name in raw}
    return GridDraft(tuple(_row(line) for line in raw.get("rows", ())), Defaults(**known), str(raw.get("campaign", "")))


def keep(store: Store, draft: GridDraft) -> None:
    """Keep it; an empty grid needs nothing kept."""
    if not draft.rows:
        store.drop_draft(Letter.KIND, _NAME)
        return
    rows = [[*row.cells, row.decision] for row in draft.rows]
    store.keep_draft(Letter.KIND, _NAME, {"rows": rows, "campaign": draft.campaign_uid, **asdict(draft.defaults)})


def _row(line: Sequence[Any]) -> TypedRow:
    texts = [str(text) for text in line]
    return TypedRow(tuple(texts[: len(FIELDS)]), texts[len(FIELDS)])
