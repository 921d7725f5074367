import pytest

from index.catalogue import Catalogue
from index.database import Database
from index.errors import ShelfError
from index.holdings import Holdings


@pytest.fixture
def catalogue(tmp_path):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    yield catalogue
    catalogue.database.close()


def test_the_beginning_of_an_id_is_enough_while_it_fits_one_report(catalogue, entering):
    one, other = entering("甲"), entering("乙")
    catalogue.store(one)
    number = catalogue.store(other)
    assert catalogue.number(other.report.id[:6].upper()) == number
    for wrong, code in (("", "no_such_report"), ("zzz", "no_such_report"), ("%", "no_such_report")):
        with pytest.raises(ShelfError) as told:
            catalogue.number(wrong)
        assert told.value.code == code


def test_an_id_that_fits_several_reports_is_ambiguous(catalogue, entering):
    ids = [entering(str(i)).report.id for i in range(40)]
    for i in range(40):
        catalogue.store(entering(str(i)))
    shared = next(one[0] for one in ids if sum(other[0] == one[0] for other in ids) > 1)
    with pytest.raises(ShelfError) as told:
        catalogue.number(shared)
    assert told.value.code == "ambiguous_id"


def test_filters_are_exact(catalogue, entering):
    kinds = {"甲": ("述职报告", 2023), "乙": ("工作总结", 2023), "丙": ("述职报告", None)}
    numbers, ids = {}, {}
    for name, (kind, year) in kinds.items():
        one = entering(name, kind=kind, year=year)
        numbers[name], ids[name] = catalogue.store(one), one.report.id
    catalogue.make_ready(list(numbers.values()))
    assert catalogue.allowed("述职报告", None, (), ()) == [numbers["甲"], numbers["丙"]]
    assert catalogue.allowed("", 2023, (), ()) == [numbers["甲"], numbers["乙"]]
    assert catalogue.allowed("述职", None, (), ()) == []
    assert catalogue.allowed("", None, (ids["丙"],), ()) == [numbers["丙"]]
    assert catalogue.allowed("", None, (), (ids["丙"],)) == [numbers["甲"], numbers["乙"]]


def test_a_particular_is_found_where_it_first_stands(catalogue, entering):
    first = entering("甲")
    for name in ("甲", "乙"):
        catalogue.store(entering(name))
    found = catalogue.find_particulars(["count:28:次", "count:29:次"])
    assert found == {"count:28:次": (first.report.id, first.passages[0].id, first.report.title)}


def test_many_keys_are_asked_for_at_once(catalogue, entering):
    catalogue.store(entering("甲"))
    keys = [f"count:{i}:次" for i in range(3000)]
    assert list(catalogue.find_particulars(keys)) == ["count:28:次"]


def test_reading_needs_no_writer(catalogue, entering):
    number = catalogue.store(entering("甲"))
    held = Holdings(catalogue.database)
    assert held.report(number) == catalogue.report(number)
    assert [card.id for card in held.cards()] == [held.report(number).id]
