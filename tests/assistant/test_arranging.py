from hypothesis import given
from hypothesis import strategies as st

from assistant.arranging import arrange, in_order, settled, shows
from assistant.stating import state

NOTES = (
    "党组会12次",
    "警示片4场",
    "招商23次",
    "低保户310户",
    "改厕316户",
    "消防演练4次",
    "团建",
    "其中2次在县里",
)


def stated(notes):
    return [state((f"F{at}",), text) for at, text in enumerate(notes, start=1)]


def ids(groups):
    return sorted(one for group in groups for statement in group.statements for one in statement.ids)


@given(st.lists(st.sampled_from(NOTES), max_size=20), st.sampled_from(["安全生产", "2024年工作总结", ""]))
def test_groups_hold_every_statement_once(notes, heading):
    statements = stated(notes)
    expected = sorted(one for statement in statements for one in statement.ids)
    assert ids(arrange(statements, heading)) == expected
    assert ids(in_order(statements, heading)) == expected
    groups = settled(arrange(statements, heading), heading, named=False)
    assert ids(groups) in ([], expected)


def test_meetings_stand_first_and_then_the_headings_own_line_of_work():
    groups = arrange(stated(["招商23次", "消防演练4次", "安全隐患排查9轮", "党组会12次"]), "安全生产")
    assert [group.facet.name for group in groups if group.facet][:2] == ["会议研究", "安全生产"]


def test_a_group_shows_its_line_of_work_when_its_own_words_do():
    (archive,) = arrange(stated(["党组会12次"]), "安全生产")
    (taken,) = arrange(stated(["一杯茶3次"]), "安全生产")
    assert shows(archive) and not shows(taken)


def test_forty_facts_of_many_lines_of_work_make_few_points():
    assert len(arrange(stated([f"{note}{at}" for at in range(6) for note in NOTES[:6]]), "工作总结")) <= 10


def test_what_goes_on_from_the_note_before_stays_with_it():
    groups = arrange(stated(["外出招商23次", "其中省外9次", "党组会12次"]), "工作总结")
    assert ["外出招商23次", "其中省外9次"] in [[one.text for one in group.statements] for group in groups]


def test_shortcomings_keep_the_writers_order():
    groups = in_order(stated(["招商不力", "党组会少", "招商队伍弱"]), "存在的问题")
    assert [group.statements[0].text for group in groups] == ["招商不力", "党组会少", "招商队伍弱"]


def test_labels_stand_where_most_statements_show_their_line_of_work():
    assert not settled(arrange(stated(["茶歇3次", "团建2次", "招商23次"]), ""), "", named=False)
    mixed = arrange(stated(["党组会3次", "招商23次", "消防演练4次", "茶歇3次"]), "")
    assert [group.facet is None for group in settled(mixed, "", named=False)] == [False, False, False, True]
    assert not settled(mixed, "", named=True)
