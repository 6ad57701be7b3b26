"""From a pack's inputs to controls: the words, the limits and the evidence behind a number."""

from collections.abc import Mapping
from typing import Any

from workshop.packs import Pack
from workshop.packs.base import Input, Unit
from workshop.packs.exercise import Knob
from workshop.takehome.answers import envelope, page_template
from workshop.widgets.parts.draft import Draft
from workshop.widgets.parts.range import Range
from workshop.widgets.parts.take_home import TakeHome


def control_words(pack: Pack) -> dict[str, str]:
    """Return what controls say; each part keeps the words it speaks."""
    return pack.common.controls.model_dump()


def plain_range(
    pack: Pack,
    *,
    label: str,
    help: str,
    unit: Unit,
    limits: tuple[float, float, float],
    value: float,
    tint: str = "",
    scale: str = "linear",
    about: Mapping[str, Any] | None = None,
) -> Range:
    """Make a range control with the pack's words.

    Args:
        pack: The words.
        label: What is set.
        help: One line under the label.
        unit: A unit of the pack, such as "hours".
        limits: Lowest, highest and step.
        value: Where it starts.
        tint: The colour of its track.
        scale: "linear" or "log".
        about: The evidence, as `about_input` gives it.
    """
    words = pack.common
    lowest, highest, step = limits
    return Range(
        label=label,
        help=help,
        unit=words.units[unit].format(currency=words.currency),
        min=lowest,
        max=highest,
        step=step,
        value=value,
        scale=scale,
        tint=tint,
        about=dict(about or {}),
        words=control_words(pack),
    )


def input_range(pack: Pack, source: Input, tint: str = "") -> Range:
    """Make the control of an input, with its evidence one press away."""
    return plain_range(
        pack,
        label=source.label,
        help=source.help,
        unit=source.unit,
        limits=(source.lowest, source.highest, source.step),
        value=source.typical,
        tint=tint,
        scale=source.scale,
        about=about_input(pack, source),
    )


def knob_range(pack: Pack, knob: Knob, unit: Unit) -> Range:
    """Make the control of a plain choice, which rests on no evidence."""
    return plain_range(
        pack,
        label=knob.label,
        help=knob.help,
        unit=unit,
        limits=(knob.lowest, knob.highest, knob.step),
        value=knob.typical,
    )


def about_input(pack: Pack, source: Input) -> dict[str, Any]:
    """Tell where an input's range comes from and what the participant's own number does to it."""
    words, amount = pack.common.evidence, pack.say.amount
    low, typical, high = (
        amount(number, source.unit) for number in (source.low, source.typical, source.high)
    )
    exact = source.low == source.high
    spread = (
        words.exact.format(typical=typical)
        if exact
        else words.spread.format(low=low, typical=typical, high=high)
    )
    sources = [
        {
            "name": words.source.format(name=item.name, year=item.year or words.no_year),
            "url": str(item.url),
        }
        for item in source.sources
    ]
    own = [] if exact else [words.known if source.known else words.guess]
    unfounded = [] if sources or exact else [words.no_source]
    note = [source.note, words.confidence[source.confidence], *unfounded, *own]
    return {
        "title": words.title,
        "spread": spread,
        "note": " ".join(part for part in note if part),
        "sources": sources,
        "back": words.back,
    }


def draft(pack: Pack, label: str, limit: int, help: str) -> Draft:
    """Make a field for a text that a participant writes."""
    return Draft(
        label=label,
        help=help,
        limit=limit,
        words=control_words(pack),
    )


def take_home(pack: Pack, **words: str) -> TakeHome:
    """Make the part that people take their page and their answers from.

    Args:
        pack: The words.
        **words: Those that are others here, such as `title` or `lead`.
    """
    words = {**pack.takehome.model_dump(), **words}
    locale = pack.common.locale.replace("_", "-")
    return TakeHome(page_template(), envelope=envelope(), locale=locale, words=words)
