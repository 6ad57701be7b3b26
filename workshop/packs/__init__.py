"""Words and numbers that a trainer may change: TOML in, one checked `Pack` out."""

from workshop.packs.loading import PackError, load_pack
from workshop.packs.pack import Pack

__all__ = ["Pack", "PackError", "load_pack"]
