"""One figure in two units."""

import pytest

from assistant.checking import check
from assistant.noting import note


def kinds(text, facts):
    return {finding.kind for finding in check(text, note(facts))} - {"unused"}


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("修路2.4公里", "修路2400米。"),
        ("发放种子1.5吨", "发放种子1500公斤。"),
        ("平均用时1.5小时", "平均用时90分钟。"),
        ("造林20公顷", "造林300亩。"),
    ],
)
def test_another_unit_is_the_same(facts, text):
    assert not kinds(text, facts)


@pytest.mark.parametrize(
    ("facts", "text"),
    [("修路2.4公里", "修路240米。"), ("修路2.4公里", "修路2400公里。"), ("造林20公顷", "造林20亩。")],
)
def test_a_wrong_conversion_is_told(facts, text):
    assert kinds(text, facts)
