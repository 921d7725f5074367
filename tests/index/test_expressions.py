"""All particulars of a text, over the text as it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.expressions import expressions

PIECES = [
    "召开会议28次",
    "２８次",
    "二十八\u200b次",
    "壹佰贰拾人",
    "1.2万元",
    "3千余人",
    "1 200份",
    "95％",
    "第一名",
    "2023年3月24日",
    "二〇二三年",
    "《党章》",
    "“四个意识”",
    "县司法局",
    "由王建国同志",
    "赴湖北省",
    "多少次",
    "xx局",
    "一是",
    "（一）",
    "三会一课",
    "十九届二中、三中全会",
    "“十四五”",
    "国发〔2023〕5号",
    "，",
    "。",
    "\n",
    "  ",
    "工作格局",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=12).map("".join)


def found(text):
    return [(one.kind, one.text) for one in expressions(text)]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_span_covers_its_text_and_spans_are_sorted_and_disjoint(text):
    hits = expressions(text)
    assert all(text[one.span.start : one.span.end] == one.text and one.text for one in hits)
    assert all(a.span.end <= b.span.start for a, b in zip(hits, hits[1:], strict=False))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_always_gives_the_same_expressions(text):
    assert expressions(text) == expressions(text)


@pytest.mark.parametrize(
    "text",
    [
        "召开会议28次",
        "召开会议２８次",
        "召开会议二十八次",
        "召开会议2\u200b8次",
        "召开会议 28 次",
        "召开会议2 8次",
        "召开会议贰拾捌次",
    ],
)
def test_one_figure_has_one_key_however_it_is_written(text):
    assert [one.key for one in expressions(text)] == ["count:28:次"]


@pytest.mark.parametrize(
    "text",
    [
        "一是抓学习。二是抓制度。三是抓落实。",
        "一、加强领导\n（一）压实责任\n1.抓好学习\n（1）抓好培训",
        "落实“三会一课”“一岗双责”，贯彻中央八项规定精神，纠治“四风”",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”，深刻领悟“两个确立”",
        "增强“五个意识”",
        "形成一级抓一级、层层抓落实的工作格局",
        "第一，要提高认识；第二，要压实责任",
        "统筹推进“五位一体”总体布局、协调推进“四个全面”战略布局",
    ],
)
def test_set_formulations_enumerators_and_phrasing_are_no_particulars(text):
    assert found(text) == []


def test_a_passage_gives_every_kind_it_holds():
    text = "2023年，云溪县司法局由王建国同志带队赴湖北省，依据国发〔2023〕5号第三条学习《党章》13次，占95%。"
    kinds = [one.kind for one in expressions(text)]
    assert kinds == [
        "date",
        "organisation",
        "person",
        "place",
        "docno",
        "article",
        "title",
        "count",
        "percent",
    ]


def test_a_long_text_is_read_to_its_end():
    said = "今年以来，召开党委会28次，会同县司法局开展检查，压实各级责任，形成齐抓共管的工作局面。"
    assert [one.text for one in expressions(said * 1500)] == ["28次", "县司法局"] * 1500
