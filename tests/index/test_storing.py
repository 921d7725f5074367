import pytest

from index.database import Database
from index.errors import ShelfError
from index.schema import SCHEMA, VERSION
from index.storing import keys, refuse_equal, write


@pytest.fixture
def database(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    database.ensure("shelf", VERSION, SCHEMA)
    yield database
    database.close()


def test_numbers_are_never_given_twice_even_after_the_last_report_is_gone(database, entering):
    with database.transaction() as t:
        first = write(t, entering("甲"))
        passages = {row[0] for row in t.read("SELECT number FROM passages")}
        t.write("DELETE FROM reports")
        second = write(t, entering("乙"))
        assert second > first
        assert not passages & {row[0] for row in t.read("SELECT number FROM passages")}


def test_a_figure_in_a_heading_belongs_to_the_report_but_to_no_passage(database, entering):
    from dataclasses import replace

    from index.types import Expression, Span

    one = entering("甲")
    ordinal = Expression("ordinal", Span(0, 1), "一", "ordinal:1")
    with database.transaction() as t:
        write(t, replace(one, expressions=(ordinal, *one.expressions)))
        rows = t.read("SELECT key, passage FROM particulars ORDER BY number")
    assert rows[0] == ("ordinal:1", None)
    assert rows[1][0] == "count:28:次" and rows[1][1] is not None


@pytest.mark.parametrize("code", ["duplicate_file", "duplicate_text"])
def test_an_equal_report_is_refused_with_what_it_equals(database, entering, code):
    one = entering("甲")
    with database.transaction() as t:
        write(t, one)
    same_file = one.file_hash if code == "duplicate_file" else "0" * 64
    with pytest.raises(ShelfError) as told, database.transaction() as t:
        refuse_equal(t, same_file, one.report.id)
    assert told.value.code == code
    values = dict(told.value.values)
    assert (values["id"], values["title"], values["name"]) == (one.report.id, one.report.title, "甲.txt")


@pytest.mark.parametrize(
    ("said", "yearless"),
    [
        ("2023年5月17日", "date:-05-17"),
        ("今年5月17日", "date:-05-17"),
        ("2023年5月", "date:-05"),
        ("2023-05-17", "date:-05-17"),
        ("2023年3月1日至5日", "period:-03-01/-03-05"),
    ],
)
def test_a_date_with_its_year_is_found_without_it(database, entering, said, yearless):
    from dataclasses import replace

    from index.expressions import expressions

    one = entering("甲", bodies=(f"{said}召开警示教育大会。", "学习不深入。", "继续整治。"))
    one = replace(one, expressions=expressions(one.report.text))
    with database.transaction() as t:
        write(t, one)
        rows = t.read("SELECT key, passage FROM particulars WHERE kind IN ('date', 'period')")
    assert yearless in {key for key, _ in rows} and len({passage for _, passage in rows}) == 1


@pytest.mark.parametrize(
    "key", ["date:-05-17", "date:2023", "date:T08:30", "period:2021/2023", "period:十四五"]
)
def test_a_key_without_year_or_without_month_stays_as_it_is(key):
    assert keys(key) == (key,)
