"""Starts the interface: ``python -m ui``, or ``zhibi ui``."""

import logging
import os
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from assistant.settings import open_settings
from ui.leading import lead_home

HERE = Path(__file__).parent


def main() -> None:
    """Become a Streamlit server on a loopback address, with our settings whatever the folder."""
    settings = open_settings()
    port = free_port(settings.address, settings.port)
    words = [
        "streamlit", "run", str(HERE / "app.py"),
        "--server.address", settings.address, "--server.port", str(port),
        "--server.fileWatcherType", "none", "--server.runOnSave", "false", "--server.maxUploadSize", "100",
        "--server.enableXsrfProtection", "true", "--server.headless", "true",
        "--server.enableStaticServing", "true",
        "--server.disconnectedSessionTTL", "600", "--browser.gatherUsageStats", "false",
        "--runner.magicEnabled", "false", "--runner.fastReruns", "false", "--client.showErrorDetails", "none",
        "--client.toolbarMode", "viewer", "--logger.hideWelcomeMessage", "true",
        "--theme.light.primaryColor", "#9e1b1b", "--theme.dark.primaryColor", "#e06b62",
        "--theme.light.textColor", "#22211f", "--theme.dark.textColor", "#eceae6",
        "--theme.light.backgroundColor", "#ffffff", "--theme.dark.backgroundColor", "#161615",
        "--theme.baseRadius", "6px",
        "--theme.font", "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
    ]  # fmt: skip
    from streamlit.web import cli

    lead_home()

    url = f"http://{settings.address}:{port}"
    print(f"Zhibi 执笔: {url}", flush=True)  # noqa: T201 - the one line a terminal needs
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        threading.Timer(1.5, webbrowser.open, [url]).start()
    threading.Thread(target=warm_up, name="zhibi-warm-up", daemon=True).start()
    sys.argv = words
    cli.main()


def warm_up() -> None:
    """Load the pages and open the shelf while the browser is still on its way: a second of its wait."""
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    with suppress(Exception):  # a folder in use, a wrong setting: the page tells it in a sentence
        for page in ("ui.draft_page", "ui.library_page", "ui.settings_page"):
            import_module(page)
        import_module("ui.state").assistant()


def free_port(address: str, wanted: int) -> int:
    """The wanted port, or the next free one of the twenty after it."""
    for port in range(wanted, wanted + 21):
        with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as s:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                s.bind((address, port))
            except OSError:
                continue
        return port
    return wanted


if __name__ == "__main__":
    main()
