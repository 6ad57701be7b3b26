"""What a page brings along, said once where the kernel says the same hundreds of times."""

from collections import Counter
from typing import Any

State = dict[str, Any]

REPEATED, SAME = "repeated", "same"
"""What a page has beyond the kernel's own words: texts that many models hold, and at each model
which of its values is which of these texts."""

LONG = 200  # characters; below, a text is as short as saying where it stands


def slim(widgets: State) -> None:
    """Take out what a browser puts back: repeated texts, and of a layout what is not set.

    A session's scripts and layouts are half of all that a browser has to parse before it can begin.

    Args:
        widgets: The state of all widgets, as a page embeds it. Changed in place.
    """
    models = list(widgets["state"].values())
    for model in models:
        if model["model_name"] == "LayoutModel":
            model["state"] = {name: it for name, it in model["state"].items() if it is not None}
    texts = [text for text, times in Counter(_texts(models)).items() if times > 1]
    places = {text: place for place, text in enumerate(texts)}
    widgets[REPEATED] = texts
    for model in models:
        same = {name: places[it] for name, it in model["state"].items() if _known(it, places)}
        if same:
            model[SAME] = same
            model["state"] = {name: it for name, it in model["state"].items() if name not in same}


def _texts(models: list[State]) -> list[str]:
    values = [value for model in models for value in model["state"].values()]
    return [value for value in values if isinstance(value, str) and len(value) >= LONG]


def _known(value: Any, places: dict[str, int]) -> bool:
    return isinstance(value, str) and value in places
