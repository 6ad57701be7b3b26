"""`/healthz` and `/metrics`: answered without a kernel, and without a word about anybody."""

from typing import Any

from prometheus_client import CONTENT_TYPE_LATEST
from tornado.web import RequestHandler

import workshop
from workshop.serving.door.places import Door
from workshop.serving.door.waiting import DOOR

METRICS = "workshop_metrics"
"""Where the application's settings keep the numbers."""


class _Plain(RequestHandler):
    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")  # tornado's version concerns nobody


class HealthHandler(_Plain):
    """Whether the server is well, for whatever watches over it."""

    def get(self) -> None:
        """Say how it is: 503 if it could not start a kernel just now."""
        door: Door = self.settings[DOOR]
        self.set_status(503 if door.stuck else 200)
        self.write(health(door))


class MetricsHandler(_Plain):
    """Numbers for Prometheus."""

    def get(self) -> None:
        """All numbers as text."""
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.write(self.settings[METRICS].text())


def health(door: Door) -> dict[str, Any]:
    """How the server is."""
    return {
        "status": "no kernels" if door.stuck else "full" if door.waiting else "ok",
        "version": workshop.__version__,
        "kernels": door.inside,
        "most": door.most,
        "waiting": door.waiting,
    }
