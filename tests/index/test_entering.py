import pytest

from index import entering
from index.entering import digest, numbered, prepare, storable
from index.errors import ShelfError
from index.types import Clean, Manuscript, Paragraph, Removal

REPORT = "{name}单位工作总结\n一、主要工作\n召开会议28次，研究党的建设工作，推动责任落实。\n"


def test_preparing_stores_nothing_and_names_the_report_by_its_text():
    manuscript = Manuscript(tuple(Paragraph(line) for line in REPORT.format(name="甲").splitlines()))
    report, cleaned = prepare(manuscript, "甲.txt")
    assert report.text == cleaned.text
    assert len(report.id) == 12 and int(report.id, 16) >= 0
    assert prepare(manuscript, "乙.txt")[0].id == report.id


def test_what_cleaning_leaves_nothing_of_is_refused(monkeypatch):
    monkeypatch.setattr(entering, "clean", lambda _: Clean("\n \n"))
    with pytest.raises(ShelfError) as told:
        prepare(Manuscript((Paragraph("加微信"),)), "广告.txt")
    assert told.value.code == "no_text"


def test_a_file_is_known_by_its_bytes_under_any_name(tmp_path):
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text("同样的内容", encoding="utf-8")
    assert digest(tmp_path / "甲.txt") == digest(tmp_path / "乙.txt")
    with pytest.raises(ShelfError, match="file_unreadable"):
        digest(tmp_path / "没有.txt")


def test_what_was_taken_out_is_numbered_and_a_name_can_be_stored():
    gone = (Removal("页码1", "page_number", 0), Removal("页码2", "page_number", 9))
    assert [one.place for one in numbered(gone)] == [0, 1]
    assert storable("报告\udcff.txt") == "报告?.txt"
