import threading
import time

import httpx
import pytest

from assistant.connecting import AddressError, Connection, is_loopback, place, server
from tests.modelserver import ModelServer, Reply


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("127.0.0.1:8000", "http://127.0.0.1:8000/v1"),
        (" https://models.example/ ", "https://models.example/v1"),
        ("http://h:1/api/v3/", "http://h:1/api/v3"),
        ("http://h:1/v1/chat/completions", "http://h:1/v1"),
        ("http://h:1/v1?key=x#y", "http://h:1/v1"),
        ("[::1]:8000", "http://[::1]:8000/v1"),
    ],
)
def test_an_address_is_written_out_in_full(written, full):
    assert server(written, "/v1") == full


@pytest.mark.parametrize("written", ["", "ftp://h", "http://", "http://h:99999", "http://a b", "file:///x"])
def test_what_names_no_server_is_refused(written):
    with pytest.raises(AddressError):
        server(written, "/v1")


def test_a_place_shows_neither_name_nor_password():
    assert place("https://writer:secret@models.example:8443/v1") == "models.example:8443"
    assert place("http://[::1]:8000/v1") == "[::1]:8000"


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:1", True), ("http://localhost", True), ("http://[::1]:1", True),
        ("http://10.0.0.1", False), ("http://127.0.0.1.example", False), ("https://localhost.example", False),
    ],
)  # fmt: skip
def test_this_machine_is_told_from_others(address, here):
    assert is_loopback(address) is here


def test_no_redirect_is_followed_and_nothing_of_this_machine_is_told():
    with (
        ModelServer(Reply("好。")) as canary,
        ModelServer(Reply(mode="redirect", status=302, headers={"Location": canary.url})) as moved,
    ):
        options = Connection(moved.url, 2).options()
        options["headers"]["X-Stainless-OS"] = "Linux"
        with httpx.Client(**options) as client:
            assert client.get(f"{moved.url}/models").status_code == 302
        assert canary.paths == []
        assert not any(name.lower().startswith("x-stainless") for name in moved.headers[0])


def test_a_read_that_waits_ends_when_another_thread_cuts_the_connection():
    with ModelServer(Reply(mode="hang")) as slow:
        connection = Connection(slow.url, 60)
        threading.Timer(0.2, connection.cut).start()
        start = time.monotonic()
        with httpx.Client(**connection.options()) as client, pytest.raises(httpx.TransportError):
            client.get(f"{slow.url}/models")
        assert time.monotonic() - start < 15


def test_a_reply_of_more_bytes_than_a_section_can_have_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr("assistant.connecting.BYTES", 1000)
    with ModelServer(models=("m" * 900, "n" * 900)) as server_:
        connection = Connection(server_.url, 5)
        with httpx.Client(**connection.options()) as client, pytest.raises(httpx.ReadError):
            client.get(f"{server_.url}/models")
