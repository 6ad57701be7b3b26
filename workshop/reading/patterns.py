"""Regular expressions between slashes: for the author of a pack, and refused when unsafe."""

import re

_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_ESCAPE_OR_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
_UNBOUNDED = re.compile(r"[+*]|\{\d+,\}")
_WIDE = re.compile(r"(?:(?<!\\)\.|\[\^(?:\\.|[^\]\\])*\]|\\[SWD])(?:[+*]|\{\d+,\})")


def is_pattern(phrase: str) -> bool:
    """Tell whether a phrase is a regular expression between slashes."""
    return len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/")


def pattern(phrase: str, case: bool) -> re.Pattern[str]:
    """Compile a phrase between slashes.

    Args:
        phrase: The pattern with its slashes.
        case: Whether it is matched against capitals and small letters, or small letters only.

    Raises:
        ValueError: If it could match nothing, or take very long, naming the remedy.
    """
    if not case and _CAPITAL.search(phrase):
        raise ValueError(
            f"{phrase} has capitals, but small letters are read. Lower them, or set case = true."
        )
    if _WIDE.search(phrase):
        raise ValueError(f"{phrase} repeats any letter without end. Bound it, such as {{0,60}}.")
    if _is_nested(phrase):
        raise ValueError(f"{phrase} repeats a repetition. Bound the outer one, such as {{0,3}}.")
    try:
        return re.compile(phrase[1:-1])
    except re.error as problem:
        raise ValueError(f"{phrase} is no regular expression: {problem}.") from None


def _is_nested(phrase: str) -> bool:
    """Tell whether a repeated group repeats inside, which can take for ever on some texts."""
    bare = _ESCAPE_OR_CLASS.sub(lambda match: "x" * len(match.group()), phrase)
    repeats = [False]  # for each open group, whether anything in it repeats without end
    for place, sign in enumerate(bare):
        if sign == "(":
            repeats.append(False)
        elif sign == ")" and len(repeats) > 1:
            inside = repeats.pop()
            if inside and _UNBOUNDED.match(bare, place + 1):
                return True
            repeats[-1] = repeats[-1] or inside
        elif _UNBOUNDED.match(bare, place):
            repeats[-1] = True
    return False


def is_endless(phrase: str) -> bool:
    """Tell whether a pattern repeats anything without end: a long text may then take for ever."""
    return bool(_UNBOUNDED.search(_ESCAPE_OR_CLASS.sub("x", phrase[1:-1])))
