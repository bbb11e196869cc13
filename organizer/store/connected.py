"""The connection that a lane hands out: taken once more where it cannot be believed any longer, or could not be had."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from organizer.errors import DamagedPages, UserError, WrongPassphrase
from organizer.store import compartment_views, engine, faults
from organizer.store.compartment_views import Opened
from organizer.store.watch import Again, Watch


class Connected:
    """One connection, for whoever has the lock.

    SQLCipher takes pages for damaged for which it had no memory, and goes on taking them so. Where they are whole as they lie,
    want of memory is told, and a new connection is taken by `again`.
    """

    def __init__(self, bare: Any, watch: Watch | None = None, again: Again | None = None) -> None:
        self._lock = threading.RLock()
        self._writing = self._copying = self._closed = self._is_let_go = self._is_in_doubt = False
        self._depth = 0
        self._again = again
        self._opened: Opened = {}
        self._take(bare, watch)

    def _take(self, bare: Any, watch: Watch | None) -> None:
        """Work on this connection from now on, with those compartments open that were open on the one before."""
        self._bare = bare
        self._watch = watch
        self._engine = engine.engine_over(bare, only_looking=watch is not None and watch.only_looking)
        self._connection = self._engine.connect()
        with faults.in_words(faults.OF_SQLITE):
            compartment_views.draw_all(self._connection)
            compartment_views.open_again(self._connection, self._opened)
        self._is_let_go, self._opened = False, {}

    def let_go(self) -> None:
        """Close the connection until `go_on`, or until somebody asks for it. Keep the lane through both."""
        with self._lock:
            if not self._is_let_go:
                self._opened = compartment_views.opened(self._connection)
            self._is_let_go = True
            self._end()

    def go_on(self) -> None:
        """Connect again after `let_go`. UserErrors of the disk: then whoever asks next tries it again."""
        with self._lock:
            if self._again is None:
                raise RuntimeError("there is no other connection")
            try:
                self._take(*self._again.connected())
            except (DamagedPages, WrongPassphrase) as fault:
                self._end()
                raise self._told_rightly() from fault
            except BaseException:
                self._end()
                raise

    def opened(self) -> Opened:
        """The compartments that are open."""
        with self._lock:
            return self._opened if self._is_let_go else compartment_views.opened(self._connection)

    def is_closed(self) -> bool:
        return self._closed

    @contextmanager
    def _entered(self) -> Iterator[None]:
        """Alone with the connection, and connected. Faults come out in words."""
        with self._lock:
            if not (self._depth or self._copying or self._closed):
                self._make_good()
            self._depth += 1
            try:
                with faults.in_words(faults.OF_SQLITE):
                    yield
            except (DamagedPages, WrongPassphrase) as fault:
                raise self._told_rightly() from fault
            finally:
                self._depth -= 1

    def _make_good(self) -> None:
        """Take a new connection in the place of one that cannot be believed, or that is none."""
        if self._is_in_doubt:
            self._is_in_doubt = False
            self.let_go()
        if self._is_let_go:
            self.go_on()

    def _told_rightly(self) -> UserError:
        """The key was right when the file was opened: either pages are damaged, or there was no memory for proving them."""
        if self._again is None or not self._again.is_whole():
            return faults.damaged()
        self._is_in_doubt = not self._is_let_go
        return faults.no_memory()

    def close(self) -> None:
        """For good. Closing twice is closing once."""
        with self._lock:
            self._closed = True
            self._opened = {}
            self._end()

    def _end(self) -> None:
        if self._watch is not None:
            self._watch.end()
        self._connection.close()
        self._engine.dispose()
        self._bare.close()
