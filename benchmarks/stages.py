"""Prints what each stage takes for a long input: ``python -m benchmarks.stages [REPORTS.jsonl]``.

Every input is made here. A limit is what the stage may take for it; a ratio above 1 breaks it. ``twice`` is
how many times longer an input of twice the size takes: 2 where time grows with the length, 4 where it grows
with its square. Seconds are those of the processor, so that other programs count little. REPORTS holds a
report a line (``text``), each of which is checked against itself as facts.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from assistant.checking import check
from assistant.claiming import unasked
from assistant.composing import compose
from assistant.differing import changed, changes, runs
from assistant.grounding import ground
from assistant.noting import note
from assistant.types import Brief
from index.chunking import chunk
from index.concordance import Asked, concordance
from index.expressions import expressions
from index.outlining import outline
from index.reading.page import read_page
from index.sentences import clauses, sentences
from index.texts import Text, Texts
from index.types import Clean, Hit, Passage, Report, Span

ROUNDS = 5
REPORT_S, REPORT_CHARS = 2.0, 20_000
"""A whole report checked against itself: seconds for that many characters, and no less for a shorter one."""

KINDS = (
    "党组会{}次", "检查企业{}家次，整改隐患{}处", "{}月{}日警示教育大会，210人", "理论学习抓得不紧",
    "班子成员党课{}次", "窗口好差评满意率{}.2%", "10月底前完成{}所学校食堂检查", "搞了{}次活动",
)  # fmt: skip
"""Kinds of facts."""

Act = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Stage:
    """``made(scale)`` gives the act over an input of ``scale`` times the size."""

    name: str
    size: str
    limit_s: float
    made: Callable[[int], Act]


class Given(Texts):
    """Texts that are simply there, whatever is asked for."""

    def __init__(self, *found: str):
        self._given = tuple(Text(i, f"{i:012x}", f"报告{i}", "", None, text) for i, text in enumerate(found))

    def all(self, *asked: object) -> tuple[Text, ...]:
        """Every text given."""
        return self._given if asked else ()


def main() -> None:
    """A line a stage; with reports, a line for all of them."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("reports", nargs="?", type=Path)
    reports = told.parse_args().reports
    print("| stage | size | seconds | limit | ratio | twice |\n|---|---|---|---|---|---|")
    for stage in STAGES:
        seconds = clocked(stage.made(1))
        ratio, twice = seconds / stage.limit_s, clocked(stage.made(2)) / seconds
        figures = f"{seconds:.3f} | {stage.limit_s:g} | {ratio:.2f} | {twice:.1f}"
        print(f"| {stage.name} | {stage.size} | {figures} |", flush=True)
    if reports:
        print(checked(reports))


def clocked(act: Act) -> float:
    """The median seconds of an act after one round to warm up."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        act()
        times.append(time.process_time() - start)
    return statistics.median(times[1:])


def checked(reports: Path) -> str:
    """The report that comes nearest to its limit, as a line."""
    worst, count = (0.0, 0, 0.0, 0.0), 0
    for line in reports.read_text("utf-8").splitlines():
        text, count = json.loads(line)["text"], count + 1
        start = time.process_time()
        check(text, note(text))
        seconds = time.process_time() - start
        limit = REPORT_S * max(1.0, len(text) / REPORT_CHARS)
        worst = max(worst, (seconds / limit, len(text), seconds, limit))
    ratio, length, seconds, limit = worst
    what = f"the slowest of {count} reports, its own facts | {length:,} characters"
    return f"| checking: {what} | {seconds:.3f} | {limit:g} | {ratio:.2f} | – |"


def _sentences(scale: int) -> Act:
    text, marks = "学" * 1_000_000 * scale, "《" * 20_000 * scale
    return lambda: (sentences(text), clauses(marks))


def _outlining(scale: int) -> Act:
    lines = (f"{n % 99 + 1}.抓好第{n}项工作\n内容扎实。" for n in range(10_000 * scale))
    clean = Clean("\n".join(lines))
    return lambda: outline(clean)


def _chunking(scale: int) -> Act:
    said = "我局坚持把制度建设贯穿全过程，修订完善管理办法，逐条对照抓落实，形成了长效机制。" * 6
    part = "\n".join(f"（{n}）抓制度\n{said}" for n in "一二三四五六七八九十")
    text = "\n".join(f"{n}、抓落实\n{part}" for n in "一二三四五六七八九十")
    text = "\n".join([text] * (1_000_000 * scale // len(text)))
    report = Report("0" * 12, "", text, outline(Clean(text)))
    return lambda: chunk(report)


def _expressions(scale: int) -> Act:
    said = "今年以来，召开党委会28次，会同县司法局开展检查，压实各级责任，形成齐抓共管的工作局面。"
    text = said * 1500 * scale
    return lambda: expressions(text)


def _concordance(scale: int) -> Act:
    report = "坚持以人民为中心，推动各项工作落实到位，以实干为先。" * 4000
    given = Given(*[report] * 30 * scale)
    return lambda: concordance(given, Asked("坚持", most=50))


def _page(scale: int) -> Act:
    page = ("<div><b>" * 100_000 * scale + "完").encode()
    return lambda: read_page(page, "a.html")


def _differing(scale: int) -> Act:
    before = "".join(f"第{n}项工作完成{n * 7}件，占比{n % 100}.5%。" for n in range(1500 * scale))
    after = before.replace("第7", "第七").replace("完成", "办结", 200 * scale)
    return lambda: (changed(changes(before, after)), runs(before, after))


def _far(scale: int) -> Act:
    return _claiming(scale, "建立廉政风险台账，服务效能显著提升。")


def _near(scale: int) -> Act:
    return _claiming(scale, "第7村修建了桥梁，更换水泵并搭建线上监督平台。")


def _claiming(scale: int, said: str) -> Act:
    facts = ground(note("。".join(f"第{place}村修建了水渠并更换闸门" for place in range(1500 * scale))))
    return lambda: list(unasked(said * 150 * scale, (), facts))


def _checking(scale: int) -> Act:
    told = (f"开展第{n}轮检查，走访{n + 20}户，投入{n}.5万元" for n in range(1, 100 * scale + 1))
    said = (f"开展检查，走访{n + 20}户，投入{n}.5万元，覆盖率{n}.7%" for n in range(1, 110 * scale + 1))
    facts, text = note("\n".join(told)), "。".join(said)
    return lambda: check(text, facts)


def _composing(scale: int) -> Act:
    notes = "\n".join(
        kind.format(at + 2, at + 3) + f"（第{at}批）" for at in range(5 * scale) for kind in KINDS
    )
    brief, hits = Brief("2024年工作总结", tuple(note(notes))), tuple(_hits())
    return lambda: compose(brief, hits)


def _hits() -> Iterable[Hit]:
    """Twelve passages of the bundled reports, of up to 400 characters each."""
    for number, sample in enumerate(sorted(files("index").joinpath("samples").iterdir(), key=str)[:6]):
        lines = [line for line in sample.read_text("utf-8").splitlines() if len(line) > 80][:2]
        for place, line in enumerate(lines):
            name, text = f"{number:012x}", line[:400]
            yield Hit(Passage(f"{name}-{place}", name, (), Span(0, len(text)), text), 1.0)


STAGES = (
    Stage("sentences", "1,000,000 characters without a mark; 20,000 opened marks", 2.0, _sentences),
    Stage("outlining", "10,000 headings", 3.0, _outlining),
    Stage("chunking", "1,000,000 characters", 2.5, _chunking),
    Stage("expressions", "66,000 characters", 0.825, _expressions),
    Stage("concordance", "3,000,000 characters, 120,000 occurrences", 1.0, _concordance),
    Stage("reading a page", "200,000 tags left open", 5.0, _page),
    Stage("differing", "1,500 sentences, 300 of them changed", 3.0, _differing),
    Stage("claiming", "1,500 facts, 150 sentences with no word of them", 1.5, _far),
    Stage("claiming", "1,500 facts, 150 sentences that share their words", 1.5, _near),
    Stage("checking", "100 facts, 3,200 characters, 330 figures", 1.0, _checking),
    Stage("composing", "40 facts, 12 passages", 0.5, _composing),
)


if __name__ == "__main__":
    main()
