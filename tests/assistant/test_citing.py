import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citing import Showing, align, cite, unknown
from assistant.types import Sentence, join

FACTS = ("F1", "F2", "F3")
SAMPLES = {"S1": "a-0", "S2": "a-9"}


def cited(reply, keep=""):
    return [(s.text, s.facts, s.passages) for s in cite(reply, FACTS, SAMPLES, keep)]


def shown(reply, keep="", size=1):
    showing = Showing(keep)
    pieces = [reply[at : at + size] for at in range(0, len(reply), size)]
    return "".join(map(showing.feed, pieces)) + showing.end()


@pytest.mark.parametrize(
    "mark",
    [
        "[F1,F3|S2]", "【F1，F3｜S2】", "（F1、F3，S2）", "(F1, F3; S2)", "[F1][F3][S2]", "[ f1 , f3 | s2 ]",
        "［Ｆ１，Ｆ３｜Ｓ２］", "[来源：F1、F3，参照S2]", "[Sources: F1, F3 | S2]", "[[F1,F3|S2]]",
        "[^F1,F3|S2]", "〔F1 F3 S2〕", "{F1,F3|S2}", "[F1, 3|S2]", "[F1和F3|S2]",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "reply", ["开会3次。{}", "开会3次{}。", "开会3次 {}。", "开会{}3次。", "开会3次。\n{}", "开会3次。 {} \n"]
)
def test_a_mark_is_understood_however_it_is_written_and_wherever_it_stands(mark, reply):
    assert cited(reply.format(mark)) == [("开会3次。", ("F1", "F3"), ("a-9",))]


@pytest.mark.parametrize("mark", ["[F1-F3]", "[F1-3]", "【F1至F3】", "(F1~F3)", "[F1—F3]"])
def test_a_range_names_all_within_it(mark):
    assert cited(f"开会3次。{mark}") == [("开会3次。", ("F1", "F2", "F3"), ())]


def test_each_sentence_has_its_own_sources_and_paragraphs_are_kept():
    reply = "一是抓学习。[F1|S1]开会3次，[F2]9人参加。[F3]\n\n二是抓整改。[S2]坚持到底。"
    assert [(s.text, s.facts, s.passages, s.paragraph, s.origin) for s in cite(reply, FACTS, SAMPLES)] == [
        ("一是抓学习。", ("F1",), ("a-0",), 0, "fact"),
        ("开会3次，9人参加。", ("F2", "F3"), (), 0, "fact"),
        ("二是抓整改。", (), ("a-9",), 1, "model"),
        ("坚持到底。", (), (), 1, "model"),
    ]


def test_english_sentences_lose_no_blank_and_gain_none():
    reply = "Two drills were held [F1]. Then 38 people came. [F2|S1] All is well [F3]"
    assert [text for text, _, _ in cited(reply)] == [
        "Two drills were held.", "Then 38 people came.", "All is well",
    ]  # fmt: skip


def test_marks_before_their_sentences_are_understood_too():
    assert [(t, f) for t, f, _ in cited("[F1] 开会3次。[F2] 培训2次。\n[F3] 谈话1次。")] == [
        ("开会3次。", ("F1",)), ("培训2次。", ("F2",)), ("谈话1次。", ("F3",)),
    ]  # fmt: skip


def test_a_mark_on_the_next_line_belongs_to_the_sentence_before():
    assert cited("开会3次。\n[F1]培训2次。[F2]")[0] == ("开会3次。", ("F1",), ())


def test_a_group_without_brackets_is_understood_at_the_end_of_a_line():
    assert cited("开会3次。F1,F3|S2\n培训2次。 F2") == [
        ("开会3次。", ("F1", "F3"), ("a-9",)), ("培训2次。", ("F2",), ()),
    ]  # fmt: skip


def test_a_mark_that_names_nothing_is_dropped_and_reported():
    reply = "开会3次。[F1,F9|S7]培训2次。【F12】"
    assert cited(reply) == [("开会3次。", ("F1",), ()), ("培训2次。", (), ())]
    assert unknown(reply, FACTS, SAMPLES) == ("F9", "S7", "F12")


def test_an_empty_mark_is_dropped():
    assert cited("坚持到底。[]再接再厉。[|]久久为功。[无]") == [
        ("坚持到底。", (), ()), ("再接再厉。", (), ()), ("久久为功。", (), ()),
    ]  # fmt: skip


def test_a_blank_is_no_mark_and_a_sentence_of_blanks_only_says_so():
    reply = "【待补充：培训场次】。更换灭火器【待补充：数量】。[F3]"
    assert [(s.text, s.origin) for s in cite(reply, FACTS, SAMPLES)] == [
        ("【待补充：培训场次】。", "blank"), ("更换灭火器【待补充：数量】。", "fact"),
    ]  # fmt: skip


def test_what_the_facts_write_like_a_mark_is_text():
    keep = "修通（S58）高速公路9公里"
    assert cited("修通（S58）高速公路9公里。[F1]", keep) == [("修通（S58）高速公路9公里。", ("F1",), ())]
    assert shown("修通（S58）高速公路9公里。[F1]", keep) == "修通（S58）高速公路9公里。"


@pytest.mark.parametrize(
    "text",
    ["一是抓学习（见附件）。", "数组a[0]和[x]。", "（2024年）", "（Formula 1）", "【注】无。", "(see Annex)"],
)
def test_other_brackets_are_text(text):
    assert shown(text) == text
    assert "".join(s.text for s in cite(text, FACTS, SAMPLES)) == text


@pytest.mark.parametrize("tail", ["[", "[F", "[F1", "[F1,F", "【F1|S", "（F1、"])
def test_a_mark_cut_off_in_the_middle_leaves_nothing(tail):
    assert cited(f"开会3次。{tail}")[0][0] == "开会3次。"
    assert shown(f"开会3次。{tail}") == "开会3次。"


REPLIES = st.lists(
    st.sampled_from(
        [
            "开会3次。",
            "A drill.",
            "[F1",
            ",F2",
            "|S1]",
            "]",
            "[",
            "【F3】",
            "（",
            "）",
            "待补充",
            "\n",
            " ",
            "F1",
            "无",
            "来源：",
        ]
    ),
    max_size=14,
).map("".join)


@given(REPLIES, st.integers(1, 5))
def test_what_is_shown_while_streaming_does_not_depend_on_the_pieces(reply, size):
    assert shown(reply, size=size) == shown(reply, size=len(reply) or 1)


@given(REPLIES)
def test_no_understood_mark_is_left_in_the_text(reply):
    text = join(cite(reply, FACTS, SAMPLES))
    assert not any(mark in text for mark in ("[F1]", "[F1,F2]", "[F1,F2|S1]", "【F3】"))


def test_a_mark_within_a_mark_is_understood_and_taken_out():
    ((text, facts, _),) = cited("开会3次。[F1【F3】]")
    assert (text, set(facts)) == ("开会3次。", {"F1", "F3"})


@given(REPLIES)
def test_citing_loses_no_word_of_the_text(reply):
    joined = "".join(s.text for s in cite(reply, FACTS, SAMPLES))
    assert joined.count("开会3次") == reply.count("开会3次")


def test_a_very_long_hostile_reply_cites_nothing():
    for reply in ("[F1," * 5000, "[" * 20000, "[F1" + "," * 20000, "（来源" * 5000, "[F" + "1" * 20000):
        assert [one.facts for one in cite(reply, FACTS, SAMPLES) if one.facts] == []
        assert len(shown(reply, size=50)) <= len(reply)


BEFORE = (
    Sentence("一是抓学习。", ("F1",), ("a-0",)),
    Sentence("开会3次，9人参加。", ("F2",)),
    Sentence("二是抓整改。", (), ("a-9",), paragraph=1, origin="sample"),
    Sentence("培训2次。", ("F3",), paragraph=1),
)


def test_an_untouched_text_keeps_every_source():
    assert align(BEFORE, join(BEFORE)) == BEFORE


def test_a_changed_sentence_is_the_writers_and_the_others_keep_their_sources():
    aligned = align(BEFORE, "一是抓学习。开会4次，9人参加。\n二是抓整改。培训2次。")
    assert [(s.text, s.origin, s.facts) for s in aligned] == [
        ("一是抓学习。", "fact", ("F1",)), ("开会4次，9人参加。", "writer", ()),
        ("二是抓整改。", "sample", ()), ("培训2次。", "fact", ("F3",)),
    ]  # fmt: skip


def test_a_moved_sentence_takes_its_sources_along():
    aligned = align(BEFORE, "培训2次。\n一是抓学习。开会3次，9人参加。\n新的一句。二是抓整改。")
    assert [(s.text, s.facts, s.paragraph, s.origin) for s in aligned] == [
        ("培训2次。", ("F3",), 0, "fact"), ("一是抓学习。", ("F1",), 1, "fact"),
        ("开会3次，9人参加。", ("F2",), 1, "fact"), ("新的一句。", (), 2, "writer"),
        ("二是抓整改。", (), 2, "sample"),
    ]  # fmt: skip


def test_a_word_put_before_a_sentence_makes_it_the_writers():
    assert align(BEFORE[:1], "不仅一是抓学习。")[0].origin == "writer"


def test_an_emptied_text_has_no_sentences_and_a_new_one_is_all_the_writers():
    assert align(BEFORE, " \n\n") == ()
    assert align((), "一是抓学习。") == (Sentence("一是抓学习。", origin="writer"),)


def test_a_drafted_sentence_of_several_whole_ones_keeps_its_sources_in_part():
    before = (Sentence("开会3次。9人参加。", ("F1",)),)
    assert align(before, "开会3次。9人参加。") == before
    assert align(before, "开会3次。") == (Sentence("开会3次。", ("F1",)),)


def test_drafted_clauses_that_make_one_sentence_stay_apart_while_it_is_untouched():
    before = (Sentence("一是抓学习，", ("F1",)), Sentence("强作风。", ("F2",)))
    assert align(before, join(before)) == before
    assert align(before, "一是抓学习，改作风。")[0].origin == "writer"


SENTENCES = st.lists(
    st.tuples(
        st.sampled_from(["开会3次。", "培训2次。", "All is well.", "学习，", "强作风。", "A。B。"]),
        st.booleans(),
    ),
    max_size=8,
)


@given(SENTENCES)
def test_aligning_a_text_with_itself_changes_nothing(rows):
    before, paragraph = [], 0
    for n, (text, breaks) in enumerate(rows):
        paragraph += breaks and n > 0
        before.append(Sentence(text, (f"F{n}",), paragraph=paragraph))
    assert align(tuple(before), join(tuple(before))) == tuple(before)


@given(SENTENCES, st.text(st.sampled_from("开会3次。培训2\nA. "), max_size=40))
def test_aligned_sentences_are_those_of_the_text(rows, text):
    before = tuple(Sentence(row, (f"F{n}",)) for n, (row, _) in enumerate(rows))
    plain = "".join(text.split())
    assert "".join("".join(s.text.split()) for s in align(before, text)) == plain
