"""A row of a pasted table says by itself what its cells are."""

import pytest

from assistant.tabulating import is_row, rows


@pytest.mark.parametrize("line", ["会议\t次数", "| 会议 | 次数 |", "会议｜次数", "|---|---|"])
def test_cells_parted_by_tabs_or_strokes_make_a_row(line):
    assert is_row(line)


@pytest.mark.parametrize("line", ["党组会12次", "|", "\t党组会12次", "--- 分隔 ---"])
def test_a_line_of_one_cell_is_no_row(line):
    assert not is_row(line)


def test_a_figure_takes_the_unit_its_header_names_and_no_other():
    assert rows(["项目\t金额（万元）\t参加人数", "路灯\t1.5\t约60人"]) == [
        "项目：路灯，金额：1.5万元，参加人数：约60人"
    ]


def test_without_a_header_the_cells_are_joined_as_they_stand():
    assert rows(["党组会\t12次", "党课\t3次"]) == ["党组会，12次", "党课，3次"]


def test_fillers_and_running_numbers_are_left_out():
    assert rows(["序号|名称|次数", "--|--|--", "1|党课|3次", "2|谈话|—"]) == [
        "名称：党课，次数：3次",
        "名称：谈话",
    ]


def test_a_cell_without_a_name_is_kept():
    assert rows(["名称|次数", "--|--", "党课|3次|含外请"]) == ["名称：党课，次数：3次，含外请"]


def test_the_sign_of_a_change_is_spelt_out_and_no_other_sign_is():
    assert rows(["指标\t2024年\t同比", "办件\t12件\t-7%", "气温\t-3度\t+2度"]) == [
        "指标：办件，2024年：12件，同比：下降7%",
        "指标：气温，2024年：-3度，同比：增加2度",
    ]
