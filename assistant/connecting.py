"""Address of a model's server -> a guarded connection to it, and to nothing else.

No redirect is followed, so a prompt goes where the writer said and nowhere on. A proxy of the
environment never carries what is meant for this machine. What a server sends is bounded. The
connection can be cut from another thread while a read waits.
"""

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit, urlunsplit

CONNECT_S: Final = 10.0
"""Seconds to wait until a server accepts the connection."""
BYTES: Final = 64 * 1024 * 1024
"""Bytes one reply may have on the wire; each token comes in some 250."""

_TALKATIVE: Final = ("x-stainless-", "openai-organization", "openai-project")
"""Headers a client library adds of its own: about this machine, or out of the environment."""


class AddressError(ValueError):
    """An address that names no server."""


def server(address: str, default_path: str = "") -> str:
    """A server's address in full: scheme and host said, no slash at the end, no query.

    >>> server("127.0.0.1:8000", "/v1")
    'http://127.0.0.1:8000/v1'

    Raises:
        AddressError: it is not the address of an http or https server.
    """
    text = address.strip()
    parts = _split(text if "://" in text else f"http://{text}")
    path = parts.path.rstrip("/").removesuffix("/chat/completions").rstrip("/") or default_path
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def place(address: str) -> str:
    """Host and port of an address, for the writer to read; never a name or password in it."""
    parts = urlsplit(address)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{host}:{parts.port}" if parts.port else str(host)


def is_loopback(address: str) -> bool:
    """Whether an address is of this machine."""
    host = urlsplit(address).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Connection:
    """One request's way to a server; made for each request, cut or closed after it."""

    def __init__(self, address: str, deadline_s: float) -> None:
        self.address = address
        self.deadline_s = deadline_s
        self._sockets: list[socket.socket] = []
        self._is_cut = False

    def options(self) -> dict[str, Any]:
        """Keyword arguments for an ``httpx.Client``; no certificates are read for an ``http`` address."""
        import httpx

        plain = (
            {"verify": ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)} if self.address.startswith("http:") else {}
        )
        return plain | {
            "follow_redirects": False,
            "trust_env": not is_loopback(self.address),
            "timeout": httpx.Timeout(self.deadline_s, connect=min(CONNECT_S, self.deadline_s)),
            "headers": {"Accept-Encoding": "identity"},
            "event_hooks": {"request": [self._watch], "response": [self._bound]},
        }

    def cut(self) -> None:
        """End the connection now; a read that waits in another thread returns with an error."""
        self._is_cut = True
        for held in self._sockets:
            with suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)

    def _watch(self, request: Any) -> None:  # noqa: ANN401 (httpx.Request; httpx is imported late)
        for name in [name for name in request.headers if name.startswith(_TALKATIVE)]:
            del request.headers[name]
        request.extensions["trace"] = self._opened

    def _opened(self, event: str, info: dict[str, Any]) -> None:
        if not event.endswith(("connect_tcp.complete", "start_tls.complete")):
            return
        held = info["return_value"].get_extra_info("socket")
        if isinstance(held, socket.socket):
            self._sockets.append(held)
        if self._is_cut:
            self.cut()

    def _bound(self, response: Any) -> None:  # noqa: ANN401 (httpx.Response)
        import httpx

        if response.headers.get("content-encoding", "identity").lower() not in ("identity", ""):
            raise httpx.DecodingError("the reply is packed", request=response.request)

        class Bounded(httpx.SyncByteStream):
            def __init__(self, stream: httpx.SyncByteStream) -> None:
                self._stream = stream

            def __iter__(self) -> Iterator[bytes]:
                left = BYTES
                for piece in self._stream:
                    left -= len(piece)
                    if left < 0:
                        raise httpx.ReadError("the reply is too long")
                    yield piece

            def close(self) -> None:
                self._stream.close()

        response.stream = Bounded(response.stream)


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise AddressError(text) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or any(c.isspace() for c in text):
        raise AddressError(text)
    return parts
