import pytest

from index.catalogue import Catalogue
from index.database import Database
from index.errors import ShelfError
from index.types import Removal


@pytest.fixture
def catalogue(tmp_path):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    yield catalogue
    catalogue.database.close()


def longer(entering, more="会议纪要另附。"):
    bodies = (
        f"甲单位召开专题会议28次，研究党风廉政建设。\n{more}",
        "甲单位理论学习不够深入，调查研究偏少。",
        "甲单位将持续整治形式主义，抓好基层减负。",
    )
    return entering("甲", bodies=bodies)


def test_a_replaced_report_is_new_in_all_parts_and_to_be_copied_again(catalogue, entering):
    old, new = entering("甲"), longer(entering)
    number = catalogue.store(old)
    catalogue.make_ready([number])
    before = [found.number for found in catalogue.passages(number)]
    catalogue.replace(number, new, [Removal("会议纪要另附。", "contact", 0, 0)])
    assert catalogue.report(number) == new.report
    assert tuple(found.passage for found in catalogue.passages(number)) == new.passages
    assert catalogue.in_state("stored") == [number]
    assert catalogue.leaving() == [(passage, number) for passage in before]
    assert not set(before) & {found.number for found in catalogue.passages(number)}
    assert [gone.place for gone in catalogue.refused(number)] == [0]
    assert "count:28:次" in catalogue.find_particulars(["count:28:次"])


def test_ids_of_before_lead_to_the_words_they_named(catalogue, entering):
    old = entering("甲")
    number = catalogue.store(old)
    for more in ("会议纪要另附。", "会议纪要另附。签到表另附。"):
        catalogue.replace(number, longer(entering, more), [])
        found = {
            one.passage.id: one.passage for one in catalogue.passages_by_id([p.id for p in old.passages])
        }
        assert set(found) == {passage.id for passage in old.passages}
        for passage in old.passages:
            assert found[passage.id].text.startswith(passage.text)
        assert catalogue.number(old.report.id) == number


def test_a_text_that_another_report_has_is_refused_and_nothing_changed(catalogue, entering):
    number = catalogue.store(entering("甲"))
    catalogue.store(entering("乙"))
    with pytest.raises(ShelfError) as told:
        catalogue.replace(number, entering("乙"), [])
    assert told.value.code == "duplicate_text"
    assert catalogue.report(number) == entering("甲").report


def test_the_former_text_in_another_file_is_a_duplicate_still(catalogue, entering):
    number = catalogue.store(entering("甲"))
    catalogue.replace(number, longer(entering), [])
    with pytest.raises(ShelfError) as told:
        catalogue.refuse_equal("0" * 64, entering("甲").report.id)
    assert told.value.code == "duplicate_text"


def test_former_ids_go_with_the_report(catalogue, entering):
    old = entering("甲")
    number = catalogue.store(old)
    catalogue.replace(number, longer(entering), [])
    catalogue.remove(number)
    assert catalogue.passages_by_id([old.passages[0].id]) == []
    catalogue.store(old)
    assert len(catalogue.passages_by_id([old.passages[0].id])) == 1
