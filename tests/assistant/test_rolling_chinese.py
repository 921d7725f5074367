"""Years in either digits, sessions held every year, zero claims and phases: what moves on and what stands."""

import pytest

from assistant.rolling import Choice, applied, own_year, roll
from assistant.rolling_chinese import claims, eras, moved, year_of, years


def told(text, year=2025, before=2024):
    """(words, what is proposed, what would stand there) of each year."""
    rows = sorted(years(text, year, before), key=lambda row: row.span.start)
    return [(row.text, row.what, row.put) for row in rows]


@pytest.mark.parametrize(
    "text,row",
    [("二〇二四年工作总结", ("二〇二四年", "fill", "二〇二五年")),
     ("二○二四年度考核", ("二○二四年度", "fill", "二○二五年度")),
     ("2024年度考核", ("2024年度", "fill", "2025年度")),
     ("较2023年下降", ("2023年", "fill", "2024年")),
     ("2023年以来连续两年", ("2023年", "keep", "")),
     ("自2019年起实施", ("2019年", "keep", "")),
     ("到2030年实现碳达峰", ("2030年", "keep", "")),
     ("2023—2024学年，", ("2023—2024学年", "fill", "2024—2025学年")),
     ("治本攻坚三年行动（2024—2026年）", ("2024—2026年", "keep", "")),
     ("同去年相比", ("去年", "keep", ""))],
)  # fmt: skip
def test_a_year_moves_on_by_how_it_stands(text, row):
    assert row in told(text)


def test_classes_one_to_four_are_no_year():
    assert told("一二三四年级学生，二十年来，一百年") == []


def test_a_year_is_read_and_written_in_its_own_digits():
    assert [year_of(one) for one in ("二零二四", "二〇一九", "2030")] == [2024, 2019, 2030]
    assert moved("二零二四年十二月", 1) == "二零二五年十二月"
    assert own_year("二〇二四年，我局。二〇二四年，全县。二〇二五年，计划。", 2025) == 2024


def test_sessions_held_every_year_are_to_be_filled_and_congresses_stand():
    text = (
        "县第十七届人民代表大会第三次会议、镇十四届人大四次会议、公司三届二次职代会，党的二十届三中全会精神"
    )
    what = {row.text: row.what for row in roll(text, 2025) if row.kind == "era"}
    assert [kind for words, kind in what.items() if "全会" in words] == ["keep"]
    assert [kind for words, kind in what.items() if "会议" in words or "职代会" in words] == ["fill"] * 3
    assert not [row for row in eras("召开第二次推进会议") if row.what == "fill"]


@pytest.mark.parametrize(
    "text", ["未发生一起越级上访", "未发生较大以上安全责任事故", "没有发生网络舆情", "实现安全生产“零事故”"]
)
def test_what_did_not_happen_last_year_is_not_claimed_of_this_one(text):
    assert list(claims(text))
    words = applied(f"全年{text}。", roll(f"全年{text}。", 2025), {})
    assert "【待补充：今年情况" in words


def test_what_is_to_be_prevented_is_no_claim():
    assert not list(claims("确保不发生安全事故，未发生变化，坚决防止事故发生，从零开始。"))


def test_a_date_long_past_or_far_ahead_is_kept_and_a_phase_is_no_figure():
    text = "本人自2021年5月任现职。2024年5月，污水管网二期工程通水，培训四期。"
    what = {row.text: row.what for row in roll(text, 2025, before=2024)}
    assert (what["2021年5月"], what["2024年5月"], what["二期"], what["四期"]) == (
        "keep",
        "fill",
        "keep",
        "fill",
    )


def test_a_title_of_the_year_itself_is_to_be_filled():
    text = "印发《2024年党建工作要点》，学习《中国共产党纪律处分条例》。"
    assert [row.what for row in roll(text, 2025, before=2024) if row.kind == "title"] == ["fill", "keep"]


@pytest.mark.parametrize(
    "text", ["二〇二四年，未发生一起事故，获二等奖。", "2023—2024学年二期工程，十四届人大四次会议。"]
)
def test_keeping_all_leaves_every_byte_as_it_was(text):
    rows = roll(text, 2025)
    assert applied(text, rows, {n: Choice("keep") for n in range(len(rows))}) == text
