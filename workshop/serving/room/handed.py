"""What a server hands to the kernel of a room's page: which room, by whose key, and where it is."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from workshop.room.rooms import Rooms
from workshop.room.store import PATIENCE, Store
from workshop.serving.commands.rooms import rooms_database

CODE, SECRET = "WORKSHOP_ROOM_CODE", "WORKSHOP_ROOM_SECRET"
ADDRESS, BASE = "WORKSHOP_ROOM_ADDRESS", "WORKSHOP_ROOM_BASE"


@dataclass(frozen=True)
class Handed:
    """A room, and what its holder may open it with.

    Attributes:
        code: The room's code.
        secret: The trainer's key, the screen's token, or the token of a participant's browser.
        address: Where the server's pages are for other devices, with a slash at the end.
        base: The same from where the page itself is, without a host.
    """

    code: str
    secret: str
    address: str
    base: str

    def environment(self) -> dict[str, str]:
        """Return it as a kernel's environment, which only its owner can read."""
        return {
            CODE: self.code,
            SECRET: self.secret,
            ADDRESS: self.address,
            BASE: self.base,
            "WORKSHOP_ROOMS": _anywhere(rooms_database()),
        }

    @classmethod
    def to_us(cls, environment: Mapping[str, str] = os.environ) -> "Handed | None":
        """Return what was handed to this process, if anything was."""
        if not environment.get(CODE):
            return None
        return cls(environment[CODE], environment[SECRET], environment[ADDRESS], environment[BASE])

    def rooms(self, patience: float = PATIENCE) -> Rooms:
        """Return the rooms that it is one of, asked with so many seconds of patience."""
        return Rooms(Store(rooms_database(), patience=patience))


def _anywhere(where: str) -> str:
    """Return a database's place as it is found from any folder; a kernel runs in another one."""
    return where if "://" in where else os.path.abspath(where)
