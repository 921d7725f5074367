import time

import numpy as np
import pytest

from index import trailing
from index.scanning import Packed, pack
from index.trailing import Trail
from index.vectors import Vectors

DIM = 16


def unit_rows(count):
    rows = np.random.default_rng(3).normal(size=(count, DIM)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


ROWS = unit_rows(40)
REPORTS = {
    at: Packed(at, range(at * 10, at * 10 + 10), ["work"] * 10, pack(ROWS[at * 10 : at * 10 + 10]))
    for at in range(4)
}


@pytest.fixture
def trail(tmp_path, monkeypatch):
    monkeypatch.setattr(trailing, "IDLE_S", 0.0)
    trail = open_trail(tmp_path)
    yield trail
    trail.close()


def open_trail(folder, graph_from=40):
    def packed(numbers):
        return iter([REPORTS[number] for number in numbers])

    return Trail(folder / "chroma", lambda: DIM, lambda: list(REPORTS), packed, graph_from)


def test_a_small_shelf_has_no_store(trail, tmp_path):
    trail.add([0, 1, 2], 30)
    trail.catch_up(30)
    assert trail.nearest(ROWS[0], 5, 30) == []
    assert not (tmp_path / "chroma").exists()


def test_a_large_shelf_gets_its_store_in_the_background(trail):
    trail.add(REPORTS, 40)
    deadline = time.monotonic() + 60
    while trail.behind() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert trail.nearest(ROWS[17], 3, 40)[0] == 17


def test_filling_goes_on_however_often_somebody_searches(trail, monkeypatch):
    monkeypatch.setattr(trailing, "LONGEST_REST_S", 0.05)
    trail.add(REPORTS, 40)
    deadline = time.monotonic() + 60
    while trail.behind() and time.monotonic() < deadline:
        trail.give_way()
        time.sleep(0.005)
    assert trail.behind() == []


def test_filling_waits_while_somebody_searches(trail, monkeypatch):
    monkeypatch.setattr(trailing, "LONGEST_REST_S", 60.0)
    monkeypatch.setattr(trailing, "GENTLY", 5)
    trail.give_way()
    trail.add(REPORTS, 40)
    until = time.monotonic() + 0.4
    while time.monotonic() < until:
        trail.give_way()
        time.sleep(0.005)
    waited = len(trail.behind())
    assert waited > 0
    start = time.monotonic()
    trail.remove([0], [0])
    assert time.monotonic() - start < 30


def test_a_store_that_holds_not_all_reports_does_not_answer(trail):
    trail.add(REPORTS, 40)
    trail.catch_up(40)
    trail.clear()
    assert sorted(trail.behind()) == [0, 1, 2, 3]
    assert trail.nearest(ROWS[0], 3, 40) == []


def test_a_removed_report_is_gone_whether_it_was_in_or_behind(trail):
    trail.add([0, 1, 2], 0)
    trail.catch_up(40)
    trail.add([3], 0)
    trail.remove([*range(10), *range(30, 40)], [0, 3])
    assert trail.behind() == []
    assert set(trail.nearest(ROWS[0], 40, 40)) == set(range(10, 30))


@pytest.mark.parametrize("damage", [lambda folder: None, lambda folder: folder.write_bytes(b"?" * 999)])
def test_a_store_found_after_an_unclean_end_is_kept_when_sound_and_else_filled_anew(trail, tmp_path, damage):
    trail.add(REPORTS, 40)
    trail.catch_up(40)
    trail.close()
    damage(tmp_path / "chroma" / "chroma.sqlite3")
    again = open_trail(tmp_path)
    again.inspect([], 40)
    again.catch_up(40)
    assert again.nearest(ROWS[17], 3, 40)[0] == 17
    again.close()
    store = Vectors(tmp_path / "chroma")
    assert store.count() == 40
    store.close()


def test_a_store_that_is_not_full_is_gone_on_with(trail, tmp_path, monkeypatch):
    trail.add([0, 1], 40)
    trail.catch_up(40)
    trail.close()
    store = Vectors(tmp_path / "chroma")
    store.add([20, 21, 99], ROWS[[20, 21, 0]])  # half a report, and one that has left the catalogue
    store.close()
    monkeypatch.setattr(trailing, "IDLE_S", 60.0)
    again = open_trail(tmp_path)
    again.inspect([], 40)
    assert again.behind() == [2, 3]
    again.catch_up(40)
    assert sorted(again.nearest(ROWS[0], 40, 40)) == list(range(40))
    again.close()


def test_a_store_killed_amid_a_change_is_never_trusted_however_sound_it_looks(trail, tmp_path, monkeypatch):
    trail.add(REPORTS, 40)
    trail.catch_up(40)
    trail._store.close()  # the end of a process, without its farewell
    monkeypatch.setattr(trailing, "IDLE_S", 60.0)
    again = open_trail(tmp_path)
    again.inspect([], 40)
    assert again.behind() == [0, 1, 2, 3]
    again.catch_up(40)
    assert again.nearest(ROWS[17], 3, 40)[0] == 17
    again.close()
