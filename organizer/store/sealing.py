"""Boxes: words encrypted with AES-256-GCM under a compartment's own key, which a second passphrase opens by argon2id.

A box says to which record it belongs and cannot be moved to another: what it is about is proved with it, though not in it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from organizer.errors import DamagedFile, WrongPassphrase
from organizer.i18n import _
from organizer.store import key as keys
from organizer.store.key import Profile

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_VERSION = b"\x01"
_NONCE_BYTES = 12


@dataclass(frozen=True)
class Wrapped:
    """A compartment's key as it lies in the file: in a box that only the second passphrase opens."""

    salt: bytes
    profile: Profile
    box: bytes


class Sealer:
    """Seals and unseals with one key, 32 bytes. It does not show in a repr, so that no traceback carries it."""

    def __init__(self, key: bytes) -> None:
        self.key = key

    def seal(self, said: Any, about: str) -> bytes:
        """A box with values as JSON has them, bound to what it is about."""
        nonce = os.urandom(_NONCE_BYTES)
        plain = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return _VERSION + nonce + self._cipher.encrypt(nonce, plain, _VERSION + about.encode())

    def unseal(self, box: bytes, about: str) -> Any:
        """What was sealed. DamagedFile when the box was altered, or is about something else."""
        (said,) = self.unseal_each([(box, about)])
        return said

    def unseal_each(self, boxes: Iterable[tuple[bytes, str]]) -> list[Any]:
        """What was sealed in each of some boxes, given with what they are about. JSON is read once for all. DamagedFile."""
        from cryptography.exceptions import InvalidTag

        decrypt, begins = self._cipher.decrypt, 1 + _NONCE_BYTES
        try:
            plain = [decrypt(box[1:begins], box[begins:], box[:1] + about.encode()) for box, about in boxes]
            said: list[Any] = json.loads((b"[" + b",".join(plain) + b"]").decode("utf-8", "surrogatepass"))
        except (InvalidTag, ValueError) as fault:
            raise altered() from fault
        return said

    @cached_property
    def _cipher(self) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(self.key)


def new_key() -> bytes:
    return os.urandom(keys.KEY_BYTES)


def wrapped(key: bytes, passphrase: str, kind: str) -> Wrapped:
    """Put a compartment's key into a box of its own. Slow: for a worker thread."""
    salt, profile = os.urandom(keys.SALT_BYTES), keys.profile_for_new_files()
    return Wrapped(salt, profile, Sealer(keys.derive(passphrase, salt, profile).raw).seal(key.hex(), _about_key(kind)))


def unwrapped(kept: Wrapped, passphrase: str, kind: str) -> bytes:
    """The compartment's key. Slow: for a worker thread. WrongPassphrase."""
    opening = Sealer(keys.derive(passphrase, kept.salt, kept.profile).raw)
    try:
        return bytes.fromhex(opening.unseal(kept.box, _about_key(kind)))
    except DamagedFile as fault:
        raise wrong_passphrase() from fault


def _about_key(kind: str) -> str:
    return f"key of {kind}"


def about_record(kind: str, uid: str) -> str:
    return f"{kind} {uid}"


def about_history(kind: str, record_id: int) -> str:
    return f"history of {kind} {record_id}"


def about_draft(kind: str, name: str) -> str:
    return f"draft of {kind} {name}"


def altered() -> DamagedFile:
    return DamagedFile(
        _("Something in this compartment was altered outside of the program, so it stays closed."),
        _("Look into the newest backup from before."),
    )


def wrong_passphrase() -> WrongPassphrase:
    return WrongPassphrase(
        _("This passphrase does not open the compartment."), _("Look at the keyboard layout and at Caps Lock, and try again.")
    )
