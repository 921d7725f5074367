"""Rows of tables told from prose, and written again as the writer wrote them."""

import pytest

from assistant.gridding import cells, is_rule, restored, rows

TABS = ["指标\t市馆\t分馆", "讲座\t120场\t36场", "展览\t11期\t"]
STROKES = ["| 项目 | 数量 |", "| --- | --- |", "| 讲座 | 120场 |"]


@pytest.mark.parametrize("table", [TABS[:2], STROKES, ["指标 | 市馆", "讲座 | 120场"]])
def test_neighbouring_rows_of_one_width_are_a_table(table):
    lines = ["现将数据通报如下：", *table, "以上数据不含分馆。"]
    assert rows(lines) == frozenset(range(1, 1 + len(table)))


def test_a_row_alone_and_prose_are_no_table():
    assert rows(["讲座\t120场", "全年开放301天。"]) == frozenset()
    assert rows(["一、工作 | 成效", "二、问题"]) == frozenset()
    assert rows(["全年举办讲座120场。" * 9 + "\t" + "甲", "乙\t丙"]) == frozenset()


def test_cells_are_told_without_their_strokes_and_a_rule_is_none():
    assert cells(STROKES[0]) == ("项目", "数量")
    assert [is_rule(line) for line in STROKES] == [False, True, False]


@pytest.mark.parametrize("table", [TABS, STROKES])
def test_rows_that_come_back_with_strokes_are_written_as_before(table):
    before = "\n".join(["通报如下：", *table, "完。"])
    read = [" | ".join(c for c in cells(line) if c) for line in table if not is_rule(line)]
    assert restored(["通报如下：", *read, "完。"], before) == [line.strip() for line in before.splitlines()]
    changed = [*read[:-1], read[-1].replace("1", "9")]
    assert restored(changed, before)[-1] == changed[-1]
