"""A server of a room's pages inside the test's own process, and what is in it."""

import asyncio
from contextlib import ExitStack, contextmanager
from threading import Event, Thread

import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from tests.serving.room.browser import Browser
from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.settings import Settings
from workshop.serving.room.api.handlers import api_handlers
from workshop.serving.room.joining import room_handlers
from workshop.serving.room.live import Live


class Inside(RequestHandler):
    """Where a seat is: the page itself has a kernel, and tests of its own."""

    def get(self, code):
        self.finish(code)


@contextmanager
def listening(handlers, port=0):
    """Serve handlers in a thread, at the address that is given."""
    (socket, *others) = bind_sockets(port, "127.0.0.1")
    assert not others
    ready, loop = Event(), asyncio.new_event_loop()

    async def serve():
        server = HTTPServer(Application(handlers, compress_response=True))
        server.add_socket(socket)
        ended = asyncio.Event()
        loop.end = lambda: loop.call_soon_threadsafe(ended.set)
        ready.set()
        await ended.wait()
        server.stop()
        await server.close_all_connections()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)
        await loop.shutdown_default_executor()

    thread = Thread(target=lambda: (loop.run_until_complete(serve()), loop.close()))
    thread.start()
    ready.wait()
    try:
        yield f"http://127.0.0.1:{socket.getsockname()[1]}/"
    finally:
        loop.end()
        thread.join()


@pytest.fixture
def live(tmp_path):
    live = Live(str(tmp_path / "rooms.db"), "/", include_url=lambda name: name, theme="")
    yield live
    live.rooms.store.close()


@pytest.fixture
def agenda():
    return read_agenda(agenda_files()["45"], measures())


@pytest.fixture
def opened(live, agenda):
    return live.rooms.open(agenda, Settings(seats=120))


@pytest.fixture
def room(opened):
    return opened.room


@pytest.fixture
def start(live):
    """`start(*origins, port=0)` is the address of a running server of a room's pages."""
    with ExitStack() as servers:

        def _start(*origins, port=0):
            handlers = [*room_handlers("/", live), *api_handlers("/", live, origins)]
            handlers.append(("/seat/(.*)", Inside))
            return servers.enter_context(listening(handlers, port))

        yield _start


@pytest.fixture
def browser(start):
    """`browser()` is a new browser at the door of a running server."""
    address = start()
    return lambda: Browser(address)
