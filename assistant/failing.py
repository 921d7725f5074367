"""What a client library raised -> the code of the fault, told by status and kind, never by its words.

A server's message is looked at for a few known words (balance, context length, which model) and then
dropped: it may hold keys or hostile text.
"""

import re
from collections.abc import Iterator
from typing import Final

_BY_STATUS: Final = {
    401: "model_refused_key",
    402: "model_unpaid",
    403: "model_refused_key",
    404: "model_unknown",
    408: "model_busy",
    413: "model_too_much",
    429: "model_busy",
    503: "model_busy",
    529: "model_busy",
}
_BY_WORDS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), code)
    for pattern, code in (
        (r"insufficient[_ ](?:quota|balance|funds)|exceeded your .{0,20}quota|余额不足|欠费", "model_unpaid"),
        (r"context[_ ](?:length|window|size)|maximum context|too many tokens|too long", "model_too_much"),
        (
            r"model[^.\n]{0,60}(?:not[_ ](?:found|exist)|does not exist|unknown)|no such model",
            "model_unknown",
        ),
    )
)
_LOOKED_AT: Final = 2000
"""Characters of a server's message that are looked at."""
_UNREACHED: Final = frozenset(("ConnectError", "ConnectTimeout", "ProxyError", "gaierror"))
_LATE: Final = frozenset(("ReadTimeout", "WriteTimeout", "PoolTimeout", "APITimeoutError", "TimeoutError"))
_BROKEN: Final = frozenset(("RemoteProtocolError", "ReadError", "WriteError", "CloseError"))


def code_of(error: BaseException) -> tuple[str, str]:
    """(code, status in words a writer may see) of what was raised before any text had arrived."""
    chain = tuple(_chain(error))
    status = next((s for s in map(_status, chain) if s), 0)
    words = " ".join(str(part)[:_LOOKED_AT] for part in chain[:2])
    if status:
        return _of_status(status, words), str(status)
    kinds = {kind.__name__ for part in chain for kind in type(part).__mro__}
    if kinds & _UNREACHED or isinstance(chain[-1], ConnectionError) and not kinds & _BROKEN:
        return "model_unreachable", ""
    if kinds & _LATE:
        return "model_timeout", ""
    if kinds & _BROKEN:
        return "model_dropped", ""
    return next((code for pattern, code in _BY_WORDS if pattern.search(words)), "model_bad_reply"), ""


def _of_status(status: int, words: str) -> str:
    if status in (400, 404, 422, 429):
        for pattern, code in _BY_WORDS:
            if pattern.search(words):
                return code
    if 300 <= status < 400:
        return "model_moved"
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return "model_refused" if status < 500 else "model_failed"


def _status(error: BaseException) -> int:
    """The HTTP status an exception carries, in any of the ways our clients do; 0 for none."""
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int) and 300 <= status < 600:
            return status
    return 0


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or at.__context__
