"""The concordance: complete by a plain scan, filtered, sorted, paged."""

import re

import pytest

from index.catalogue import Catalogue
from index.concordance import Asked, concordance
from index.database import Database
from index.texts import Text, Texts


@pytest.fixture
def texts(tmp_path, entering):
    catalogue = Catalogue(Database(tmp_path / "z.sqlite3"))
    for i, name in enumerate("甲乙丙"):
        catalogue.make_ready([catalogue.store(entering(name, year=2021 + i))])
    yield Texts(catalogue.database)
    catalogue.database.close()


class Given(Texts):
    """Texts that are simply there."""

    def __init__(self, *found):
        self._given = tuple(Text(i, f"{i:012x}", f"报告{i}", "", None, text) for i, text in enumerate(found))

    def all(self, kind="", year=None, reports=()):
        return self._given


@pytest.mark.parametrize("words", ["单位", "的", "整治", "28", "，"])
def test_every_occurrence_of_exact_words_is_found(texts, words):
    found = concordance(texts, Asked(words))
    plain = [(one.id, hit.start()) for one in texts.all() for hit in re.finditer(words, one.text)]
    assert [(line.report_id, line.start) for line in found.lines] == plain
    assert found.total == len(plain) == sum(found.by_report.values()) == sum(found.by_year.values())


def test_a_line_is_the_text_around_its_place(texts):
    held = {one.id: one.text for one in texts.all()}
    for line in concordance(texts, Asked("持续*")).lines:
        text = held[line.report_id]
        assert text[line.start : line.end] == line.match
        assert text[: line.start].endswith(line.left)
        assert text[line.end :].startswith(line.right)
        assert "\n" not in line.left + line.right


def test_pages_together_are_the_whole(texts):
    whole = concordance(texts, Asked("单位")).lines
    for order in ("place", "left", "right"):
        pages = [
            line
            for first in range(0, len(whole), 2)
            for line in concordance(texts, Asked("单位", order=order, first=first, most=2)).lines
        ]
        assert sorted(pages, key=lambda one: (one.report_id, one.start)) == sorted(
            whole, key=lambda one: (one.report_id, one.start)
        )


def test_lines_are_sorted_by_what_stands_right_or_by_what_stands_left_read_backwards():
    given = Given("加强学习。坚持原则。", "深化学习。坚持导向。")
    right = concordance(given, Asked("坚持", order="right")).lines
    assert [line.right for line in right] == ["原则。", "导向。"]
    left = concordance(given, Asked("学习", order="left")).lines
    assert [line.left for line in left] == ["深化", "加强"]


def test_filters_narrow_lines_and_counts_alike(texts):
    only = concordance(texts, Asked("单位", year=2022))
    assert {line.year for line in only.lines} == {2022}
    assert only.by_year == {"2022": only.total}
    problems = concordance(texts, Asked("单位", role="problems"))
    assert all(line.right.startswith("理论学习不够深入") for line in problems.lines)
    assert problems.total == 3


def test_a_report_without_a_year_is_counted_under_the_empty_year():
    assert concordance(Given("坚持"), Asked("坚持")).by_year == {"": 1}


def test_a_large_shelf_is_counted_whole_and_told_in_part():
    report = "坚持以人民为中心，推动各项工作落实到位，以实干为先。" * 4000
    given = Given(*[report] * 30)  # 3 million characters, 120,000 occurrences
    found = concordance(given, Asked("坚持", most=50))
    assert (found.total, len(found.lines)) == (120_000, 50)
