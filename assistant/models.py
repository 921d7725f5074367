"""Messages -> the pieces of a model's reply. The one place that imports LangChain.

Every fault comes out as a ``ModelError`` of a closed set of codes. A reply that stops early is told by
a ``ModelError`` after its last piece, so what arrived can be kept and marked incomplete. A server's own
words never reach a message: they may hold keys.
"""

import os
import queue
import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from assistant.connecting import AddressError, Connection, is_loopback, place, server
from assistant.failing import code_of
from assistant.receiving import Thoughts, repeats
from index.errors import ShelfError

OPENAI: Final = "https://api.openai.com/v1"
OLLAMA: Final = "http://127.0.0.1:11434"
CODES: Final = frozenset(
    (
        "model_name_wrong", "model_address_wrong", "model_needs_key", "model_unreachable", "model_dropped",
        "model_refused_key", "model_unpaid", "model_unknown", "model_busy", "model_moved",
        "model_too_much", "model_refused", "model_failed", "model_bad_reply", "model_timeout",
        "model_stalled", "model_empty", "model_cut_off", "model_too_long", "model_repeats",
        "model_other_language", "model_unknown_sources", "model_no_outline",
    )
)  # fmt: skip
"""Every code a ``ModelError`` may bear."""
_AGAIN: Final = frozenset(("model_busy", "model_dropped", "model_failed", "model_refused"))
"""Faults after which one more try, without settings of our own, is worth it."""
_STOPPED: Final = frozenset(("model_timeout", "model_stalled", "model_too_long", "model_repeats"))
"""Faults that tell by themselves why a reply that had begun is incomplete."""
PAUSE_S: Final = 1.0
_TICK_S: Final = 0.05
_TRACING: Final = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")
_FINISHED: Final = frozenset(("stop", "eos", "end_turn", "stop_sequence"))
_TEMPERATURE: Final = 0.3
"""Low, as a draft should stay by its facts; OpenAI's own server is left to its models' defaults."""
_SMALLEST_CONTEXT: Final = 8192
"""Tokens; Ollama's own default silently drops the beginning of longer prompts."""


class ModelError(ShelfError):
    """A fault of a model or its server; ``code`` is one of ``CODES``."""


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """How a model is reached."""

    name: str = "none"
    """``none``, ``openai:NAME`` or ``ollama:NAME``."""
    base_url: str = ""
    api_key: str = field(default="", repr=False)
    deadline_s: float = 120.0
    """Seconds for the whole reply."""
    idle_s: float = 45.0
    """Seconds a reply that has begun may pause; before it begins only the deadline counts."""
    limit: int = 20_000
    """Characters after which a reply is stopped."""


def stream(
    messages: Sequence[tuple[str, str]], settings: ModelSettings, cancel: Callable[[], bool] | None = None
) -> Iterator[str]:
    """The reply to (role, text) messages, piece by piece as it comes, thoughts left out.

    Ends without a word once ``cancel`` says so. Tries once more where a server was busy or failed
    before anything had arrived, all within one deadline.

    Raises:
        ModelError: any fault, before the first piece or after the last one.
    """
    ends = time.monotonic() + settings.deadline_s
    arrived = False
    for attempt in range(2):
        try:
            for piece in _attempt(messages, settings, ends, cancel, plain=attempt > 0):
                arrived = True
                yield piece
            return
        except ModelError as error:
            if arrived or attempt or error.code not in _AGAIN or time.monotonic() + PAUSE_S > ends:
                raise
            if _paused(cancel):
                return


def detect_ollama(timeout_s: float = 0.3) -> list[str]:
    """Models of an Ollama on this machine; empty when there is none. Never looks anywhere else."""
    address = OLLAMA
    configured = os.environ.get("OLLAMA_HOST", "")
    try:
        if configured and is_loopback(server(_with_port(configured))):
            address = server(_with_port(configured))
        body = _get(Connection(address, timeout_s), "/api/tags", {})
    except Exception:  # whatever answers there, or does not, is no Ollama
        return []
    return _names(body, "models", "name")


def list_models(settings: ModelSettings) -> list[str]:
    """Names of the models that the configured server offers; empty where it does not list them.

    Raises:
        ModelError: the server cannot be reached or refuses.
    """
    provider, _ = _parted(settings)
    address = _address(settings)
    connection = Connection(address, min(settings.deadline_s, 10.0))
    headers = {"Authorization": f"Bearer {settings.api_key}"} if settings.api_key else {}
    try:
        if provider == "ollama":
            return _names(_get(connection, "/api/tags", headers), "models", "name")
        return _names(_get(connection, "/models", headers), "data", "id")
    except Exception as error:
        raise _told(error, settings) from None


# ---- one try ------------------------------------------------------------------------------------------


def _attempt(
    messages: Sequence[tuple[str, str]],
    settings: ModelSettings,
    ends: float,
    cancel: Callable[[], bool] | None,
    plain: bool,
) -> Iterator[str]:
    connection = Connection(_address(settings), max(ends - time.monotonic(), 0.1))
    arriving: queue.Queue[str | BaseException | None] = queue.Queue()
    worker = threading.Thread(
        target=_fetch, args=(messages, settings, connection, arriving, plain), name="zhibi-model", daemon=True
    )
    worker.start()
    try:
        yield from _bounded(_received(arriving, settings, ends, cancel), settings)
    finally:
        connection.cut()


def _received(
    arriving: "queue.Queue[str | BaseException | None]",
    settings: ModelSettings,
    ends: float,
    cancel: Callable[[], bool] | None,
) -> Iterator[str]:
    """Pieces off the queue until the reply ends; a worker that hangs cannot hold the writer up."""
    stalls, heard = ends, 0
    while cancel is None or not cancel():
        now = time.monotonic()
        if now > ends:
            raise ModelError("model_timeout", seconds=f"{settings.deadline_s:g}")
        if now > stalls:
            raise ModelError("model_stalled", seconds=f"{settings.idle_s:g}", place=place(_address(settings)))
        try:
            item = arriving.get(timeout=_TICK_S)
        except queue.Empty:
            continue
        if item is None:
            return
        if isinstance(item, BaseException):
            raise _told(item, settings)
        heard += 1
        if heard > 1:  # the first chunk may be a greeting, sent before a slow machine has read the prompt
            stalls = time.monotonic() + settings.idle_s
        yield item
    raise _Cancelled


class _Cancelled(Exception):
    """The writer left."""


def _bounded(pieces: Iterator[str], settings: ModelSettings) -> Iterator[str]:
    """Pieces without thoughts, no more than the limit, no loop; faults after text are a cut-off reply."""
    thoughts = Thoughts()
    written = ""
    try:
        for piece in pieces:
            shown = thoughts.feed(piece)[: settings.limit - len(written)]
            written += shown
            if shown:
                yield shown
            if len(written) >= settings.limit:
                raise ModelError("model_too_long", limit=settings.limit)
            if repeats(written):
                raise ModelError("model_repeats")
    except _Cancelled:
        return
    except ModelError as error:
        if written.strip() and error.code not in _STOPPED:
            raise ModelError("model_cut_off") from None
        raise
    if rest := thoughts.end():
        yield rest
    if not (written + rest).strip():
        raise ModelError("model_empty", model=_parted(settings)[1])


def _fetch(
    messages: Sequence[tuple[str, str]],
    settings: ModelSettings,
    connection: Connection,
    arriving: "queue.Queue[str | BaseException | None]",
    plain: bool,
) -> None:
    """Run the request, in a thread of its own: nothing it raises or waits for can hang the caller."""
    try:
        reason = ""
        with _untraced():
            size = sum(len(text) for _, text in messages)
            for chunk in _chat(settings, connection, size, plain).stream(list(messages)):
                arriving.put(str(chunk.text))  # an empty one too: a model that thinks is no idle one
                about = chunk.response_metadata
                reason = str(about.get("finish_reason") or about.get("done_reason") or reason)
        arriving.put(None if reason in _FINISHED else ModelError("model_cut_off"))
    except BaseException as error:  # handed to the caller, who tells it
        arriving.put(error)


def _chat(settings: ModelSettings, connection: Connection, size: int, plain: bool) -> Any:  # noqa: ANN401
    """A LangChain chat model over the guarded connection.

    Args:
        settings: Which model.
        connection: The way to it.
        size: Characters of the request.
        plain: Leave every setting of the model to its server.
    """
    from langchain.chat_models import init_chat_model

    provider, name = _parted(settings)
    options = connection.options()
    given: dict[str, Any] = {"base_url": connection.address}
    if not plain and place(connection.address) != place(OPENAI):
        given["temperature"] = _TEMPERATURE
    if provider == "ollama":
        if settings.api_key:
            options["headers"]["Authorization"] = f"Bearer {settings.api_key}"
        room = max(_SMALLEST_CONTEXT, -(-(size + 4096) // 4096) * 4096)
        given |= {"sync_client_kwargs": options, "num_ctx": room}
    else:
        import httpx

        given |= {
            "api_key": settings.api_key or "none",
            "http_client": httpx.Client(**options),
            "timeout": options["timeout"],
            "max_retries": 0,
            "use_responses_api": False,
            "http_socket_options": (),
            "openai_proxy": "",
        }
    return init_chat_model(name, model_provider=provider, **given)


@contextmanager
def _untraced() -> Iterator[None]:
    """Nothing is sent to a tracing service, whatever the environment says."""
    for name in _TRACING:
        os.environ[name] = "false"
    from langsmith.run_helpers import tracing_context

    with tracing_context(enabled=False):
        yield


def _parted(settings: ModelSettings) -> tuple[str, str]:
    provider, _, name = settings.name.partition(":")
    if provider not in ("openai", "ollama") or not name.strip():
        raise ModelError("model_name_wrong", name=settings.name)
    return provider, name.strip()


def _address(settings: ModelSettings) -> str:
    """Address of the configured server in full; says what is missing before anything is sent."""
    provider, _ = _parted(settings)
    try:
        if provider == "ollama":
            configured = settings.base_url or os.environ.get("OLLAMA_HOST", "")
            return server(_with_port(configured)).removesuffix("/v1") if configured else OLLAMA
        address = server(settings.base_url, "/v1") if settings.base_url else OPENAI
    except AddressError:
        raise ModelError("model_address_wrong", address=settings.base_url.split("@")[-1]) from None
    if place(address) == place(OPENAI) and not settings.api_key:
        raise ModelError("model_needs_key", place=place(address))
    return address


def _with_port(host: str) -> str:
    """``OLLAMA_HOST`` as Ollama reads it: a port of its own, and 0.0.0.0 meaning this machine."""
    text = host.strip().replace("0.0.0.0", "127.0.0.1")
    bare = text.split("://", 1)[-1].rstrip("/")
    return text if "://" in text or re.search(r":\d+$", bare) else f"{text.rstrip('/')}:11434"


def _get(connection: Connection, path: str, headers: dict[str, str]) -> Any:  # noqa: ANN401
    import httpx

    with httpx.Client(**connection.options()) as client:
        reply = client.get(connection.address + path, headers=headers)
        reply.raise_for_status()
        return reply.json()


def _names(body: Any, listed: str, name: str) -> list[str]:  # noqa: ANN401
    """Model names out of a server's list, which may be anything."""
    rows = body.get(listed) if isinstance(body, dict) else None
    found = [row.get(name) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [text for text in found if isinstance(text, str) and text.isprintable() and len(text) <= 200]


def _told(error: BaseException, settings: ModelSettings) -> ModelError:
    if isinstance(error, ModelError):
        return error
    code, status = code_of(error)
    _, model = _parted(settings)
    return ModelError(
        code, place=place(_address(settings)), model=model, status=status, seconds=f"{settings.deadline_s:g}"
    )


def _paused(cancel: Callable[[], bool] | None) -> bool:
    """Wait a moment before another try; True when the writer left meanwhile."""
    ends = time.monotonic() + PAUSE_S
    while time.monotonic() < ends:
        if cancel is not None and cancel():
            return True
        time.sleep(_TICK_S)
    return False
