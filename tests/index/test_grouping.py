from index.grouping import LEAST, MOST, groups_of, pieces_of
from index.types import Section, Span

SENTENCE = "我局坚持把制度建设贯穿全过程，修订完善管理办法，逐条对照抓落实，形成了长效机制。"


def grouped(text):
    whole = Span(0, len(text))
    sections = (Section(0, "", "", whole, whole, None),)
    groups = groups_of(list(pieces_of(text, whole, 0)), text, sections)
    return [text[group[0].span.start : group[-1].span.end] for group in groups]


def test_a_long_paragraph_becomes_groups_of_even_size():
    groups = grouped(SENTENCE * 20)
    assert "".join(groups) == SENTENCE * 20
    assert all(LEAST <= len(group) <= MOST for group in groups)
    assert max(map(len, groups)) - min(map(len, groups)) <= 2 * len(SENTENCE)


def test_short_paragraphs_are_joined_to_their_neighbours():
    assert grouped("全年扎实。\n全年从严。") == ["全年扎实。\n全年从严。"]


def test_a_line_that_breaks_off_is_joined_to_the_next():
    broken = SENTENCE[:-5] + "\n" + SENTENCE[-5:]
    assert grouped(broken) == [broken]


def test_lines_without_any_stop_are_cut_between_lines():
    groups = grouped("\n".join(["指标完成情况"] * 200))
    assert all(len(group) <= 2 * MOST for group in groups)
    assert {line for group in groups for line in group.split("\n")} == {"指标完成情况"}


def test_a_group_ends_where_the_next_steps_begin():
    text = SENTENCE * 2 + "下一步，我们将紧盯关键环节，持续完善制度，推动工作再上新台阶。"
    assert [group[:3] for group in grouped(text)] == ["我局坚", "下一步"]


def test_a_short_rest_joins_the_group_before_it_and_a_short_beginning_the_one_after():
    rest = "这些成绩来之不易。"
    assert grouped(SENTENCE * 3 + "\n" + rest) == [SENTENCE * 3 + "\n" + rest]
    groups = grouped(rest + "\n" + SENTENCE * 8)
    assert groups[0].startswith(rest) and all(LEAST <= len(group) <= MOST for group in groups)


def whole(text):
    return [piece.whole for piece in pieces_of(text, Span(0, len(text)), 0)]


def test_what_closes_behind_a_sign_ends_no_sentence_by_itself():
    assert whole("下一步，”\n一是抓好制度建设。") == [False, True]
    assert whole("会议指出：“要抓落实。”\n（见附件。）\n贯彻《若干\n规定》") == [True, True, False, False]
    assert whole("完成整改。（责任单位：办公室）\n（牵头单位，）\n") == [True, True, False]
    text = SENTENCE * 2 + "面对新形势新要求，我们将认真谋划下一步，”\n一是抓好制度建设，" + SENTENCE
    assert not any(group.endswith("，”") for group in grouped(text))
