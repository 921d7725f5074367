"""A plan is proposed after the majority of chosen samples, without anything of theirs but its manner."""

import numpy as np
import pytest

from assistant.plan import numbered, parse, write
from assistant.proposing import is_clean, propose, usual
from index.entering import prepare
from index.errors import ShelfError
from index.types import Manuscript, Paragraph


def embed(texts):
    """Pairs of characters as a vector; enough to tell headings apart."""
    rows = np.zeros((len(texts), 64), np.float32)
    for i, text in enumerate(texts):
        for one, other in zip(text, text[1:], strict=False):
            rows[i, (ord(one) * 31 + ord(other)) % 64] += 1
        rows[i, 0] += 1e-3
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def report(title, *headings):
    lines = [title]
    for number, heading in zip("一二三四五六七", headings, strict=False):
        lines += [f"{number}、{heading}", "认真落实各项部署，扎实开展有关工作，取得了较好成效。"]
    return prepare(Manuscript(tuple(Paragraph(line) for line in lines)), f"{title}.txt")[0]


SAMPLES = (
    report(
        "甲县水务局2022年工作总结",
        "强化理论武装", "加强作风建设", "抓实2022年安全生产", "存在的问题", "下一步打算",
    ),
    report(
        "乙县民政局2023年工作总结",
        "强化理论武装", "抓实安全生产", "深化作风建设", "存在的问题", "2024年工作打算",
    ),
    report("丙县林业局2021年工作总结", "持续强化理论武装", "抓好招商引资", "存在的问题", "下一步打算"),
)  # fmt: skip


def texts(plan):
    return [one.text for one in plan.headings]


def test_the_plan_has_what_at_least_half_of_the_samples_have():
    plan = propose(SAMPLES, embed, year=2024)
    assert "抓好招商引资" not in texts(plan)
    assert {"抓实安全生产", "存在的问题"} <= set(texts(plan))
    assert any("理论武装" in text for text in texts(plan))
    assert any("作风建设" in text for text in texts(plan))
    assert [one.role for one in plan.headings[-3:]] == ["problems", "next", "closing"]
    assert plan.headings[1].reports == 3


def test_no_body_and_no_year_of_a_sample_stands_in_the_plan():
    words = write(propose(SAMPLES, embed, year=2025))
    assert not any(word in words for word in ("甲县", "乙县", "丙县", "2021", "2022", "2023", "2024"))
    assert "【待补充：单位名称】2025年工作总结" in words


def test_a_proposed_plan_can_be_written_and_read_again():
    plan = propose(SAMPLES, embed, year=2024)
    assert numbered(parse(write(plan)).headings) == numbered(plan.headings)


def test_a_personal_report_is_told_from_its_kind():
    assert propose(SAMPLES, embed, kind="述职报告").viewpoint == "个人"
    assert propose(SAMPLES, embed).viewpoint == "班子"


def test_samples_without_sections_leave_the_usual_headings():
    bare = report("丁县审计局2022年党风廉政建设情况汇报")
    plan = propose((bare,), embed, kind="党风廉政")
    assert [one.text for one in usual("党风廉政") if one.role == "work"] == [
        one.text for one in plan.headings if one.role == "work"
    ]


def test_without_a_sample_nothing_is_proposed():
    with pytest.raises(ShelfError):
        propose((), embed)


@pytest.mark.parametrize(
    ("heading", "clean"),
    [
        ("强化理论武装", True),
        ("掌“思想之舵”", False),
        ("2023年工作", False),
        ("我局改革", False),
        ("学", False),
    ],
)
def test_only_a_heading_without_particulars_is_taken_over(heading, clean):
    assert is_clean(heading) is clean
