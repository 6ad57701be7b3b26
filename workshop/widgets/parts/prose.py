"""Sentences and small tables that Python writes."""

from typing import Any

from markupsafe import escape
from traitlets import Bool, Enum, Unicode, validate
from traitlets.utils.bunch import Bunch

from workshop.widgets.parts.part import Part


class Prose(Part):
    """Shows HTML that is marked safe; any other text is shown as it is, tags and all.

    Args:
        html: A `markupsafe.Markup`, or plain text.
        **traits: Any of the traits below.

    Example:
        >>> Prose(Markup("<b>{}</b>").format("<script>"))
    """

    html = Unicode().tag(sync=True)
    """What is shown. Text that is not a `Markup` is escaped."""
    live = Bool(False).tag(sync=True)
    """Whether changes are said politely to those who cannot see them."""
    tag = Enum(["div", "p", "section", "h2", "h3", "h4"], "div").tag(sync=True)
    """The element around it."""

    def __init__(self, html: str = "", **traits: Any) -> None:
        super().__init__(html=html, _script="prose.js", **traits)

    def take_focus(self) -> None:
        """Bring whoever is on the page here, such as when what they pressed has gone."""
        self.send({"focus": True})

    @validate("html")
    def _escape_what_nobody_vouched_for(self, proposal: Bunch) -> str:
        return escape(proposal.value)
