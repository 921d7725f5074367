import numpy as np
import pytest

from index.catalogue import Catalogue
from index.database import Database
from index.scanning import pack


@pytest.fixture
def catalogue(tmp_path):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    yield catalogue
    catalogue.database.close()


def test_a_report_comes_back_as_it_was_stored(catalogue, entering):
    one = entering("甲")
    number = catalogue.store(one)
    assert catalogue.report(number) == one.report
    assert tuple(found.passage for found in catalogue.passages(number)) == one.passages
    assert tuple(catalogue.removals(number)) == one.removals
    card = catalogue.cards()[0]
    assert (card.id, card.sections, card.passages, card.state) == (one.report.id, 3, 3, "stored")


def test_a_stored_report_is_found_by_searches_only_when_it_is_ready(catalogue, entering):
    number = catalogue.store(entering("甲"))
    numbers = [found.number for found in catalogue.passages(number)]
    assert catalogue.found(numbers) == {}
    assert catalogue.in_state("stored") == [number]
    catalogue.make_ready([number])
    assert sorted(catalogue.found(numbers)) == numbers
    assert catalogue.ready_passages() == 3


def test_removing_takes_every_part_along_and_remembers_what_the_copies_hold(catalogue, entering):
    one = entering("甲")
    number = catalogue.store(one)
    numbers = [found.number for found in catalogue.passages(number)]
    catalogue.keep_vectors([(number, b"")])
    catalogue.remove(number)
    for table in ("reports", "sections", "passages", "removals", "vectors", "particulars"):
        assert catalogue.database.read(f"SELECT COUNT(*) FROM {table}") == [(0,)]
    assert catalogue.leaving() == [(passage, number) for passage in numbers]
    catalogue.forget_leaving()
    assert catalogue.leaving() == []
    catalogue.store(one)  # what is gone may come again


def test_particulars_are_renewed_as_a_newer_grammar_sees_them(catalogue, entering):
    number = catalogue.store(entering("甲"))
    catalogue.renew_particulars(number, ())
    assert catalogue.find_particulars(["count:28:次"]) == {}


def test_vectors_come_back_with_the_numbers_and_roles_of_their_passages(catalogue, entering):
    number = catalogue.store(entering("甲"))
    packed = pack(np.eye(3, 8, dtype=np.float32))
    catalogue.keep_vectors([(number, packed)])
    (one,) = catalogue.packed([number])
    assert one.vectors == packed
    assert list(one.numbers) == [found.number for found in catalogue.passages(number)]
    assert list(one.roles) == ["work", "problems", "next"]


def test_settings_are_kept(catalogue):
    assert catalogue.setting("embedder") == ""
    catalogue.set(embedder="a@1", dim=256)
    catalogue.set(embedder="b@1")
    assert (catalogue.setting("embedder"), catalogue.setting("dim")) == ("b@1", "256")


def test_everything_begins_anew_for_another_embedder(catalogue, entering):
    number = catalogue.store(entering("甲"))
    catalogue.keep_vectors([(number, b"x")])
    catalogue.make_ready([number])
    catalogue.begin_anew("b@1", 8)
    assert catalogue.in_state("stored") == [number]
    assert catalogue.setting("embedder") == "b@1"
    assert catalogue.database.read("SELECT COUNT(*) FROM vectors") == [(0,)]
