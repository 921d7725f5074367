import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.outlining import outline
from index.types import Clean

SHARED = Path(__file__).parents[2].parent / "shared"
PIECES = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "1.",
    "2.",
    "（1）",
    "（2）",
    "一是",
    "二是",
    "三是",
    "第一，",
    "第二，",
    "首先，",
    "其次，",
    "第一部分",
    "第二章",
    "①",
    "②",
    "。",
    "；",
    "：",
    "，",
    "加强学习",
    "工作回顾",
    "下一步，",
    "存在的问题",
    "我们将坚持不懈抓好落实",
    "2023年",
    "“",
    "”",
    "《",
    "》",
    "各位代表",
    "——",
    "First,",
    "Second,",
    "Work",
    "report.",
    "附件：",
]
LINES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)
TEXTS = st.lists(LINES, max_size=14).map("\n".join)


@st.composite
def cleans(draw):
    text = draw(TEXTS)
    starts = [0] + [place + 1 for place, sign in enumerate(text) if sign == "\n"]
    levels = draw(st.lists(st.tuples(st.sampled_from(starts), st.integers(1, 9)), max_size=4))
    return Clean(text, levels=tuple(sorted(dict(levels).items())))


def tree(text, levels=()):
    """The outline as lines: depth, mark and heading."""
    sections = outline(Clean(text, levels=levels))
    depth = {}
    lines = []
    for place, section in enumerate(sections):
        depth[place] = 0 if section.parent is None else depth[section.parent] + 1
        lines.append("  " * depth[place] + f"{section.mark}{section.heading}")
    return lines


@given(cleans())
@settings(max_examples=300, deadline=None)
def test_sections_nest_and_each_character_lies_in_one_heading_or_one_body(clean):
    text, sections = clean.text, outline(clean)
    for place, section in enumerate(sections):
        span, body = section.span, section.body
        following = sections[place + 1].span.start if place + 1 < len(sections) else len(text)
        assert span.start <= body.start <= body.end <= following <= len(text)
        assert span.start < following
        assert text[span.start :].startswith(section.mark)
        head = text[span.start : body.start]
        assert section.heading in head if section.heading else head.strip() == section.mark
        assert text[body.end : following].strip() == ""
        if section.parent is not None:
            parent = sections[section.parent]
            assert section.parent < place
            assert parent.span.start < span.start
            assert parent.body.end <= span.start
            assert span.end <= parent.span.end
    assert text[: sections[0].span.start if sections else len(text)].strip() == ""


@given(cleans())
@settings(max_examples=100, deadline=None)
def test_a_section_ends_where_the_next_one_outside_it_begins(clean):
    sections = outline(clean)
    for place, section in enumerate(sections):
        within = {place}
        end = len(clean.text)
        for later in range(place + 1, len(sections)):
            if sections[later].parent not in within:
                end = sections[later].span.start
                break
            within.add(later)
        assert section.span.end == end


def test_a_blank_text_has_no_sections():
    assert outline(Clean("")) == ()
    assert outline(Clean(" \n\u3000")) == ()


def test_a_text_without_headings_is_one_untitled_section():
    sections = outline(Clean("今年我科完成各项任务。\n群众比较满意。"))
    assert [(s.level, s.mark, s.heading, s.parent) for s in sections] == [(0, "", "", None)]


def test_title_and_address_lines_belong_to_the_opening():
    text = "2023年工作总结\n市局：\n现报告如下。\n一、抓学习\n全年扎实。\n二、抓作风\n全年从严。"
    opening, first, _ = outline(Clean(text))
    assert opening.span.of(text) == "2023年工作总结\n市局：\n现报告如下。\n"
    assert (opening.level, opening.role) == (0, "opening")
    assert first.body.of(text) == "全年扎实。"


def test_four_shapes_and_items_nest():
    text = (
        "一、抓学习\n（一）抓理论\n1.集中学\n（1）每月学\n全年坚持。\n（2）每周学\n全年坚持。\n2.个人学\n自学为主。\n"
        "（二）抓业务\n一是练兵。全员参加。二是比武。评出标兵。\n二、抓作风\n从严从实。"
    )
    assert tree(text) == [
        "一、抓学习",
        "  （一）抓理论",
        "    1.集中学",
        "      （1）每月学",
        "      （2）每周学",
        "    2.个人学",
        "  （二）抓业务",
        "    一是练兵",
        "    二是比武",
        "二、抓作风",
    ]


def test_levels_may_be_jumped():
    text = "一、抓学习\n学有所成。\n（1）集中学。全年坚持。\n（2）个人学。全年坚持。\n二、抓作风\n从严从实。"
    sections = outline(Clean(text))
    assert [s.level for s in sections] == [1, 4, 4, 1]
    assert [s.parent for s in sections] == [None, 0, 0, None]


def test_a_report_that_numbers_the_other_way_round_keeps_its_shape():
    text = "1、总体情况\n平稳。\n（一）抓学习\n扎实。\n（二）抓作风\n从严。\n2、存在问题\n还有差距。"
    assert tree(text) == ["1、总体情况", "  （一）抓学习", "  （二）抓作风", "2、存在问题"]


def test_parts_hold_their_own_first_level():
    text = (
        "第一部分 回顾\n一、抓学习\n扎实。\n二、抓作风\n从严。\n"
        "第二部分 打算\n一、再学习\n继续。\n二、再从严\n继续。"
    )
    assert tree(text) == [
        "第一部分回顾",
        "  一、抓学习",
        "  二、抓作风",
        "第二部分打算",
        "  一、再学习",
        "  二、再从严",
    ]


def test_run_in_headings_end_at_their_stop():
    text = "一、聚焦主业，强化担当。全年抓实业务。一是建制度。制定三项制度。二是强队伍。配齐配强。"
    first, one, two = outline(Clean(text))
    assert (first.heading, first.body.of(text)) == ("聚焦主业，强化担当", "全年抓实业务。")
    assert (one.mark, one.heading, one.body.of(text)) == ("一是", "建制度", "制定三项制度。")
    assert (two.parent, two.body.of(text)) == (0, "配齐配强。")


def test_an_item_that_is_its_own_sentence_has_no_heading():
    text = (
        "一、抓学习\n一是围绕中心工作，组织党员深入基层开展调研，形成报告。\n"
        "二是围绕重点任务，组织骨干外出学习，带回经验。"
    )
    assert [s.heading for s in outline(Clean(text))[1:]] == ["", ""]


def test_a_list_within_one_sentence_is_that_sentence():
    text = "全年突出三个重点：一是学习；二是作风；三是落实。成效较好。"
    assert len(outline(Clean(text))) == 1


def test_marks_alone_on_their_lines_belong_to_the_words_below():
    text = (
        "一、抓学习\n要求如下：\n（一）\n坚持集中学，全年不断。\n（二）\n坚持个人学，全年不断。\n"
        "二、抓作风\n一是\n查问题。\n二是\n抓整改。"
    )
    assert [(s.mark, s.level) for s in outline(Clean(text))] == [
        ("一、", 1), ("（一）", 2), ("（二）", 2), ("二、", 1), ("一是", 5), ("二是", 5),
    ]  # fmt: skip


def test_a_chapter_with_its_name_on_the_next_line_has_that_heading():
    text = "第一章\n总则\n坚持从严。\n第二章\n职责\n压实责任。"
    assert tree(text) == ["第一章总则", "第二章职责"]


def test_closing_words_are_a_heading_of_the_first_level():
    text = "一、抓学习\n全年扎实。\n二、抓作风\n全年从严。\n结束语\n让我们团结一心，努力奋斗！"
    assert tree(text) == ["一、抓学习", "二、抓作风", "结束语"]


def test_a_bare_heading_after_the_last_marked_part_is_a_part():
    paragraph = "我局压实责任，建立台账，逐级签订责任书，形成齐抓共管的格局，全年形势总体平稳，群众满意。"
    text = f"一、抓学习\n{paragraph}\n二、抓作风\n{paragraph}\n下一步工作打算\n{paragraph}{paragraph}"
    assert tree(text) == ["一、抓学习", "二、抓作风", "下一步工作打算"]


def test_items_at_line_starts_hold_a_numbering_of_their_own():
    text = (
        "一、抓学习\n第一，集中学。\n（一）读原著，逐章精读。\n（二）谈体会，人人发言。\n"
        "第二，个人学。\n全年坚持。\n二、抓作风\n从严。"
    )
    assert tree(text) == [
        "一、抓学习",
        "  第一，集中学",
        "    （一）",
        "    （二）",
        "  第二，个人学",
        "二、抓作风",
    ]


def test_a_summary_after_the_last_section_leaves_it():
    text = (
        "一、抓学习\n全年扎实。\n二、抓作风\n全年从严。\n"
        "今年以来，虽然取得一些成绩，但还存在学习不深的问题。下一步，我们将持续用力。"
    )
    sections = outline(Clean(text))
    assert [(s.mark, s.level, s.parent) for s in sections][2:] == [("", 0, None)]
    assert sections[2].role == "problems"


def test_a_paragraph_after_items_in_one_line_leaves_them():
    text = (
        "一、抓学习\n一是勤学。全员参加。二是善思。人人发言。\n通过学习，队伍面貌一新。\n二、抓作风\n从严。"
    )
    assert tree(text) == ["一、抓学习", "  一是勤学", "  二是善思", "  ", "二、抓作风"]


def test_problems_and_plans_without_a_heading_are_parts_with_their_own_items():
    text = (
        "一、抓学习\n全年扎实。\n（1）集中学。坚持经常。\n（2）个人学。坚持经常。\n"
        "对照检视，工作中仍存在一些问题，主要是：\n（1）学得不深。浅尝辄止。\n（2）用得不够。学用脱节。\n"
        "下一步，我们将对症下药，抓好整改。\n一是深学。读原著。\n二是真用。抓转化。"
    )
    sections = outline(Clean(text))
    assert [(s.level, s.parent, s.role) for s in sections] == [
        (1, None, "work"),
        (4, 0, "work"),
        (4, 0, "work"),
        (0, None, "problems"),
        (4, 3, "problems"),
        (4, 3, "problems"),
        (0, None, "next"),
        (5, 6, "next"),
        (5, 6, "next"),
    ]


def test_styles_of_the_file_make_headings_without_marks():
    text = "2023年工作总结\n工作成效\n党建引领\n全年抓实。\n业务提升\n全年抓紧。\n下一步工作\n继续努力。"
    offsets = {line: text.index(line) for line in text.split("\n")}
    styles = [("2023年工作总结", 1), ("工作成效", 2), ("党建引领", 3), ("业务提升", 3), ("下一步工作", 2)]
    levels = tuple((offsets[line], level) for line, level in styles)
    assert tree(text, levels) == ["", "工作成效", "  党建引领", "  业务提升", "下一步工作"]


def test_short_bare_lines_between_paragraphs_are_headings():
    paragraph = "我局压实责任，建立台账，逐级签订责任书，形成齐抓共管的格局，全年形势总体平稳，群众满意。"
    text = (
        f"情况汇报\n现将情况汇报如下：\n主要做法\n{paragraph}\n存在问题\n{paragraph}\n下步打算\n{paragraph}"
    )
    assert tree(text) == ["", "主要做法", "存在问题", "下步打算"]


def test_unmarked_parts_stand_above_first_level_marks_that_begin_anew():
    paragraph = "我们压实责任，建立台账，逐级签订责任书，形成齐抓共管的格局，全年形势总体平稳，群众满意。"
    text = (
        f"各位代表：\n2023年工作回顾\n{paragraph}\n一、抓产业\n{paragraph}\n二、抓民生\n{paragraph}\n"
        f"2024年工作安排\n{paragraph}\n一、强产业\n{paragraph}\n二、惠民生\n{paragraph}"
    )
    assert tree(text)[1:] == [
        "2023年工作回顾",
        "  一、抓产业",
        "  二、抓民生",
        "2024年工作安排",
        "  一、强产业",
        "  二、惠民生",
    ]


def test_english_reports_have_an_outline():
    text = (
        "Annual Report 2023\nI. Work done\n"
        "1. Training. Forty staff took part.\n2. Repairs. The roof was mended.\n"
        "II. Problems\nFirst, money is short. Second, staff are few.\nIII. Plan for 2024\nWe will carry on."
    )
    assert tree(text) == [
        "",
        "I.Work done",
        "  1.Training",
        "  2.Repairs",
        "II.Problems",
        "  First,",
        "  Second,",
        "III.Plan for 2024",
    ]
    assert [s.role for s in outline(Clean(text)) if s.level == 1] == ["work", "problems", "next"]


def test_english_reports_without_marks_have_an_outline():
    text = (
        "Annual Work Report 2023\nOverview\nThe office served the public well through all of the year.\n"
        "Work done\nWe opened two reading rooms and repaired the roof of the main hall before winter.\n"
        "Problems\nFunds are short and staff are few, so that two of the courses had to be put off.\n"
        "Plans for 2024\nWe will hold the courses that were put off and open a third reading room."
    )
    sections = outline(Clean(text))
    assert [s.heading for s in sections] == ["", "Overview", "Work done", "Problems", "Plans for 2024"]
    assert [s.role for s in sections][3:] == ["problems", "next"]


def test_ten_thousand_headings_are_ten_thousand_sections():
    text = "\n".join(f"{n % 99 + 1}.抓好第{n}项工作\n内容扎实。" for n in range(10_000))
    assert [s.heading for s in outline(Clean(text))] == [f"抓好第{n}项工作" for n in range(10_000)]


@pytest.mark.real
def test_all_structure_marks_of_the_five_samples_are_found_at_their_level():
    folder = SHARED / "samples"
    if not folder.is_dir():
        pytest.skip("the real reports are not beside the checkout")
    counted = {}
    for path in sorted(folder.glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
        sections = outline(Clean("\n".join(line for line in lines if line)))
        counted[path.name[:3]] = [
            sum(s.level == level and s.mark != "" for s in sections) for level in range(1, 6)
        ]
    assert counted == {
        "000": [3, 0, 0, 0, 3],
        "001": [0, 0, 0, 0, 7],
        "002": [4, 0, 0, 0, 12],
        "003": [4, 0, 0, 17, 4],
        "004": [2, 9, 0, 0, 12],
    }
    assert sum(sum(levels) for levels in counted.values()) == 77


@pytest.mark.real
def test_first_and_second_level_counts_agree_with_the_library():
    path = SHARED / "library" / "reports_dev.jsonl"
    if not path.is_file():
        pytest.skip("the real reports are not beside the checkout")
    agree = {"h1": 0, "h2": 0}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        lines = [line.strip() for line in row["text"].split("\n")]
        sections = outline(Clean("\n".join(line for line in lines if line)))
        for name, level in (("h1", 1), ("h2", 2)):
            found = sum(s.level == level and s.mark != "" for s in sections)
            agree[name] += abs(found - row["heads"][name]) <= 1
    assert min(agree.values()) / len(rows) > 0.94  # it counts the lines of tables of contents too


def test_headings_pasted_as_markdown_lose_their_signs():
    lines = ["## 一、工作回顾", "召开会议12次，成效明显。", "### （一）抓学习", "组织学习8次。"]
    lines += ["### （二）抓整改", "整改15个。", "**二、存在问题**", "学习不够深入。"]
    text = "\n".join(lines)
    found = [(section.mark, section.heading) for section in outline(Clean(text))]
    assert found == [("一、", "工作回顾"), ("（一）", "抓学习"), ("（二）", "抓整改"), ("二、", "存在问题")]


def test_ornaments_are_no_part_of_a_heading_and_items_lie_under_it():
    paragraph = "全馆压实责任，建立台账，逐级签订责任书，形成齐抓共管的格局，全年形势总体平稳，群众满意。"
    text = (
        f"工作汇报\n{paragraph}\n★ 亮点工作\n亮点一：建成平台。全年运行。\n亮点二：举办展览。参观踊跃。\n"
        f"★ 存在困难\n{paragraph}"
    )
    assert tree(text) == ["", "亮点工作", "  亮点一：建成平台", "  亮点二：举办展览", "存在困难"]


def test_three_numbers_lie_under_two_and_half_a_bracket_is_one():
    text = "1. 设计\n2. 进展\n2.1 施工\n2.1.1 土建\n全年抓实。\n2.1.2 安装\n全年抓紧。\n2.2 验收\n全年抓细。"
    assert tree(text)[2:] == ["  2.1施工", "    2.1.1土建", "    2.1.2安装", "  2.2验收"]
    text = "一、学习\n一）集中学\n全年坚持。\n二）个人学\n自学为主。\n二、作风\n从严。"
    assert tree(text) == ["一、学习", "  一）集中学", "  二）个人学", "二、作风"]


def test_a_report_that_numbers_the_other_way_round_does_so_in_its_last_part_too():
    text = "1、总体\n（一）学习\n扎实。\n（二）作风\n从严。\n"
    text += "2、问题\n（一）人手少\n还要招。\n（二）经费紧\n还要筹。"
    assert tree(text)[3:] == ["2、问题", "  （一）人手少", "  （二）经费紧"]


def test_a_first_part_after_a_blank_in_a_report_of_one_line_is_found():
    text = "某局工作总结 一、学习。扎实。（一）集中学。成效好。（二）个人学。成效好。二、作风。从严。"
    assert tree(text)[1:] == ["一、学习", "  （一）集中学", "  （二）个人学", "二、作风"]


def test_a_table_of_contents_heads_nothing():
    text = "工作总结\n目录\n一、学习\n二、作风\n一、学习\n全年扎实。\n二、作风\n全年从严。"
    assert tree(text)[1:] == ["一、学习", "二、作风"]
