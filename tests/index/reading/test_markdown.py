import pytest

from index.reading.markdown import plain, read_markdown


def read(text):
    return [(p.text, p.level) for p in read_markdown(text.encode(), "a.md").paragraphs]


def test_headings_of_both_kinds_have_levels():
    assert read("# 总结\n\n## 一、情况 ##\n\n标题\n===\n\n小标题\n---\n\n正文。") == [
        ("总结", 1), ("一、情况", 2), ("标题", 1), ("小标题", 2), ("正文。", 0),
    ]  # fmt: skip


def test_a_hash_is_a_heading_only_before_a_blank_or_a_title():
    assert read("#一、总体情况") == [("一、总体情况", 1)]
    assert read("##总体情况") == [("总体情况", 2)]
    assert read("##paidbegin##掌握") == [("##paidbegin##掌握", 0)]
    assert read("#话题标签说的话")[0] == ("#话题标签说的话", 0)


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**一是**加强学习", "一是加强学习"),
        ("~~旧~~新", "旧新"),
        ('见[方案](http://a.cn "x")。', "见方案。"),
        ("![图](a.png)图后", "图后"),
        ("`代码`", "代码"),
        ("a_b_c", "a_b_c"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("张*同志", "张*同志"),
        (r"\*不是\*", "*不是*"),
        ("完成xx项，**次", "完成xx项，**次"),
        ("甲&amp;乙", "甲&乙"),
        ("【】人、***", "【】人、***"),
    ],
)
def test_markup_goes_and_placeholders_stay(marked, words):
    assert plain(marked) == words


def test_front_matter_comments_scripts_and_rules_go():
    text = "---\ntitle: x\n---\n<!-- 暗语 -->前言。\n\n***\n\n<script>alert(1)</script>正文。"
    assert read(text) == [("前言。", 0), ("正文。", 0)]


def test_lists_and_quotes_lose_their_bullets_but_numbers_stay():
    assert read("- 学习\n* [x] 调研\n> 引文。\n\n1. 第一项\n2. 第二项") == [
        ("学习", 0), ("调研", 0), ("引文。", 0), ("1. 第一项", 0), ("2. 第二项", 0),
    ]  # fmt: skip


def test_a_table_row_is_a_paragraph_of_its_cells():
    assert read("| 项目 | 数量 |\n|---|---|\n| 培训 | 12场 |") == [("项目 | 数量", 0), ("培训 | 12场", 0)]


def test_lines_broken_at_a_width_are_joined_and_short_ones_are_not():
    long = "全年坚持把理论学习摆在突出位置组织集中学习做到学以致用推动各项任务"
    assert read(f"{long}\n落到实处。") == [(f"{long}落到实处。", 0)]
    assert read("各位代表\n现在报告工作。") == [("各位代表", 0), ("现在报告工作。", 0)]


def test_fenced_lines_are_kept_as_they_are():
    assert read("```\n# 不是标题\n```\n正文。") == [("# 不是标题", 0), ("正文。", 0)]
