"""What somebody's own posts measure: who follows, which share sees a post, which share answers.

Knows numbers of posts only; where they come from is not its business.
"""

from collections.abc import Sequence

from workshop.models.ranges import SMALLEST, Range
from workshop.models.updating import Share, scatter

LEAST_POSTS = 5
"""With fewer posts, nothing is called measured."""

_UNDECIDED = Share(0.5, 0.5)  # Jeffreys: worth one case, so that none of none is not certain


def share(some: Sequence[int], of: Sequence[int]) -> Range | None:
    """Return a share counted post by post, as wide as posts differ.

    Args:
        some: People counted at each post.
        of: The people they are a part of, post by post; posts without any are left out. Where a
            platform counts more of the first than of the second, all of them are meant.

    Returns:
        An 80 % interval and its middle, or None if there are fewer than `LEAST_POSTS` posts.
    """
    pairs = [(min(part, whole), whole) for part, whole in zip(some, of, strict=True) if whole > 0]
    if len(pairs) < LEAST_POSTS:
        return None
    parts, wholes = [part for part, _ in pairs], [whole for _, whole in pairs]
    wide = scatter(parts, wholes)
    found = _UNDECIDED.seeing(sum(parts) / wide, (sum(wholes) - sum(parts)) / wide).interval
    low, typical, high = (min(max(end, SMALLEST), 1 - SMALLEST) for end in found)
    return Range(low, typical, high, share=True)
