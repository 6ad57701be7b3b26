"""Lines to kernels are sockets, and those can be used up."""

import asyncio

import psutil
import pytest
import zmq

from workshop.serving.door.kernels import Kernels
from workshop.serving.door.places import Door
from workshop.serving.quiet import NO_ROOM
from workshop.serving.watch.metrics import Metrics


@pytest.fixture
def kernels(tmp_path):
    made = Kernels(connection_dir=str(tmp_path), root_dir=str(tmp_path))
    made.door, made.metrics = Door(most=5), Metrics()
    return made


def test_sockets_that_are_used_up_mean_no_room_and_leave_nothing_behind(kernels, tmp_path):
    before = psutil.Process().children()
    kernels.context.set(zmq.MAX_SOCKETS, 1)
    with kernels.context.socket(zmq.PUSH), pytest.raises(NO_ROOM) as problem:
        asyncio.run(kernels.start_kernel())

    assert problem.type is zmq.ZMQError
    assert psutil.Process().children() == before
    assert list(tmp_path.iterdir()) == []
    assert kernels.door.inside == 0
