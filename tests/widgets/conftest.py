"""Widgets are driven by their traits and found by what they say, never by their place."""

import pytest
from ipywidgets import Box


def _tree(widget):
    yield widget
    if isinstance(widget, Box):
        for child in widget.children:
            yield from _tree(child)


@pytest.fixture
def find():
    """Find the one widget of a kind below another whose label is this."""

    def _find(root, kind, label):
        found = [part for part in _tree(root) if isinstance(part, kind) and part.label == label]
        labels = [part.label for part in _tree(root) if isinstance(part, kind)]
        assert len(found) == 1, f"{label!r} is there {len(found)} times among {labels}"
        return found[0]

    return _find


@pytest.fixture
def press(find):
    """Press the button that says this."""
    from workshop.widgets.parts.press import Press

    def _press(root, label):
        find(root, Press, label).click()

    return _press
