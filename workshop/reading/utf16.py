"""Places in a text as a browser counts them: Python counts code points, JavaScript UTF-16 units."""

from collections.abc import Sequence
from itertools import accumulate

_LAST_OF_ONE_UNIT = "\uffff"


def utf16_offsets(text: str) -> Sequence[int]:
    """Return for each place in a text, its end included, the same place in UTF-16 units.

    Example:
        >>> list(utf16_offsets("a😀b"))
        [0, 1, 3, 4]
    """
    if text.isascii():
        return range(len(text) + 1)
    return list(accumulate((1 + (letter > _LAST_OF_ONE_UNIT) for letter in text), initial=0))
