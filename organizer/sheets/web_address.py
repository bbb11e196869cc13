"""Web addresses as they are printed for people to type."""

from __future__ import annotations


def bare(address: str) -> str:
    """https://www.example.org/ is example.org"""
    return address.strip().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
