"""Colours keep their promised contrast in light and dark."""

from dataclasses import fields

import pytest

from organizer.ui.look.tokens import DARK, LIGHT, PAIRS, Colours, contrast


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=lambda value: str(value))
def test_every_pair_is_told_apart(colours: Colours[str], ink: str, ground: str, least: float) -> None:
    assert contrast(colours.named(ink), colours.named(ground)) >= least


def test_there_are_at_least_as_many_pairs_as_the_design_checked() -> None:
    assert 2 * len(PAIRS) >= 136


def test_contrast_is_what_the_guidelines_say() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_token_is_a_colour() -> None:
    for field in fields(Colours):
        for colours in (LIGHT, DARK):
            value = colours.named(field.name)
            assert value.startswith("#")
            assert len(value) in (7, 9)
            int(value[1:], 16)


def test_a_token_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        LIGHT.named("items")
