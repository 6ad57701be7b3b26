import json
import re
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest

KERNEL = re.compile(r'"kernelId": "([0-9a-f-]+)"')


class Visitor:
    """Somebody's browser, as far as the door is concerned: it keeps cookies and sends them."""

    def __init__(self, address):
        self.address = address
        self.cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.cookies))

    def get(self, path="", data=None):
        """Status and text of an answer."""
        try:
            with self._opener.open(Request(urljoin(self.address, path), data)) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.read().decode()

    def opens(self, path=""):
        """The kernel of the page, or None in the waiting line."""
        status, page = self.get(path)
        if status == 202:
            assert "You have a place in line" in page
            return None
        assert status == 200, page
        return KERNEL.search(page)[1]

    def asks(self):
        """What the waiting page hears."""
        return json.loads(self.get("door")[1])

    def leaves(self, kernel):
        """Close the page, which says goodbye to its kernel."""
        words = next(cookie.value for cookie in self.cookies if cookie.name == "_xsrf")
        assert self.get(f"voila/api/shutdown/{kernel}", f"_xsrf={words}".encode())[0] == 204


@pytest.fixture(scope="session")
def visitor():
    """`visitor(address)` is somebody new."""
    return Visitor
