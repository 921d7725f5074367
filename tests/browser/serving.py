"""Data folder -> ``zhibi ui`` over it, on a port of its own, to be stopped and started again."""

import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PORTS = range(20_000, 32_000)
"""Below those the system gives to outgoing connections: one of these could take a stopped server's place."""
START_S = 60
"""Seconds a start may take; on a machine at rest it is one."""


def chromium():
    """Where the browser is; skips in plain sight where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine: browser tests did not run")
    return found


@dataclass
class Server:
    """``zhibi ui`` over one data folder."""

    data: Path
    settings: dict = field(default_factory=dict)
    """ZHIBI_… -> value, besides the folder and the port."""
    prepared: object = None
    """What the module put into the folder before the start."""
    port: int = field(default_factory=lambda: free_port())
    process: subprocess.Popen | None = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self):
        """What the interface said."""
        return self.data.with_name("ui.log")

    def start(self):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("ZHIBI_")}
        environment |= {"ZHIBI_DATA": str(self.data), "ZHIBI_PORT": str(self.port), "LANG": "C.UTF-8"}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "ui"], cwd=ROOT, env=environment | self.settings,
                stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        ends = time.monotonic() + START_S
        while not self.answers():
            assert self.process.poll() is None and time.monotonic() < ends, self.log.read_text()
            time.sleep(0.05)
        told = re.search(r"http://127\.0\.0\.1:(\d+)", self.log.read_text())
        assert told and int(told[1]) == self.port, "another program took the port"

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait(60)
            self.process = None


def free_port():
    """A port nothing listens on, drawn: test runs beside one another hardly ever draw the same."""
    for port in random.SystemRandom().sample(PORTS, 100):
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    raise AssertionError("no free port")


@contextmanager
def serving(data, prepared=None, **settings):
    """A server over a folder, stopped at the end."""
    running = Server(data, settings, prepared)
    running.start()
    try:
        yield running
    finally:
        running.stop()
