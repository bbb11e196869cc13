"""The print room in the real window, on a campaign with demands, a picket and a donation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import time

import pytest
from pytestqt.qtbot import QtBot

from organizer.errors import UserError
from organizer.records.campaign import Campaign, Demand
from organizer.records.picket import Picket
from organizer.store.store import Store
from organizer.ui.main_window import MainWindow
from organizer.ui.print_room.page import PrintRoomPage
from organizer.ui.print_room.sheet_editor import SheetEditor
from organizer.ui.session import Session
from tests import factories
from tests.ui.conftest import TODAY
from tests.ui.prints.conftest import words_of

PATIENCE_MS = 10_000
OpenWindow = Callable[..., MainWindow]
Settled = Callable[[], None]


@dataclass
class Branch:
    """The session, its records, and what was said and where it failed."""

    session: Session
    store: Store
    campaign: Campaign
    demand: Demand
    picket: Picket
    said: list[str] = field(default_factory=list)
    failed: list[UserError] = field(default_factory=list)


@pytest.fixture
def branch(session: Session) -> Iterator[Branch]:
    store, campaign = session.store, session.campaign
    assert campaign is not None
    campaign.contact_name, campaign.contact_phone = "Anna Example", "+44 113 496 0123"
    campaign.slogans, campaign.imprint_country = ["Reinstate the 312"], "GB"
    campaign.imprint_publisher, campaign.imprint_address = "Oil Workers’ Campaign", "12 Mill Lane, Leeds"
    store.save(campaign)
    demand = factories.demand(store, number=1, texts={"en": "Reinstate every worker now."}, since=TODAY)
    picket = factories.picket(store, occasion="Anniversary", state="scheduled", ends=time(19), campaign_id=campaign.id)
    made = Branch(session, store, campaign, demand, picket)
    session.said.connect(lambda words, _undoable: made.said.append(words))
    session.failed.connect(made.failed.append)
    yield made


@pytest.fixture
def room(branch: Branch, open_window: OpenWindow, qtbot: QtBot) -> PrintRoomPage:
    """The page with the first of its sheets, as it opens."""
    page = open_window("print_room", 1500, 800).page()
    assert isinstance(page, PrintRoomPage)
    qtbot.waitUntil(lambda: page.sheets.editor.order is not None, timeout=PATIENCE_MS)
    return page


@pytest.fixture
def editor(room: PrintRoomPage) -> SheetEditor:
    return room.sheets.editor


@pytest.fixture
def settled(editor: SheetEditor, qtbot: QtBot) -> Settled:
    """Wait until the page shows what stands in the form."""
    return lambda: qtbot.waitUntil(lambda: not editor.is_behind(), timeout=PATIENCE_MS)


@pytest.fixture
def card(room: PrintRoomPage, editor: SheetEditor, settled: Settled) -> SheetEditor:
    """The bust card in the editor, with rights, and drawn."""
    room.sheets.show_sheet("bust-card", None)
    settled()
    return editor


def words_on(editor: SheetEditor) -> str:
    """The words of the sheet in view."""
    sheet = editor.viewer.sheet()
    assert sheet is not None
    return words_of(sheet.pdf)
