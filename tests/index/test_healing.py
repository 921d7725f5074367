import threading

import pytest

from index.healing import Healing
from index.vectors import StoreBroken


class Store:
    """A store that breaks as often as it is told."""

    failing = 0
    opened = 0

    def __init__(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        type(self).opened += 1
        self.held = []
        self.closed = False

    def ask(self):
        if Store.failing:
            Store.failing -= 1
            raise StoreBroken("broken")
        return list(self.held)

    def close(self):
        self.closed = True


@pytest.fixture
def healing(tmp_path):
    Store.failing = Store.opened = 0
    return Healing(tmp_path / "store", Store, lambda store: store.held.extend("甲乙"))


def test_a_store_is_opened_when_it_is_first_needed(healing):
    assert Store.opened == 0
    assert healing.use(Store.ask, None) == []
    assert healing.use(Store.ask, None) == []
    assert Store.opened == 1


def test_a_broken_store_is_built_anew_and_asked_again(healing, tmp_path):
    healing.use(Store.ask, None)
    (tmp_path / "store" / "damaged").write_text("")
    Store.failing = 1
    assert healing.use(Store.ask, None) == ["甲", "乙"]
    assert not (tmp_path / "store" / "damaged").exists()
    assert not healing.aside


def test_a_store_that_stays_broken_is_set_aside(healing):
    Store.failing = 99
    assert healing.use(Store.ask, "otherwise") == "otherwise"
    assert healing.aside
    Store.failing = 0
    assert healing.use(Store.ask, "otherwise") == "otherwise"


def test_a_store_that_cannot_be_filled_is_set_aside(tmp_path):
    def fill(_):
        raise StoreBroken("disk is full")

    Store.failing = 1
    healing = Healing(tmp_path / "store", Store, fill)
    assert healing.use(Store.ask, "otherwise") == "otherwise"
    assert healing.aside


def test_threads_that_meet_one_fault_build_the_store_once(healing):
    healing.use(Store.ask, None)
    first = healing._store
    threads = [threading.Thread(target=healing.renew, args=(first,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Store.opened == 2


def test_other_faults_are_not_hidden(healing):
    with pytest.raises(ZeroDivisionError):
        healing.use(lambda _: 1 / 0, None)
