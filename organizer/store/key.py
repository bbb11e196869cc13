"""The key of a file: argon2id over the passphrase and the file's own first 16 bytes. Slow on purpose: use a worker thread."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from organizer.errors import StorageFault
from organizer.i18n import _

SALT_BYTES = 16
KEY_BYTES = 32
PLAIN_HEADER = b"SQLite format 3\x00"
_OTHERS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b\x08",
    b"7z\xbc\xaf",
    b"\xef\xbb\xbf",
)
_TEXT = frozenset(range(0x20, 0x7F)) | frozenset(b"\t\r\n")


@dataclass(frozen=True)
class Profile:
    """How dear a guess is: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int


STRONG = Profile(256 * 1024, 3, 4)
SMALL = Profile(64 * 1024, 3, 4)
TEST = Profile(64, 1, 1)
PROFILES = (TEST, STRONG, SMALL)
"""In the order in which they are tried; the first costs nothing. A file does not say which is its own."""


@dataclass(frozen=True)
class Key:
    """A raw key and the salt it belongs to. Neither shows in a repr, so that no traceback carries them."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def pragma(self) -> str:
        return f"PRAGMA key = \"x'{self.raw.hex()}{self.salt.hex()}'\""


def new_key(passphrase: str) -> Key:
    """A key for a file that is made now, with a salt of its own."""
    salt = os.urandom(SALT_BYTES)
    while looks_foreign(salt) or salt == PLAIN_HEADER:
        salt = os.urandom(SALT_BYTES)
    return derive(passphrase, salt, profile_for_new_files())


def looks_foreign(header: bytes) -> bool:
    """Whether a file that begins so is text, or of another program."""
    return header != PLAIN_HEADER and (header.startswith(_OTHERS) or all(byte in _TEXT for byte in header))


def keys_to_try(salt: bytes, passphrase: str) -> Iterator[Key]:
    """The keys that this passphrase gives for a file's salt; each takes a moment to derive.

    A profile that asks for more memory than there is does not hide a cheaper one that fits; StorageFault comes last.
    """
    too_dear = None
    for profile in PROFILES:
        try:
            key = derive(passphrase, salt, profile)
        except StorageFault as fault:
            too_dear = fault
        else:
            yield key
    if too_dear is not None:
        raise too_dear


def derive(passphrase: str, salt: bytes, profile: Profile) -> Key:
    """One key. StorageFault when there is not enough memory for the profile."""
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        raw = hash_secret_raw(
            secret, salt, time_cost=profile.passes, memory_cost=profile.memory_kib, parallelism=profile.lanes,
            hash_len=KEY_BYTES, type=Type.ID,
        )  # fmt: skip
    except (HashingError, MemoryError) as fault:
        raise StorageFault(_("There is not enough memory to open the file."), _("Close other programs and try again.")) from fault
    return Key(raw, salt)


def profile_for_new_files() -> Profile:
    """The dearest that this machine has the memory for."""
    if os.environ.get("ORGANIZER_KDF") == "test":
        return TEST
    return STRONG if _free_memory_kib() > 4 * STRONG.memory_kib else SMALL


def _free_memory_kib() -> int:
    """Memory of this machine in KiB, where the system tells; else enough."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 1024
    except (AttributeError, ValueError, OSError):
        return 8 * STRONG.memory_kib
