"""Words at the cursor: all else byte for byte as it was, the source on the sentence they stand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.inserting import inserted, takeable
from assistant.types import Sentence, join
from index.errors import ShelfError
from index.types import Span

BEFORE = (
    Sentence("一是抓学习。", ("F1",), ("p1",)),
    Sentence("开会3次。", ("F2",), ()),
    Sentence("二是抓整改。", ("F3",), ("p3",), 1),
)
TEXT = join(BEFORE)


def test_a_sentence_put_between_two_bears_its_source_and_the_others_keep_theirs():
    text, told = inserted(BEFORE, TEXT, Span(6, 6), "坚持以学铸魂。", ("p9",))
    assert text == "一是抓学习。坚持以学铸魂。开会3次。\n二是抓整改。"
    assert (told[0], told[2], told[3]) == BEFORE
    assert (told[1].text, told[1].passages, told[1].origin) == ("坚持以学铸魂。", ("p9",), "sample")


def test_a_phrase_within_a_sentence_adds_its_source_to_what_the_sentence_rests_on():
    text, told = inserted(BEFORE, TEXT, Span(2, 5), "抓实理论学习", ("p9",))
    assert text.startswith("一是抓实理论学习。开会3次。")
    assert (told[0].facts, told[0].passages, told[0].origin) == (("F1",), ("p1", "p9"), "writer")
    assert told[1:] == BEFORE[1:]


def test_particulars_of_a_sample_are_blanks_in_the_draft():
    assert takeable("走访群众860户。") == "走访群众【待补充：数】户。"
    assert takeable("压紧压实责任。") == "压紧压实责任。"


def test_a_place_outside_the_text_is_told():
    with pytest.raises(ShelfError, match="place_outside"):
        inserted(BEFORE, TEXT, Span(5, 99), "。")


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.text("抓。，学\n ", max_size=6))
def test_nothing_else_changes(a, b, words):
    span = Span(min(a, b), max(a, b))
    text, told = inserted(BEFORE, TEXT, span, words, ("p9",))
    assert text == TEXT[: span.start] + words + TEXT[span.end :]
    assert all(one.text in text for one in told)
