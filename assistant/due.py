"""The old report's plans -> what is due now: one blank for the new ones, each old one to account for.

What became of an old plan is work done: it is told at the end of the part on that work which is most like
it, never among the plans.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.stale import Stale
from assistant.standard import language_of
from assistant.tied import tied
from index.roles import assign, role_of_text
from index.sentences import sentences
from index.types import Section, Span

_AHEAD: Final = re.compile(
    r"下一?步|下一?阶段|下一年|明年|来年|今后|打算|思路|努力方向|整改措施|改进措施|工作(?:计划|安排|设想|谋划)|计划$|规划$"
    r"|(?:19|20)\d\d年.{0,8}(?:安排|计划|目标|任务|重点|部署)|展望"
    r"|(?i:\b(?:plans?|next steps?|outlook|priorities|looking ahead|(?:next|coming) year)\b)"
)
"""Headings of plans; 围绕中心任务 is none, whatever its role."""
_LEAD: Final = re.compile("(?:以下|如下|几个方面|几项|几方面)[^，；]{0,8}[。：]$")
"""A sentence that only leads over to the plans: 重点做好以下工作。"""
_WILL: Final = re.compile(r"(?:19|20)\d\d年，[^，。；]{0,12}(?:将(?!军)|拟)(?!在)")
_TOLD: Final = re.compile(
    r"(?:完成|实现|达到?|召开|开展|投入|新增|建成|获得|整改|办理|接待)了?\s*\d|已|[一-鿿]了\d|全部(?:完成|办结)"
)
"""Words of a deed done: 下半年完成5项 is no plan, unless one of these says so:"""
_SAYING: Final = r"特此|专此|以上|谢谢|妥否|请予?审|(?:对此|对(?:于)?这些问题)，我们?(?:一定)?[将要](?!.*\d)"
"""How a report takes leave, and how it ends its problems; both are said every year."""
_INTENT: Final = re.compile(
    "将(?!军)|拟(?!定|订)|计划(?!生育)|打算|力争|争取|继续|进一步|下一?步|下一?阶段|明年|来年|今后|确保|要(?![求点闻素件])|[Ww]ill|plan"
)
_DONE: Final = re.compile("总结|回顾|完成情况")
_STOP: Final = ("。", "；", "！", ".", ";", "”")
_DATE: Final = (
    r"(?:19|20|二)[\d〇零○Ｏ一二三四五六七八九]{2,3}\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月"
    r"(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?"
)
_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE_EN: Final = rf"(?:\d{{1,2}} {_MONTH},? |{_MONTH} (?:\d{{1,2}}, ?)?)(?:19|20)\d\d"
_SIGNED: Final = re.compile(
    rf"^[（(]?\s*(?:[^，。\n]{{0,30}}[\s　])?(?P<date>{_DATE}|{_DATE_EN})\s*[）)]?\s*$", re.MULTILINE
)
_ENDS: Final = 200
"""Characters at the end among which a signature is looked for."""
_LIKE: Final = 0.12
"""Share of a plan's pairs of characters that a part on work must share to be the one it belongs to."""
_MAIN: Final = re.compile("主要工作|工作(?:开展|完成)?情况|工作成效|履职")


def signed(text: str) -> Iterator[Stale]:
    """Dates that stand on a line of their own at the very end: when the report was written."""
    for found in _SIGNED.finditer(text, max(0, text.find("\n"), len(text) - _ENDS)):
        span = Span(*found.span("date"))
        english = language_of(text) == "en"
        ask = "the date of signing" if english else "成文日期"
        yield Stale("date", span, found["date"], "fill", why="signed", ask=ask)


def due(text: str, year: int, sections: Sequence[Section]) -> Iterator[Stale]:
    """For each run of plans one blank for the new ones, and every plan in it.

    Args:
        text: The old report.
        year: Year of the report to be; the new plans are for the one after it.
        sections: The sections of the old report.
    """
    roles = list(assign(sections, text)) if sections else []
    held = [one for one in roles if one.role == "next" and _AHEAD.search(one.heading) and not _done(one)]
    tops = [one for one in held if not any(_in(one.span, other.span) for other in held if other is not one)]
    fixed = [Span(one.span.start, one.span.end + 1) for one in tied(text, year)]
    plans = [
        span for span in _sentences(text)
        if _plan(text, span, roles, tops) and not any(_in(span, one) for one in fixed)
    ]  # fmt: skip
    homes = [
        one for one in roles
        if one.role in ("work", "next") and one.mark and not any(_in(one.span, top.span) for top in tops)
    ]  # fmt: skip
    english = language_of(text) == "en"
    asked = f"the plans for {year + 1}" if english else f"{year + 1}年工作打算"
    for run in _runs(plans, text, tops):
        yield Stale("next", run, run.of(text), "fill", why="ahead", ask=asked)
        for span in plans:
            if _in(span, run) and not _later(span.of(text), year):
                yield Stale(
                    "plan", span, span.of(text), "fill", why="due", at=_home(text, span, homes, tops, run)
                )


def _later(words: str, year: int) -> bool:
    """Whether a plan is for a year that is not over with the new report's: 到2027年达到5000人."""
    said = [int(one) for one in re.findall(r"(?<!\d)(20\d\d)(?=年)", words)]
    return bool(said) and min(said) > year


def _done(section: Section) -> bool:
    """Whether a heading is of work done, or of shortcomings too: there only what says so is a plan."""
    if re.search("不足|问题|短板|差距", section.heading):
        return True
    return bool(_DONE.search(section.heading)) and not re.search("打算|思路|计划", section.heading)


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _sentences(text: str) -> Iterator[Span]:
    """Whole sentences, without the white space around them; a signature is none."""
    for span in sentences(text):
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip())
        if words.strip().endswith(_STOP) and len(words.strip()) >= 8:
            yield Span(start, start + len(words.strip()))


def _plan(text: str, span: Span, roles: Sequence[Section], tops: Sequence[Section]) -> bool:
    """Whether a sentence is a plan: it stands under a heading of plans, or says so itself."""
    said = role_of_text(span.of(text))
    if said == "closing" or re.match(_SAYING, span.of(text)):
        return False
    words = span.of(text)
    alone = text[span.end : span.end + 1] in ("", "\n") and "，" in words
    headed = not alone and any(one.span.start <= span.start < one.body.start and one.heading for one in roles)
    under = any(_in(span, one.span) for one in tops)
    told = _TOLD.search(words) and not _INTENT.search(words)
    return (under and not headed and not _LEAD.search(words)) or (
        not under and not told and (said == "next" or bool(_WILL.match(words)))
    )


def _runs(plans: Sequence[Span], text: str, tops: Sequence[Section]) -> Iterator[Span]:
    """Stretches of plans: under one heading all that stands there, elsewhere sentences side by side."""
    for top in tops:
        inner = [span for span in plans if _in(span, top.span)]
        if inner:
            lead = text[top.body.start : inner[0].start]
            yield Span(top.body.start + len(lead) - len(lead.lstrip()), inner[-1].end)
    open_run: Span | None = None
    for span in plans:
        if any(_in(span, top.span) for top in tops):
            continue
        if open_run and not text[open_run.end : span.start].strip():
            open_run = Span(open_run.start, span.end)
            continue
        if open_run:
            yield open_run
        open_run = span
    if open_run:
        yield open_run


def _home(text: str, plan: Span, homes: Sequence[Section], tops: Sequence[Section], run: Span) -> int:
    """The end of the part on work most like a plan; of the main part, or the last one, when none is."""
    parts = [one for one in homes if one.body.of(text).strip() and not _in(run, one.body)]
    if not parts:
        above = [top.span.start for top in tops if _in(run, top.span)]
        return len(text[: min(above)].rstrip()) if above else run.start
    pairs = _pairs(plan.of(text))
    best = max(parts, key=lambda one: len(pairs & _pairs(one.heading + one.body.of(text))))
    if len(pairs & _pairs(best.heading + best.body.of(text))) < _LIKE * len(pairs):
        best = next((one for one in reversed(parts) if _MAIN.search(one.heading)), parts[-1])
    return best.body.start + len(best.body.of(text).rstrip())


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha()}
