"""What the project stands on: the lock, the wheel's contents, and tracked files that speak of the product alone."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
TOP = {"organizer", "resources", "db", "tests", "pyproject.toml", "README.md", "Makefile", "requirements.lock", "LICENSE", ".ci"}
NOT_IN_THE_WHEEL = {"pictures", "__pycache__"}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return listed.rstrip("\0").split("\0")


def test_every_locked_package_has_a_version_and_hashes_and_no_address() -> None:
    packages = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(packages) > 40
    assert [
        package.split("\n")[0]
        for package in packages
        if not re.match(r"[\w.-]+==\S+", package) or "--hash=sha256:" not in package
    ] == []
    assert re.search(r"https?:|file:|--(extra-)?index|--find-links", LOCK) is None


def test_everything_the_project_asks_for_is_locked() -> None:
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[<>=~!; ]", line)[0].lower().replace("_", "-") for line in asked}
    locked = {line.split("==")[0].lower() for line in LOCK.splitlines() if re.match(r"[\w.-]+==", line)}
    assert names - locked == set()


def test_the_wheel_carries_all_that_the_program_reads() -> None:
    carried = set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"])
    there = {f"resources/{path.name}" for path in (ROOT / "resources").iterdir() if path.name not in NOT_IN_THE_WHEEL}
    assert carried == there | {"db"}


def test_the_top_level_is_what_it_should_be() -> None:
    tops = {path.split("/")[0] for path in tracked()}
    assert {top for top in tops - TOP if not top.startswith(".")} == set()


def test_no_machine_path_stands_in_a_tracked_file() -> None:
    found = []
    for path in tracked():
        file = ROOT / path
        if file.suffix in {".py", ".md", ".toml", ".txt", ".po", ".pot", ""} and file.is_file():
            found += [
                path
                for line in file.read_text(encoding="utf-8", errors="ignore").splitlines()
                if re.search(r"/(?:work|root)/", line)
            ]
    assert [path for path in found if path != "tests/architecture/test_ground.py"] == []
