import tomllib
from pathlib import Path

import pytest

from assistant.purposing import job

SET = tomllib.loads((Path(__file__).parents[1] / "data" / "groups.toml").read_text("utf-8"))["group"]


def test_work_lack_and_plan_are_three_jobs():
    wrong = [
        (row["topic"], text)
        for row in SET
        for text in row["same"]
        if row["topic"].split()[-1] in ("做法", "问题", "打算")
        and job(text) != ("做法", "问题", "打算").index(row["topic"].split()[-1])
    ]
    assert len(wrong) <= 6, wrong


@pytest.mark.parametrize(
    "done", ["补齐短板弱项，解决群众难题。", "打通堵点17个。", "不断完善制度。", "召开会议不少于12次。",
             "针对基层力量薄弱问题，增派干部8名。", "将作风建设作为首要任务来抓。"]
)  # fmt: skip
def test_a_lack_that_was_dealt_with_is_work_done(done):
    assert job(done) == 0


@pytest.mark.parametrize("lack", ["解决难题的能力有待提升。", "对矛盾的排查不够及时。", "办事堵点依然存在。"])
def test_a_word_of_cure_before_it_does_not_hide_a_lack(lack):
    assert job(lack) == 1


@pytest.mark.parametrize(
    ("text", "does"),
    [("The team is understaffed.", 1), ("Next year we will open two sites.", 2), ("We held 3 meetings.", 0)],
)
def test_english_sentences_have_jobs_too(text, does):
    assert job(text) == does
