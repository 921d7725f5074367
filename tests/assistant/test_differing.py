"""What changed: nothing is lost on either side, figures stay whole, edits read as a person made them."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.differing import Run, changed, changes, runs

WORDS = st.text("召开会议12.5%，。一是二三\nab ", max_size=30)


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_the_runs_give_back_both_texts(before, after):
    found = runs(before, after)
    assert "".join(run.before for run in found) == before
    assert "".join(run.after for run in found) == after
    assert all(one.kept != other.kept for one, other in zip(found, found[1:], strict=False))


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_every_sentence_of_either_text_is_in_exactly_one_change(before, after):
    from index.sentences import sentences

    found = changes(before, after)
    assert [one.after for one in found if one.after] == [span.of(after) for span in sentences(after)]
    assert sorted(one.before for one in found if one.before) == sorted(
        span.of(before) for span in sentences(before)
    )


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(["12", "3,000", "12.5%", "会议", "次", "8:30", "2024年"]), max_size=10),
    st.lists(st.sampled_from(["15", "3,500", "13%", "会议", "次", "9:00", "2025年"]), max_size=10),
)
def test_a_figure_is_never_split(old, new):
    before, after = "，".join(old), "，".join(new)
    for side, text in (("before", before), ("after", after)):
        at = 0
        for run in runs(before, after):
            at += len(getattr(run, side))
            around = text[max(at - 1, 0) : at + 1]
            assert not re.fullmatch(r"\d[\d%]|[\d][,.:]|[,.:]\d", around) or at == len(text), (text, at)


def test_a_changed_figure_reads_as_a_person_would_say_it():
    assert runs("完成率92.5%，召开会议12次。", "完成率93%，召开会议12次。") == (
        Run("完成率", "完成率"),
        Run("92.5%", "93%"),
        Run("，召开会议12次。", "，召开会议12次。"),
    )
    assert Run("十二", "十五") in runs("走访十二户", "走访十五户")


def test_a_few_kept_characters_between_two_changes_are_read_as_changed():
    assert [run for run in runs("扎实推进工作", "有序推动工作") if not run.kept] == [
        Run("扎实推进", "有序推动")
    ]


def test_sentences_are_kept_changed_moved_added_and_removed():
    before = "甲单位召开会议3次。乙单位开展检查。丙单位完成整改。丁单位抓好培训。旧句不要了。"
    after = "甲单位召开会议5次。丙单位完成整改。丁单位抓好培训。新加的一句话。乙单位开展检查。"
    assert [(one.kind, one.before, one.after) for one in changes(before, after)] == [
        ("changed", "甲单位召开会议3次。", "甲单位召开会议5次。"),
        ("kept", "丙单位完成整改。", "丙单位完成整改。"),
        ("kept", "丁单位抓好培训。", "丁单位抓好培训。"),
        ("removed", "旧句不要了。", ""),
        ("added", "", "新加的一句话。"),
        ("moved", "乙单位开展检查。", "乙单位开展检查。"),
    ]
    assert [one.kind for one in changed(changes("甲。乙。", "甲。乙。"))] == []


def test_a_long_text_is_compared_whole():
    before = "".join(f"第{n}项工作完成{n * 7}件，占比{n % 100}.5%。" for n in range(1500))
    after = before.replace("第7", "第七").replace("完成", "办结", 200)
    edited = [n for n in range(1500) if n < 200 or str(n).startswith("7")]
    assert [one.kind for one in changed(changes(before, after))] == ["changed"] * len(edited)
    assert "".join(run.before for run in runs(before, after)) == before
    assert "".join(run.after for run in runs(before, after)) == after
