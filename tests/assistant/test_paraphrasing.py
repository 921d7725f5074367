"""Which clauses a line of the facts says in other words."""

import pytest

from assistant import paraphrasing
from assistant.paraphrasing import Lines, Sense, charge, contrary
from index.errors import ShelfError

FACTS = ("渡船旧了，发动机老熄火", "码头没灯，晚上不敢开", "零售户进货渠道查不清", "阅览室小，一到周末就挤")


@pytest.mark.parametrize(
    "clause",
    ["渡船陈旧", "码头缺少灯", "进货渠道难以查清", "夜间不敢开", "阅览室面积小"],
)
def test_a_shortcoming_in_written_words_is_said_by_a_spoken_fact(clause):
    assert Lines(FACTS).say(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "渡船超载严重",
        "码头管理混乱",
        "船工责任心不强",
        "阅览室存在隐患",
        "零售户售假",
        "码头缺少安全员",
        "码头没有保安",
        "发动机新",
    ],
)
def test_another_shortcoming_is_not_said(clause):
    assert not Lines(FACTS).say(clause)


def test_a_fault_needs_a_fact_that_tells_a_like_one():
    assert Lines(("食堂有专人管理",)).say("食堂有专人看管")
    assert not Lines(("食堂有专人管理",)).say("食堂缺少专人看管")


def test_a_word_whose_characters_are_of_no_family_stays_whole():
    assert Sense.of("小区围墙坏") == Sense("小区围墙", frozenset({"broken"}), "broken")


def test_filler_says_nothing():
    assert Sense.of("存在问题的现象").share(frozenset(), frozenset()) == 0


def test_a_fact_is_told_when_every_clause_of_it_is_said():
    lines = Lines(("渡船陈旧，发动机经常熄火。",))
    assert lines.tell("渡船旧了，发动机老熄火")
    assert not lines.tell("渡船旧了，码头没灯")


def test_higher_is_contrary_to_lower_and_to_nothing_else():
    assert contrary("租金低于邻县", "租金比邻县贵")
    assert not contrary("租金高于邻县", "租金比邻县贵")
    assert not contrary("租金上涨", "租金先上涨后下降")


def test_a_charge_is_named_but_not_of_the_people_served():
    assert charge("干部责任心不强") == ["责任"]
    assert charge("群众思想工作不够") == []


def test_without_the_model_characters_alone_decide(monkeypatch):
    class Missing:
        def embed(self, texts):
            raise ShelfError("embedder_missing", folder="")

    monkeypatch.setattr(paraphrasing, "_model", Missing)
    assert Lines(FACTS).say("进货渠道难以查清")
    assert not Lines(FACTS).say("码头管理混乱")


def test_no_lines_say_nothing():
    assert not Lines(()).say("渡船陈旧")
    assert not Lines(FACTS).say("")
