"""Prints when a browser first shows something, and when the writer can press the button. Needs Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

LIMIT_S = 2.0
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def main():
    """Three starts of the server: the very first of a data folder, then two more."""
    print(f"{'start':<8}{'server s':>9}{'paint s':>9}{'paint/limit':>12}{'button s':>10}{'draft s':>9}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        for number in range(3):
            row = _start(Path(folder) / "data", browser)
            print(f"{'first' if number == 0 else 'again':<8}{row[0]:>9.2f}{row[1]:>9.2f}"
                  f"{row[1] / LIMIT_S:>12.2f}{row[2]:>10.2f}{row[3]:>9.2f}")  # fmt: skip
        browser.close()


def _chromium():
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(found for name in names if (found := shutil.which(name)))


def _start(data, browser):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    begin = time.perf_counter()
    environment = os.environ | {"ZHIBI_DATA": str(data), "ZHIBI_PORT": str(port)}
    server = subprocess.Popen([sys.executable, "-m", "ui"], env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        up = time.perf_counter() - begin
        page = browser.new_page(locale="zh-CN")
        begin = time.perf_counter()
        page.goto(f"http://127.0.0.1:{port}")
        button = page.get_by_role("button", name="起草").first
        button.wait_for(timeout=60_000)
        seen = time.perf_counter() - begin
        paint = page.evaluate(PAINT) / 1000
        begin = time.perf_counter()
        page.get_by_role("button", name="起草这一节").or_(page.get_by_role("button", name="重新起草")).click()
        page.locator(".zb-s").first.wait_for(timeout=60_000)
        drafted = time.perf_counter() - begin
        page.close()
        return up, paint, seen, drafted
    finally:
        server.terminate()
        server.wait(20)


def _wait(port):
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the interface did not start")


if __name__ == "__main__":
    main()
