"""Brief and hits -> a draft by a model: streamed, its sources read, checked, put right once.

A model's reply is data: it is tidied, its marks are checked against what exists, the gate looks at
every sentence. What the gate still finds stands beside the draft; nothing is changed silently.
"""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.citing import Showing, cite, unknown
from assistant.mending import flagged, mend
from assistant.models import ModelError, ModelSettings, stream
from assistant.requesting import Request, drafting_request, is_answered_in_kind, repairing_request
from assistant.sourcing import source
from assistant.tidying import tidy
from assistant.types import Brief, Draft, Fact, Finding
from index.types import Hit

Check = Callable[[str, Sequence[Fact]], tuple[Finding, ...]]

GRAVE: Final = frozenset(("unsupported", "leaked", "contact", "misplaced"))
"""Kinds of finding that say a sentence states what no fact does."""
REPAIRED: Final = GRAVE | {"unasked", "unused", "copied"}
"""Kinds of finding that are worth one more request."""
_LEAST_S: Final = 2.0
"""Seconds of the deadline that must be left for a repair to begin."""


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of the text as it arrives, source marks left out."""

    piece: str


@dataclass(frozen=True, slots=True)
class Done:
    """The finished draft, checked."""

    draft: Draft
    told: tuple[ModelError, ...] = ()
    """What the writer is to be told beside it: why it is incomplete, and what the model did wrong."""


Event = Text | Done


def request_text(brief: Brief, hits: Sequence[Hit]) -> str:
    """The exact text a model would be sent; only the secret mark is drawn anew for each request."""
    return drafting_request(brief, hits).text


def draft(
    brief: Brief,
    hits: Sequence[Hit],
    settings: ModelSettings,
    *,
    check: Check,
    cancel: Callable[[], bool] | None = None,
) -> Iterator[Event]:
    """``Text`` pieces as the model writes, then one ``Done`` with the checked draft.

    A reply that was cut off is kept with ``complete=False``. Once ``cancel`` says so the stream ends,
    with ``Done`` for what had arrived, or with nothing.

    Raises:
        ModelError: nothing at all arrived.
    """
    ends = time.monotonic() + settings.deadline_s
    request = drafting_request(brief, hits)
    reply = yield from _reply(request, brief, settings, cancel)
    if not reply.text.strip():
        if reply.fault is not None:
            raise reply.fault
        return
    blank = Draft(brief, (), hits=tuple(hits), model=settings.name)
    first = _read(reply, request, blank, check)
    if not first.sentences:
        raise reply.fault or ModelError("model_empty", model=settings.name.partition(":")[2])
    told = tuple(_told(reply, request, first))
    left = ends - time.monotonic()
    wrong = [finding for finding in first.findings if finding.kind in REPAIRED]
    if wrong and first.complete and left > _LEAST_S and not (cancel and cancel()):
        hurried = replace(settings, deadline_s=left)
        first = _better(first, _repaired(first, wrong, request.samples, hurried, check, cancel))
    yield Done(first, told)


@dataclass(frozen=True, slots=True)
class _Reply:
    text: str
    complete: bool
    fault: ModelError | None = None


def _reply(
    request: Request, brief: Brief, settings: ModelSettings, cancel: Callable[[], bool] | None
) -> Generator[Event, None, _Reply]:
    """Stream a reply, showing its text; what arrived before a fault is kept."""
    showing = Showing(_facts(brief))
    arrived: list[str] = []
    fault: ModelError | None = None
    try:
        for piece in stream(request.messages, settings, cancel):
            arrived.append(piece)
            if shown := showing.feed(piece):
                yield Text(shown)
    except ModelError as error:
        fault = error
    if shown := showing.end():
        yield Text(shown)
    stopped = fault is not None or bool(cancel and cancel())
    return _Reply("".join(arrived), not stopped, fault)


def _read(reply: _Reply, request: Request, blank: Draft, check: Check) -> Draft:
    """A reply -> the draft it holds, checked."""
    brief = blank.brief
    held = _facts(brief)
    text = tidy(reply.text, request.nonce, brief.section, held)
    cited = cite(text, {fact.id for fact in brief.facts}, dict(request.samples), held)
    sentences = source(cited, brief.facts)
    drafted = replace(blank, sentences=sentences, prompt=request.prompt, complete=reply.complete)
    return replace(drafted, findings=check(drafted.text, brief.facts))


def _told(reply: _Reply, request: Request, drafted: Draft) -> Iterator[ModelError]:
    """What the writer is to be told beside the draft."""
    brief = drafted.brief
    if reply.fault is not None:
        yield reply.fault
    if not is_answered_in_kind(brief, drafted.text):
        yield ModelError("model_other_language")
    text = tidy(reply.text, request.nonce, brief.section, _facts(brief))
    ids = {fact.id for fact in brief.facts}
    if invented := unknown(text, ids, dict(request.samples), _facts(brief)):
        yield ModelError("model_unknown_sources", ids=", ".join(invented[:10]))


def _repaired(
    first: Draft,
    wrong: Sequence[Finding],
    samples: tuple[tuple[str, str], ...],
    settings: ModelSettings,
    check: Check,
    cancel: Callable[[], bool] | None,
) -> Draft | None:
    """The draft after one repair round, only flagged sentences changed; None when no whole reply came."""
    request = repairing_request(first.brief, first.sentences, wrong, samples)
    try:
        text = "".join(stream(request.messages, settings, cancel))
    except ModelError:
        return None
    if not text.strip() or (cancel and cancel()):
        return None
    again = _read(_Reply(text, True), request, first, check)
    bad = flagged(first.sentences, wrong)
    wanted = _unused(first) | {fact for place in bad for fact in first.sentences[place].facts}
    mended = mend(first.sentences, again.sentences, bad, wanted)
    drafted = replace(first, sentences=mended, prompt=f"{first.prompt}+{request.prompt}")
    return replace(drafted, findings=check(drafted.text, first.brief.facts))


def _better(first: Draft, second: Draft | None) -> Draft:
    """The draft with fewer grave findings, then with fewer of any; the first where they are even.

    A repair that leaves out a fact which the first draft states is none, nor is one that deletes all.
    """
    if second is None or not second.sentences or _unused(second) - _unused(first):
        return first
    return second if _faults(second) < _faults(first) else first


def _faults(drafted: Draft) -> tuple[int, int]:
    grave = sum(finding.kind in GRAVE for finding in drafted.findings)
    return grave, len(drafted.findings)


def _unused(drafted: Draft) -> set[str]:
    """Ids of the facts that the gate does not find in a draft."""
    return {finding.text for finding in drafted.findings if finding.kind == "unused"}


def _facts(brief: Brief) -> str:
    return "\n".join(fact.text for fact in brief.facts)
