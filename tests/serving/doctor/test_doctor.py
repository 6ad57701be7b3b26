"""What the doctor says, and that it says what to do where something is not fine."""

import re
import socket
import subprocess
import sys
from contextlib import closing

import pytest

from tests.conftest import free_port
from workshop.serving.doctor import machine, network
from workshop.serving.doctor.finding import Finding
from workshop.serving.door import machine as measured


def _run(*words):
    command = [sys.executable, "-m", "workshop", "doctor", *words]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_computer_that_is_fine_is_told_how_many_it_holds():
    run = _run("--port", str(free_port()))

    assert re.search(r"Room for about \d+ participants, limited by \w+", run.stdout)
    assert run.stderr == ""
    assert run.returncode == ("NOT FINE" in run.stdout)


def test_a_port_that_is_taken_is_not_fine():
    with closing(socket.create_server(("0.0.0.0", 0))) as taken:
        port = taken.getsockname()[1]
        run = _run("--port", str(port))

    assert run.returncode == 1
    assert f"NOT FINE  Port {port}" in run.stdout
    assert f"workshop serve --port {port + 1}" in run.stdout


@pytest.mark.parametrize("words", [["--port", "x"], ["--sing"]])
def test_a_slip_is_answered_in_one_line(words):
    run = _run(*words)

    assert run.returncode == 2
    assert run.stderr.count("\n") == 1


def test_a_computer_without_a_network_is_not_fine():
    found = network.check_network(free_port(), [])

    assert not found.fine
    assert "hotspot" in found.advice


def test_a_computer_that_does_not_answer_has_a_firewall(monkeypatch):
    monkeypatch.setattr(network, "PATIENCE", 0.1)
    found = network.check_network(free_port(), ["192.0.2.200"])

    assert not found.fine
    assert "firewall" in found.advice


def test_an_address_that_answers_is_told():
    found = network.check_network(8901, ["127.0.0.1"])

    assert found.fine
    assert "http://127.0.0.1:8901/" in found.what


def test_a_folder_that_cannot_be_written_is_not_fine(tmp_path):
    found = machine.check_disk(str(tmp_path / "nowhere"))

    assert not found.fine
    assert "TMPDIR" in found.advice


def test_few_participants_are_worth_a_word(monkeypatch):
    monkeypatch.setattr(machine, "weigh_session", lambda: 20_000_000)
    monkeypatch.setattr(measured, "free_files", lambda: 210)
    forks, fits = machine.check_machine()

    assert forks.fine
    assert not fits.fine
    assert "limited by open files" in fits.what
    assert "ulimit -n" in fits.advice


def test_a_finding_is_a_line_with_its_advice_below():
    assert str(Finding(False, "It rains.", "Take an umbrella.")) == (
        "NOT FINE  It rains.\n          Take an umbrella."
    )
