"""What a visitor brings, as Voila tells it to a kernel."""

import os

from tornado.httputil import HTTPServerRequest, split_host_and_port
from voila.utils import ENV_VARIABLE


def environment(request: HTTPServerRequest, base_url: str, server_url: str) -> dict[str, str]:
    """The environment of a kernel for one visit; the same names as without running ahead."""
    host, port = split_host_and_port(request.host.lower())
    return {
        **os.environ,
        ENV_VARIABLE.SCRIPT_NAME: request.path,
        ENV_VARIABLE.PATH_INFO: "",
        ENV_VARIABLE.QUERY_STRING: request.query,
        ENV_VARIABLE.SERVER_PROTOCOL: str(request.version),
        ENV_VARIABLE.SERVER_NAME: host,
        ENV_VARIABLE.SERVER_PORT: str(port or ""),
        ENV_VARIABLE.VOILA_PREHEAT: "False",
        ENV_VARIABLE.VOILA_BASE_URL: base_url,
        ENV_VARIABLE.VOILA_SERVER_URL: server_url,
        ENV_VARIABLE.VOILA_REQUEST_URL: request.full_url(),
        ENV_VARIABLE.VOILA_APP_PORT: str(port or ""),
    }
