"""Ratings as lanes from 0 to 4: the own beside the second opinion's, and version below version."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from workshop.packs import Pack
from workshop.reading import Reading
from workshop.widgets.markup import element

Ends = tuple[int, int]


class Lane(NamedTuple):
    """One rating, or a range of them, and whose it is."""

    label: str
    ends: Ends
    kind: str


def differ(ratings: Mapping[str, int], reading: Reading) -> dict[str, str]:
    """Tell for each criterion whether the own rating is 'higher', 'lower' or they 'agree'."""
    return {name: _side(ratings[name], ends) for name, ends in reading.criteria.items()}


def _side(own: int, ends: Ends) -> str:
    low, high = ends
    return "higher" if own > high else "lower" if own < low else "agree"


def beside(pack: Pack, name: str, own: int, ends: Ends) -> Markup:
    """Set the own rating above the second opinion's range."""
    words, side = pack.post_assessment.opinion, _side(own, ends)
    lanes = [Lane(words.yours, (own, own), "own"), Lane(words.theirs, ends, "other")]
    return _scale(pack, name, lanes, getattr(words, side), side)


def versions(pack: Pack, readings: Sequence[Reading]) -> Markup:
    """Set each criterion's versions below one another, with the way it moved."""
    words = pack.post_assessment
    scales = []
    for name in words.criteria:
        lanes = [
            Lane(label, reading.criteria[name], "other")
            for label, reading in zip(words.compared.versions, readings, strict=False)
        ]
        way = _way(lanes[0].ends, lanes[-1].ends)
        scales.append(_scale(pack, name, lanes, getattr(words.compared, way), way))
    body = element("div", Markup("").join(scales), "wk-scales")
    return element("h4", words.compared.moved) + body


def _way(first: Ends, last: Ends) -> str:
    """Name the way a range moved, by its middle."""
    moved = sum(last) - sum(first)
    return "further" if moved > 0 else "back" if moved < 0 else "still"


def _scale(pack: Pack, name: str, lanes: Iterable[Lane], told: str, way: str) -> Markup:
    criterion = pack.post_assessment.criteria[name]
    head = Markup(
        '<p class="wk-scale-head"><span class="wk-sign" aria-hidden="true">{}</span>'
        '<span class="wk-scale-name">{}</span>'
        '<span class="wk-chip wk-way wk-way-{}">{}</span></p>'
    ).format(criterion.sign, criterion.label, way, told)
    return element("div", head + Markup("").join(_lane(pack, lane) for lane in lanes), "wk-lanes")


def _lane(pack: Pack, lane: Lane) -> Markup:
    low, high = lane.ends
    return Markup(
        '<p class="wk-lane wk-lane-{}"><span>{} </span>'
        '<i class="wk-track" aria-hidden="true" style="--low:{};--high:{}"></i>'
        "<span>{}</span></p>"
    ).format(lane.kind, lane.label, low, high, _range(pack, lane.ends))


def _range(pack: Pack, ends: Ends) -> str:
    low, high = ends
    if low == high:
        return pack.say.number(low)
    return pack.post_assessment.opinion.range.format(low=low, high=high)
