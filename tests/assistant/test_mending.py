from hypothesis import given
from hypothesis import strategies as st

from assistant.mending import flagged, mend
from assistant.types import Finding, Sentence, join
from index.types import Span


def draft(*texts):
    return tuple(Sentence(text, paragraph=n // 2) for n, text in enumerate(texts))


def mended(first, second, wrong, missing=()):
    return [s.text for s in mend(first, second, wrong, missing)]


FIRST = draft("一是抓学习。", "开会28次，60人参加。", "二是抓整改。", "坚持到底。")


def test_the_flagged_sentence_is_replaced_and_no_other_one_changes():
    second = draft("一要抓好学习。", "开会28次。", "二是狠抓整改。", "坚持到底。")
    assert mended(FIRST, second, {1}) == ["一是抓学习。", "开会28次。", "二是抓整改。", "坚持到底。"]


def test_a_flagged_sentence_may_be_taken_out_and_no_other_one_can():
    assert mended(FIRST, draft("一是抓学习。"), {1}) == ["一是抓学习。", "二是抓整改。", "坚持到底。"]


def test_a_flagged_sentence_may_become_two():
    second = draft("一是抓学习。", "开会28次。", "60人参加【待补充：核实】。", "二是抓整改。", "坚持到底。")
    assert mended(FIRST, second, {1})[1:3] == ["开会28次。", "60人参加【待补充：核实】。"]


def test_a_new_sentence_is_taken_in_only_where_it_states_a_fact_that_was_missing():
    extra = Sentence("走访12户。", ("F3",), paragraph=1)
    assert "走访12户。" not in mended(FIRST, (*FIRST, extra), {1})
    done = mend(FIRST, (*FIRST, extra), {1}, {"F3"})
    assert done[-1] == extra


def test_a_changed_sentence_stays_in_its_paragraph():
    second = [Sentence(s.text.replace("，60人参加", ""), paragraph=n) for n, s in enumerate(FIRST)]
    assert join(mend(FIRST, second, {1})) == "一是抓学习。开会28次。\n二是抓整改。坚持到底。"


def test_a_finding_flags_the_sentences_it_lies_in():
    at = join(FIRST).index("60人")
    assert flagged(FIRST, [Finding("unsupported", Span(at, at + 3), "60人", "")]) == {1}
    end = len(join(FIRST))
    assert flagged(FIRST, [Finding("unused", Span(end, end), "F2", "")]) == frozenset()


TEXTS = st.lists(st.sampled_from(["甲一二。", "乙一二。", "丙三四。", "丁五六。", "戊。"]), max_size=6)


@given(TEXTS, TEXTS, st.sets(st.integers(0, 5)))
def test_what_was_not_flagged_is_kept_to_the_letter_and_in_order(first, second, wrong):
    kept = [text for place, text in enumerate(first) if place not in wrong]
    done = iter(mended(draft(*first), draft(*second), wrong))
    assert all(text in done for text in kept)
