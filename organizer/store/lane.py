"""The one lane to the file: one connection, one lock, one transaction at a time, whichever thread asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from sqlalchemy import Connection

from organizer.store import compartment_views, faults
from organizer.store.connected import Connected
from organizer.store.sealed_kinds import held as compartments_of

_STEP, _SMALL = 64, 1024
"""In pages of 4 KiB: what is copied at a time, and what is copied at once."""
_BREATH_S = 0.0005


class Lane(Connected):
    """Hands out the connection: for reading, or for one transaction that is kept or forgotten as a whole."""

    def is_writing(self) -> bool:
        """Whether a change is under way, so that what is read now may never come to stand. Ask inside the lane."""
        return self._writing

    @contextmanager
    def _put_aside(self) -> Iterator[Any]:
        """The bare connection without the views of compartments. Where they cannot be put back, tables would read as blank."""
        try:
            with compartment_views.put_aside(self._bare):
                yield self._bare
        except BaseException:
            self._is_in_doubt |= self._again is not None and bool(compartments_of(self._connection))
            raise

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
