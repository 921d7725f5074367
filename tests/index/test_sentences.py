import string

from hypothesis import given, settings
from hypothesis import strategies as st

from index.sentences import clauses, sentences

SIGNS = "。！？……，；：、.!?,;:“”‘’《》（）()【】\"' \n\u3000—"
TEXTS = st.text(st.sampled_from(SIGNS + "我们坚持学习2023年" + string.ascii_letters[:6]), max_size=80)


def cut(text):
    return [span.of(text) for span in sentences(text)]


def clause(text):
    return [span.of(text) for span in clauses(text)]


def covers(text, spans):
    return "".join(c for span in spans for c in span.of(text) if not c.isspace()) == "".join(text.split())


@given(TEXTS)
@settings(max_examples=300)
def test_every_character_that_is_not_blank_lies_in_one_sentence_and_one_clause(text):
    for spans in (sentences(text), clauses(text)):
        assert covers(text, spans)
        assert all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))
        assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@given(TEXTS)
@settings(max_examples=100)
def test_clauses_never_cross_a_sentence(text):
    whole = sentences(text)
    assert all(any(s.start <= c.start and c.end <= s.end for s in whole) for c in clauses(text))


def test_a_sentence_ends_at_a_full_stop_a_question_or_an_exclamation_mark():
    assert cut("成绩来之不易。问题在哪里？我们要奋进！") == ["成绩来之不易。", "问题在哪里？", "我们要奋进！"]


def test_a_semicolon_ends_a_clause_but_no_sentence():
    assert cut("抓学习；抓作风。") == ["抓学习；抓作风。"]
    assert clause("抓学习；抓作风，见成效。") == ["抓学习；", "抓作风，", "见成效。"]


def test_nothing_is_cut_inside_titles_quotes_and_brackets():
    text = "学习《关于改进作风。严格纪律的意见》，落实“抓早、抓小；抓细。抓长”要求（含基层站所。村居）到位。"
    assert cut(text) == [text]
    assert clause(text)[0] == "学习《关于改进作风。严格纪律的意见》，"


def test_a_quote_that_ends_a_sentence_ends_it_with_the_closing_mark():
    assert cut("群众说：“事情办得好。”下一步继续抓。") == ["群众说：“事情办得好。”", "下一步继续抓。"]


def test_an_opener_that_nothing_closes_protects_nothing():
    assert cut("落实“一岗双责。全年开展督查。") == ["落实“一岗双责。", "全年开展督查。"]


def test_lines_are_never_joined():
    assert cut("第一行没有句号\n第二行。") == ["第一行没有句号", "第二行。"]


def test_figures_keep_their_points_commas_and_colons():
    assert cut("增长2.3%。投资3,000万元。") == ["增长2.3%。", "投资3,000万元。"]
    assert clause("会议于8:30开始，投资3,000万元。") == ["会议于8:30开始，", "投资3,000万元。"]


def test_english_abbreviations_and_initials_end_no_sentence():
    text = "Dr. Lee met the U.S. team, e.g. three staff of No. 5 branch. They agreed."
    assert cut(text) == [text[: -len(" They agreed.")], "They agreed."]


def test_a_list_number_belongs_to_its_sentence():
    assert cut("1. We opened two rooms. Visits rose.") == ["1. We opened two rooms.", "Visits rose."]


def test_dots_of_omission_end_a_sentence_only_where_it_ends():
    assert cut("学习、培训……等活动。道路还长……我们继续。") == [
        "学习、培训……等活动。",
        "道路还长……",
        "我们继续。",
    ]


def test_a_megabyte_without_punctuation_is_one_sentence():
    text = "学" * 1_000_000
    assert [one.of(text) for one in sentences(text)] == [text]
    assert len(clauses("《" * 20_000)) == 1
