"""The phrases that people write, as sequences of words.

(a|b c) is either, (a)? and a? may be there, [ab] is one of these letters, _ is any word, * up to
three words, # a number, <link> an address, <tag> a tag, <name> any entry of a list in the rules'
words. Hyphens are spaces and apostrophes are nothing, as in `tokens`. A phrase between slashes is a
regular expression.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from workshop.reading.patterns import is_pattern, pattern
from workshop.reading.tokens import ADDRESS, TAG

Words = Mapping[str, Iterable[str]]
Step = frozenset[str]
Sequence = tuple[Step, ...]

GAP: Step = frozenset(["*"])
"""A step of up to three words, whichever they are."""

ANY: Step = frozenset(["_"])
"""A step of one word, whichever it is."""

_PIECE = re.compile(r"<[a-z_]+>|\[[^\]]*\]|.")
_GROUP = re.compile(r"[(\[<]")
_MOST = 500  # sequences of one phrase; more are a slip of the pen


@dataclass(frozen=True, eq=False)
class Phrases:
    """What a rule looks for.

    Attributes:
        sequences: Each a way to say it: for each word, what it may be.
        patterns: For what words cannot say.
    """

    sequences: tuple[Sequence, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()


def phrases(said: Iterable[str], words: Words, case: bool = False) -> Phrases:
    """Read phrases.

    Args:
        said: As they are written.
        words: The lists that they may name.
        case: Whether patterns see capitals; plain phrases never do.

    Raises:
        ValueError: Naming the phrase and the remedy.
    """
    listed = list(said)
    plain = [phrase for phrase in listed if not is_pattern(phrase)]
    return Phrases(
        tuple(sequence for phrase in plain for sequence in _whole(phrase, words)),
        tuple(pattern(phrase, case) for phrase in listed if is_pattern(phrase)),
    )


def _whole(phrase: str, words: Words) -> list[Sequence]:
    if phrase.count("(") != phrase.count(")") or phrase.count("[") != phrase.count("]"):
        raise ValueError(f"{phrase!r} opens a bracket that it does not close. Close it.")
    sequences = _phrase(phrase.lower(), words)
    loose = (GAP, ANY)
    if any(not way or way[0] in loose or way[-1] in loose for way in sequences):
        raise ValueError(f"{phrase!r} begins or ends with what may be anything. Leave that out.")
    if len(sequences) > _MOST:
        raise ValueError(f"{phrase!r} says too many things at once. Make several phrases of it.")
    return sequences


def _phrase(phrase: str, words: Words) -> list[Sequence]:
    """Put the choices of each word one behind the other."""
    choices = [_choices(token, words) for token in _split(phrase, " ")]
    return [sum(steps, ()) for steps in product(*choices)]


def _choices(token: str, words: Words) -> list[Sequence]:
    if token in ("*", "_"):
        return [(GAP if token == "*" else ANY,)]
    if token.isalnum():
        return [(frozenset([token]),)]
    first, *rest = _split(token, "")
    if first.startswith("(") and rest in ([], ["?"]):
        either = [way for choice in _split(first[1:-1], "|") for way in _phrase(choice, words)]
        return _merged([*either, ()] if rest else either)
    if first.startswith("<") and not rest:
        return _merged(_listed(first[1:-1], words))
    return _merged(
        tuple(frozenset([word]) for word in spelling.replace("-", " ").split())
        for spelling in _spellings(token)
    )


def _listed(name: str, words: Words) -> list[Sequence]:
    if f"<{name}>" in (ADDRESS, TAG):
        return [(frozenset([f"<{name}>"]),)]
    if name not in words:
        raise ValueError(f"<{name}> is no list in words. There is: {', '.join(words)}, link, tag.")
    return [way for entry in words[name] for way in _phrase(entry.lower(), words)]


def _merged(ways: Iterable[Sequence]) -> list[Sequence]:
    """Join all choices of a single word into one step."""
    single: set[str] = set()
    longer = []
    for way in ways:
        if len(way) == 1 and way[0] not in (GAP, ANY):
            single |= way[0]
        else:
            longer.append(way)
    return [(frozenset(single),), *longer] if single else longer


def _spellings(token: str) -> list[str]:
    """Return every way to spell a word that has choices inside, such as "organi[sz]ations?"."""
    spellings = [""]
    pieces = list(_split(token.replace("'", ""), ""))
    for place, piece in enumerate(pieces):
        if piece == "?":
            continue
        choices = _letters(piece)
        if pieces[place + 1 : place + 2] == ["?"]:
            choices = [*choices, ""]
        spellings = [before + choice for before in spellings for choice in choices]
    return spellings


def _letters(piece: str) -> list[str]:
    if piece.startswith("("):
        return [way for choice in _split(piece[1:-1], "|") for way in _spellings(choice)]
    return list(piece[1:-1]) if piece.startswith("[") else [piece]


def _split(phrase: str, mark: str) -> Iterator[str]:
    """Split at a mark outside of groups; at the empty mark, into letters, lists and groups."""
    if mark and not _GROUP.search(phrase):
        yield from filter(None, phrase.split(mark))
        return
    depth, held = 0, ""
    for piece in _PIECE.findall(phrase):
        depth += (piece == "(") - (piece == ")")
        ends = depth == 0 and piece == mark
        held += "" if ends else piece
        if held and depth == 0 and (ends or not mark):
            yield held
            held = ""
    if held:
        yield held
