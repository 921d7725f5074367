"""Selected words and a wish -> proposals: other words, what changes, and what the gate says of them.

A proposal replaces the selection and nothing else. For every proposal of a text at a span

    applied(text, span, p)[: span.start] == text[: span.start]   and the rest after it is text[span.end :]

Rules and samples never lose or add a figure, date, name or title of the selection, and what the gate has
anything new against is not proposed. What a model wrote is proposed with both told beside it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from assistant.acting import replaced
from assistant.citing import align, cite
from assistant.expanding import expand
from assistant.models import ModelError, ModelSettings, stream
from assistant.requesting import Request
from assistant.rewording import Reworded, formal, particulars, rewrite, shorten, vary
from assistant.sourcing import source
from assistant.tidying import tidy
from assistant.types import Fact, Finding, Sentence, join
from assistant.wishing import WISHES, Wish, revising_request
from index.errors import ShelfError
from index.expressions import expressions
from index.types import Hit, Span

Check = Callable[[str], tuple[Finding, ...]]
"""The gate over a whole text."""

MOST: Final = 5
LONGEST: Final = 2000
"""Characters of a selection."""
OF_WHOLE: Final = frozenset(("unused", "conflict", "blank"))
"""Kinds of finding that say nothing against the new words themselves."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Other words for a selection."""

    text: str
    by: Literal["rules", "sample", "model"]
    passages: tuple[str, ...] = ()
    """Ids of the passages it follows."""
    findings: tuple[Finding, ...] = ()
    """What the gate says of it and did not say before; spans over the whole text with it put in."""
    lost: tuple[str, ...] = ()
    """Figures, dates, names and titles of the selection that it does not say."""
    added: tuple[str, ...] = ()
    """Those it says and the selection does not."""
    prompt: str = ""
    model: str = "none"

    @property
    def is_sound(self) -> bool:
        """Whether nothing was lost or added and the gate has nothing new to say."""
        return not (self.findings or self.lost or self.added)


def revise(
    text: str,
    span: Span,
    wish: Wish,
    facts: Sequence[Fact],
    hits: Sequence[Hit],
    settings: ModelSettings | None,
    *,
    check: Check,
    cancel: Callable[[], bool] | None = None,
) -> tuple[Proposal, ...]:
    """At most ``MOST`` proposals, none equal to the selection or to another; empty when nothing is better.

    Args:
        text: The whole text.
        span: What the writer selected of it.
        wish: What is to become of it.
        facts: What the writer states.
        hits: Passages that say something like it.
        settings: The model to ask; None asks none.
        check: The gate.
        cancel: Stops a model's reply.

    Raises:
        ShelfError: ``wish_unknown``, ``selection_empty``, ``selection_long``, or the model's fault.
    """
    whole, chosen = _chosen(text, span), span.of(text)
    if wish not in WISHES:
        raise ShelfError("wish_unknown", wish=wish, known=", ".join(WISHES))
    if settings is None:
        named: Iterator[Proposal] = _ruled(whole.of(text), wish, hits, facts)
    else:
        named = _modelled(text, whole, wish, facts, hits, settings, cancel)
    known = check(text)
    found: dict[str, Proposal] = {}
    for proposal in named:
        gated = _gated(text, whole, proposal, check, known)
        if gated.text not in (whole.of(text), chosen.strip(), "") and (settings or gated.is_sound):
            found.setdefault(gated.text, gated)
    lead, tail = text[span.start : whole.start], text[whole.end : span.end]
    return tuple(replace(one, text=lead + one.text + tail) for one in found.values())[:MOST]


def applied(text: str, span: Span, proposal: Proposal) -> str:
    """The text with a proposal in place of the selection."""
    return replaced(text, span, proposal.text)


def resourced(
    before: Sequence[Sentence], text: str, span: Span, proposal: Proposal, facts: Sequence[Fact]
) -> tuple[Sentence, ...]:
    """Sentences after a proposal was accepted: untouched ones as they were, new ones with its sources.

    Args:
        before: The sentences as they were.
        text: The text with the proposal in it.
        span: Where the proposal stands in ``text``.
        proposal: What was accepted.
        facts: What the writer states.
    """
    aligned, known = align(before, text), _Own(before)
    out, at = [], 0
    for sentence in aligned:
        start = text.find(sentence.text, at)
        at = start + len(sentence.text)
        if sentence.origin == "writer" and not known.has(sentence) and start < span.end and at > span.start:
            fresh = replace(sentence, origin="model", passages=proposal.passages)
            (sentence,) = source((fresh,), facts)
            if sentence.origin == "model" and proposal.by != "model":
                sentence = replace(sentence, origin="sample" if proposal.passages else "writer")
        out.append(sentence)
    return tuple(out)


class _Own:
    """The writer's own sentences of a text, which stay hers."""

    def __init__(self, before: Sequence[Sentence]) -> None:
        self._own = {one.text for one in before if one.origin == "writer"}

    def has(self, sentence: Sentence) -> bool:
        """Whether it stood there, written by hand."""
        return sentence.text in self._own


def _chosen(text: str, span: Span) -> Span:
    """The selection without the blanks at its ends."""
    if span.end > len(text) > 0:
        raise ShelfError("selection_outside", start=span.start, end=span.end, length=len(text))
    if not 0 <= span.start < span.end <= len(text) or not span.of(text).strip():
        raise ShelfError("selection_empty")
    if len(span) > LONGEST:
        raise ShelfError("selection_long", most=LONGEST)
    words = span.of(text)
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + lead + len(words.strip()))


def _ruled(chosen: str, wish: Wish, hits: Sequence[Hit], facts: Sequence[Fact]) -> Iterator[Proposal]:
    own = "\n".join(fact.text for fact in facts)
    acts: dict[Wish, Callable[[], Iterator[Reworded]]] = {
        "rewrite": lambda: rewrite(chosen, hits, own),
        "shorten": lambda: shorten(chosen, own),
        "expand": lambda: expand(chosen, hits, own),
        "formal": lambda: formal(chosen),
        "vary": lambda: vary(chosen, hits, own),
    }
    for one in acts[wish]():
        yield Proposal(one.text, "sample" if one.passages else "rules", one.passages)


def _modelled(
    text: str,
    span: Span,
    wish: Wish,
    facts: Sequence[Fact],
    hits: Sequence[Hit],
    settings: ModelSettings,
    cancel: Callable[[], bool] | None,
) -> Iterator[Proposal]:
    """What a model makes of the selection; for ``vary`` each line is one proposal."""
    request = revising_request(text, span, wish, facts, hits)
    reply = "".join(stream(request.messages, settings, cancel))
    if cancel and cancel():
        return
    lines = _lines(reply, request, facts)
    if not lines:
        raise ModelError("model_empty", model=settings.name.partition(":")[2])
    for words in lines if wish == "vary" and "\n" not in span.of(text) else ["\n".join(lines)]:
        yield Proposal(words, "model", prompt=request.prompt, model=settings.name)


def _lines(reply: str, request: Request, facts: Sequence[Fact]) -> list[str]:
    """The paragraphs of a reply, without source marks."""
    held = "\n".join(fact.text for fact in facts)
    cited = cite(tidy(reply, request.nonce, "", held), {one.id for one in facts}, dict(request.samples), held)
    return join(cited).splitlines()


def _gated(text: str, span: Span, proposal: Proposal, check: Check, known: Sequence[Finding]) -> Proposal:
    """The proposal with what it loses and adds, and what the gate has newly against it."""
    before, after = particulars(span.of(text)), particulars(proposal.text)
    return replace(
        proposal,
        findings=_news(check(applied(text, span, proposal)), known, proposal.by),
        lost=_said(span.of(text), set(before - after)),
        added=_said(proposal.text, set(after - before)),
    )


def _news(found: Sequence[Finding], known: Sequence[Finding], by: str) -> tuple[Finding, ...]:
    """What the gate finds and did not find before.

    A rule that says a clause in other words makes no claim the clause did not make: 都改好了 -> 已全部整改.
    What a model or a sample says may be one.
    """
    keys = {_key(one) for one in known}
    news = [one for one in found if one.kind not in OF_WHOLE and _key(one) not in keys]
    claims = [sum(one.kind == "unasked" for one in side) for side in (found, known)]
    if by == "rules" or (by == "sample" and claims[0] <= claims[1]):
        news = [one for one in news if one.kind != "unasked"]
    return tuple(news)


def _said(text: str, keys: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.text for one in expressions(text) if one.key in keys))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.kind, finding.text
