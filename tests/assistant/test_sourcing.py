import pytest

from assistant.sourcing import source
from assistant.types import Fact, Sentence

FACTS = (
    Fact("F1", "召开党组会28次"),
    Fact("F2", "组织消防演练1次，38人参加"),
    Fact("F3", "化解信访积案12件"),
    Fact("F4", "常态化入户走访独居老人"),
    Fact("F5", "培训网格员12名"),
)


def sourced(text, facts=(), origin="model"):
    return source([Sentence(text, facts, origin="fact" if facts else origin)], FACTS)[0]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("全年共召开党组会28次。", ("F1",)),
        ("组织开展消防演练1次，38人参加，化解信访积案12件。", ("F2", "F3")),
        ("坚持常态化入户走访，把独居老人放在心上。", ("F4",)),
        ("培训社区网格员12名。", ("F5",)),
    ],
)
def test_a_sentence_that_plainly_states_a_fact_gets_it(text, facts):
    found = sourced(text)
    assert (found.facts, found.origin) == (facts, "fact")


@pytest.mark.parametrize(
    "text",
    [
        "坚持把安全放在首位。",  # attitude
        "全年召开党组会多次。",  # nothing particular of the fact
        "查处案件12件。",  # the figure alone, of something else
        "召开民主生活会27次。",  # another figure
        "建立消防台账。",  # one word in common
        "【待补充：党组会次数】。",
    ],
)
def test_what_is_uncertain_stays_without_a_source(text):
    assert sourced(text) == Sentence(text, origin="model")


def test_a_mark_that_names_the_wrong_fact_is_put_right():
    assert sourced("全年共召开党组会28次。", ("F4",)).facts == ("F1",)


def test_a_mark_that_leaves_a_fact_out_is_completed_and_none_that_may_be_right_is_taken_away():
    assert sourced("组织消防演练1次，化解信访积案12件。", ("F2",)).facts == ("F2", "F3")
    assert sourced("抓实安全教育。", ("F2",)).facts == ("F2",)


def test_english_sentences_are_matched_by_their_words():
    facts = (Fact("F1", "One fire drill in May"), Fact("F2", "38 people took part in the drill"))
    done = source([Sentence("The drill drew 38 people.", origin="model")], facts)
    assert done[0].facts == ("F2",)


def test_without_facts_nothing_is_matched_and_an_edited_sentence_is_left_alone():
    assert source([Sentence("开会3次。", origin="model")], ()) == (Sentence("开会3次。", origin="model"),)
    assert sourced("召开党组会28次。", origin="writer").facts == ()
