"""A campaign with something to print, and the two pages of printed things as they stand in the real window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import time

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from organizer.errors import UserError
from organizer.records.campaign import Demand
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.store.store import Store
from organizer.ui.main_window import MainWindow
from organizer.ui.prints.print_screen import PrintScreen
from organizer.ui.screens.leaflets import LeafletsPage
from organizer.ui.screens.press_releases import PressReleasesPage
from organizer.ui.session import Session
from tests import factories
from tests.ui.conftest import TODAY

PATIENCE_MS = 10_000
OpenWindow = Callable[..., MainWindow]


@dataclass
class Heard:
    """What a session said, where it failed, and what it was asked to open."""

    said: list[str] = field(default_factory=list)
    failed: list[UserError] = field(default_factory=list)
    wanted: list[tuple[type, int]] = field(default_factory=list)


@dataclass
class Desk:
    """The session, what was heard of it, and the records to print."""

    session: Session
    store: Store
    heard: Heard
    demands: list[Demand]
    picket: Picket
    leaflet: Leaflet
    release: PressRelease


@pytest.fixture
def desk(session: Session) -> Iterator[Desk]:
    store, campaign = session.store, session.campaign
    assert campaign is not None
    campaign.country, campaign.imprint_country = "GB", "GB"
    campaign.imprint_publisher, campaign.imprint_address = "Oil Workers’ Campaign", "12 Mill Lane, Leeds"
    campaign.contact_phone = "+44 20 7946 0321"
    store.save(campaign)
    demands = [
        factories.demand(store, number=1, texts={"en": "*Reinstate every worker* now.", "ar": "*إعادة العمال*"}, since=TODAY),
        factories.demand(store, number=2, texts={"en": "*Drop the charges* at once.", "ar": "*إسقاط التهم*"}),
    ]
    picket = factories.picket(store, occasion="Zhanaozen anniversary", state="scheduled", ends=time(19))
    texts = {
        "en": {"headline": "Sacked for striking", "body": "They asked for **alarms**.", "call_title": "Picket the embassy"},
        "ar": {"headline": "فصلوا لأنهم أضربوا", "body": "طالبوا بأجهزة إنذار.", "call_title": "وقفة أمام السفارة"},
    }
    leaflet = factories.leaflet(
        store,
        picket_id=picket.id,
        day=picket.day,
        starts=picket.starts,
        ends=picket.ends,
        languages=["en", "ar"],
        demand_uids=[demand.uid for demand in demands],
        texts=texts,
    )
    release = factories.press_release(store, body="Supporters stand outside.\n\nMore follows.", dateline_place="London")
    heard = Heard()
    session.said.connect(lambda words, _undoable: heard.said.append(words))
    session.failed.connect(heard.failed.append)
    session.wanted.connect(lambda kind, record_id: heard.wanted.append((kind, record_id)))
    yield Desk(session, store, heard, demands, picket, leaflet, release)


@pytest.fixture
def leaflets(desk: Desk, open_window: OpenWindow, settled: Callable[[PrintScreen], None]) -> LeafletsPage:
    """The window with the editor open on the leaflet."""
    page = open_window("leaflets").page()
    assert isinstance(page, LeafletsPage)
    page.open_record(desk.leaflet.id)
    settled(page)
    return page


@pytest.fixture
def releases(desk: Desk, open_window: OpenWindow, settled: Callable[[PrintScreen], None]) -> PressReleasesPage:
    page = open_window("press_releases").page()
    assert isinstance(page, PressReleasesPage)
    page.open_record(desk.release.id)
    settled(page)
    return page


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[PrintScreen], None]:
    """Wait until the page shows what stands in the form."""
    return lambda page: qtbot.waitUntil(lambda: not page.is_behind(), timeout=PATIENCE_MS)


def words_of(pdf: bytes) -> str:
    """All words of a PDF, as a reader extracts them."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def words_on(page: PrintScreen) -> str:
    """The words of the sheet in view."""
    sheet = page.viewer.sheet()
    assert sheet is not None
    return words_of(sheet.pdf)
