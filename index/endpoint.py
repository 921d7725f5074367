"""Texts -> vectors of an embedding model behind an address: an OpenAI-compatible server or Ollama.

The one place of the shelf that speaks to a network, and only when a setting names such a model. No redirect
is followed, so samples go where the writer said and nowhere on; a proxy of the environment never carries
what is meant for this machine. A server's own words reach no message: they may hold keys.
"""

import ipaddress
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.errors import ShelfError

ADDRESSES = {"openai": "https://api.openai.com/v1", "ollama": "http://127.0.0.1:11434"}
PATHS = {"openai": "/embeddings", "ollama": "/api/embed"}
AT_ONCE = 64
"""Texts in one request."""
MOST_BYTES = 64 * 1024 * 1024
DEADLINE_S = 60.0


class Endpoint:
    """An embedding model of a server; nothing is sent before the first text is to be embedded.

    Raises:
        ShelfError: ``embedder_unknown`` at once for what is no address; ``embedder_unreachable`` from ``dim``
            and ``embed`` when the server does not answer, refuses, or answers with something else.
    """

    def __init__(
        self, spec: str, base_url: str = "", api_key: str = "", deadline_s: float = DEADLINE_S
    ) -> None:
        self.name = spec
        self._kind, _, self._model = spec.partition(":")
        address = base_url.strip() or ADDRESSES[self._kind]
        parts = urlsplit(address if "://" in address else f"http://{address}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ShelfError("embedder_unknown", spec=f"{spec} ({base_url})")
        self._address = parts.geturl().rstrip("/")
        if self._kind == "ollama":
            self._address = self._address.removesuffix("/v1")
        self._host, self._key, self._deadline_s = parts.hostname, api_key, deadline_s
        self._dim = 0

    @property
    def dim(self) -> int:
        """Length of a vector, as the server's first one tells."""
        if not self._dim:
            self.embed(["一"])
        return self._dim

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of shape ``(len(texts), dim)`` of L2 norm 1; 0 for a blank text, which is not sent."""
        kept = [place for place, text in enumerate(texts) if text.strip()]
        parts = (kept[at : at + AT_ONCE] for at in range(0, len(kept), AT_ONCE))
        rows = [row for part in parts for row in self._ask(texts, part)]
        vectors = np.zeros((len(texts), self._dim or self.dim), np.float32)
        if rows:
            found = np.asarray(rows, np.float32)
            vectors[kept] = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12)
        return vectors

    def _ask(self, texts: Sequence[str], places: Sequence[int]) -> list[list[float]]:
        asked = [texts[place].encode("utf-8", "replace").decode("utf-8") for place in places]
        rows = _rows(self._kind, self._sent({"model": self._model, "input": asked}), len(asked))
        widths = {len(row) for row in rows} if rows else set()
        if rows is None or len(widths) != 1 or 0 in widths or self._dim not in (0, *widths):
            raise self._unreachable("reply")
        self._dim = widths.pop()
        return rows

    def _sent(self, body: dict[str, object]) -> object:
        import httpx

        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        client = httpx.Client(
            timeout=httpx.Timeout(self._deadline_s, connect=min(10.0, self._deadline_s)),
            follow_redirects=False,
            trust_env=not _is_loopback(self._host),
        )
        address = self._address + PATHS[self._kind]
        try:
            with client, client.stream("POST", address, json=body, headers=headers) as got:
                if got.status_code != 200:
                    raise self._unreachable(f"HTTP {got.status_code}")
                return json.loads(_bounded(got.iter_bytes()))
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, RecursionError) as fault:
            raise self._unreachable(type(fault).__name__) from None

    def _unreachable(self, detail: str) -> ShelfError:
        return ShelfError("embedder_unreachable", spec=self.name, host=self._host, detail=detail)


def _bounded(pieces: Any) -> bytes:  # noqa: ANN401 - an iterator of bytes of a late import
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) > MOST_BYTES:
            raise ValueError("the reply is too long")
    return bytes(held)


def _rows(kind: str, reply: object, count: int) -> list[list[float]] | None:
    """The vectors of a reply in the order of the texts; None when it holds something else."""
    try:
        if kind == "ollama":
            rows = reply["embeddings"]  # type: ignore[index]
        else:
            data = sorted(reply["data"], key=lambda one: one["index"])  # type: ignore[index]
            rows = [one["embedding"] for one in data]
        floats = [[float(value) for value in row] for row in rows]
    except (KeyError, TypeError, ValueError, IndexError):
        return None
    return floats if len(floats) == count and all(np.isfinite(row).all() for row in floats) else None


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
