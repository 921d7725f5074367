"""An outdated formulation is listed where its words mean it, and renamed only where there is no doubt."""

import pytest

from assistant.outdating import meant, outdated
from index.types import Span


@pytest.mark.parametrize(
    "text",
    [
        "一是开展重大隐患动态清零行动。",
        "欠薪线索动态清零。",
        "构建“四位一体”监督格局。",
        "完善“三社联动”供销机制。",
        "开展殡葬领域专项整治三年行动。",
        "落实“双减”政策。",
        "临河县农业局办公楼。",
    ],
)
def test_words_that_only_read_alike_are_no_stale_formulation(text):
    assert outdated(text, 2026) == []


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("坚持疫情防控动态清零总方针。", "乙类乙管"),
        ("巩固保交楼成果。", "保交房"),
        ("会同环保局开展执法。", "生态环境局"),
        ("完成扫黑除恶专项斗争总结。", "常态化扫黑除恶斗争"),
    ],
)
def test_one_that_fits_is_listed_with_its_proposal_and_kept(text, put):
    assert [(row.what, row.put) for row in outdated(text, 2026)] == [("keep", put)]


def test_one_without_doubt_is_renewed():
    assert [row.what for row in outdated("持续开展扫黑除恶专项斗争。", 2026)] == ["fill"]


def test_a_campaign_that_is_over_is_to_be_filled():
    assert [(row.what, row.put) for row in outdated("扎实开展党纪学习教育。", 2026)] == [("fill", "")]


def test_words_within_a_blank_are_not_said_any_more():
    blank = "开展【待补充：提法，上年为党纪学习教育】。"
    start = blank.index("党纪")
    assert not meant(blank, Span(start, start + 6))
    assert meant("开展党纪学习教育。", Span(2, 8))


def test_a_draft_is_cautioned_only_where_the_words_mean_the_formulation(tmp_path):
    from assistant.service import Assistant
    from assistant.settings import open_settings

    with Assistant(open_settings(tmp_path / "data")) as desk:
        told = {
            text: [one.text for one in desk.check(text, (), 2026) if one.kind == "outdated"]
            for text in ("重大隐患动态清零。", "坚持疫情防控动态清零总方针。")
        }
    assert list(told.values()) == [[], ["动态清零"]]
