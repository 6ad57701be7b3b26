"""What became of a file of answers, in words."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from workshop.packs import Pack

LONGEST_NAME = 40
"""Letters shown of a name that is not ours."""


def refused(pack: Pack, reason: str) -> str:
    """Say why a file holds no answers for us."""
    return str(getattr(pack.takehome, reason))


def loaded(
    pack: Pack, keys: Collection[str], unfit: Collection[str], titles: Mapping[str, str]
) -> Iterator[str]:
    """Say what was taken up and what was not.

    Args:
        pack: The words.
        keys: What the file names; some of it may be nothing of ours.
        unfit: Those that did not fit.
        titles: What exercises are called, by their keys.
    """
    words = pack.takehome

    def names(some: Iterable[str]) -> str:
        return ", ".join(titles.get(key, key[:LONGEST_NAME]) for key in some)

    fit = [key for key in keys if key not in unfit]
    yield words.taken_up.format(names=names(fit)) if fit else words.none_taken_up
    if unfit:
        yield words.did_not_fit.format(names=names(unfit))
