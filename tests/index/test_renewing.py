import pytest

from index.catalogue import Catalogue
from index.database import Database
from index.describing import GRAMMAR
from index.renewing import redescribed, renew


@pytest.fixture
def catalogue(tmp_path):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    yield catalogue
    catalogue.database.close()


def test_guesses_and_signatures_are_made_anew_but_for_what_the_writer_set(catalogue, entering):
    body = ("我局深入学习贯彻党的二十大精神，压实责任。" * 3, "不足。", "继续。")
    number = catalogue.store(entering("甲", bodies=body))
    catalogue.edit(number, {"kind": "通知"})
    with catalogue.database.transaction() as t:
        t.write("UPDATE reports SET described = 0, viewpoint = '', organisation = '', era = ''")
    assert catalogue.older_than(GRAMMAR) == [number]
    renew(catalogue, [number])
    card = catalogue.cards()[0]
    assert (card.kind, card.era, card.viewpoint, card.organisation) == (
        "通知",
        "党的二十大",
        "班子",
        "政府部门",
    )
    assert catalogue.older_than(GRAMMAR) == []
    assert catalogue.database.read("SELECT COUNT(*) FROM signatures") == [(1,)]


def test_a_report_keeps_its_text_and_sections(entering):
    report = entering("甲").report
    again = redescribed(report, "甲.txt")
    assert (again.id, again.text, again.sections) == (report.id, report.text, report.sections)
