"""What a server tells those who watch over it, and what it does not."""

import json
import re

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.serving.door.conftest import Visitor
from workshop.serving.watch.metrics import Metrics


@pytest.fixture(scope="module")
def address(serve, write_notebook, code):
    return serve(write_notebook("# Watched", code("1")), "--most", "3")


def _numbers(address):
    text = Visitor(address).get("metrics")[1]
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_a_server_that_is_well_says_so(address):
    status, text = Visitor(address).get("healthz")

    assert status == 200
    assert json.loads(text)["status"] == "ok"


def test_visits_are_counted(address):
    before = _numbers(address)
    kernel = (one := Visitor(address)).opens()
    after = _numbers(address)
    one.leaves(kernel)

    opens = ("workshop_opens_total", "kernel")
    assert after[opens] == before[opens] + 1
    assert after[("workshop_kernels",)] == before[("workshop_kernels",)] + 1
    assert after[("workshop_kernels_most",)] == 3
    assert after[("workshop_waiting",)] == 0
    assert after[("workshop_server_bytes",)] > 10**7


def test_seconds_to_ready_fall_into_their_bucket():
    metrics = Metrics()
    metrics.ready(0.3)
    text = metrics.text().decode()

    assert 'workshop_seconds_to_ready_bucket{le="0.2"} 0.0' in text
    assert 'workshop_seconds_to_ready_bucket{le="0.35"} 1.0' in text


def test_nobody_is_named(address):
    one = Visitor(f"{address}?name=secret")
    kernel = one.opens()
    tokens = [cookie.value for cookie in one.cookies]
    told = "".join(one.get(path)[1] for path in ("healthz", "metrics"))
    one.leaves(kernel)

    assert not [word for word in [kernel, "secret", "/work", "/tmp", *tokens] if word in told]
    assert not re.search(r"\d+\.\d+\.\d+\.\d+", told)


def test_watching_starts_no_kernel(address):
    before = _numbers(address)[("workshop_kernels",)]
    for path in ("healthz", "metrics", "door"):
        Visitor(address).get(path)

    assert _numbers(address)[("workshop_kernels",)] == before
