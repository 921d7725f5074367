"""A row of a table is told without the heads of its columns, and no value of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.unheading import unheaded


@pytest.mark.parametrize(
    ("row", "clause"),
    [
        (
            "指标：受理诉求，2024年：820件，上年：760件，增减：+7.9%",
            "2024年受理诉求820件，上年为760件，增长7.9%",
        ),
        (
            "指标：办结率，本年：98.1%，上年：97%，增减：+1.1个百分点",
            "办结率为98.1%，上年为97%，提高1.1个百分点",
        ),
        (
            "指标：其中重复诉求，2024年：31件，上年：40件，增减：-22.5%",
            "其中重复诉求31件，上年为40件，下降22.5%",
        ),
        ("指标：发案，2023年：12起，2024年：9起，增减：-3起", "2024年发案9起，2023年为12起，减少3起"),
        ("项目：10千伏线路改造，规模：投资86万元，进展：已完工", "10千伏线路改造投资86万元，已完工"),
        ("项目：绿化，计划：12亩，完成：13亩，完成率：108%", "绿化完成13亩，计划为12亩，完成率为108%"),
        ("指标：办件量，单位：万件，本年：3.2，同比：14.3%", "本年办件量3.2万件，同比14.3%"),
        ("项目：业务培训，时间：3月12日，人数：120人", "3月12日，业务培训120人"),
    ],
)
def test_a_row_is_told_as_a_clause(row, clause):
    assert unheaded(row) == clause


@given(
    st.sampled_from(["项目", "指标", "会议"]),
    st.sampled_from(["台区改造", "其中散户", "办结率", "110千伏工程"]),
    st.lists(
        st.tuples(
            st.sampled_from(["2024年", "上年", "同比", "数量", "规模", "完成", "备注", "时间", "目标"]),
            st.integers(1, 9999),
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda cell: cell[0],
    ),
)
def test_every_value_of_a_row_stands_in_its_clause_once(head, name, cells):
    told = unheaded("，".join([f"{head}：{name}", *(f"{one}：{number}件" for one, number in cells)]))
    said = re.findall(r"\d+(?=件)", told)
    assert sorted(said) == sorted(str(number) for _, number in cells) and name in told


@pytest.mark.parametrize(
    "note", ["问题：人手少", "党组会12次", "Item: audits, Count: 12", "时间：3月，地点：礼堂"]
)
def test_what_is_no_row_stays(note):
    assert unheaded(note) == note


@pytest.mark.parametrize(
    ("row", "clause"),
    [
        (
            "指标：货物量，2025年计划：60万吨，2025年实际：61万吨，2024年实际：58万吨",
            "2025年货物量61万吨，计划为60万吨，2024年实际为58万吨",
        ),
        ("指标：损耗率，2025年计划：≤9.5%，2025年实际：9.1%", "2025年损耗率为9.1%，计划不高于9.5%"),
        ("泊位，2023：8个，2024：9个", "泊位2023年为8个、2024年为9个"),
        ("险情类型：搁浅，起数：9起，遇险人数：42人，备注：都在浅滩", "搁浅9起，遇险42人，都在浅滩"),
        (
            "任务：优抚年审，牵头：优抚股，完成时限：3月31日，说明：4862人，上门认证",
            "优抚年审，由优抚股牵头，3月31日前完成，4862人，上门认证",
        ),
        (
            "路段：望川段，病害：网裂，发现日期：2025/3/6，处治方式：铣刨，是否完成：是",
            "望川段，病害为网裂，2025年3月6日发现，处治方式为铣刨，已完成",
        ),
        ("任务：站点改造，责任单位：工程科，完成时限：10月", "站点改造，由工程科负责，10月完成"),
    ],
)
def test_rows_of_years_plans_and_tasks_are_told_in_words(row, clause):
    assert unheaded(row) == clause
