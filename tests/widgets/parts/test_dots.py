"""Dots by kind."""

import pytest

from workshop.widgets.parts.dots import Dots

KINDS = [{"label": "here", "shape": "disc", "tint": "muted"}, {"label": "gone", "shape": "cross"}]


def test_each_dot_travels_as_one_digit():
    dots = Dots()
    dots.show([0, 1, 1, 0], KINDS, "Two of four")

    assert dots.dots == "0110"
    assert dots.label == "Two of four"
    assert dots.kinds == KINDS


@pytest.mark.parametrize("dot", [-1, 2])
def test_a_dot_without_a_kind_is_refused(dot):
    with pytest.raises(ValueError, match="place among 2 kinds"):
        Dots().show([0, dot], KINDS, "")


def test_an_unknown_shape_is_refused():
    with pytest.raises(ValueError, match="no shape 'star'; use disc"):
        Dots().show([0], [{"label": "x", "shape": "star"}], "")


def test_more_kinds_than_digits_are_refused():
    with pytest.raises(ValueError, match="at most 10 kinds"):
        Dots().show([], KINDS * 6, "")


def test_what_a_browser_sends_changes_nothing():
    dots = Dots()
    dots.show([0], KINDS, "One")
    dots.set_state({"dots": "9", "kinds": [], "label": "x"})

    assert (dots.dots, dots.label) == ("0", "One")
