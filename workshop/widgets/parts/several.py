"""Any of a few: checkboxes that look like what they offer."""

from collections.abc import Sequence
from typing import Any, ClassVar

from traitlets import List, TraitError, Unicode, validate
from traitlets.utils.bunch import Bunch

from workshop.widgets.parts.part import Part


def _offered(part: "Several", sent: Any) -> list[Any]:
    """Check that the browser ticked only what is on offer."""
    if not isinstance(sent, list) or not all(part.offers(value) for value in sent):
        raise ValueError(part.say("offered"))
    return part.in_order(sent)


class Several(Part):
    """A group of native checkboxes in a row of segments.

    Args:
        label: The question.
        options: Each a `value` (text or number) and a `label`.
        **traits: Any of the traits below.

    Example:
        >>> Several("Days", [{"value": 0, "label": "Mon"}, {"value": 1, "label": "Tue"}], value=[0])
    """

    _accepts: ClassVar = {"value": _offered}
    _speaks: ClassVar = ("offered",)

    label = Unicode().tag(sync=True)
    """The question, a legend."""
    options: List[Any] = List().tag(sync=True)
    """What is on offer: dictionaries of `value`, `label` and perhaps `name`, its label in full."""
    value: List[Any] = List().tag(sync=True)
    """What is ticked, in the order of the options."""
    help = Unicode().tag(sync=True)
    """A sentence below the legend."""

    def __init__(self, label: str, options: Sequence[dict[str, Any]], **traits: Any) -> None:
        super().__init__(label=label, options=list(options), _script="several.js", **traits)

    def offers(self, value: Any) -> bool:
        """Tell whether a value is on offer; True is not 1 here."""
        return any(
            type(option["value"]) is type(value) and option["value"] == value
            for option in self.options
        )

    def in_order(self, values: Sequence[Any]) -> list[Any]:
        """Return values in the order of the options, each once."""
        return [option["value"] for option in self.options if option["value"] in values]

    @validate("value")
    def _values_are_offered(self, proposal: Bunch) -> list[Any]:
        for value in proposal.value:
            if not self.offers(value):
                raise TraitError(f"{self.label}: {value!r} is not on offer")
        return self.in_order(proposal.value)
