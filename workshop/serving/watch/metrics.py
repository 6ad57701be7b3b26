"""Numbers for Prometheus. They count people and kernels, and know nothing of either."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

SECONDS = (0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8, 13, 30)


class Metrics:
    """Counters of one server, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._opens = Counter(
            "workshop_opens",
            "Pages asked for: answered with a kernel, with a place in line, or without room.",
            ["answer"],
            registry=self.registry,
        )
        for answer in ("kernel", "line", "failed"):
            self._opens.labels(answer)
        self._ready = Histogram(
            "workshop_seconds_to_ready",
            "From the request for a page to its browser's connection with the kernel.",
            buckets=SECONDS,
            registry=self.registry,
        )

    def opened(self, answer: str) -> None:
        """Count a page that was asked for, and what it was answered with."""
        self._opens.labels(answer).inc()

    def ready(self, seconds: float) -> None:
        """Note how long a visitor waited for a living page."""
        self._ready.observe(seconds)

    def gauge(self, name: str, help: str, value: Callable[[], float]) -> None:
        """Add a number that is read when it is asked for."""
        Gauge(f"workshop_{name}", help, registry=self.registry).set_function(value)

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self.registry)
