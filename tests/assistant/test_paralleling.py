import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.paralleling import RUN, outline_table, overlaps, parallel, shared_runs
from index.embedding import open_embedder
from index.entering import prepare
from index.types import Manuscript, Paragraph

EMBED = open_embedder().embed
FIRST = """县林业局2022年工作总结
一、2022年主要工作情况
坚持以习近平新时代中国特色社会主义思想为指导，完成造林任务。
二、存在的主要问题
管护力量不足。
三、下一步工作打算
加强管护。"""
SECOND = """市水务局2023年工作总结
一、主要工作开展情况
坚持以习近平新时代中国特色社会主义思想为指导，推进河道治理，水质达标。
二、工作中存在的问题和不足
资金不足，力量薄弱。
三、下一步打算
加快工程建设。"""


def report(text):
    return prepare(Manuscript(tuple(map(Paragraph, text.split("\n")))), "a.txt")[0]


@pytest.fixture(scope="module")
def two():
    return report(FIRST), report(SECOND)


def test_sections_of_one_topic_stand_in_one_row_in_their_usual_order(two):
    rows = outline_table(two, EMBED)
    assert [row.role for row in rows] == ["work", "problems", "next"]
    assert [row.reports for row in rows] == [2, 2, 2]


def test_headings_of_all_the_work_are_one_topic_whatever_their_words():
    one, other = (
        report(FIRST.replace("2022年主要工作情况", name)) for name in ("2022年工作总结", "工作完成情况")
    )
    assert [row.reports for row in outline_table((one, other), EMBED)] == [2, 2, 2]


def test_a_cell_is_a_section_with_its_share_of_the_report(two):
    held = {one.id: one for one in two}
    for row in outline_table(two, EMBED):
        for cell in row.cells:
            text = held[cell.report_id].text
            assert text[cell.start : cell.end].startswith(cell.heading[:4])
            assert cell.share == pytest.approx((cell.end - cell.start) / len(text))


def test_two_reports_are_shown_with_the_runs_they_share(two):
    found = parallel(*two, EMBED)
    assert "坚持以习近平新时代中国特色社会主义思想为指导，" in [run.text for run in found.runs]
    work = found.pairs[0]
    assert [span.of(work.left_text) for span in work.left_shared] == [
        span.of(work.right_text) for span in work.right_shared
    ]
    assert 0 < found.overlap < 1


def test_reports_without_headings_have_no_table():
    assert outline_table((), EMBED) == ()


WORDS = st.text("甲乙丙\n", max_size=60)


@given(WORDS, WORDS)
def test_a_run_stands_in_both_texts_where_it_says(one, other):
    at = 0
    for run in shared_runs(one, other):
        assert len(run.text) >= RUN
        assert (
            one[run.left : run.left + len(run.text)]
            == run.text
            == other[run.right : run.right + len(run.text)]
        )
        assert run.left >= at
        at = run.left + len(run.text)


def test_overlap_is_whole_with_itself_and_nothing_with_a_stranger():
    rows = overlaps(("坚持以人民为中心的发展思想", "坚持以人民为中心的工作导向", "全力推进项目建设提速增效"))
    assert [rows[i][i] for i in range(3)] == [1, 1, 1]
    assert rows[0][1] > 0 == rows[0][2]
