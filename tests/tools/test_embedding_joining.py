import numpy as np
import pytest

pytest.importorskip("scipy")
from tools.embedding_joining import company, counted, directions, joined

WORDS, WIDTH = 30, 6


def bags(seed, texts=80):
    """Texts of two matters: words 1 to 14 keep one another's company, and so do words 15 to 29."""
    draw = np.random.default_rng(seed)
    return [draw.integers(1 + 14 * (n % 2), 15 + 14 * (n % 2), 12) for n in range(texts)]


def cosines(table, texts):
    vectors = counted(texts, table.shape[0]) @ table
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors @ vectors.T


def test_counts_hold_every_word_of_every_text():
    counts = counted([np.asarray([2, 2, 5]), np.asarray([0])], 6)
    assert counts.toarray().tolist() == [[0, 0, 2, 0, 0, 1], [1, 0, 0, 0, 0, 0]]


def test_directions_are_at_right_angles_and_the_strongest_comes_first():
    counts = counted(bags(1), WORDS)
    found, strength = directions(counts, np.ones(WORDS, np.float32), WIDTH)
    assert np.allclose(found.T @ found, np.eye(WIDTH), atol=1e-3)
    assert list(strength) == sorted(strength, reverse=True)


def test_words_of_one_matter_are_near_and_those_of_two_are_not():
    rows = company(counted(bags(2), WORDS), 2)
    rows = rows[1:29] / np.linalg.norm(rows[1:29], axis=1, keepdims=True)
    assert (rows[:14] @ rows[:14].T).min() > 0.5 > 0.2 > np.abs(rows[:14] @ rows[14:].T).max()


def test_joined_tables_keep_the_mean_likeness_that_their_width_allows():
    draw = np.random.default_rng(3)
    texts = bags(3)
    tables = [
        (draw.standard_normal((WORDS, WIDTH)) + 2 * (np.arange(WORDS) > 14)[:, None]).astype(np.float32)
        for _ in range(3)
    ]
    one = joined(tables, texts, texts)
    assert one.shape == (WORDS, WIDTH) and one.dtype == np.float32
    mean = sum(cosines(table, texts) for table in tables) / 3
    assert np.corrcoef(cosines(one, texts).ravel(), mean.ravel())[0, 1] > 0.9


def test_the_same_tables_give_the_same_again():
    texts = bags(4)
    tables = [np.random.default_rng(n).standard_normal((WORDS, WIDTH)).astype(np.float32) for n in (1, 2)]
    assert np.array_equal(joined(tables, texts, texts), joined(tables, texts, texts))
