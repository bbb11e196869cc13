"""Collectors of what the program says: small real classes that listen to a session's signals."""

from organizer.errors import UserError
from organizer.records.base import Record
from organizer.ui.session import Session


class Heard:
    """What a session said, in order."""

    def __init__(self, session: Session) -> None:
        self.said: list[tuple[str, bool]] = []
        self.failed: list[UserError] = []
        self.wanted: list[tuple[type[Record], int]] = []
        self.begun: list[Record] = []
        session.said.connect(lambda words, undoable: self.said.append((words, undoable)))
        session.failed.connect(self.failed.append)
        session.wanted.connect(lambda kind, record_id: self.wanted.append((kind, record_id)))
        session.begun.connect(self.begun.append)
