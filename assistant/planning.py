"""Facts, samples and a proposed plan -> the plan a model makes of them, with the facts under its headings.

A reply is data: a line that is no heading is dropped, so is a heading that holds a particular, and a mark
that names no fact. For every plan p and the plan q made of it

    q.kind, q.year, q.viewpoint, q.title, q.body == those of p,   and no fact is placed twice
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from assistant.models import ModelError, ModelSettings, stream
from assistant.plan import CLOSING, OPENING, Plan, numbered, parse
from assistant.prompting import Prompt, load
from assistant.receiving import once, without_thoughts
from assistant.requesting import Message, Request
from assistant.types import Fact
from assistant.walling import block, fresh, lines
from index.errors import ShelfError
from index.expressions import expressions
from index.masking import mask
from index.types import Report

SAMPLES: Final = 4
"""Sample outlines shown."""
HEADINGS: Final = 24
"""Headings shown of one of them."""
FEWEST: Final = 2
"""Headings below which a reply is no outline."""
_DEEPEST: Final = 2
"""Ranks of a sample's outline that are shown."""
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_LEADING: Final = re.compile(r"^[\s#>*+•●·-]+|\*+")
_PLACED: Final = re.compile(r"\s*[\[［【(（]\s*((?:[FＦ]\d+[\s,，、;；]*)+)[\]］】)）]\s*$")
_FACT: Final = re.compile(r"[FＦ](\d+)")
_LONGEST: Final = 40
_TYPED: Final = re.compile(r"[〈〉《》]|【")


def refine(
    plan: Plan,
    reports: Sequence[Report],
    facts: Sequence[Fact],
    settings: ModelSettings,
    cancel: Callable[[], bool] | None = None,
) -> Plan:
    """The plan as a model would have it; the plan itself once ``cancel`` says so.

    Raises:
        ModelError: any fault of the model, ``model_no_outline`` where its reply is none.
    """
    request = outline_request(plan, reports, facts)
    reply = "".join(stream(request.messages, settings, cancel))
    if cancel is not None and cancel():
        return plan
    return read_outline(reply.replace(request.nonce, ""), plan, facts)


def outline_request(plan: Plan, reports: Sequence[Report], facts: Sequence[Fact], nonce: str = "") -> Request:
    """The request for an outline; ``nonce`` is given by tests only."""
    said = [one.text for one in plan.headings] + [fact.text for fact in facts]
    prompt = load("outline" if _CHINESE.search("".join(said)) else "outline_en")
    outlines = filter(None, map(_outline, reports[:SAMPLES]))
    shown = [(f"S{n}", outline) for n, outline in enumerate(outlines, 1)]
    mark = nonce or fresh([*said, plan.kind, *(outline for _, outline in shown)])
    user = prompt.fill(
        nonce=mark,
        samples=block(shown, mark) or prompt.part("no_samples"),
        facts=block([(fact.id, fact.text) for fact in facts], mark) or prompt.part("no_facts"),
        plan=block([("·", line) for line in _lines(plan)], mark),
        task=_task(prompt, plan),
    )
    messages: tuple[Message, ...] = (("system", prompt.system), ("user", user))
    return Request(messages, prompt.tag, mark)


def read_outline(reply: str, plan: Plan, facts: Sequence[Fact]) -> Plan:
    """A model's reply -> the plan it says, opening and closing as they were.

    Raises:
        ModelError: ``model_no_outline``.
    """
    known = {fact.id for fact in facts}
    kept: list[str] = []
    for heading, placed in _headings(reply):
        mine = [fact for fact in placed if fact in known]
        known -= set(mine)
        kept += [heading, *([f"事实：{'、'.join(mine)}"] if mine else [])]
    held = {one.text for one in plan.headings if one.level == 0}
    ends = [OPENING] if OPENING in held else [], [CLOSING] if CLOSING in held else []
    try:
        made = parse("\n".join([*ends[0], *kept, *ends[1]]))
    except ShelfError as error:
        raise ModelError("model_no_outline") from error
    if sum(one.level == 1 for one in made.headings) < FEWEST:
        raise ModelError("model_no_outline")
    return replace(plan, headings=made.headings, placed=made.placed)


def _headings(reply: str) -> Iterator[tuple[str, list[str]]]:
    """(heading with its mark, ids of its facts) of every line that is a clean heading; none twice."""
    seen: set[str] = set()
    for line in once(without_thoughts(reply)).splitlines():
        bare = _LEADING.sub("", line).strip()
        found = _PLACED.search(bare)
        heading = bare[: found.start()].strip() if found else bare
        if len(heading) > _LONGEST or _TYPED.search(heading) or heading in seen or not _is_heading(heading):
            continue
        seen.add(heading)
        yield heading, [f"F{int(number)}" for number in _FACT.findall(found[1])] if found else []


def _is_heading(line: str) -> bool:
    """Whether a plan would take the line as a heading, and one without a particular."""
    try:
        (heading,) = parse(line).headings
    except (ShelfError, ValueError):
        return False
    return heading.level > 0 and not expressions(heading.text)


def _outline(report: Report) -> str:
    """A sample's headings of the first ranks, masked, one a line."""
    held = [one for one in report.sections if one.heading and 1 <= one.level <= _DEEPEST][:HEADINGS]
    return mask("\n".join("".join(lines(one.mark + one.heading)) for one in held)).text


def _lines(plan: Plan) -> Iterator[str]:
    """The plan's headings as they are numbered, without the opening and the closing."""
    for one, line in zip(plan.headings, numbered(plan.headings), strict=True):
        if one.level:
            yield line


def _task(prompt: Prompt, plan: Plan) -> str:
    rows = [prompt.part("kind", kind=" ".join(lines(plan.kind)))] if plan.kind else []
    rows += [prompt.part("year", year=str(plan.year))] if plan.year else []
    return "\n".join([*rows, prompt.part("own" if plan.viewpoint == "个人" else "shared")])
