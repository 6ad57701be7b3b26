"""What moved between start and end, in sentences that say whose word it is."""

from typing import Any

from workshop.packs import Pack


def gains(pack: Pack, result: dict[str, Any]) -> list[str]:
    """Write both gains, and what they are worth."""
    words, number = pack.looking_back.gains, pack.say.number
    if result["now"] is None:
        return [words.missing]
    told = []
    if result["gain"] is None:
        told.append(words.no_start)
    else:
        before = number(result["before"])
        signed = _signed(pack, result["gain"])
        told.append(words.measured.format(before=before, now=number(result["now"]), gain=signed))
    if result["gain_back_then"] is not None:
        then, now = number(result["then"]), number(result["now_looking_back"])
        signed = _signed(pack, result["gain_back_then"])
        told.append(words.looking_back.format(then=then, now=now, gain=signed))
    return [*told, words.note]


def _signed(pack: Pack, gain: float) -> str:
    sign = "+" if gain > 0 else "\N{MINUS SIGN}" if gain < 0 else "\N{PLUS-MINUS SIGN}"
    return f"{sign}{pack.say.number(abs(gain))}"
