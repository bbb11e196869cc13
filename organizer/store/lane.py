"""The one lane to the file: one connection, one lock, one transaction at a time, whichever thread asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from sqlalchemy import Connection

from organizer.errors import DamagedPages, UserError, WrongPassphrase
from organizer.store import compartment_views, engine, faults
from organizer.store.compartment_views import Opened
from organizer.store.sealed_kinds import held as compartments_of
from organizer.store.watch import Again, Watch

_STEP, _SMALL = 64, 1024
"""In pages of 4 KiB: what is copied at a time, and what is copied at once."""
_BREATH_S = 0.0005


class Lane:
    """Hands out the connection: for reading, or for one transaction that is kept or forgotten as a whole.

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
        self._is_let_go = False

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

    def is_writing(self) -> bool:
        """Whether a change is under way, so that what is read now may never come to stand. Ask inside the lane."""
        return self._writing

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

    @contextmanager
    def _put_aside(self) -> Iterator[Any]:
        """The bare connection without the views of compartments. Where they cannot be put back, tables would read as blank."""
        try:
            with compartment_views.put_aside(self._bare):
                yield self._bare
        except BaseException:
            self._is_in_doubt = self._again is not None and bool(compartments_of(self._connection))
            raise

    def _told_rightly(self) -> UserError:
        """The key was right when the file was opened: either pages are damaged, or there was no memory for proving them."""
        if self._again is None or not self._again.is_whole():
            return faults.damaged()
        self._is_in_doubt = not self._is_let_go
        return faults.no_memory()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the lane through several of the following."""
        with self._lock:
            yield

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection for a read. Inside a change of the same thread it sees what that has written so far."""
        with self._entered():
            self._take_back_what_is_left()
            try:
                yield self._connection
            finally:
                if not self._writing:
                    self._connection.rollback()

    @contextmanager
    def writing(self, stands: Callable[[Connection], bool] | None = None) -> Iterator[Connection]:
        """One transaction: committed at the end, or rolled back by whatever is raised.

        A commit that fails may have succeeded: then `stands` looks whether what was written is there, and only if not is the
        fault raised.
        """
        with self._entered():
            if self._writing:
                raise RuntimeError("a change is under way already")
            if self._watch is not None:
                self._watch.before_writing()
            self._take_back_what_is_left()
            self._writing = True
            try:
                yield self._connection
                self._commit(stands)
            except BaseException:
                self._connection.rollback()
                raise
            finally:
                self._writing = False
                if self._watch is not None:
                    self._watch.written()

    def _take_back_what_is_left(self) -> None:
        """Rolling back takes memory, and may have failed for want of it: nothing may be begun before it was done."""
        if self._bare.in_transaction and not self._connection.in_transaction():
            self._bare.take_back()

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """A transaction of its own, or a part of the change that is under way in this thread."""
        with self._entered():
            if self._writing:
                yield self._connection
            else:
                with self.writing() as connection:
                    yield connection

    def _commit(self, stands: Callable[[Connection], bool] | None) -> None:
        try:
            self._connection.commit()
        except Exception:
            self._connection.rollback()
            if stands is None or not stands(self._connection):
                raise
            self._connection.rollback()
            # What stands in memory was taken back with what the file kept
            compartment_views.draw_all(self._connection)

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """The bare connection outside any transaction, for VACUUM and pragmas."""
        with self._entered():
            if self._writing:
                raise RuntimeError("a change is under way")
            self._connection.rollback()
            self._take_back_what_is_left()
            untouched = self._watch is not None and self._watch.look() is None
            try:
                with self._put_aside() as bare:
                    yield bare
            finally:
                if self._watch is not None and untouched:
                    self._watch.written()

    @contextmanager
    def copied_into(self, target: Any) -> Iterator[Any]:
        """Copy all of the file into another connection, in steps between which others work. At the end the lane is held: what
        the bare connection says then is what was copied.
        """
        with faults.in_words(faults.OF_SQLITE), ExitStack() as held:
            with self.bare() as bare:
                (pages,) = bare.execute("PRAGMA page_count").fetchone()
                alone = pages <= _SMALL
                if alone:
                    held.enter_context(self._lock)

            def between(_status: int, remaining: int, _total: int) -> None:
                nonlocal alone
                if not alone and remaining <= 4 * _STEP:
                    held.enter_context(self._lock)
                    alone = True
                if not alone:
                    time.sleep(_BREATH_S)

            self._copying = True
            held.callback(setattr, self, "_copying", False)
            self._bare.backup(target, pages=_STEP, progress=between, sleep=_BREATH_S)
            with self._put_aside() as bare:
                yield bare

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
