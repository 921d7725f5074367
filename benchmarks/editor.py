"""Types into a long draft with many marks in a real Chromium: how long a key takes to be on the screen.

    python -m benchmarks.editor [KEYS]

The draft holds 30,000 characters and 1,250 figures that no fact states, each marked. A key's time runs from
its keydown event to the second animation frame after it: the text is drawn by then.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from assistant.service import Assistant
from assistant.settings import open_settings

KEYS = 200
MARKS = 1250
LENGTH = 30_000
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
TIMED = """() => { window.times = []; window.frame = [];
  document.addEventListener('keydown', () => {
    const began = performance.now();
    queueMicrotask(() => {}); setTimeout(() => window.times.push(performance.now() - began), 0);
    requestAnimationFrame(() => setTimeout(() => window.frame.push(performance.now() - began), 0));
  }, true); }"""


def long_text() -> str:
    """A text of ``LENGTH`` characters in which ``MARKS`` figures stand."""
    lines = []
    for number in range(MARKS):
        line = f"开展专项检查{number + 1001}次，推动各项工作有序开展"
        lines.append(line + "。" + ("\n" if number % 5 == 4 else ""))
    text = "".join(lines)
    return text + "稳步推进。" * ((LENGTH - len(text)) // 5)


def serve(data: Path, port: int) -> subprocess.Popen[bytes]:
    """The interface over a data folder, once it answers."""
    environment = os.environ | {"ZHIBI_DATA": str(data), "ZHIBI_PORT": str(port)}
    running = subprocess.Popen([sys.executable, "-m", "ui"], env=environment, stdout=subprocess.DEVNULL)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
            return running
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the interface did not start")


def typed(url: str, keys: int) -> dict[str, object]:
    """The figures of one run."""
    from playwright.sync_api import sync_playwright

    chrome = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        page = browser.new_page(locale="zh-CN", viewport={"width": 1440, "height": 900})
        page.goto(url)
        page.get_by_text("编辑", exact=True).first.click(timeout=120_000)
        area = page.get_by_role("textbox", name="草稿正文")
        area.wait_for(timeout=120_000)
        page.wait_for_timeout(3_000)
        area.click()
        page.evaluate(TIMED)
        for _ in range(keys):
            page.keyboard.press("a")
            page.wait_for_timeout(40)
        page.wait_for_timeout(1_000)
        times, frames = sorted(page.evaluate("window.times")), sorted(page.evaluate("window.frame"))
        browser.close()
    return {
        "keys": len(times), "handled_p50_ms": round(times[len(times) // 2], 1),
        "handled_p95_ms": round(times[int(len(times) * 0.95)], 1),
        "drawn_p50_ms": round(frames[len(frames) // 2], 1),
        "drawn_p95_ms": round(frames[int(len(frames) * 0.95)], 1),
    }  # fmt: skip


def main(keys: int) -> None:
    """Prints one row of figures as JSON."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        data = Path(folder) / "data"
        with Assistant(open_settings(data)) as desk:
            new = desk.new_draft("专项检查", "检查3次")
            saved = desk.keep_text(new.id, long_text(), new.revision)
            found = len(desk.findings(saved)[0])
            desk.add_bundled()
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        running = serve(data, port)
        try:
            row = typed(f"http://127.0.0.1:{port}/?draft={saved.id}", keys)
        finally:
            running.terminate()
            running.wait(20)
        sys.stdout.write(json.dumps({"chars": len(saved.body.text), "findings": found} | row) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else KEYS)
