"""Which clauses only label the shortcomings behind them."""

import pytest

from assistant.headwords import headwords
from assistant.paraphrasing import Lines
from assistant.summing import sums_up
from index.types import Span

FACTS = ("泵站运行工才5个人", "3台机组老掉牙了", "抓不住偷排的")


def labels(text, label):
    words = frozenset(word for fact in FACTS for word in headwords(fact))
    at = text.index(label)
    return sums_up(text, Span(at, at + len(label)), Lines(FACTS), words)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("一是运行力量薄弱。泵站运行工仅5人。", "一是运行力量薄弱"),
        ("二是设施陈旧，3台机组老旧。", "二是设施陈旧"),
        ("（三）查处难。偷排者难以抓住。", "（三）查处难"),
    ],
)
def test_a_label_of_stated_shortcomings_sums_them_up(text, label):
    assert labels(text, label)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("运行力量薄弱。泵站运行工仅5人。", "运行力量薄弱"),
        ("一是干部责任心不强。泵站运行工仅5人。", "一是干部责任心不强"),
        ("一是运行力量薄弱。二是泵站运行工仅5人。", "一是运行力量薄弱"),
        ("一是运行力量薄弱。不断加强学习。", "一是运行力量薄弱"),
        ("一是运行力量薄弱", "一是运行力量薄弱"),
    ],
)
def test_without_a_mark_with_a_charge_or_with_nothing_behind_it_does_not(text, label):
    assert not labels(text, label)
