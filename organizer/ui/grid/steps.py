"""Steps: what the grid held before, so that typing can be taken back. Rows are values, so a step costs little."""

from __future__ import annotations

from organizer.actions.letter_rows import TypedRow

Rows = tuple[TypedRow, ...]
_MOST = 200


class Steps:
    """A line of states with the present one in it."""

    def __init__(self) -> None:
        self._states: list[Rows] = [()]
        self._at = 0

    def now(self) -> Rows:
        return self._states[self._at]

    def take(self, rows: Rows) -> None:
        """A new present; what had been taken back is gone."""
        self._states[self._at + 1 :] = [rows]
        del self._states[: max(0, len(self._states) - _MOST)]
        self._at = len(self._states) - 1

    def begin(self, rows: Rows) -> None:
        """Begin anew: there is nothing to take back."""
        self._states, self._at = [rows], 0

    def can(self, *, back: bool) -> bool:
        return self._at > 0 if back else self._at < len(self._states) - 1

    def go(self, *, back: bool) -> Rows:
        if self.can(back=back):
            self._at += -1 if back else 1
        return self.now()
