"""A server that stores answers of many seats and says so after each, until it is killed."""

import json
import sys
from threading import Lock, Thread

from workshop.room import room as room_module
from workshop.room.delivery import Delivery
from workshop.room.rooms import Rooms
from workshop.room.store import Store


def main() -> None:
    where, code, seats = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
    room_module.BURST = room_module.A_SECOND = 1e9
    room = Rooms(Store(where, patience=60)).find(code)
    telling = Lock()

    def write(seat: int) -> None:
        for sequence in range(1, 100_000):
            body = {"answer": {"social": sequence % 5}}
            (receipt,) = room.deliver(seat, [Delivery("week", 1, sequence, body)])
            if receipt.sequence == sequence:
                with telling:
                    print(seat, sequence, flush=True)

    writers = [Thread(target=write, args=[seat]) for seat in seats]
    for writer in writers:
        writer.start()


main()
