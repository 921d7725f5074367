import pytest

from index.outlining import outline
from index.roles import role_of_heading, role_of_text
from index.types import Clean


def roles(text):
    return [(section.mark + section.heading, section.role) for section in outline(Clean(text))]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("存在的主要问题", "problems"),
        ("差距和不足", "problems"),
        ("原因剖析", "problems"),
        ("下一步工作打算", "next"),
        ("存在问题及下一步打算", "problems"),
        ("整改措施", "next"),
        ("2024年工作安排", "next"),
        ("主要成效", "work"),
        ("整改落实情况", "work"),
        ("结束语", "closing"),
        ("基本情况", "opening"),
        ("今后工作规划", "next"),
        ("Problems and gaps", "problems"),
        ("Priorities for next year", "next"),
    ],
)
def test_a_heading_says_its_role(heading, role):
    assert role_of_heading(heading) == role


@pytest.mark.parametrize(
    "heading",
    [
        "坚持问题导向，抓实专项整治",
        "补齐短板弱项",
        "防范化解重大风险",
        "关爱困难群众",
        "压实责任",
        "加强学习",
    ],
)
def test_problems_that_are_dealt_with_say_nothing(heading):
    assert role_of_heading(heading) in (None, "work")


@pytest.mark.parametrize("heading", ["疫苗接种和免疫规划", "国土空间规划", "城乡规划"])
def test_a_line_of_work_that_is_called_planning_is_work(heading):
    assert role_of_heading(heading) is None


@pytest.mark.parametrize("heading", ["能力不强的问题", "解决实际困难办法不多，能力不足", "查找问题不深入"])
def test_problems_that_are_owned_up_to_are_problems(heading):
    assert role_of_heading(heading) == "problems"


def test_a_part_that_begins_with_the_year_to_come_looks_ahead():
    text = "一、2023年工作回顾\n扎实。\n二、奋力走在前\n2024年是关键之年。\n三、2024年安排\n继续。"
    assert [role for _, role in roles(text)] == ["work", "next", "next"]


def test_words_of_leave_that_name_the_new_year_close():
    words = "各位代表！新的一年，任重道远。让我们更加紧密地团结起来，携手奋斗！"
    assert role_of_text(words) == "closing"


def test_a_heading_that_names_a_later_year_looks_ahead():
    assert role_of_heading("2024年政府工作", 2023) == "next"
    assert role_of_heading("2023年政府工作", 2023) != "next"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("下一步，我们将压实责任，抓好整改。", "next"),
        ("今后工作中，我将加强学习。", "next"),
        ("工作中还存在一些不足：学得不深。", "problems"),
        ("在肯定成绩的同时，我们也清醒认识到，干部队伍能力与新要求相比还有差距。", "problems"),
        ("工作中还存在以下问题：", "problems"),
        ("以上报告，请予审议。", "closing"),
        ("现将有关情况汇报如下：", "opening"),
        ("全年解决群众反映的问题一批。", None),
        ("针对查摆出来的突出问题，逐项整改到位。", None),
    ],
)
def test_words_say_their_role(words, role):
    assert role_of_text(words) == role


def test_a_part_takes_the_role_of_the_part_above_it():
    text = (
        "一、主要工作\n（一）抓学习\n全年扎实。\n二、存在问题\n（一）学习方面\n学得不深。\n"
        "三、下步打算\n（一）抓学习\n再学再用。"
    )
    assert [role for _, role in roles(text)] == ["work", "work", "problems", "problems", "next", "next"]


def test_items_take_the_role_of_the_words_that_lead_to_them():
    text = (
        "一、抓学习\n全年扎实。但工作中还存在一些不足：\n一是学得不深。浅尝辄止。\n二是用得不够。学用脱节。"
    )
    assert [role for _, role in roles(text)] == ["work", "problems", "problems"]


def test_the_text_before_the_first_heading_opens_and_the_last_leave_closes():
    text = "工作总结\n现将情况报告如下。\n一、抓学习\n全年扎实。\n二、抓作风\n全年从严。\n特此报告。"
    said = roles(text)
    assert said[0][1] == "opening"
    assert said[1][1] == said[2][1] == "work"


def test_a_second_run_takes_the_role_of_the_words_that_lead_to_it():
    text = (
        "一、抓学习\n扎实。\n二、存在问题及打算\n存在的问题：一是学得不深。浅尝辄止。二是用得不够。学用脱节。"
        "下一步：一是深学。读原著。二是真用。抓转化。"
    )
    assert [role for _, role in roles(text)][2:] == ["problems", "problems", "next", "next"]


def test_problems_that_a_report_on_their_correction_names_are_work():
    text = "一、具体整改情况\n（一）关于学习不深入的问题\n全部整改到位。\n二、下步打算\n继续。"
    assert [role for _, role in roles(text)] == ["work", "work", "next"]


def test_items_with_nothing_above_them_say_their_role_by_their_headings():
    text = "一是抓学习。扎实。\n二是把短板找出来。还有差距。\n三是抓作风。从严。"
    assert [role for _, role in roles(text)] == ["work", "problems", "work"]
    led = "工作中还存在以下问题：\n一是理论学习不足。浅。\n二是作风有待转变。浮。"
    assert [role for _, role in roles(led)][1:] == ["problems", "problems"]


def test_a_title_that_names_the_year_under_review_makes_a_later_one_lie_ahead():
    text = "某局2020年工作总结和2021年工作安排\n一、2020年的工作\n全年扎实。\n二、2021年抓什么\n继续用力。"
    assert [s.role for s in outline(Clean(text)) if s.heading] == ["work", "next"]


def test_a_last_part_that_begins_with_the_next_step_lies_ahead():
    text = "一、抓整改\n全年抓实。\n二、举一反三，建立长效机制\n下一步，公司将每月排查一次，坚决防止反弹。"
    assert [s.role for s in outline(Clean(text))] == ["work", "next"]


def test_a_problem_is_work_where_its_text_says_how_it_was_put_right():
    text = (
        "一、逐项对照，狠抓整改\n（一）关于消防通道堵塞的问题\n整改情况：已清理。\n"
        "（二）关于台账不全的问题\n整改情况：已补齐。\n二、存在问题\n人手不足。"
    )
    assert [s.role for s in outline(Clean(text))] == ["work", "work", "work", "problems"]
