"""Columns without tabs."""

import pytest

from assistant.columning import columns
from assistant.noting import note


@pytest.mark.parametrize(
    ("notes", "facts"),
    [
        (
            "类别    数量    备注\n收案    23件    多4件\n结案    21件    含上年2件",
            ["类别：收案，数量：23件，备注：多4件"],
        ),
        ("序号,项目,数量,单位\n1,路面硬化,12.6,公里\n2,路灯,340,盏", ["项目：路面硬化，数量：12.6公里"]),
    ],
)
def test_wide_blanks_and_commas_part_columns(notes, facts):
    assert [fact.text for fact in note(notes)][: len(facts)] == facts


@pytest.mark.parametrize(
    "lines",
    [
        ["3.20—3.25  轮训", "4.8  观摩"],
        ["参加  340人", "获奖  3项"],
        ["走访,慰问,座谈,宣讲等活动", "共,参加,12,人"],
        ["　　全年开会3次。", "　　培训2期。"],
    ],
)
def test_other_lines_stay(lines):
    assert columns(lines) == lines
