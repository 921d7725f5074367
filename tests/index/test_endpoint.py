import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from index.embedding import open_embedder
from index.errors import ShelfError


def vector(text):
    return [float(len(text)), 3.0, 4.0]


class Server:
    """An embeddings server on loopback; ``reply`` may be set to (status, body) to make it fail."""

    def __init__(self):
        self.asked, self.reply, outer = [], None, self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append((self.path, body, dict(self.headers)))
                rows = [vector(text) for text in body["input"]]
                data = [{"index": n, "embedding": row} for n, row in enumerate(rows)][::-1]
                good = {"embeddings": rows} if self.path == "/api/embed" else {"data": data}
                status, words = outer.reply or (200, json.dumps(good))
                self.send_response(status)
                self.send_header("Location", f"{outer.url}/elsewhere")
                self.end_headers()
                self.wfile.write(words.encode())

            def log_message(self, *_):
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()

    def close(self):
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def server():
    server = Server()
    yield server
    server.close()


@pytest.mark.parametrize(
    ("spec", "path"), [("openai:bge-m3", "/v1/embeddings"), ("ollama:bge-m3", "/api/embed")]
)
def test_a_server_gives_the_vectors_in_the_order_of_the_texts(server, spec, path):
    embedder = open_embedder(spec, server.url + "/v1", "sk-TEST")
    assert server.asked == [] and embedder.name == spec
    texts = ["甲", "", "主体责任", "x" * 7] + ["压实责任"] * 70
    vectors = embedder.embed(texts)
    wanted = np.array([vector(text) if text else [0, 0, 0] for text in texts])
    norms = np.maximum(np.linalg.norm(wanted, axis=1, keepdims=True), 1)
    assert np.allclose(vectors, wanted / norms, atol=1e-6) and vectors.dtype == np.float32
    assert embedder.dim == 3 and [len(body["input"]) for _, body, _ in server.asked] == [64, 9]
    asked_path, body, headers = server.asked[0]
    assert asked_path == path and body["model"] == "bge-m3" and headers["Authorization"] == "Bearer sk-TEST"


def test_the_width_is_asked_for_when_there_is_nothing_to_embed(server):
    assert open_embedder("openai:m", server.url).embed([]).shape == (0, 3)


@pytest.mark.parametrize(
    "reply",
    [
        (401, '{"error": "sk-CANARY"}'),
        (302, ""),
        (200, "<html>"),
        (200, "{}"),
        (200, '{"data": null}'),
        (200, '{"data": [{"index": 0, "embedding": []}]}'),
        (200, '{"data": [{"index": 0, "embedding": ["NaN"]}]}'),
        (200, '{"data": []}'),
        (200, "[" * 100_000),
    ],
)
def test_a_reply_that_is_no_vector_is_told_without_the_servers_words(server, reply):
    server.reply = reply
    with pytest.raises(ShelfError) as told:
        open_embedder("openai:m", server.url, "sk-CANARY").embed(["试"])
    assert told.value.code == "embedder_unreachable" and "CANARY" not in str(told.value.values)
    assert len(server.asked) == 1


def test_a_server_that_is_not_there_is_told(server):
    server.close()
    with pytest.raises(ShelfError) as told:
        open_embedder("ollama:m", server.url).embed(["试"])
    assert told.value.code == "embedder_unreachable"


@pytest.mark.parametrize("address", ["ftp://host/v1", "http://", "file:///etc/passwd"])
def test_what_is_no_address_is_told_before_anything_is_sent(address):
    with pytest.raises(ShelfError) as told:
        open_embedder("openai:m", address)
    assert told.value.code == "embedder_unknown"


def test_a_proxy_of_the_environment_does_not_carry_what_is_meant_for_this_machine(server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert open_embedder("openai:m", server.url).dim == 3


def test_a_server_that_changes_its_width_is_told(server):
    embedder = open_embedder("openai:m", server.url)
    embedder.embed(["试"])
    server.reply = (200, '{"data": [{"index": 0, "embedding": [1.0]}]}')
    with pytest.raises(ShelfError) as told:
        embedder.embed(["试"])
    assert told.value.code == "embedder_unreachable"
