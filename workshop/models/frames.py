"""Tables, whose library is loaded when the first one is made: words and numbers alone need none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def to_frame(data: Any, **options: Any) -> pd.DataFrame:
    """Return a table of columns or rows, as `pandas.DataFrame` takes them."""
    import pandas as pd

    return pd.DataFrame(data, **options)
