"""What the tests of reading share."""

import pytest

from workshop.reading import read
from workshop.reading.loading import languages


@pytest.fixture(autouse=True, scope="session")
def _rules_are_loaded():
    """Load the rules and their index before any example is counted or timed."""
    for language in languages():
        read("warm up", language=language)
