import random
from dataclasses import replace

import pytest

from index import neighbours
from index.catalogue import Catalogue
from index.database import Database
from index.resemblance import signature

WORDS = "落实责任推进改革服务群众保障民生加强监督检查完善制度机制提升能力水平深入学习贯彻安全生产项目建设"


@pytest.fixture
def catalogue(tmp_path):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    yield catalogue
    catalogue.database.close()


def bodies(seed, more=""):
    draw = random.Random(seed)
    return tuple("".join(draw.choice(WORDS) for _ in range(400)) + more for _ in range(3))


def signed(entering):
    return replace(entering, signature=neighbours.pack(signature(entering.report.text)))


def test_a_report_that_nearly_equals_another_is_told_with_its_share(catalogue, entering):
    first = catalogue.store(signed(entering("甲", bodies=bodies(1))))
    other = catalogue.store(signed(entering("乙", bodies=bodies(2))))
    near = catalogue.store(signed(entering("丙", bodies=bodies(1, "另有新情况需要说明如下请予审阅"))))
    assert catalogue.like(first) == catalogue.like(other) == ("", "", 0)
    title, like, share = catalogue.like(near)
    assert (title, like) == ("甲单位工作情况报告", catalogue.report(first).id)
    assert neighbours.NEARLY <= share < 100
    assert catalogue.cards()[2].like_share == share


def test_a_report_is_told_no_more_of_one_that_has_left(catalogue, entering):
    first = catalogue.store(signed(entering("甲", bodies=bodies(1))))
    near = catalogue.store(signed(entering("丙", bodies=bodies(1, "另有新情况需要说明如下请予审阅"))))
    catalogue.remove(first)
    assert catalogue.like(near) == ("", "", 0)
    card = catalogue.cards()[0]
    assert (card.like, card.like_id, card.like_share) == ("", "", 0)
    assert catalogue.database.read("SELECT COUNT(*) FROM signatures") == [(1,)]


def test_a_signature_is_kept_once(catalogue, entering):
    one = signed(entering("甲", bodies=bodies(1)))
    number = catalogue.store(one)
    with catalogue.database.transaction() as t:
        neighbours.keep(t, number, one.signature)
        assert t.read("SELECT COUNT(*) FROM bands") == [(20,)]
        assert neighbours.nearest(t, one.signature, one.report.text, without=number) is None
        found = neighbours.nearest(t, one.signature, one.report.text)
    assert found == neighbours.Neighbour(number, 100)


def test_a_report_too_short_for_a_signature_is_like_none(catalogue, entering):
    number = catalogue.store(entering("甲"))
    assert catalogue.like(number) == ("", "", 0)
