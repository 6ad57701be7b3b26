"""A trainer's own logo and colours, held to what people can read."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from workshop.packs.base import Table

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Name = Literal["accent", "face", "social", "broadcast"]

KINDS = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}
LARGEST_LOGO = 300_000  # bytes; every phone in the room loads it

TEXT, GRAPHICS = 4.5, 3.0  # WCAG 2.2, AA
NEEDED: dict[Name, float] = {
    "accent": TEXT,
    "face": GRAPHICS,
    "social": GRAPHICS,
    "broadcast": GRAPHICS,
}
GROUNDS = {"light": ("#faf6f0", "#fffdfa"), "dark": ("#1b1917", "#262320")}
"""Paper and card of either theme, as in `tokens.css`; a test compares them."""


class LookPack(Table):
    """Logo and colours; what is not given stays as it is.

    `logo` is a file beside the pack's. `colours` are those of the light theme, `dark` of the dark.
    """

    logo: str = ""
    logo_name: str = Field(default="", max_length=200)
    colours: dict[Name, Colour] = Field(default_factory=dict)
    dark: dict[Name, Colour] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _can_be_read(self) -> "LookPack":
        for theme, colours in (("light", self.colours), ("dark", self.dark)):
            for name, colour in colours.items():
                least = min(contrast(colour, ground) for ground in GROUNDS[theme])
                if least < NEEDED[name]:
                    other = "darker" if theme == "light" else "lighter"
                    raise ValueError(
                        f"{name} = {colour} stands out {least:.1f} to 1 from the {theme} page, and "
                        f"people need {NEEDED[name]:g}; make it {other}"
                    )
        return self

    @model_validator(mode="after")
    def _logo_can_be_shown(self) -> "LookPack":
        if not self.logo:
            return self
        file = Path(self.logo)
        if file.suffix.lower() not in KINDS:
            raise ValueError(f"logo {file.name!r} is no {', '.join(KINDS)}")
        if not file.is_file():
            raise ValueError(f"there is no {file.name!r} in {file.parent}; put it there")
        if file.stat().st_size > LARGEST_LOGO:
            raise ValueError(
                f"{file.name!r} has more than {LARGEST_LOGO // 1000} KB; make it smaller"
            )
        return self

    def on_accent(self, theme: Literal["light", "dark"]) -> str:
        """Return what can be read on a theme's own accent, white or black; nothing without one."""
        accent = (self.colours if theme == "light" else self.dark).get("accent")
        if not accent:
            return ""
        return max("#ffffff", "#000000", key=lambda ink: contrast(ink, accent))


def contrast(one: str, other: str) -> float:
    """Return how much two colours stand out from each other, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted(_luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
