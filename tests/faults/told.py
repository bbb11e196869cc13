"""A step of a watched program: said before it is taken, and afterwards how it went. What is no UserError ends the process."""

from __future__ import annotations

import json
import os
import random
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from organizer.errors import Unfinished, UserError
from organizer.store.store import Store


@dataclass
class Told:
    """Takes steps at a file and says them. `tell` writes a line where it outlives this process."""

    path: Path
    passphrase: str | None
    tell: Callable[[str], None]
    dice: random.Random
    lasting: bool = False
    struck: Callable[[], bool] = lambda: False
    """Whether what was to befall this run has befallen it: then it takes two steps more, looks, and ends."""
    store: Store | None = None
    steps_left: int = 3

    def look(self) -> None:
        """Read everything, as a list in the window would."""
        raise NotImplementedError

    def step(self, step: dict[str, Any], do: Callable[[], dict[str, Any] | None]) -> bool:
        """Whether it went through. Ends the process on what is not a UserError, or when nothing can go on."""
        self.tell(json.dumps({"try": step}))
        try:
            result = do() or {}
        except Unfinished as half:
            self.tell(json.dumps({"unfinished": f"{half.message}"}))
            if self.lasting:
                self.leave()
            self._count()
            return True
        except UserError as refusal:
            self.tell(json.dumps({"failed": f"{type(refusal).__name__}: {refusal.message}"}))
            if self.lasting:
                self.leave()
            self._count()
            return False
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what the harness looks for
            self.give_up(fault)
        self.tell(json.dumps({"done": result}))
        self._count()
        return True

    def _count(self) -> None:
        self.steps_left -= self.struck()
        if self.steps_left == 0:
            self.steps_left -= 1
            if self.store is not None and not self.store._lane.is_closed():
                self.look()
            os._exit(0)

    def give_up(self, fault: BaseException) -> NoReturn:
        """End on what is not a UserError: a bug."""
        self.tell(json.dumps({"bug": "".join(traceback.format_exception(fault))}))
        os._exit(3)

    def leave(self) -> NoReturn:
        """The disk is gone for good: close what can be closed, and end."""
        try:
            if self.store is not None:
                self.store.close(back_up=False)
        except UserError:
            pass
        except Exception as fault:  # noqa: BLE001
            self.give_up(fault)
        os._exit(0)
