"""The fork server that all runs of a session share."""

import resource
import sys
from collections.abc import Iterator

import pytest

from tests.faults.server import Server

if sys.platform != "linux":
    collect_ignore_glob = ["test_*.py"]
    """The recorder speaks to Linux's loader and kernel; the store's own tests run everywhere."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    started = Server()
    yield started
    started.close()


@pytest.fixture(autouse=True, scope="session")
def no_core_files() -> None:
    """Children that are killed leave none."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
