"""An outlet's look: seen on land and sea, closed to anything but colours, fonts and a line of words."""

from __future__ import annotations

import re

import numpy as np
import pytest

from dateline.drawing.page import draw
from dateline.drawing.style.encodings import LAND, SEA, THREAD_COLOURS
from dateline.drawing.style.house import House, HouseError, contrast


@pytest.mark.parametrize("colour", THREAD_COLOURS)
def test_the_page_s_own_colours_keep_the_floor_that_is_asked_of_others(colour):
    assert min(contrast(colour, LAND), contrast(colour, SEA)) >= 3
    assert House((colour,)).colours == (colour,)


def test_contrast_is_that_of_wcag():
    """The worked values of WCAG's own technique G18."""
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#FFFFFF") == 1


@pytest.mark.parametrize("font", ["a;b", "url(x)", "</style>", "x}"])
def test_a_font_cannot_end_its_declaration(font):
    with pytest.raises(HouseError, match="is no list of families"):
        House(font=font)


def test_a_page_in_the_house_s_look_says_its_credit_and_keeps_the_dashes(grain):
    plain, house = draw(grain).html, draw(grain, house=House(("#8B0000",), credit="Map: <Example> News")).html
    assert "Map: &lt;Example&gt; News" in house
    assert "--thread-0: #8B0000" in house
    assert re.findall(r"stroke-dasharray: [^;]+", plain) == re.findall(r"stroke-dasharray: [^;]+", house)
    assert draw(grain).html == plain


def test_still_maps_and_kml_are_in_the_house_s_colours(grain):
    """No line of the page's own colour is left where the outlet gave one."""
    from dateline.drawing.geodata.kml import kml_of

    house = House(("#8B0000",))
    stills = re.findall(r"<svg[^>]* data-static=.*?</svg>", draw(grain, house=house).html, re.DOTALL)
    assert '"#8B0000"' in stills[0]
    assert not [still for still in stills if THREAD_COLOURS[0] in still]
    assert "ff00008b" in kml_of(grain, house=house)
    assert "ff00008b" not in kml_of(grain)


def test_the_card_is_in_the_house_s_colours(grain):
    """Its lines have the very colour, and it says the credit."""
    from io import BytesIO

    from PIL import Image

    from dateline.drawing.stills.card import card

    def near(picture, colour):
        pixels = np.asarray(Image.open(BytesIO(picture)).convert("RGB")).astype(int)
        return int((np.abs(pixels - colour).max(axis=2) < 24).sum())

    own, house = card(grain), card(grain, house=House(("#8B0000",)))
    assert near(house, (0x8B, 0, 0)) > 200 > near(own, (0x8B, 0, 0))
    assert card(grain, house=House(credit="Map: Example News")) != own
