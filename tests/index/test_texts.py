import pytest

from index.catalogue import Catalogue
from index.database import Database
from index.texts import Texts


@pytest.fixture
def catalogue(tmp_path, entering):
    catalogue = Catalogue(Database(tmp_path / "z.sqlite3"))
    numbers = [
        catalogue.store(entering(name, year=2021 + i, kind=kind))
        for i, (name, kind) in enumerate((("甲", "述职报告"), ("乙", "工作总结"), ("丙", "工作总结")))
    ]
    catalogue.make_ready(numbers)
    yield catalogue
    catalogue.database.close()


def test_the_texts_are_those_of_the_shelf_in_the_order_of_adding(catalogue):
    texts = Texts(catalogue.database)
    assert [one.id for one in texts.all()] == [card.id for card in catalogue.cards()]
    assert texts.all()[0].text == catalogue.report(1).text


def test_filters_choose_among_them(catalogue):
    texts = Texts(catalogue.database)
    assert [one.year for one in texts.all(kind="工作总结")] == [2022, 2023]
    assert [one.year for one in texts.all(year=2021)] == [2021]
    assert [one.year for one in texts.all(reports=(catalogue.cards()[2].id,))] == [2023]


def test_what_comes_and_goes_is_seen_at_the_next_question(catalogue, entering):
    texts = Texts(catalogue.database)
    texts.all()
    catalogue.remove(3)
    new = catalogue.store(entering("丁", year=2024))  # takes the number that was left
    assert [one.year for one in texts.all()] == [2021, 2022]
    catalogue.make_ready([new])
    assert [one.year for one in texts.all()] == [2021, 2022, 2024]
    assert texts.all()[-1].text.startswith("一、履行主体责任情况\n丁单位")


def test_roles_stand_where_their_sections_begin(catalogue):
    roles = Texts(catalogue.database).roles([1])
    assert [role for _, role in roles[1]] == ["work", "problems", "next"]
    assert [start for start, _ in roles[1]] == [s.span.start for s in catalogue.report(1).sections]
