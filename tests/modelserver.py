"""A real HTTP server on loopback that speaks like an OpenAI-compatible one and like Ollama, or fails as told.

``with ModelServer(Reply("开会3次。[F1]")) as server: ModelSettings("openai:test", server.url)``. Replies are
taken one after another, the last one for all further requests. ``server.requests`` keeps what was asked.
"""

import json
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

MODES = (
    "reply", "hang", "close", "status", "redirect", "html", "not_json", "empty_body", "no_choices",
    "null_content", "wrong_types", "huge", "cut", "no_finish", "bad_json_in_stream", "error_in_stream",
    "drip", "endless", "stall", "bad_utf8", "length", "repeat", "packed", "late",
)  # fmt: skip


@dataclass
class Reply:
    """What to answer, and how to fail at it."""

    text: str = ""
    mode: str = "reply"
    status: int = 200
    body: str = '{"error": {"message": "scripted, key sk-CANARY", "type": "x", "code": null}}'
    headers: dict = field(default_factory=dict)
    pause: float = 0.0
    """Seconds between pieces."""
    size: int = 4
    """Characters of a piece."""
    reasoning: str = ""


class ModelServer:
    def __init__(self, *replies: Reply, models=("test-model",)):
        self.replies = list(replies) or [Reply("好。")]
        self.models = models
        self.requests: list[dict] = []
        self.headers: list[dict] = []
        self.paths: list[str] = []
        self.stopped = threading.Event()

    def __enter__(self):
        owner = self

        class Handler(_Handler):
            server_owner = owner

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def host(self):
        return f"127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self):
        return f"http://{self.host}/v1"

    @property
    def text(self):
        """Everything that was asked, as one text."""
        return json.dumps(self.requests, ensure_ascii=False)

    def next(self):
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_owner: ModelServer

    def log_message(self, *_):
        pass

    def handle(self):
        with suppress(OSError):  # the client cut the connection: that is what some tests are about
            super().handle()

    def do_GET(self):
        owner = self.server_owner
        owner.paths.append(self.path)
        owner.headers.append(dict(self.headers))
        if owner.replies[0].mode in ("status", "redirect", "html", "hang"):
            self._whole(owner.replies[0])
        elif self.path == "/api/tags":
            self._json({"models": [{"name": name} for name in owner.models]})
        else:
            self._json({"object": "list", "data": [{"id": name} for name in owner.models]})

    def do_POST(self):
        owner = self.server_owner
        owner.paths.append(self.path)
        owner.headers.append(dict(self.headers))
        owner.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        reply = owner.next()
        if self._whole(reply):
            return
        self.send_response(200)
        ollama = self.path == "/api/chat"
        self.send_header("Content-Type", "application/x-ndjson" if ollama else "text/event-stream")
        if reply.mode == "packed":
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Connection", "close")
        self.end_headers()
        for piece in self._lines(reply, ollama):
            self.wfile.write(piece)
            self.wfile.flush()
        self.close_connection = True

    def _whole(self, reply):
        """Answers that are no stream; True when one was given."""
        if reply.mode == "hang":
            self.server_owner.stopped.wait(30)
        elif reply.mode == "status":
            self._send(reply.status, reply.body.encode(), "application/json", reply.headers)
        elif reply.mode == "redirect":
            self._send(reply.status, b"", "text/plain", reply.headers)
        elif reply.mode == "html":
            self._send(200, b"<html><body>Welcome</body></html>", "text/html", {})
        elif reply.mode == "not_json":
            self._send(200, b"data: this is no json\n\n", "text/event-stream", {})
        elif reply.mode == "empty_body":
            self._send(200, b"", "text/event-stream", {})
        elif reply.mode != "close":
            return False
        self.close_connection = True
        return True

    def _lines(self, reply, ollama):
        speak = _ollama if ollama else _openai
        yield from speak("", None) if reply.mode != "stall" else ()
        if reply.reasoning:
            yield _event({"reasoning_content": reply.reasoning}, None)
        yield from _body(reply, speak, self.server_owner.stopped)
        if reply.mode in ("cut", "no_finish", "stall"):
            return
        yield from speak("", "length" if reply.mode == "length" else "stop")
        if not ollama:
            yield b"data: [DONE]\n\n"

    def _json(self, value):
        self._send(200, json.dumps(value).encode(), "application/json", {})

    def _send(self, status, body, kind, headers):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


def _body(reply, speak, stopped):
    """The pieces of a reply in its mode."""
    odd = {
        "no_choices": b'data: {"id": "1", "object": "chat.completion.chunk", "choices": []}\n\n',
        "null_content": _event({"content": None}, None),
        "wrong_types": b'data: {"id": 1, "choices": {"delta": "x"}}\n\n',
        "bad_utf8": b'data: {"id": "1", "choices": [{"index": 0, "delta": {"content": "\xff\xfe"}}]}\n\n',
        "bad_json_in_stream": b'data: {"id": "1", "choi\n\n',
        "error_in_stream": b'data: {"error": {"message": "overloaded sk-CANARY", "type": "x"}}\n\n',
        "huge": _event({"content": "长" * 3_000_000}, None),
    }
    if reply.mode in ("endless", "repeat", "drip"):
        for number in count():
            if stopped.wait(reply.pause):
                return
            yield from speak(reply.text if reply.mode == "repeat" else f"第{number}件事已经办妥，", None)
    if reply.mode == "late":
        stopped.wait(reply.pause)
    for start in range(0, len(reply.text), reply.size):
        time.sleep(0 if reply.mode == "late" else reply.pause)
        yield from speak(reply.text[start : start + reply.size], None)
    if reply.mode in odd:
        yield odd[reply.mode]
    if reply.mode == "stall":
        stopped.wait(30)


def _openai(text, finish):
    yield _event({"role": "assistant", "content": text}, finish)


def _event(delta, finish):
    chunk = {
        "id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "test-model",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }  # fmt: skip
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


def _ollama(text, finish):
    row = {
        "model": "test-model", "created_at": "2025-01-01T00:00:00Z", "done": finish is not None,
        "message": {"role": "assistant", "content": text},
    }  # fmt: skip
    if finish:
        row["done_reason"] = finish
    yield (json.dumps(row, ensure_ascii=False) + "\n").encode()
