"""One sheet is told from two viewpoints: what each may say."""

from assistant.plan import Plan, parse
from assistant.viewing import claims, closing, duty, opening, suits, voiced

OURS = Plan(kind="工作总结", year=2024)
MINE = Plan(kind="述职报告", viewpoint="个人", year=2024)


def test_a_body_opens_as_a_body_and_an_official_as_one():
    assert opening(OURS) == "现将我单位2024年工作情况总结如下："
    assert opening(MINE) == "现将本人2024年履职情况报告如下："


def test_a_personal_report_asks_for_its_appraisal():
    assert closing(MINE) == "以上报告，请予评议。"
    assert closing(OURS) == ""


def test_what_one_says_of_himself_is_no_deed_of_the_body():
    assert not suits("本人带头讲廉政党课1次", "班子")
    assert suits("本人带头讲廉政党课1次", "个人")
    assert suits("我局召开推进会3次", "班子")


def test_a_sentence_without_a_fact_must_speak_from_the_viewpoint():
    assert not voiced("本人坚持以身作则。", OURS)
    assert not voiced("我局党组高度重视。", MINE)
    assert voiced("切实提高工作质效。", MINE)


def test_a_sentence_without_a_fact_claims_no_deed_of_one_official():
    assert not voiced("本人亲自部署、带队督查。", MINE)
    assert not voiced("带领全体干部攻坚克难。", MINE)
    assert claims("主持召开会议") and not claims("召开会议3次")


def test_what_a_report_begins_with_is_asked_for_where_no_fact_says_it():
    assert "职务" in duty(MINE) and "2024年" in duty(MINE)
    assert "总体情况" in duty(OURS)


def test_an_english_report_opens_and_closes_in_english():
    english = parse("Title: Report\nYear: 2024\n1. Work done\n")
    assert opening(english) == "This report tells of the work of our office in 2024."
    assert closing(english) == ""
