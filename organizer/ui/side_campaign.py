"""What the side bar says of the campaign: its name, the menu of the others, and the numbers beside the entries."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from organizer.i18n import _
from organizer.records.campaign import Campaign, all_campaigns
from organizer.records.donation import Donation
from organizer.records.leaflet import Leaflet
from organizer.records.letter import Letter
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.store.store import Changes
from organizer.ui.file_timer import FileTimer
from organizer.ui.look.sidebar import SideBar
from organizer.ui.look.theme import px
from organizer.ui.session import Session
from organizer.ui.side_counts import side_counts
from organizer.ui.tasks import Latest

_SOON_MS = 200
_COUNTED = {Letter, Picket, Donation, Leaflet, PressRelease}


class SideCampaign(QObject):
    """Keeps the side bar in step with the campaign and the file."""

    def __init__(self, session: Session, side: SideBar) -> None:
        super().__init__(side)
        self._session, self._side = session, side
        self._counts: Latest[dict[str, int]] = Latest(session.tasks)
        self.menu = QMenu(side)
        side.campaign.connect(self.offer)
        # A little later: what the window itself must read after a change comes first in the lane to the file.
        self._soon = FileTimer(session, self, self._count, _SOON_MS)
        session.changed.connect(self._on_changes)
        session.campaign_changed.connect(self._show)
        self._show()

    def offer(self) -> None:
        """Open the menu of all campaigns under the campaign's button."""
        self.menu.clear()
        current = self._session.campaign.id if self._session.campaign else None
        for campaign in self._session.store.records(all_campaigns()):
            action = QAction(campaign.name.replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(campaign.id == current)
            action.triggered.connect(lambda _checked=False, campaign=campaign: self._session.choose_campaign(campaign))
            self.menu.addAction(action)
        self.menu.addSeparator()
        new = QAction(_("New campaign"), self.menu)
        new.triggered.connect(lambda _checked=False: self._session.begin(Campaign()))
        self.menu.addAction(new)
        button = self._side.campaign_button
        start = button.rect().bottomLeft()
        if button.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start = button.rect().bottomRight() - QPoint(self.menu.sizeHint().width(), 0)
        self.menu.popup(button.mapToGlobal(start + QPoint(0, px(4))))

    def _show(self) -> None:
        campaign = self._session.campaign
        self._side.set_campaign(campaign.name if campaign else "")
        self._soon.start()

    def _on_changes(self, changes: Changes) -> None:
        if Campaign in changes.kinds:
            self._show()
        elif _COUNTED & changes.kinds:
            self._soon.start()

    def _count(self) -> None:
        store, campaign = self._session.store, self._session.campaign
        campaign_id = campaign.id if campaign else -1
        self._counts.ask(lambda: side_counts(store, campaign_id), self._show_counts)

    def _show_counts(self, counts: dict[str, int]) -> None:
        for code, count in counts.items():
            self._side.set_count(code, count or None)
