"""Figures of another time, and plans told as done."""

import pytest

from assistant.checking import check
from assistant.noting import note


def kinds(text, facts):
    return {finding.kind for finding in check(text, note(facts), year=2024)} - {"unused"}


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("1至6月到账率38%，7至12月45%", "上半年到账率45%。"),
        ("明年再建站点15个", "已建成站点15个。"),
        ("接种率达到93%，目标值95%", "接种率达到95%。"),
        ("A footbridge will be built in 2026", "A footbridge was built in 2026."),
    ],
)
def test_another_time_is_told(facts, text):
    assert "misplaced" in kinds(text, facts)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("1至6月到账率38%，7至12月45%", "到账率上半年为38%，下半年升至45%。"),
        ("明年再建站点15个", "明年计划新建站点15个。"),
        ("明年换掉老水管12公里", "下一步抓好以下工作。一是完成老水管更换12公里。"),
        ("到账率2024年比2023年多3.6个百分点", "2024年到账率比2023年提高3.6个百分点。"),
    ],
)
def test_the_same_time_and_a_plan_are_not(facts, text):
    assert not kinds(text, facts)
