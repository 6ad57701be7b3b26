"""The command line answers in one line, whatever it is asked."""

import socket
import subprocess
import sys

import pytest

import workshop
from workshop.serving.command import main


def _said(capsys):
    written = capsys.readouterr()
    return written.out + written.err


def test_the_version_is_printed(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert _said(capsys).strip() == f"workshop {workshop.__version__}"


def test_without_a_command_it_says_what_there_is(capsys):
    assert main([]) == 0
    assert "workshop serve time_budget" in _said(capsys)


REFUSED = {
    "an unknown command": (["sevre"], "Try: workshop --help"),
    "an unknown option": (["--loud"], "unknown option --loud"),
    "a port that is none": (["serve", "--port", "80a"], "a port is a number"),
    "a port out of range": (["serve", "--port", "70000"], "a port is a number"),
    "a notebook that is not there": (["serve", "nowhere"], "nowhere"),
    "two notebooks": (["serve", "time_budget", "session"], "one notebook at a time"),
    "a pack that is not there": (["serve", "--pack", "nowhere.toml"], "there is no pack at"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_done_is_refused_in_one_line(what):
    words, expected = REFUSED[what]
    run = subprocess.run(
        [sys.executable, "-m", "workshop", *words], capture_output=True, text=True, timeout=60
    )

    assert run.returncode == 2
    assert expected in run.stderr
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stderr


def test_a_broken_pack_is_refused_with_its_remedy(tmp_path):
    pack = tmp_path / "mine.toml"
    pack.write_text('[session]\ntitel = "Our morning"\n', encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "workshop", "serve", "--pack", str(pack)],
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert run.returncode == 2
    assert "Did you mean title?" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_taken_port_is_named_with_a_way_on():
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = subprocess.run(
            [
                sys.executable,
                "-m",
                "workshop",
                "serve",
                "--port",
                str(port),
                "--Voila.ip=127.0.0.1",
            ],
            capture_output=True,
            text=True,
            timeout=60,
        )

    assert run.returncode == 2
    assert f"port {port} is in use" in run.stderr
    assert f"--port {port + 1}" in run.stderr
