import pytest

from index import listing
from index.catalogue import Catalogue
from index.database import Database
from index.errors import ShelfError


@pytest.fixture
def catalogue(tmp_path):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    yield catalogue
    catalogue.database.close()


def test_what_the_writer_sets_is_marked_and_outlives_new_guesses(catalogue, entering):
    number = catalogue.store(entering("甲"))
    catalogue.edit(number, {"title": " 我的  标题 ", "year": 2020, "kind": None, "viewpoint": "个人"})
    card = catalogue.cards()[0]
    assert (card.title, card.year, card.kind, card.viewpoint) == ("我的 标题", 2020, "述职报告", "个人")
    assert card.edited == ("title", "year", "viewpoint")
    with catalogue.database.transaction() as t:
        listing.describe(t, number, entering("乙", kind="工作总结").report, 7)
    card = catalogue.cards()[0]
    assert (card.title, card.year, card.kind, card.viewpoint) == ("我的 标题", 2020, "工作总结", "个人")
    assert catalogue.older_than(7) == [] and catalogue.older_than(8) == [number]


def test_nothing_said_changes_nothing(catalogue, entering):
    number = catalogue.store(entering("甲"))
    before = catalogue.cards()
    catalogue.edit(number, dict.fromkeys(listing.FIELDS))
    assert catalogue.cards() == before


def test_a_year_can_be_taken_away_and_a_kind_emptied(catalogue, entering):
    number = catalogue.store(entering("甲"))
    catalogue.edit(number, {"year": 0, "kind": ""})
    assert (catalogue.cards()[0].year, catalogue.cards()[0].kind) == (None, "")
    assert catalogue.cards()[0].edited == ("kind", "year")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": "  "}, "title_empty"),
        ({"year": 23}, "year_impossible"),
        ({"year": 20231}, "year_impossible"),
        ({"viewpoint": "集体"}, "viewpoint_unknown"),
        ({"era": "长" * 41}, "value_too_long"),
        ({"title": "长" * 201}, "value_too_long"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_of_the_edit_kept(catalogue, entering, change, code):
    number = catalogue.store(entering("甲"))
    before = catalogue.cards()
    with pytest.raises(ShelfError) as told:
        catalogue.edit(number, {"kind": "通知"} | change)
    assert told.value.code == code
    assert catalogue.cards() == before


def test_values_that_occur_are_counted_the_most_frequent_first(catalogue, entering):
    for name, kind, year in (
        ("甲", "通知", 2021),
        ("乙", "工作总结", 2023),
        ("丙", "工作总结", 2022),
        ("丁", "", None),
    ):
        number = catalogue.store(entering(name, kind=kind, year=year))
        catalogue.edit(number, {"viewpoint": "班子", "era": "党的二十大"})
    found = catalogue.values()
    assert list(found) == list(listing.FILTERS)
    assert list(found["kind"].items()) == [("工作总结", 2), ("通知", 1)]
    assert list(found["year"].items()) == [("2023", 1), ("2022", 1), ("2021", 1)]
    assert found["viewpoint"] == {"班子": 4} and found["organisation"] == {}


def test_each_filter_is_exact_and_they_narrow_together(catalogue, entering):
    numbers = {name: catalogue.store(entering(name)) for name in "甲乙丙"}
    catalogue.make_ready(list(numbers.values()))
    catalogue.edit(numbers["甲"], {"viewpoint": "个人", "organisation": "学校", "era": "党的二十大"})
    catalogue.edit(numbers["乙"], {"viewpoint": "个人", "organisation": "医院", "era": "二十届三中全会"})
    allowed = catalogue.allowed
    assert allowed("", None, (), (), viewpoint="个人") == [numbers["甲"], numbers["乙"]]
    assert allowed("", None, (), (), viewpoint="个人", organisation="医院") == [numbers["乙"]]
    assert allowed("", None, (), (), era="党的二十大") == [numbers["甲"]]
    assert allowed("", None, (), (), era="二十大") == []
    assert allowed("", None, (), ()) == list(numbers.values())
