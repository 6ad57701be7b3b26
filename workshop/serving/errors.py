"""The one error of this folder."""


class ServingError(Exception):
    """Why nothing is served, in a sentence for the person who asked."""
