"""A real server over an empty data folder and a real Chromium; skipped in plain sight where none is found."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assistant.service import Assistant
from assistant.settings import open_settings

ROOT = Path(__file__).parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium():
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@dataclass
class Server:
    """``zhibi ui`` over one data folder, to be stopped and started again."""

    data: Path
    port: int
    process: subprocess.Popen | None = None
    settings: dict = field(default_factory=dict)
    """ZHIBI_… -> value, besides the folder and the port."""
    prepared: object = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("ZHIBI_")}
        environment |= {"ZHIBI_DATA": str(self.data), "ZHIBI_PORT": str(self.port), "LANG": "C.UTF-8"}
        environment |= self.settings
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ui"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
        )
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the interface did not start")

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait(20)
            self.process = None


@pytest.fixture(scope="session")
def shelved(tmp_path_factory):
    """A data folder with the bundled reports on its shelf, to be copied."""
    folder = tmp_path_factory.mktemp("shelved") / "data"
    with Assistant(open_settings(folder)) as desk:
        desk.welcome()
    return folder


def begun(data, settings=None):
    """A server over a folder, skipped in plain sight where no browser is found."""
    if chromium() is None:
        pytest.skip("no Chromium on this machine: browser tests did not run")
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    running = Server(data, port, settings=settings or {})
    running.start()
    return running


@pytest.fixture(scope="session")
def common(shelved, tmp_path_factory):
    """One interface over a shelf, for every module that asks for nothing else."""
    data = tmp_path_factory.mktemp("common") / "data"
    shutil.copytree(shelved, data)
    running = begun(data)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def server(request, tmp_path_factory):
    """The common interface; one of its own where the module prepares the folder or wants an empty one.

    ``FIRST_START = True`` wants an empty one. ``prepared(data)`` changes it before the interface starts;
    what it returns is ``server.prepared``.
    """
    module, data = request.module, tmp_path_factory.mktemp("browser") / "data"
    first, prepared = getattr(module, "FIRST_START", False), getattr(module, "prepared", None)
    if not first and prepared is None:
        yield request.getfixturevalue("common")
        return
    if not first:
        shutil.copytree(request.getfixturevalue("shelved"), data)
    found = prepared(data) if prepared else None
    running = begun(data)
    running.prepared = found
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    if chromium() is None:
        pytest.skip("no Chromium on this machine: browser tests did not run")
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def page(browser, server):
    """A window in Chinese that lets no request off this machine and remembers those that tried."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1500, "height": 1000})
    window = context.new_page()
    window.strangers = []

    def guard(route):
        host = route.request.url.split("/")[2].split(":")[0] if "//" in route.request.url else ""
        if route.request.url.startswith(("data:", "blob:")) or host == "127.0.0.1":
            route.continue_()
        else:
            window.strangers.append(route.request.url)
            route.abort()

    context.route("**/*", guard)
    yield window
    context.close()
