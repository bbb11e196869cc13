"""The memory of the program, window or command line, is neither dumped nor open to another program."""

from __future__ import annotations

import subprocess
import sys

import pytest

SAYS = """
import ctypes, resource, sys
from organizer import __main__, cli
def dumpable():
    return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0
cli.main = lambda words, open_window: print(resource.getrlimit(resource.RLIMIT_CORE), dumpable())
sys.argv[1:] = {words!r}
__main__.main()
"""


def said(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("words", [[], ["list", "pickets"]], ids=["window", "command line"])
def test_nothing_is_dumped_before_any_file_is_opened(words: list[str]) -> None:
    assert said(SAYS.format(words=words)) == "(0, 0) 0"
