"""Where the notebooks are: beside the package in a checkout, inside it when installed."""

from pathlib import Path

import workshop
from workshop.serving.errors import ServingError

SESSION = "session"


def shipped_notebooks() -> dict[str, Path]:
    """All notebooks that come with the workshop, by stem."""
    package = Path(workshop.__file__).parent
    folders = [package / "notebooks", package.parent / "notebooks"]
    return {file.stem: file for folder in folders for file in sorted(folder.glob("*.ipynb"))}


def find_notebook(name: str = SESSION) -> Path:
    """The notebook or folder of this path, or the shipped notebook of this stem.

    Raises:
        ServingError: If there is neither.
    """
    path, shipped = Path(name), shipped_notebooks()
    if path.is_dir() or path.is_file():
        return path
    if name in shipped:
        return shipped[name]
    raise ServingError(f"there is no notebook {name!r}. Shipped ones: {', '.join(shipped)}")
