"""OpeningSheet: a sheet at whose end a file is open. It can be put away while that is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.ui.look.sheet import Sheet

if TYPE_CHECKING:
    from organizer.store.store import Store


class OpeningSheet(Sheet):
    """What was typed goes with the sheet: at once, or when the work that is under way has ended."""

    _busy = False

    def was_put_away(self, store: Store | None = None) -> bool:
        """To be asked when the work has ended. True: nobody waits for it, so a file that it opened is closed again."""
        if not self.isHidden():
            return False
        if store is not None:
            # Nothing was done in it. A backup that it still wants is made when it is opened to be worked in.
            store.close(back_up=False)
        self.deleteLater()
        return True

    def go_unless_busy(self) -> None:
        if not self._busy:
            self.deleteLater()
