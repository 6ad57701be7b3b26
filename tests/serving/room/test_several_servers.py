"""Two servers behind one nginx, on one PostgreSQL, are one room; one of them may go."""

import json
import os
import shutil
import signal
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import free_port, running_server
from tests.serving.room.browser import Browser
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.store import Store
from workshop.serving.room.remote.line import Line
from workshop.serving.room.remote.seat import RemoteSeat

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
DEPLOY = Path(__file__).parents[3] / "deploy/nginx"
PEOPLE = 8
PATIENCE = 30  # seconds

CONFIGURATION = """
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {deploy}/sticky.conf;
    upstream workshop {{
        hash $workshop_line consistent;
        {servers}
    }}
    server {{
        listen 127.0.0.1:{port};
        include {deploy}/locations.conf;
        location = /who {{
            add_header Set-Cookie $workshop_given always;
            return 200 $workshop_line;
        }}
    }}
}}
"""

pytestmark = pytest.mark.skipif(
    NGINX is None, reason="nginx is missing; to run this too: sh scripts/install-nginx"
)


@pytest.fixture
def nginx(tmp_path):
    """`nginx(*ports)` is the address of one in front of servers at these ports."""
    folder = tmp_path / "nginx"
    folder.mkdir()
    with ExitStack() as stack:

        def _start(*ports):
            port = free_port()
            each = (f"server 127.0.0.1:{one} max_fails=1 fail_timeout=5s;" for one in ports)
            (folder / "nginx.conf").write_text(
                CONFIGURATION.format(
                    folder=folder, deploy=DEPLOY, port=port, servers=" ".join(each)
                )
            )
            command = [
                NGINX,
                "-p",
                str(folder),
                "-c",
                "nginx.conf",
                "-e",
                str(folder / "error.log"),
            ]
            process = stack.enter_context(subprocess.Popen(command))
            stack.callback(process.terminate)
            _await(f"http://127.0.0.1:{port}/who")
            return f"http://127.0.0.1:{port}/"

        yield _start


def _await(address):
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(address, timeout=5).close()
            return
        except URLError:
            assert time.monotonic() < until
            time.sleep(0.05)


@pytest.fixture
def site(tmp_path, nginx, postgres, monkeypatch, agenda):
    """A room, the servers that serve it, and the address in front of them."""
    where = postgres.new_database()
    monkeypatch.setenv("WORKSHOP_ROOMS", where)
    monkeypatch.setenv("WORKSHOP_DESK_KEY", "the-key-of-this-site")
    store = Store(where)
    opened = Rooms(store).open(agenda)
    desk = Desk(opened.room, opened.key)
    desk.go_to("week")
    with ExitStack() as stack:
        stack.callback(store.close)
        servers = []
        for name in ("one", "two"):
            folder = tmp_path / name
            folder.mkdir()
            servers.append(
                stack.enter_context(running_server("session", "--proxied", folder=folder))
            )
        ports = [int(address.rstrip("/").rsplit(":", 1)[1]) for address, _ in servers]
        yield SimpleNamespace(
            address=nginx(*ports),
            each=[address for address, _ in servers],
            first=servers[0][1],
            desk=desk,
        )


def _kernels(address):
    with urlopen(f"{address}healthz", timeout=PATIENCE) as answer:
        return json.load(answer)["kernels"]


def _page(browser, room):
    status, page = browser.get(f"seat/{room.code}")
    return status, '"kernelId"' in page


def test_a_server_is_killed_and_its_participants_go_on_at_the_other(site):
    room, first = site.desk.room, site.first
    people = [Browser(site.address) for _ in range(PEOPLE)]
    joined = [one.join(room.code)[0] for one in people]
    lines = [{cookie.name: cookie.value for cookie in one.cookies} for one in people]
    tokens = [new_token() for _ in range(PEOPLE)]
    join = f"{site.address}join/{room.code}"
    seats = [RemoteSeat.join(join, token, later=lambda *_: False) for token in tokens]
    for number, seat in enumerate(seats):
        seat.save("week", {"hours": number})
    spread = [_kernels(address) for address in site.each]
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    pages = [_page(one, room) for one in people]
    for number, seat in enumerate(seats[:4]):
        seat.save("week", {"hours": 10 + number})
    status = {seat.status for seat in seats}
    kept = [Line(join, token).take_seat().answers[0].body["hours"] for token in tokens]

    assert joined == [200] * PEOPLE
    assert len({line["workshop_line"] for line in lines}) == PEOPLE
    assert min(spread) > 0  # both had some of them
    assert pages == [(200, True)] * PEOPLE
    assert status == {"saved"}
    assert kept == [10, 11, 12, 13, 4, 5, 6, 7]
    assert room.stage().seats == 2 * PEOPLE
    assert room.tally("week", 1).answered == PEOPLE


def test_the_site_that_is_recommended_is_one_that_nginx_reads(tmp_path):
    """Its certificates and its folders are the keeper's; all else is read as it stands."""
    site = (DEPLOY / "site.conf").read_text().replace("/etc/nginx/workshop", str(DEPLOY))
    plain = "\n".join(line for line in site.splitlines() if "ssl_" not in line)
    text = f"pid {tmp_path}/pid; events {{}} http {{ {plain.replace('443 ssl http2', '443')} }}"
    (tmp_path / "nginx.conf").write_text(text.replace("# ", "\n# "))
    run = subprocess.run(
        [NGINX, "-t", "-p", tmp_path, "-c", "nginx.conf", "-e", tmp_path / "error.log"],
        capture_output=True,
        text=True,
    )

    assert run.returncode == 0, run.stderr
