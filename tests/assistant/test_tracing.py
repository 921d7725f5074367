"""The history of a draft: what each version changed against the one before."""

import pytest

from assistant.saved import Version
from assistant.tracing import steps


def traced(*texts):
    """Steps of texts given oldest first, newest first as the archive gives versions."""
    made = [Version("d", place, "writer", text, float(place)) for place, text in enumerate(texts, 1)]
    return steps(made[::-1])


def test_versions_that_begin_alike_are_told_apart_by_what_they_changed():
    same = "召开会议12次。抓好学习。"
    last, middle, first = traced(same, same + "整改9个。", same.replace("12", "15") + "整改9个。")
    assert (first.added, first.removed, first.first.after) == (len(same), 0, "召开会议12次。")
    assert (middle.added, middle.removed, middle.first.kind, middle.first.after) == (
        5,
        0,
        "added",
        "整改9个。",
    )
    assert (last.added, last.removed, last.first.before, last.first.after) == (
        2, 2, "召开会议12次。", "召开会议15次。",
    )  # fmt: skip


@pytest.mark.parametrize("after", ["", "甲一句。", "乙一句。甲一句。", "甲一句。乙二句。丙。"])
def test_what_was_added_less_what_was_removed_is_the_difference_in_length(after):
    before = "甲一句。乙一句。"
    step = traced(before, after)[0]
    assert len(after) == len(before) + step.added - step.removed


def test_a_version_with_the_same_text_changed_nothing():
    assert [(step.added, step.removed, step.first) for step in traced("甲。", "甲。")[:1]] == [(0, 0, None)]
    assert steps(()) == ()
