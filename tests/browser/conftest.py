"""A real server over a data folder and a real Chromium; skipped in plain sight where none is found."""

import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from assistant.service import Assistant
from assistant.settings import open_settings
from tests.browser.serving import chromium, serving
from tests.browser.waiting import SLOW

SHUT = ("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
"""No name but this machine's leads anywhere."""


@pytest.fixture(scope="session")
def shelved(tmp_path_factory):
    """A data folder with the bundled reports on its shelf, to be copied."""
    folder = tmp_path_factory.mktemp("shelved") / "data"
    with Assistant(open_settings(folder)) as desk:
        desk.welcome()
    return folder


@pytest.fixture(scope="session")
def common(shelved, browser, tmp_path_factory):
    """One interface over a shelf, for every module that asks for nothing else."""
    data = tmp_path_factory.mktemp("common") / "data"
    shutil.copytree(shelved, data)
    with serving(data) as running:
        yield running


@pytest.fixture(scope="module")
def server(request, browser, tmp_path_factory):
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
    with serving(data, prepared(data) if prepared else None) as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium(), args=SHUT)
        expect.set_options(timeout=SLOW)
        yield running
        running.close()


@pytest.fixture
def page(browser, server):
    """A window in Chinese that remembers every request for another machine."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1500, "height": 1000})
    context.set_default_timeout(SLOW)
    strangers = []

    def look(request):
        if not request.url.startswith((f"{server.url}/", server.url.replace("http", "ws"), "data:", "blob:")):
            strangers.append(request.url)

    context.on("request", look)
    context.on("page", lambda opened: opened.on("websocket", look))
    window = context.new_page()
    window.strangers = strangers
    yield window
    context.close()
