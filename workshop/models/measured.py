"""What somebody's own posts measure: who follows, which share sees a post, which share answers.

Knows numbers of posts only; where they come from is not its business.
"""

from collections.abc import Sequence

from workshop.models.ranges import SMALLEST, Range
from workshop.models.updating import Share, scatter

LEAST_POSTS = 5
"""With fewer posts, nothing is called measured."""

_UNDECIDED = Share(0.5, 0.5)  # Jeffreys: worth one case, so that none of none is not certain


def measure(
    followers: float | None, posts: Sequence[tuple[int | None, int | None]]
) -> dict[str, Range]:
    """Return what posts measure, by the names of the reach comparison's inputs.

    Args:
        followers: How many follow, if known.
        posts: For each post whom it reached and who answered, as far as that is told.

    Returns:
        `seen_share` of the followers and `answer_share` of those reached, each if there are enough
        posts that tell it.
    """
    reached = [seen for seen, _ in posts if seen is not None]
    told = [(seen, answers) for seen, answers in posts if seen is not None and answers is not None]
    found = {
        "seen_share": share(reached, [round(followers or 0)] * len(reached)),
        "answer_share": share([answers for _, answers in told], [seen for seen, _ in told]),
    }
    return {name: values for name, values in found.items() if values is not None}


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
