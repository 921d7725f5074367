"""What is kept as noted is told, quoted, and set right by one press."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.composing import compose
from assistant.noting import note
from assistant.types import Brief, Sentence, join
from assistant.verifying import unverified, verified

SENTENCES = (
    Sentence("一是开展培训12次。", ("F1",)),
    Sentence("车棚弄好了3处【请核】，值班xx天【请核】。", ("F2", "F3"), ("p",)),
)


def test_every_mark_of_a_composed_draft_is_told_with_the_words_to_check():
    text = compose(Brief("主要工作", note("车棚弄好了3处\n值班xx天\n培训12次")), ()).text
    found = list(unverified(text))
    assert len(found) == text.count("【请核】") == 2
    assert all(one.span.of(text) == one.text and one.kind == "wording" for one in found)
    assert any("“车棚弄好了3处”" in one.message and "没有问题" in one.message for one in found)


def test_a_verified_place_loses_its_mark_and_nothing_else():
    text = join(SENTENCES)
    first, second = unverified(text)
    without, told = verified(SENTENCES, text, second)
    assert without == text.replace("xx天【请核】", "xx天") == join(told)
    assert [(one.facts, one.passages) for one in told] == [(one.facts, one.passages) for one in SENTENCES]
    without, told = verified(SENTENCES, text, first)
    assert without == text.replace("3处【请核】", "3处") == join(told)


def test_a_text_edited_since_keeps_what_it_can():
    text = "我改过的一句【请核】。"
    (one,) = unverified(text)
    assert verified(SENTENCES, text, one)[0] == "我改过的一句。"


@given(st.text("甲，。；一是【请核】\n", max_size=30))
def test_there_is_a_finding_for_each_mark_and_it_ends_with_it(text):
    found = list(unverified(text))
    assert len(found) == text.count("【请核】")
    assert all(text[one.span.start : one.span.end] == one.text for one in found)
    assert all(one.text.endswith("【请核】") for one in found)
