"""The lexicon: every row finds its slip, none disturbs right words, each can be switched off."""

import pytest

from assistant.misspelling import misspelling, rows
from assistant.slips import fixed

CLEAN = (
    "成功克服困难，既便民又利企，补充份额。在新的一年，要振奋精神、真抓实干，做好各项准备工作。"
    "座谈汇报会上，局领导作报告，全面部署工作，截至目前已完成任务，台账清晰，账目清楚。"
    "恢复盖章服务，以经济建设为中心，3月份内办结，经过份额调整，努力渡过难关，实现了望得见山。"
)


def test_every_row_finds_its_slip_and_puts_it_right():
    for row in rows():
        (slip,) = [slip for slip in misspelling(f"要{row.id}。") if slip.row == row.id]
        assert fixed(f"要{row.id}。", (slip,)) == f"要{row.right}。"


def test_no_right_form_holds_a_slip():
    for row in rows():
        assert misspelling(row.right) == (), row
        for word in row.unless:
            assert row.id in word and misspelling(word) == (), row


def test_ids_are_unique_and_differ_from_what_is_right():
    ids = [row.id for row in rows()]
    assert len(ids) == len(set(ids)) > 200
    assert not [row for row in rows() if row.id == row.right or not row.right]


def test_right_words_are_left_alone():
    assert misspelling(CLEAN) == ()


def test_a_row_that_is_switched_off_does_not_count():
    assert misspelling("认真布署，截止目前", off={"布署"})[0].row == "截止目前"
    assert misspelling("认真布署", off={"布署"}) == ()


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("认真贯切落实上级部署", "认真贯彻落实上级部署"),
        ("全面部属工作，切实覆行职责", "全面部署工作，切实履行职责"),
        ("转变作凤，廉结从政", "转变作风，廉洁从政"),
        ("敢于担当做为，竟争上岗", "敢于担当作为，竞争上岗"),
    ],
)
def test_words_of_duty_and_conduct_are_put_right(text, better):
    assert fixed(text, misspelling(text)) == better


def test_the_same_characters_where_two_words_meet_are_no_slip():
    for text in (
        "一贯切实做到",
        "大规模犯罪",
        "预防犯罪",
        "对骨干予以表扬",
        "监管彻底",
        "举措失当",
        "周末完成，自己完成",
    ):
        assert misspelling(text) == (), text


@pytest.mark.real
def test_real_reports_have_few_slips_of_wording():
    from pathlib import Path

    samples = Path(__file__).parents[3] / "shared" / "samples"
    if not samples.exists():
        pytest.skip("the real reports are not beside the checkout")
    found = [slip for file in samples.glob("*.txt") for slip in misspelling(file.read_text("utf-8"))]
    assert len(found) <= 5


def test_words_that_look_like_slips_within_longer_ones_are_told_apart():
    assert [slip.better for slip in misspelling("按装路灯30盏，提高高度重视。")] == ["安装", "高度重视"]
    assert misspelling("按装机容量核算，按装备目录采购，进一步提高认识、高度重视。") == ()
