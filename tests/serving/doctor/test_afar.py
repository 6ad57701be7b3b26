"""A deployment visited from outside: what the doctor says of it, and of what stands in front."""

import asyncio
import json
import shutil
import ssl
import subprocess
from contextlib import contextmanager
from threading import Event, Thread
from urllib.request import urlopen

import pytest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

from workshop.serving.command import main
from workshop.serving.doctor.afar import look

PAGE = """<script type="module" async src="/front.js"></script>
<script id="jupyter-config-data">{"baseUrl": "/", "kernelId": "none"}</script>"""


class Page(RequestHandler):
    """A page of ours, as a proxy passes it on that knows no WebSocket and drops headers."""

    def get(self):
        self.set_header("Date", "Wed, 25 Nov 2020 12:00:00 GMT")
        self.write(PAGE)

    post = get


class Plain(RequestHandler):
    def get(self):
        self.write("1;")


class Stranger(RequestHandler):
    def get(self):
        self.write("<h1>Log in</h1>")


HANDLERS = [("/", Page), ("/front.js", Plain), ("/login", Stranger)]


@contextmanager
def _running(**options):
    """A small server in a thread of its own; yields its port."""
    socket, port = bind_unused_port()
    up, loop = Event(), asyncio.new_event_loop()

    def _serve():
        asyncio.set_event_loop(loop)
        server = HTTPServer(Application(HANDLERS), **options)
        server.add_sockets([socket])
        loop.call_soon(up.set)
        loop.run_forever()
        server.stop()
        loop.run_until_complete(server.close_all_connections())
        loop.close()

    thread = Thread(target=_serve)
    thread.start()
    try:
        assert up.wait(30)
        yield port
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(30)


@pytest.fixture(scope="module")
def careless():
    with _running() as port:
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="module")
def untrusted(tmp_path_factory):
    """A server whose certificate nobody has signed."""
    if not shutil.which("openssl"):
        pytest.skip("needs openssl, to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    files = ["-subj", "/CN=localhost", "-keyout", key, "-out", certificate]
    subprocess.run([*make, *files], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    with _running(ssl_options=context) as port:
        yield f"https://localhost:{port}/"


def _found(address):
    return {finding.what: finding.fine for finding in asyncio.run(look(address))}


def _kernels(address):
    with urlopen(f"{address}healthz") as answer:
        return json.load(answer)["kernels"]


def _bad(address):
    return [what for what, fine in _found(address).items() if not fine]


def test_our_own_server_is_fine_and_is_left_again(serve):
    address = serve("time_budget")
    before = _kernels(address)

    found = _found(address)

    assert all(found.values()), found
    assert any("WebSockets come through" in what for what in found)
    assert any("compressed (gzip)" in what for what in found)
    assert any("may keep files" in what for what in found)
    assert _kernels(address) == before


def test_what_a_careless_proxy_spoils_is_told_thing_by_thing(careless):
    bad = " ".join(_bad(careless))

    for sign in ("clock", "uncompressed", "may not keep", "WebSockets do not"):
        assert sign in bad


def test_each_finding_that_is_not_fine_says_what_to_do(careless):
    assert all(finding.advice for finding in asyncio.run(look(careless)) if not finding.fine)


def test_a_certificate_that_nobody_trusts_ends_the_visit(untrusted):
    (told,) = _bad(untrusted)

    assert "not trusted: self" in told


def test_a_login_page_is_no_page_of_ours(careless):
    assert any("no page of the workshop" in what for what in _bad(careless + "login"))


@pytest.mark.parametrize("path", ["nothing", ":0"])
def test_what_does_not_open_is_told(careless, path, capsys):
    address = careless + path if path == "nothing" else "http://127.0.0.1:1/"

    assert main(["doctor", "--url", address]) == 1

    assert f"Nothing opens at {address}" in capsys.readouterr().out


@pytest.mark.parametrize("address", ["localhost:8866", "ftp://here/", "https://"])
def test_what_is_no_address_is_refused(address, capsys):
    assert main(["doctor", "--url", address]) == 2

    assert "begins with https://" in capsys.readouterr().err
