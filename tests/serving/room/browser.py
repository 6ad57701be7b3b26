"""A browser without JavaScript: it keeps cookies and follows where it is sent."""

import json
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener


class Browser:
    """Opens pages below an address, each as its status and its text."""

    def __init__(self, address):
        self.address = address.rstrip("/") + "/"
        self.cookies = CookieJar()
        self.place = ""
        self.headers = {}
        self._opener = build_opener(HTTPCookieProcessor(self.cookies))

    def get(self, path):
        return self._open(self._at(path))

    def head(self, path):
        return self._open(Request(self._at(path), method="HEAD"))

    def post(self, path, **fields):
        return self._open(self._at(path), urlencode(fields).encode())

    def join(self, code, **fields):
        self.get("join")
        return self.post("join", code=code, **fields)

    def ask(self, method, path, sent=None, token="", **headers):
        """Ask as a program does, with JSON both ways."""
        if token:
            headers["Authorization"] = f"Bearer {token}"
        body = sent if sent is None or isinstance(sent, bytes) else json.dumps(sent).encode()
        request = Request(self._at(path), body, headers, method=method)
        status, told = self._open(request)
        return status, json.loads(told) if told else None

    def _at(self, path):
        return self.address + path.lstrip("/")

    def _open(self, address, data=None):
        try:
            with self._opener.open(address, data, timeout=60) as answer:
                self.place, self.headers = answer.url, answer.headers
                return answer.status, answer.read().decode()
        except HTTPError as refusal:
            with refusal:
                self.headers = refusal.headers
                return refusal.code, refusal.read().decode()
