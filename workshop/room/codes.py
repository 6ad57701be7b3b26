"""Codes to say aloud and tokens to keep quiet about."""

import hashlib
import hmac
import secrets

ALPHABET = "HKLMPRWXY24679"
"""One character of each family that looks or sounds alike: B D P T E 3, A H J K 8, M N, F S X,
I Y 5 9, Q U W 2, and neither 0 nor O. Without vowels no code is a word."""

CODE_LENGTH = 7
"""14 ** 7 is 105 million: with twenty rooms open, one try in five million is right."""

WORD_LENGTH = 7


def new_code() -> str:
    """Return a room's code, such as 'KM4 7XRW' without the gap."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def spoken(code: str) -> str:
    """Return a code as it is shown and read aloud: three characters, a gap, four."""
    return f"{code[:3]} {code[3:]}"


def normal(typed: str) -> str:
    """Return what somebody typed as a code: capitals, without gaps and dashes.

    Whatever cannot be a code becomes empty, so that nothing long or odd goes any further.
    """
    kept = "".join(letter for letter in typed[:40].upper() if letter not in " -_.\u2013\u00a0")
    return kept if len(kept) == CODE_LENGTH and set(kept) <= set(ALPHABET) else ""


def new_token() -> str:
    """Return a secret of 192 bits: a trainer's key, a screen's token, a browser's own."""
    return secrets.token_urlsafe(24)


def screen_token(key: str) -> str:
    """Return the screen's token, made from the trainer's key.

    Whoever has the key can open a screen on any machine; no way leads back from token to key.
    """
    return hashlib.sha256(f"screen:{key}".encode()).hexdigest()[:32]


def hashed(secret: str, room_id: int) -> str:
    """Return what a room keeps of a secret; another room keeps something else of the same one.

    SHA-256 once, not a slow hash: those make guessing a person's password dear, and nobody can
    guess 192 bits. A slow one would only make a hundred people who join at once wait.
    """
    return hashlib.sha256(f"{room_id}:{secret}".encode()).hexdigest()


def resume_word(token: str, room_id: int) -> str:
    """Return the short word by which a second device takes a seat over, made from its token."""
    digest = int.from_bytes(hashlib.sha256(f"word:{room_id}:{token}".encode()).digest())
    letters = []
    for _ in range(WORD_LENGTH):
        digest, place = divmod(digest, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def same(secret_hash: str, known_hash: str) -> bool:
    """Compare two hashes in constant time."""
    return hmac.compare_digest(secret_hash, known_hash)
