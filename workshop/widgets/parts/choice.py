"""One of a few: radios that look like what they offer."""

from collections.abc import Sequence
from typing import Any, ClassVar

from traitlets import Any as AnyTrait
from traitlets import Bool, Enum, List, TraitError, Unicode, observe, validate
from traitlets.utils.bunch import Bunch

from workshop.widgets.parts.part import Part


def _offered(part: "Choice", sent: Any) -> Any:
    """Check that the browser's choice is one of those on offer, of the same type."""
    if not part.offers(sent):
        raise ValueError(part.say("offered"))
    return sent


class Choice(Part):
    """A group of native radios, in a row of segments or in a column with hints.

    Args:
        label: The question.
        options: Each a `value` (text or number), a `label` and perhaps a `hint`.
        **traits: Any of the traits below.

    Example:
        >>> Choice("Platform", [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}])
    """

    _accepts: ClassVar = {"value": _offered}
    _speaks: ClassVar = ("offered",)

    label = Unicode().tag(sync=True)
    """The question, a legend."""
    options: List[Any] = List().tag(sync=True)
    """What is on offer: dictionaries of `value`, `label` and perhaps `hint`."""
    value = AnyTrait(None, allow_none=True).tag(sync=True)
    """The value of the chosen option; None as long as nothing is chosen."""
    flow = Enum(["row", "column"], "row").tag(sync=True)
    """Segments in a row that wraps, or a column with room for hints."""
    help = Unicode().tag(sync=True)
    """A sentence below the legend."""
    disabled = Bool(False).tag(sync=True)
    """Whether another can be chosen."""

    def __init__(self, label: str, options: Sequence[dict[str, Any]], **traits: Any) -> None:
        super().__init__(label=label, options=list(options), _script="choice.js", **traits)

    def offers(self, value: Any) -> bool:
        """Tell whether a value is on offer; True is not 1 here."""
        return any(
            type(option["value"]) is type(value) and option["value"] == value
            for option in self.options
        )

    @validate("value")
    def _value_is_offered(self, proposal: Bunch) -> Any:
        if proposal.value is not None and not self.offers(proposal.value):
            offers = ", ".join(repr(option["value"]) for option in self.options)
            raise TraitError(
                f"{self.label}: {proposal.value!r} is not on offer; choose of {offers}"
            )
        return proposal.value

    @observe("options")
    def _on_options_changed(self, _change: Bunch) -> None:
        if not self.offers(self.value):
            self.value = None
