import pytest

from assistant.asking import ask, asked, blank
from assistant.dividing import divide
from assistant.types import Brief, Fact, Sentence


def needs(section, *notes, length=0):
    facts = tuple(Fact(f"F{at}", text) for at, text in enumerate(notes, 1))
    paragraphs = [[Sentence(fact.text + "。", (fact.id,))] for fact in facts]
    ask(Brief(section, facts, length), paragraphs)
    return [(at, one.text) for at, held in enumerate(paragraphs) for one in held if one.origin == "blank"]


def test_what_is_left_open_is_asked_for_beside_its_fact():
    found = needs("主题教育", "检视问题23个，已整改21个", "党课9次")
    assert found == [(0, "【待补充：其余问题的整改安排】")]


@pytest.mark.parametrize(
    ("section", "notes", "length"),
    [
        ("主题教育", ("检视问题23个，已整改23个", "党课9次"), 0),
        ("主题教育", ("检视问题23个，已整改21个", "剩余2个正在整改"), 0),
        ("存在的问题", ("人手少",), 0),
        ("安全生产", ("例会12次", "检查9次"), 15),
    ],
)
def test_nothing_is_asked_for_where_nothing_is_missing(section, notes, length):
    assert needs(section, *notes, length=length) == []


def test_a_section_too_thin_for_its_length_asks_for_more():
    assert len(needs("安全生产", "例会12次", "检查9次", length=800)) == 1
    assert len(needs("意识形态工作", "专题研究4次")) == 1


def test_an_empty_section_says_of_what_it_needs():
    (part,) = divide("党风廉政建设工作", ())
    texts = [one.text for one in asked(part, "党风廉政建设工作", alone=True)]
    assert len(texts) == 3 and all(text.startswith("【待补充：党风廉政建设工作的") for text in texts)
    assert len(asked(part, "党风廉政建设工作", alone=False)) == 1


def test_a_blank_carries_the_ids_of_facts_without_words():
    assert blank("内容", "F2").facts == ("F2",)


def test_what_a_heading_promises_is_asked_beside_the_shortcomings_and_not_beside_what_is_none():
    notes = (Fact("F1", "巡查频次不够"), Fact("F2", "文稿86篇"))
    paragraphs = [
        [Sentence("巡查频次不够。", ("F1",))],
        [Sentence("【待核实：请移走】", origin="blank"), Sentence("文稿86篇。", ("F2",))],
    ]
    ask(Brief("存在问题及原因分析", notes), paragraphs)
    assert [len(held) for held in paragraphs] == [2, 2]
