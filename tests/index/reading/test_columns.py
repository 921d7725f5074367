"""Pages in two columns, drawn by the fixture ``pdf``."""

from index.reading.columns import columns_of
from index.reading.pdf import read_pdf

LINE = "坚持把学习放在首位抓好落"  # 12 characters


def drawn(x, rows):
    return [(x, 740 - 28 * row, 16, text) for row, text in enumerate(rows)]


def test_two_columns_are_read_one_after_the_other(pdf):
    left = [LINE] * 9 + ["左栏到此为止。"]
    right = [LINE] * 9 + ["右栏到此为止。"]
    page = [*drawn(60, left), *drawn(300, right), (260, 40, 12, "— 1 —")]
    texts = [p.text for p in read_pdf(pdf(page), "a.pdf").paragraphs]
    assert texts == [LINE * 9 + "左栏到此为止。", LINE * 9 + "右栏到此为止。"]


def test_a_table_and_a_plain_page_stay_as_they_are(pdf):
    table = drawn(60, ["党建工作"] * 23) + drawn(300, ["12次办结。"] * 23)
    texts = [p.text for p in read_pdf(pdf(table), "a.pdf").paragraphs]
    assert texts[0].startswith("党建工作 12次办结。")
    assert columns_of([], 842) == [[]]


def test_a_short_right_column_follows_a_left_one_that_goes_down_the_page(pdf):
    page = [*drawn(60, [LINE] * 19 + ["左栏到此为止。"]), *drawn(300, [LINE] * 3 + ["右栏完。"])]
    texts = [p.text for p in read_pdf(pdf(page), "a.pdf").paragraphs]
    assert texts == [LINE * 19 + "左栏到此为止。", LINE * 3 + "右栏完。"]
