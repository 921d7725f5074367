import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.borrowing import borrow, is_licensed, suggest
from assistant.facets import facet_of
from index.types import Hit, Passage, Span


def hit(text, *headings, role="work", id="s-0"):
    return Hit(Passage(id, "s", headings, Span(0, len(text)), text, role), 1.0)


def borrowed(text, own="", *headings, role="work"):
    return {(one.use, one.text) for one in borrow((hit(text, *headings, role=role),), own)}


@pytest.mark.parametrize(
    ("text", "use", "phrase"),
    [
        ("坚持问题导向、目标导向，检查企业30家。", "manner", "坚持问题导向、目标导向"),
        ("检查企业30家，着力补齐短板弱项。", "aim", "着力补齐短板弱项"),
        ("一是严格落实责任。召开会议。", "label", "严格落实责任"),
        ("坚持把食品监管作为重中之重，开展检查。", "frame", "坚持把〈题〉作为重中之重"),
        ("围绕全县粮食增产目标任务，开展检查。", "frame", "围绕〈题〉目标任务"),
        ("坚持以项目建设为抓手，开展检查。", "frame", "坚持以〈题〉为抓手"),
        ("对照上级要求，还存在一些差距和不足：", "problems", "对照上级要求，还存在一些差距和不足"),
        ("下一步，将重点做好以下几个方面的工作：", "next", "下一步，将重点做好以下几个方面的工作"),
        ("现将县城南片区供水情况汇报如下：", "opening", "现将〈题〉情况汇报如下"),
    ],
)
def test_what_claims_nothing_is_borrowed_for_its_use(text, use, phrase):
    assert (use, phrase) in borrowed(text)


def test_a_heading_gives_a_label():
    assert ("label", "严格落实责任") in borrowed(
        "召开会议。", "", "二、工作情况", "（一）严格落实责任，形成闭环"
    )


@pytest.mark.parametrize(
    "text",
    [
        "坚持每周召开调度会，检查企业30家。",  # a deed
        "检查企业30家，着力推动作风持续向好。",  # a result
        "一是健全工作机制。召开会议。",  # a thing built
        "坚持以群众满意为导向，检查企业30家。",  # people the writer did not name
        "围绕目标任务，坚持摆上重要议事日程，开会3次。",  # lacks its object
        "坚持建建设，开会3次。",  # a slip
    ],
)
def test_what_claims_or_is_broken_is_not_borrowed(text):
    assert not {one for one in borrowed(text) if one[0] in ("manner", "aim", "label")} - {
        ("manner", "围绕目标任务")
    }


@given(
    st.lists(
        st.sampled_from(
            [
                "坚持",
                "问题导向",
                "3月5日",
                "28次",
                "《警钟》",
                "市水利局",
                "着力",
                "落实责任",
                "，",
                "。",
                "一是",
            ]
        ),
        max_size=12,
    )
)
def test_no_borrowed_phrase_holds_a_particular(parts):
    for _, phrase in borrowed("".join(parts)):
        assert not any(mark in phrase for mark in ("3", "5", "28", "《", "水利"))


def test_entities_are_licensed_by_the_writers_words_only():
    assert not is_licensed("聚焦群众工作", "")
    assert is_licensed("聚焦群众工作", "群众来访8次")


def test_a_deed_the_writer_did_not_name_is_suggested_masked():
    facet = facet_of("消防演练")
    assert facet
    deed = "县里组织消防演练14次，邀请专家授课，发放《安全手册》3200份。"
    (suggestion,) = suggest((hit(deed),), "检查企业86家", [facet], "work")
    assert (
        "14" not in suggestion.text and "安全手册" not in suggestion.text and suggestion.passage_id == "s-0"
    )


def test_for_shortcomings_only_passages_of_shortcomings_are_suggested():
    lack = "专业力量仍较薄弱，个别点位日常巡查的频次还不够高，存在盲区。"
    facet = facet_of("安全生产")
    assert facet
    assert suggest((hit(lack, role="problems"),), "", [facet], "problems")
    assert not suggest((hit("组织开展消防安全演练，邀请有关专家到场授课讲解。"),), "", [facet], "problems")


def test_the_core_of_an_opener_is_taken_out_of_a_longer_sentence():
    text = "在总结成绩的同时，我们也看到，仍存在一些薄弱环节：人员少。"
    hit = Hit(Passage("c-1", "c", (), Span(0, len(text)), text, "problems"), 1.0)
    assert ("problems 仍存在一些薄弱环节", "c-1") in [
        (one.text, one.passage_id) for one in borrow((hit,), "")
    ]
