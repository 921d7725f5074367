"""What headings and passages say of their role by their words alone."""

import pytest

from index.cues import CARRIED_OUT, LACKING, SOLVED
from index.roles import role_of_heading, role_of_text

WORK = [
    "围绕中心任务，深化建功立业",
    "聚焦重点任务，狠抓落实见效",
    "严查安全隐患，筑牢防火墙",
    "全面除隐患、保平安",
    "落实整改措施，提升管理水平",
    "群众反映的问题件件有回应",
    "加强挑战杯竞赛组织工作",
    "明确工作目标，健全责任体系",
    "抓重点工作，促提质增效",
    "扎实开展查问题、补短板活动",
    "主要目标任务完成情况",
    "紧盯薄弱环节，开展专项治理",
    "着力解决运行中的突出问题",
    "办实事解难题，群众有了笑脸",
]
PROBLEMS = [
    "存在问题及整改措施",
    "检查中发现的问题",
    "社会治理中存在的问题",
    "服务能力有待提升",
    "专业人才紧缺",
    "创新能力不强，成果转化率低",
    "工作作风不够扎实",
    "安全隐患依然存在",
    "需要解决的几个难题",
]
NEXT = [
    "2025年工作要点",
    "下学期工作设想",
    "2025年主要目标任务",
    "下一步重点任务",
    "总体要求和主要目标",
    "改进措施",
]


@pytest.mark.parametrize("heading", WORK)
def test_a_task_that_is_carried_out_and_a_problem_that_is_dealt_with_are_work(heading):
    assert role_of_heading(heading) in (None, "work")


@pytest.mark.parametrize("heading", PROBLEMS)
def test_a_lack_is_a_problem_though_the_heading_says_what_is_done_about_it(heading):
    assert role_of_heading(heading) == "problems"


@pytest.mark.parametrize("heading", NEXT)
def test_a_task_that_nobody_carries_out_yet_lies_ahead(heading):
    assert role_of_heading(heading) == "next"


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("开展检查56次，严查各类隐患，整改隐患213条，整改率100%。", None),
        ("对存在安全隐患的43户农房进行了加固改造。", None),
        ("针对人手不足的困难，组织机关干部下沉支援。", None),
        ("有效解决工程面临的实际问题，发挥示范引领作用。", None),
        ("资金成本偏高，融资渠道单一；项目储备不足，后劲不强。", "problems"),
        ("学习的系统性不强，存在以干代学的现象。", "problems"),
        ("我们也深知，工作离上级要求还有距离。", "problems"),
        ("针对存在的问题，我们将从以下三个方面加以改进。", "next"),
        ("为做好2025年工作，我们将重点抓好以下几个方面：", "next"),
        ("新学年，学院将修订培养方案。", "next"),
    ],
)
def test_passages_say_their_role(words, role):
    assert role_of_text(words) == role


def test_what_is_blotted_out_is_the_task_or_the_problem_itself():
    assert CARRIED_OUT.search("围绕中心任务，深化改革")[0] == "围绕中心任务"
    assert SOLVED.search("全面排查安全隐患和风险")[0] == "排查安全隐患和风险"
    assert len(LACKING.findall("人员不足，设备老化，办公楼整洁。")) == 2


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("部分党员先锋模范作用发挥不明显，服务意识不强。", "problems"),
        ("受场地限制，部分活动未能如期开展。", "problems"),
        ("后续，项目部将加快办理施工许可。", "next"),
        ("为此，建议加大财政投入，完善配套政策。", "next"),
        ("建议稿征求了各方面意见。", None),
        ("针对部分企业反映的融资难问题，牵头举办银企对接会4次。", None),
    ],
)
def test_some_who_fall_short_are_a_problem_and_a_paper_called_proposal_is_no_proposal(words, role):
    assert role_of_text(words) == role
