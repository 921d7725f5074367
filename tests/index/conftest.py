"""A small shelf's worth of invented reports."""

import hashlib

import pytest

from index.storing import Entering
from index.types import Expression, Passage, Removal, Report, Section, Span

HEADINGS = ("一、履行主体责任情况", "二、存在的问题", "三、下一步打算")
ROLES = ("work", "problems", "next")


def make(name="甲", kind="述职报告", year=2023, bodies=()):
    """A report of three sections, one passage each."""
    bodies = bodies or (
        f"{name}单位召开专题会议28次，研究党风廉政建设。",
        f"{name}单位理论学习不够深入，调查研究偏少。",
        f"{name}单位将持续整治形式主义，抓好基层减负。",
    )
    text, sections, passages = "", [], []
    for place, (heading, body) in enumerate(zip(HEADINGS, bodies, strict=False)):
        start = len(text)
        text += f"{heading}\n{body}\n"
        inside = Span(start + len(heading) + 1, len(text) - 1)
        sections.append(
            Section(1, heading[:2], heading[2:], Span(start, len(text)), inside, None, ROLES[place])
        )
        passages.append((heading, inside, ROLES[place], place))
    report_id = hashlib.sha256(text.encode()).hexdigest()[:12]
    report = Report(report_id, f"{name}单位工作情况报告", text, tuple(sections), kind, year)
    return report, tuple(
        Passage(f"{report_id}-{span.start}", report_id, (heading,), span, span.of(text), role, place)
        for heading, span, role, place in passages
    )


@pytest.fixture
def entering():
    """Makes reports ready to be stored; ``entering("甲")`` is always the same one."""

    def enter(name="甲", **wishes):
        report, passages = make(name, **wishes)
        figures = []
        at = report.text.find("28次")
        if at >= 0:
            figures = [Expression("count", Span(at, at + 3), "28次", "count:28:次")]
        file_hash = hashlib.sha256(b"file of " + report.text.encode()).hexdigest()
        return Entering(
            report, passages, (Removal("加微信", "contact", 5),), tuple(figures), ("note",), file_hash,
            f"{name}.txt", ".txt", "2026-01-01T00:00:00+00:00",
        )  # fmt: skip

    return enter
