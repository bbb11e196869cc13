"""The command for the figures: every family is there, its figures have names, and a limit that was passed is told."""

from __future__ import annotations

import inspect
import json
from importlib import import_module

import pytest

from tests.benchmarks import Figure
from tests.benchmarks.__main__ import FAMILIES, main


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_can_be_asked_for_its_figures(family: str) -> None:
    module = import_module(f"tests.benchmarks.{family}_figures")
    assert inspect.isgeneratorfunction(module.figures)


def test_a_family_prints_one_named_figure_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheets"]) in (0, 1)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    names = [line["name"] for line in lines]
    assert len(names) == len(set(names)) >= 30
    assert all(line["value"] > 0 and line["unit"] in ("ms", "KiB") for line in lines)
    for said in ("leaflet with a photo", "in type alone", "a6-flyer", "dl-flyer", "trifold", "petition-sheet", "poster"):
        assert any(said in line["name"] and line["limit"] > 0 for line in lines), said


def test_a_family_that_is_not_there_is_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speed"]) == 2
    assert "start, store" in capsys.readouterr().err


def test_a_limit_holds_up_to_its_value_and_without_one_always() -> None:
    assert Figure("a", 100, "ms", 100).holds() and Figure("a", 100, "ms").holds()
    assert not Figure("a", 100.1, "ms", 100).holds()
