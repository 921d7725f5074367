import csv
import io

from ui.exporting import as_csv


def read(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_rows_come_back_as_they_were():
    rows = [{"句子": "坚持“实事求是”,不走样\n第二行", "份数": "3"}, {"句子": "", "份数": "0"}]
    assert read(as_csv(rows)) == rows


def test_a_cell_is_never_run_as_a_formula():
    assert read(as_csv([{"a": "=1+1"}, {"a": "@x"}])) == [{"a": "'=1+1"}, {"a": "'@x"}]


def test_no_rows_make_an_empty_file():
    assert read(as_csv([])) == []
