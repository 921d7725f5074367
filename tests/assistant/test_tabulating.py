"""A row of a pasted table says by itself what its cells are."""

import pytest

from assistant.noting import note
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


def test_a_unit_above_the_table_is_that_of_its_bare_figures():
    table = "（单位：万元）\n科室\t人数\t预算数\t执行率\n办公室\t14\t120.5\t98%"
    assert [fact.text for fact in note(table)] == ["科室：办公室，人数：14人，预算数：120.5万元，执行率：98%"]


def test_a_unit_without_a_table_stays():
    assert [fact.text for fact in note("单位：万元\n\n开会3次")] == ["单位：万元", "开会3次"]


def test_a_merged_cell_is_that_of_the_rows_under_it():
    table = "镇名\t项目\t数量（个）\n白石镇\t改厕\t120\n\t污水治理\t14"
    assert [fact.text for fact in note(table)][1] == "镇名：白石镇，项目：污水治理，数量：14个"


def test_entries_of_a_form_are_no_table():
    assert [fact.text for fact in note("姓名:\t王芳\n事迹:\t修路2条")] == ["姓名:王芳", "事迹:修路2条"]


def test_a_unit_behind_a_year_of_the_header_goes_to_its_figures():
    assert [fact.text for fact in note("项目\t2023年/万元\n水费\t12.4\n电费\t33.1")][
        0
    ] == "项目：水费，2023年：12.4万元"
