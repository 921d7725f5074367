import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from index.scanning import Packed, Scan, pack, unpack

DIM = 16


def unit_rows(count, seed=0):
    rows = np.random.default_rng(seed).normal(size=(count, DIM)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@given(arrays.arrays(np.float32, (3, DIM), elements=st.floats(-1, 1, width=32)))
def test_unpacked_vectors_differ_by_at_most_half_a_step(vectors):
    steps = np.abs(vectors).max(axis=1, keepdims=True) / 127
    assert np.all(np.abs(unpack(pack(vectors), DIM) - vectors) <= steps * 0.51 + 1e-7)


@given(arrays.arrays(np.float32, (2, DIM), elements=st.floats(-1, 1, width=32)))
def test_packing_what_was_unpacked_changes_nothing(vectors):
    once = unpack(pack(vectors), DIM)
    assert np.allclose(unpack(pack(once), DIM), once, atol=1e-6)


@pytest.fixture
def scan():
    rows = unit_rows(60)
    scan = Scan(DIM)
    scan.extend(
        Packed(report, range(report * 10, report * 10 + 10), ["work"] * 5 + ["next"] * 5,
               pack(rows[report * 10 : report * 10 + 10]))
        for report in range(6)
    )  # fmt: skip
    return scan


def test_the_nearest_are_the_exactly_nearest(scan):
    rows, query = unit_rows(60), unit_rows(1, seed=1)[0]
    exact = unpack(pack(rows), DIM) @ query
    found = scan.nearest(query, 7)
    assert list(found) == list(np.argsort(-exact)[:7])
    assert np.allclose(list(found.values()), np.sort(exact)[::-1][:7], atol=1e-5)


def test_reports_and_role_narrow_it_exactly(scan):
    query = unit_rows(1, seed=2)[0]
    assert set(scan.nearest(query, 99, reports=[2, 4])) == {*range(20, 30), *range(40, 50)}
    assert set(scan.nearest(query, 99, reports=[2], role="next")) == set(range(25, 30))
    assert scan.nearest(query, 99, reports=[77]) == {}
    assert scan.nearest(query, 99, role="closing") == {}


def test_scores_are_given_for_any_passages_it_holds(scan):
    query = unit_rows(1, seed=3)[0]
    whole = scan.nearest(query, 60)
    assert scan.scores(query, [59, 3, 3, 1000, -5]) == pytest.approx({3: whole[3], 59: whole[59]})


def test_a_dropped_report_is_gone_and_one_that_comes_late_is_found(scan):
    scan.drop([0])
    scan.drop([0])
    assert len(scan) == 50
    rows = unit_rows(2, seed=9)
    scan.extend([Packed(7, [7, 1007], ["work", "work"], pack(rows))])  # 7 is below numbers it holds
    assert scan.scores(rows[0], [7])[7] == pytest.approx(1, abs=0.01)


def test_an_empty_scan_finds_nothing():
    assert Scan(DIM).nearest(unit_rows(1)[0], 5) == {}
    assert Scan(DIM).scores(unit_rows(1)[0], [1, 2]) == {}


@pytest.fixture(scope="module")
def many():
    """30,000 passages about 300 things, in reports of ten."""
    chance = np.random.default_rng(5)
    themes = chance.normal(size=(300, 64))
    rows = (themes[chance.integers(0, 300, 30_000)] + chance.normal(size=(30_000, 64))).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    scan = Scan(64)
    for start in range(0, 30_000, 7_500):
        scan.extend(
            Packed(at // 10, range(at, at + 10), ["work", "next"] * 5, pack(rows[at : at + 10]))
            for at in range(start, start + 7_500, 10)
        )
    return scan, rows


def test_of_many_passages_nearly_all_of_the_ten_nearest_are_found(many):
    scan, rows = many
    exact = unpack(pack(rows), 64)
    shares = []
    for query in rows[::3000] + np.float32(0.02):
        truth = set(np.argsort(-(exact @ query))[:10].tolist())
        shares.append(len(truth & set(scan.nearest(query, 10))) / 10)
    assert np.mean(shares) >= 0.97


def test_a_wide_filter_over_many_passages_lets_nothing_else_through(many):
    scan, rows = many
    found = scan.nearest(rows[0], 50, reports=range(0, 2_900), role="work")
    assert len(found) == 50
    assert all(number < 29_000 and number % 2 == 0 for number in found)
    assert scan.nearest(rows[0], 50, reports=range(0, 2_900), role="work") == found


def test_the_same_vectors_give_the_same_answer_however_they_came_in(many):
    scan, rows = many
    other = Scan(64)
    other.extend(
        Packed(at // 10, range(at, at + 10), ["work", "next"] * 5, pack(rows[at : at + 10]))
        for at in reversed(range(0, 30_000, 10))
    )
    assert other.nearest(rows[9], 80) == scan.nearest(rows[9], 80)


def test_the_leaders_are_the_first_passages_of_different_reports_as_long_as_they_score(scan):
    rows = unpack(pack(unit_rows(60)), DIM)
    given = {42: 1.0, 13: 0.5, 44: 0.4, 1000: 0.4, 17: 0.3, 5: 0.25, -3: 0.2, 50: 0.1}
    expected = rows[[42, 13, 5]] * np.asarray([[1.0], [0.5], [0.25]])
    assert np.allclose(scan.leaders(given, 3), expected, atol=1e-6)
    assert scan.leaders({}, 3).shape == (0, DIM) == Scan(DIM).leaders({1: 1.0, 2: 0.5}, 3).shape
