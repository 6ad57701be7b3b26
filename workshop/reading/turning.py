"""What one span decides: how a text would read without it."""

from workshop.reading.engine import read
from workshop.reading.findings import Hit, Reading
from workshop.reading.rubric import NOT_ENOUGH
from workshop.reading.rules import Rules


def turning_point(reading: Reading, rules: Rules | None = None) -> tuple[Hit, str] | None:
    """Return the pitching hit without which a text would read otherwise, and as what.

    Args:
        reading: What was read.
        rules: The rules it was read by; the language's own if None.

    Example:
        >>> post = read("Book your call now! Bakers, what went wrong in your kitchen today?")
        >>> hit, band = turning_point(post)
        >>> post.band, post.text[hit.start : hit.end], band
        ('pitch', 'Book your call', 'conversation')
    """
    pitching = [hit for hit in reading.hits if hit.pitches and hit.weighs]
    for hit in sorted(pitching, key=lambda hit: (-hit.weighs, hit.start)):
        without = read(reading.text[: hit.start] + reading.text[hit.end :], rules=rules)
        if without.band not in (reading.band, NOT_ENOUGH):
            return hit, without.band
    return None
