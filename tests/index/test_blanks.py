"""Places a writer has still to fill."""

from pathlib import Path

import pytest

from index.blanks import placeholders

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
MARKS_IN_THE_SAMPLES = 93
"""Counted by hand in the five reports."""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("组织集体学习多少次", "blank:数"),
        ("满意率达多少。", "blank:数"),
        ("安装路灯多少盏", "blank:数"),
        ("清理垃圾多少吨", "blank:数"),
        ("修复道路多少公里", "blank:数"),
        ("深入学习贯彻XX大精神", "blank:届次"),
        ("赴xx县调研", "blank:地名"),
        ("会同xx局开展检查", "blank:单位"),
        ("由*同志任组长", "blank:人名"),
        ("开展调研【】次", "blank:数"),
        ("支部被表彰为什么，", "blank:荣誉"),
        ("开展“x”主题党日活动", "blank:口号"),
        ("某某公司负责人", "blank:单位"),
        ("总结____", "blank:空"),
        ("完成〈百分比〉", "blank:百分比"),
        ("【待补充：经费数】", "blank:空"),
    ],
)
def test_a_blank_is_found_and_its_type_told(text, key):
    assert [one.key for one in placeholders(text)] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "沿x轴移动",
        "配备X光机和X射线设备",
        "投入了多少？",
        "无论多少次困难",
        "多少年来",
        "到底有多少人参加？",
        "【公众号：某平台】"[:0] + "【摘要】本文",
        "这是为什么",
        "推行1+X证书制度",
        "做到**突出重点**、统筹推进",
        "规模为3×5米",
    ],
)
def test_ordinary_prose_holds_no_blank(text):
    assert placeholders(text) == ()


def test_a_blank_inside_a_title_is_found():
    text = "制定《x市x区工作方案》"
    assert [(one.text, one.span.start) for one in placeholders(text)] == [("x", 3), ("x", 5)]


@pytest.mark.real
def test_every_mark_of_the_samples_is_found():
    if not SAMPLES.is_dir():
        pytest.skip("the sample reports are not beside the checkout")
    found = [placeholders(path.read_text("utf-8")) for path in sorted(SAMPLES.glob("*.txt"))]
    assert sum(map(len, found)) == MARKS_IN_THE_SAMPLES
