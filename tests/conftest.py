"""No test reaches the network: only addresses of this machine can be connected to.

``make test`` hands one file after another to up to four processes. Examples of properties are the same in
every run; ``pytest --hypothesis-profile seeking`` draws others.
"""

import socket

import pytest
from hypothesis import settings

LOCAL = ("127.0.0.1", "::1", "localhost")

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("seeking", deadline=None, max_examples=1000)
settings.load_profile("steady")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The files that drive a browser come first: beside one another they take longest.

    What drives one is tried a second time where it fails: on a machine with too much to do a press can come
    too late. What fails twice fails.
    """
    for item in items:
        if item.get_closest_marker("browser") is not None:
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOCAL:
            raise AssertionError(f"a test tried to reach {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch):
    import os

    for name in list(os.environ):
        if name.startswith("ZHIBI_"):
            monkeypatch.delenv(name)
