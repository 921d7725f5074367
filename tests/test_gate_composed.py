"""The gate on drafts composed without a model: what the composer adds claims nothing and copies nothing."""

import pytest

from assistant.noting import note
from assistant.service import Assistant, Done, examples
from assistant.settings import open_settings
from assistant.types import Brief

QUIET = {"blank", "unused", "derived", "outdated"}
BRIEFS = {
    "加强党风廉政建设": "党组会研究廉政议题6次\n3月18日召开廉政大会，210人参加\n签订责任书41份\n节前提醒5轮",
    "抓好安全生产": "排查隐患132处，整改129处\n开展应急演练4次\n停产整顿2家\n培训安全员86人次",
    "推进乡村振兴": "新建高标准农田1800亩\n培育家庭农场7个\n修复村道12.6公里\n人均可支配收入增长7.3%",
    "提升政务服务水平": "办理事项4.2万件，按时办结率99.6%\n上线“一件事”套餐15个\n窗口延时服务320小时",
    "存在的问题和不足": "理论学习不够系统\n调研次数偏少，全年仅9次\n专业人才缺口12名",
    "下一步工作打算": "完成二期管网改造8公里\n新招聘护士20名\n开展冬春讲堂12期",
    "做好教育教学工作": "举办公开课38节\n骨干教师结对26对\n家访1460户\n中考上线率提高3.1个百分点",
    "强化医疗质量管理": "开展病历质控检查12次\n抢救成功率92.8%\n新设专科门诊3个",
    "全面从严治党": "开展谈心谈话94人次\n查处违规问题1起\n观看警示教育片6场",
    "开展主题教育": "读书班7天\n领导班子讲党课5次\n解决群众急难愁盼问题17件",
    "推动国有企业改革发展": "实现营业收入3.6亿元，同比增长5.2%\n压减管理层级1级\n研发投入2100万元",
    "加强干部队伍建设": "选派年轻干部驻村9名\n举办培训班4期316人次\n交流轮岗13人",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with Assistant(open_settings(tmp_path_factory.mktemp("data"))) as desk:
        desk.add_bundled()
        yield desk


def found(desk, brief):
    """(kind, text, sentence around it) of each finding that accuses, seeds 1 and 2."""
    told = []
    for seed in (1, 2):
        draft = next(event for event in desk.draft(brief, seed=seed) if isinstance(event, Done)).draft
        told += [(f.kind, f.text, draft.text) for f in draft.findings if f.kind not in QUIET]
    return told


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.id)
def test_the_drafts_of_the_bundled_examples_have_nothing_to_answer_for(desk, example):
    facts = note(example.notes)
    brief = Brief(example.section, facts, example.length, example.style, example.year)
    assert found(desk, brief) == []


@pytest.mark.parametrize("style", ["points", "flowing"])
@pytest.mark.parametrize("section", sorted(BRIEFS))
def test_the_drafts_of_other_briefs_have_nothing_to_answer_for(desk, section, style):
    assert found(desk, Brief(section, note(BRIEFS[section]), 600, style, 2023)) == []
