"""Tries what Binder will do with this repository, without its machines.

repo2docker reads the build files (a dry run needs no Docker); an environment is made from exactly
these files, outside the checkout; a Jupyter server runs from it as Binder runs one, under a base
address of its own and with a token; Chromium opens every notebook in it. The figures at the end are
what was measured on the way.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psutil
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PYTHON = (ROOT / "binder/runtime.txt").read_text().strip().replace("-", "")
CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]
BASE, TOKEN = "/user/x/", "t"
NEED_A_ROOM = {"seat", "desk", "screen"}  # they tell that they have none; no slider is theirs
MEMORY = 700  # MB, of the server and one kernel
PATIENCE = 90_000  # ms
PIP = ["-m", "pip", "--quiet", "--disable-pip-version-check"]
WRONG = ".wk-problem"


def read_build_files(folder: Path) -> None:
    """Have repo2docker read the build files, in an environment that has nothing else."""
    subprocess.run([sys.executable, "-m", "venv", folder / "repo2docker"], check=True)
    python = folder / "repo2docker/bin/python"
    subprocess.run([python, *PIP, "install", "jupyter-repo2docker"], check=True)
    dry = [folder / "repo2docker/bin/jupyter-repo2docker", "--no-build", "--debug", ROOT]
    told = subprocess.run(dry, check=True, capture_output=True, text=True)
    recipe = told.stdout + told.stderr
    for step in ('pip install --no-cache-dir -r "binder/requirements.txt"', "binder/postBuild"):
        if step not in recipe:
            raise SystemExit(f"repo2docker does not run: {step}\n{recipe}")


def _python() -> str:
    """Binder's Python where it is here and runs, or else this one."""
    if (
        shutil.which(PYTHON)
        and not subprocess.run([PYTHON, "-c", ""], capture_output=True).returncode
    ):
        return PYTHON
    print(f"No {PYTHON} is here, so another takes its place: {sys.version.split()[0]}")
    return sys.executable


def build(folder: Path) -> tuple[Path, Path]:
    """Do Binder's steps: returns the copy of the checkout and the environment's programs."""
    checkout, programs = folder / "checkout", folder / "env/bin"
    subprocess.run(["git", "clone", "--quiet", ROOT, checkout], check=True)
    subprocess.run([_python(), "-m", "venv", folder / "env"], check=True)
    wanted = ["install", "-r", "binder/requirements.txt"]
    subprocess.run([programs / "python", *PIP, *wanted], cwd=checkout, check=True)
    path = {"PATH": f"{programs}:{os.environ['PATH']}"}
    subprocess.run(["binder/postBuild"], cwd=checkout, env=os.environ | path, check=True)
    return checkout, programs


@contextmanager
def serving(checkout: Path, programs: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Serve the checkout as Binder does."""
    port = 8890
    options = [f"--ServerApp.base_url={BASE}", f"--IdentityProvider.token={TOKEN}"]
    options += ["--allow-root", "--no-browser", f"--port={port}"]
    command = [programs / "python", "-m", "jupyter_server", *options]
    path = {"PATH": f"{programs}:{os.environ['PATH']}"}
    log = (checkout.parent / "server.log").open("w")
    with subprocess.Popen(
        command, cwd=checkout, env=os.environ | path, stdout=log, stderr=log
    ) as server:
        try:
            address = f"http://localhost:{port}{BASE}"
            _wait_for(f"{address}api/status?token={TOKEN}", checkout.parent / "server.log")
            yield server, address
        finally:
            server.terminate()


def _wait_for(address: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end:
        try:
            urlopen(address).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nothing answers at {address}\n{log.read_text()}")


def look(browser: Browser, address: str, name: str) -> tuple[float, list[str]]:
    """Open a notebook; returns the seconds until it can be used, and what went wrong."""
    wrong: list[str] = []
    page = browser.new_page()
    page.on("request", lambda asked: wrong.extend(_elsewhere(asked.url)))
    page.on("response", lambda got: got.ok or wrong.append(f"{got.url}: {got.status}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    start = time.monotonic()
    page.goto(f"{address}voila/render/notebooks/{name}.ipynb?token={TOKEN}", timeout=PATIENCE)
    _wait_until_usable(page, name)
    taken = time.monotonic() - start
    wrong += [each.inner_text() for each in page.locator(WRONG).all()]
    page.close()
    return taken, wrong


def _elsewhere(url: str) -> list[str]:
    """Tell of a request that would miss its target on Binder, or leave it."""
    asked = urlsplit(url)
    ours = asked.hostname == "localhost" and asked.path.startswith(BASE)
    return [] if ours or asked.scheme in {"data", "blob"} else [f"asked for {url}"]


def _wait_until_usable(page: Page, name: str) -> None:
    page.locator("#wk-loading").wait_for(state="hidden", timeout=PATIENCE)
    what = (
        "main#content h1, main#content h2" if name in NEED_A_ROOM else "main#content button:visible"
    )
    page.locator(what).first.wait_for(timeout=PATIENCE)


def memory(server: int) -> float:
    """MB that a server takes with its kernels, shared pages counted in part."""
    root = psutil.Process(server)
    return sum(p.memory_full_info().pss for p in [root, *root.children(recursive=True)]) / 1e6


def size(folder: Path) -> float:
    """MB of a folder's files."""
    return sum(p.lstat().st_size for p in folder.rglob("*") if not p.is_symlink()) / 1e6


def visit(browser: Browser, server: subprocess.Popen[bytes], address: str) -> list[str]:
    """Open every notebook; returns what went wrong."""
    wrong = []
    names = sorted(p.stem for p in (ROOT / "notebooks").glob("*.ipynb"))
    for name in sorted(names, key=lambda each: each != "session"):
        seconds, found = look(browser, address, name)
        print(f"{name:20} usable after {seconds:4.1f} s", *found, sep="\n  ")
        wrong += found
        if name == "session":
            taken = memory(server.pid)
            print(f"{'':20} server and one kernel: {taken:.0f} MB (limit {MEMORY})")
            wrong += ["too much memory"] if taken > MEMORY else []
    return wrong


def main() -> None:
    """Read, build, serve and look; ends with 1 and the reasons if anything is wrong."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        read_build_files(folder)
        start = time.monotonic()
        checkout, programs = build(folder)
        built = time.monotonic() - start
        print(f"Built in {built:.0f} s; the environment has {size(folder / 'env'):.0f} MB")
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, CHROMIUM)), None),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        with serving(checkout, programs) as (server, address):
            wrong = visit(browser, server, address)
        browser.close()
    if wrong:
        raise SystemExit("\n".join(["Not ready for Binder:", *wrong]))
    print("Binder can launch every notebook.")


if __name__ == "__main__":
    main()
