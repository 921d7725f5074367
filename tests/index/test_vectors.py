import shutil

import numpy as np
import pytest

from index.vectors import StoreBroken, Vectors, is_sound


def unit_rows(count, seed=0):
    rows = np.random.default_rng(seed).normal(size=(count, 16)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture
def folder(tmp_path):
    rows = unit_rows(300)
    store = Vectors(tmp_path / "chroma")
    store.add(range(300), rows)
    store.close()
    return tmp_path / "chroma"


def test_what_was_added_is_found_nearest_first_after_opening_again(folder):
    rows, store = unit_rows(300), Vectors(folder)
    assert store.count() == 300
    found = store.nearest(rows[7], 20)
    assert found[0] == 7
    assert len(set(found) & set(np.argsort(-(rows @ rows[7]))[:20])) >= 18
    store.close()


def test_removed_passages_are_gone_and_unknown_ones_passed_over(folder):
    store = Vectors(folder)
    store.remove([7, 8, 123456])
    assert store.count() == 298
    assert 7 not in store.nearest(unit_rows(300)[7], 10)
    store.close()


def test_more_may_be_asked_for_than_it_holds(tmp_path):
    store = Vectors(tmp_path / "chroma")
    store.add([1, 2], unit_rows(2))
    assert sorted(store.nearest(unit_rows(1)[0], 50)) == [1, 2]
    store.close()


def test_a_sound_folder_is_found_sound_and_is_left_as_it_was(folder):
    assert is_sound(folder, 16)
    store = Vectors(folder)
    assert store.count() == 300
    store.close()


def test_damaged_and_foreign_folders_are_found_out(folder):
    assert not is_sound(folder, 99)  # vectors of another length
    (folder / "chroma.sqlite3").write_bytes(b"nonsense" * 1000)
    assert not is_sound(folder, 16)
    with pytest.raises(StoreBroken):
        Vectors(folder)


def test_a_folder_thrown_away_can_be_filled_again_in_the_same_process(folder):
    store = Vectors(folder)
    store.nearest(unit_rows(1)[0], 1)
    store.close()
    shutil.rmtree(folder)
    again = Vectors(folder)
    again.add([5], unit_rows(1))
    assert again.count() == 1
    again.close()
