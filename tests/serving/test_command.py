"""What people type, and what they are told when it cannot be done."""

import os
import socket
import subprocess
import sys
from contextlib import closing

import pytest

import workshop
from workshop.serving.command import main


def _run(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "workshop", *words],
        capture_output=True,
        text=True,
        env=os.environ | environment,
    )


def _refusal(*words):
    run = _run("serve", *words)
    assert run.returncode == 2, run.stderr
    return run.stderr


def test_the_version_is_the_packages_own(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--version"])

    assert end.value.code == 0
    assert capsys.readouterr().out == f"workshop {workshop.__version__}\n"


def test_without_a_command_it_explains_itself(capsys):
    assert main([]) == 0
    assert "workshop serve time_budget" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["sing"], "invalid choice: 'sing'"),
        (["--sing"], "unknown option --sing"),
        (["serve", "--port", "abc"], "a port is a number from 1 to 65535, not 'abc'"),
        (["serve", "--port", "99999"], "a port is a number from 1 to 65535, not '99999'"),
        (["serve", "--port=0"], "a port is a number from 1 to 65535, not '0'"),
        (["serve", "--port"], "--port: expected one argument"),
    ],
)
def test_a_slip_is_answered_in_one_line(words, told, capsys):
    assert main(words) == 2

    answer = capsys.readouterr().err
    assert answer.startswith("workshop: ")
    assert told in answer
    assert answer.count("\n") == 1


def test_a_missing_notebook_is_answered_with_those_there_are():
    answer = _refusal("nowhere")

    assert "there is no notebook 'nowhere'" in answer
    assert {"session", "time_budget"} <= set(answer.split("ones: ")[1].strip().split(", "))
    assert answer.count("\n") == 1


def test_two_notebooks_are_one_too_many():
    assert "one notebook at a time, please: session, time_budget" in _refusal(
        "session", "time_budget"
    )


def test_a_port_in_use_is_answered_with_a_way_out():
    with closing(socket.create_server(("localhost", 0))) as taken:
        port = taken.getsockname()[1]
        answer = _refusal("session", f"--port={port}")

    assert f"port {port} is in use" in answer
    assert f"workshop serve --port {port + 1}" in answer
    assert f"make app PORT={port + 1}" in answer


def test_an_address_of_another_machine_is_answered_too():
    assert "cannot listen on 192.0.2.1" in _refusal("session", "--Voila.ip=192.0.2.1")


def test_a_pack_that_is_not_there_is_told_before_anything_is_served(tmp_path):
    assert f"there is no pack at {tmp_path / 'mine.toml'}" in _refusal(
        "session", "--pack", str(tmp_path / "mine.toml")
    )


def test_a_broken_pack_is_told_with_its_file(tmp_path):
    pack = tmp_path / "mine.toml"
    pack.write_text("[time_budget\n")
    answer = _refusal("session", "--pack", str(pack))

    assert str(pack) in answer
    assert "Traceback" not in answer


def test_all_of_voilas_options_are_listed():
    run = _run("serve", "--help-all")

    assert run.returncode == 0
    assert "--Voila.base_url" in run.stdout
    assert "--VoilaConfiguration.preheat_kernel" in run.stdout
    assert "--pack" in run.stdout


def test_asking_for_help_loads_no_server():
    run = _run("serve", "--help", PYTHONPROFILEIMPORTTIME="1")

    assert run.returncode == 0
    assert "tornado" not in run.stderr
