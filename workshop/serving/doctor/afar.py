"""A deployment as its participants meet it: one visit through whatever stands in front of it."""

import json
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.cookies import SimpleCookie
from time import time
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import websocket_connect

from workshop.serving.doctor.finding import Finding

PATIENCE = 30.0  # seconds
LATE = 5.0  # seconds that a clock may be off before timers show it
LONG = 86_400  # seconds that files are to be kept at least
IN_LINE = 202
HERE = {"localhost", "127.0.0.1", "::1"}
UNREACHABLE = (OSError, HTTPClientError)
PROTOCOL = "v1.kernel.websocket.jupyter.org"
CONFIG = re.compile(r'id="jupyter-config-data"[^>]*>(.*?)</script>', re.DOTALL)
SCRIPT = re.compile(r'<script[^>]+src="([^"]+)"')


@dataclass(frozen=True)
class Visit:
    """A page that was opened.

    Attributes:
        address: Where it is.
        page: What came.
        cookies: What the server wants to be told again.
    """

    address: str
    page: HTTPResponse
    cookies: Mapping[str, str]

    @property
    def text(self) -> str:
        """The page itself."""
        return self.page.body.decode(errors="replace")

    async def get(self, where: str) -> HTTPResponse:
        """Read something else, as this visitor."""
        return await _get(urljoin(self.address, where), self.cookies, decompress_response=False)


async def look(address: str) -> list[Finding]:
    """Visit a deployment once, and leave again.

    Args:
        address: Of its page, with http or https.
    """
    try:
        page = await _get(address, {})
    except ssl.SSLError as problem:
        return [_untrusted(problem)]
    except UNREACHABLE as problem:
        return [_unreachable(address, problem)]
    visit = Visit(address, page, _cookies(page))
    found = [_encrypted(address), _clock(page)]
    if page.code == IN_LINE:
        return [
            *found,
            Finding(True, "The house is full: a place in line was given.", "Try later."),
        ]
    config, script = CONFIG.search(visit.text), SCRIPT.search(visit.text)
    if not config or not script:
        return [*found, _stranger(address)]
    kernel = json.loads(config[1])
    return [*found, *_file(await visit.get(script[1])), await _socket(visit, kernel)]


async def _get(address: str, cookies: Mapping[str, str], **options: Any) -> HTTPResponse:
    known = "; ".join(f"{name}={value}" for name, value in cookies.items())
    request = HTTPRequest(
        address,
        headers={"Accept-Encoding": "gzip", "Cookie": known},
        connect_timeout=PATIENCE,
        request_timeout=PATIENCE,
        **options,
    )
    return await AsyncHTTPClient().fetch(request)


def _cookies(page: HTTPResponse) -> dict[str, str]:
    jar: SimpleCookie = SimpleCookie()
    for cookie in page.headers.get_list("Set-Cookie"):
        jar.load(cookie)
    return {name: morsel.value for name, morsel in jar.items()}


def _encrypted(address: str) -> Finding:
    where = urlsplit(address)
    if where.scheme == "https":
        return Finding(True, "The connection is encrypted, with a certificate that browsers trust.")
    if where.hostname in HERE:
        return Finding(True, "This is the same computer: nothing needs to be encrypted.")
    return Finding(
        False,
        "The connection is not encrypted: whoever shares the network can read along.",
        "Put a server with a certificate in front of it, such as deploy/nginx.conf.",
    )


def _untrusted(problem: ssl.SSLError) -> Finding:
    reason = getattr(problem, "verify_message", "") or problem.reason or "unknown"
    return Finding(
        False,
        f"The certificate is not trusted: {reason}.",
        "Get one from a public authority, for exactly this name, and renew it in time.",
    )


def _unreachable(address: str, problem: Exception) -> Finding:
    return Finding(
        False,
        f"Nothing opens at {address}: {problem}.",
        "Is the workshop running there, and does what stands in front pass this address on?",
    )


def _stranger(address: str) -> Finding:
    return Finding(
        False,
        f"What opens at {address} is no page of the workshop.",
        "Give the address that participants open; a login page in front keeps them out.",
    )


def _clock(page: HTTPResponse) -> Finding:
    told = page.headers.get("Date")
    off = abs(parsedate_to_datetime(told).timestamp() - time()) if told else 0.0
    if off <= LATE:
        return Finding(True, "Its clock agrees with this computer's.")
    return Finding(
        False,
        f"Its clock and this computer's differ by {off:.0f} s, so timers are off.",
        "Let both take their time from the network (on Debian: timedatectl set-ntp true).",
    )


def _file(answer: HTTPResponse) -> list[Finding]:
    packed = answer.headers.get("Content-Encoding")
    kept = re.search(r"max-age=(\d+)", answer.headers.get("Cache-Control", ""))
    return [
        Finding(True, f"Files come compressed ({packed}).")
        if packed
        else Finding(
            False,
            "Files come uncompressed: three to four times as much to load.",
            "What stands in front unpacks them or asks for none: pass Accept-Encoding on.",
        ),
        Finding(True, "Browsers may keep files: a second visit loads next to nothing.")
        if kept and int(kept[1]) >= LONG
        else Finding(
            False,
            "Browsers may not keep files, so every visit loads all of them.",
            "What stands in front changes Cache-Control: let it pass as it is.",
        ),
    ]


async def _socket(visit: Visit, config: Mapping[str, Any]) -> Finding:
    """Whether a page hears its kernel, which is what proxies most often prevent."""
    base, kernel = config["baseUrl"], config["kernelId"]
    channels = urljoin(visit.address, f"{base}api/kernels/{kernel}/channels")
    known = "; ".join(f"{name}={value}" for name, value in visit.cookies.items())
    request = HTTPRequest(
        channels.replace("http", "ws", 1), headers={"Cookie": known}, connect_timeout=PATIENCE
    )
    try:
        socket = await websocket_connect(request, subprotocols=[PROTOCOL])
        socket.close()
        return Finding(True, "WebSockets come through: controls will answer.")
    except UNREACHABLE as problem:
        return Finding(
            False,
            f"WebSockets do not come through, so no control answers: {problem}.",
            "In nginx: proxy_http_version 1.1, and the headers Upgrade and Connection passed on.",
        )
    finally:
        await _leave(visit, base, kernel)


async def _leave(visit: Visit, base: str, kernel: str) -> None:
    """Say goodbye as a page does that is closed, so that no kernel waits for us."""
    farewell = urljoin(visit.address, f"{base}voila/api/shutdown/{kernel}")
    body = urlencode({"_xsrf": visit.cookies.get("_xsrf", "")})
    try:
        await _get(farewell, visit.cookies, method="POST", body=body)
    except UNREACHABLE:
        return  # it will be culled
