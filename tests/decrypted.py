"""What a file holds below its encryption, byte for byte, and all the ways in which bytes can spell a name."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from organizer.store.key import Key

PAGE, RESERVED, IV = 4096, 80, 16


def decrypted(path: Path, key: Key | None) -> bytes:
    """Every page of a file as SQLite sees it, free ones too. Source: SQLCipher 4, AES-256-CBC, the IV behind each page."""
    data = path.read_bytes()
    if key is None:
        return data
    pages = []
    for begin in range(0, len(data), PAGE):
        page = data[begin : begin + PAGE]
        skipped, edge = (16 if begin == 0 else 0), PAGE - RESERVED
        aes = Cipher(algorithms.AES(key.raw), modes.CBC(page[edge : edge + IV])).decryptor()
        pages.append(aes.update(page[skipped:edge]) + aes.finalize())
    return b"".join(pages)


def forms(name: str) -> set[bytes]:
    """How bytes can spell a name: composed or not, folded or not, as SQLite, JSON and UTF-16 write it."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    spelt = {unicodedata.normalize(way, each) for way in ("NFC", "NFD") for each in (name, name.casefold(), name.upper(), plain)}
    spelt |= {each.casefold() for each in spelt}
    return {
        data
        for text in spelt
        for data in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"), json.dumps(text)[1:-1].encode())
    }
