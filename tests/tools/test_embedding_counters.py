import numpy as np
import pytest

pytest.importorskip("scipy")
from tools.embedding_counters import FIRST, counters
from tools.embedding_pairs import HEADINGS_OF, Pair

HEADING = "压实主体责任"
WORD = 3
"""The one word of the heading."""


def case(others):
    """A heading with its own passage in 甲, and passages of other documents that all hold its word."""
    pairs = [Pair(HEADING, "甲的正文", "甲")] + [
        Pair(f"另一标题{n}", f"{doc}的正文{n}", doc) for n, doc in enumerate(others)
    ]
    bags = {text: np.asarray([WORD, 4 + n % 5]) for n, pair in enumerate(pairs) for text in (pair.said,)}
    bags |= {pair.asked: np.asarray([WORD]) for pair in pairs}
    return pairs, bags


def test_a_counter_example_holds_the_words_and_stands_in_another_document():
    pairs, bags = case(["乙"] * 10)
    found = counters(pairs, bags, 20)[HEADING]
    assert found and all(text.startswith("乙") for text in found)
    assert len(found) <= len(pairs) - FIRST


def test_passages_of_documents_that_hold_the_heading_or_its_like_never_count():
    pairs, bags = case(["乙"] * 6 + ["丙"] * 6)
    pairs.append(Pair(HEADING, "乙的正文0", f"{HEADINGS_OF}{HEADING}"))
    found = counters(pairs, bags, 20).get(HEADING, [])
    assert all(text.startswith("丙") for text in found)


def test_sentences_and_notes_have_none():
    pairs, bags = case(["乙"] * 10)
    asked = ("会议强调要压实责任。", "标题\n压实责任，强化监督", "很长" * 30)
    pairs += [Pair(text, "丁的正文", "丁") for text in asked]
    bags |= {text: np.asarray([WORD]) for text in (*asked, "丁的正文")}
    assert not set(asked) & set(counters(pairs, bags, 20))
