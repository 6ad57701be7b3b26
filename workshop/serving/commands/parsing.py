"""What the commands' options have in common."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import Any, NoReturn
from urllib.parse import urlsplit

from workshop.serving.errors import ServingError

Commands = Any
"""What `ArgumentParser.add_subparsers` gives."""


class Parser(ArgumentParser):
    """Says what is wrong in one line, without the usage lines around it."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed."""
        raise ServingError(f"{message}. Try: workshop --help")


def port(text: str) -> int:
    """A port that one can listen on."""
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise ServingError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)


def participants(text: str) -> int:
    """A number of people."""
    if not (text.isdecimal() and 0 < int(text) < 100_000):
        raise ServingError(f"participants are a number from 1 to 99999, not {text!r}")
    return int(text)


def seconds(text: str) -> int:
    """A time from a second to a week."""
    if not (text.isdecimal() and 0 < int(text) <= 604_800):
        raise ServingError(f"a time is a number of seconds from 1 to 604800, not {text!r}")
    return int(text)


def web_address(text: str) -> str:
    """An address that a browser opens."""
    where = urlsplit(text)
    if where.scheme not in {"http", "https"} or not where.hostname:
        raise ServingError(f"an address begins with https:// or http://, unlike {text!r}")
    return text
