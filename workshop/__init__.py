"""Workshop widgets about one idea: the conversation decides, not the medium.

`from workshop import TimeBudget` is all a notebook needs. Nothing heavy is imported until a name
is used, so that `import workshop` costs a participant's kernel nothing.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Desk": "workshop.serving.room.live_pages",
    "PackStudio": "workshop.widgets.studio",
    "PostAssessment": "workshop.widgets.exercises.post_assessment",
    "ReachComparison": "workshop.widgets.exercises.reach_comparison",
    "RelationshipGrowth": "workshop.widgets.exercises.relationship_growth",
    "Review": "workshop.widgets.exercises.review",
    "Screen": "workshop.serving.room.live_pages",
    "Seat": "workshop.serving.room.participant",
    "Session": "workshop.widgets.session",
    "SilentAudience": "workshop.widgets.exercises.silent_audience",
    "StartOver": "workshop.widgets.exercises.start_over",
    "ThousandPeople": "workshop.widgets.exercises.thousand_people",
    "TimeBudget": "workshop.widgets.exercises.time_budget",
    "load_pack": "workshop.packs",
}

__all__ = [
    "Desk",
    "PackStudio",
    "PostAssessment",
    "ReachComparison",
    "RelationshipGrowth",
    "Review",
    "Screen",
    "Seat",
    "Session",
    "SilentAudience",
    "StartOver",
    "ThousandPeople",
    "TimeBudget",
    "load_pack",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its home the first time it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'workshop' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return [*__all__, "__version__"]
