import os
import threading

import pytest

from index import entering
from index.catalogue import Catalogue
from index.copies import Copies
from index.database import Database
from index.embedding import open_embedder
from index.errors import ShelfError
from index.ingestion import Ingestion, files_in
from index.originals import Originals

REPORT = """{name}单位2023年党建工作总结
一、主要工作
{name}单位召开专题会议28次，研究党的建设工作。
二、存在的问题
{name}单位理论学习不够深入，调查研究偏少。
三、下一步打算
{name}单位将持续整治形式主义，抓好基层减负。
"""


@pytest.fixture
def catalogue(tmp_path):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    yield catalogue
    catalogue.database.close()


@pytest.fixture
def way_in(tmp_path, catalogue):
    copies = Copies(tmp_path, catalogue, open_embedder())
    yield Ingestion(catalogue, copies, Originals(tmp_path / "originals"))
    copies.close()


def write(folder, name, suffix=".txt", text=REPORT):
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}{suffix}"
    path.write_text(text.format(name=name), encoding="utf-8")
    return path


def kept(tmp_path):
    return sorted(path.name for path in (tmp_path / "originals").glob("*"))


def test_a_file_becomes_a_report_that_can_be_searched(way_in, catalogue, tmp_path):
    path = write(tmp_path / "in", "甲")
    (added,) = way_in.add([path])
    assert (added.status, added.code, added.path) == ("added", "", str(path))
    assert (added.title, added.year, added.sections) == ("甲单位2023年党建工作总结", 2023, 3)
    assert added.passages == catalogue.ready_passages() > 0
    assert catalogue.in_state("stored") == []
    assert len(kept(tmp_path)) == 1
    assert "count:28:次" in catalogue.find_particulars(["count:28:次"])


def test_the_same_bytes_are_a_duplicate_under_any_name(way_in, catalogue, tmp_path):
    one = write(tmp_path / "in", "甲")
    other = tmp_path / "in" / "copy.txt"
    other.write_bytes(one.read_bytes())
    first, second, third = way_in.add([one, other, one])
    assert [first.status, second.status, third.status] == ["added", "duplicate", "duplicate"]
    assert second.code == third.code == "duplicate_file"
    values = dict(second.values)
    assert (values["title"], values["id"], values["name"]) == (first.title, first.report_id, "甲.txt")
    (again,) = way_in.add([other])
    assert (again.status, again.code, again.report_id) == ("duplicate", "duplicate_file", first.report_id)
    assert len(catalogue.cards()) == len(kept(tmp_path)) == 1


def test_the_same_text_in_another_file_is_a_duplicate_with_the_reason(way_in, catalogue, tmp_path):
    one = write(tmp_path / "in", "甲")
    other = tmp_path / "in" / "gbk.txt"
    other.write_bytes(one.read_text(encoding="utf-8").encode("gb18030"))
    first, second = way_in.add([one, other])
    assert (second.status, second.code, second.report_id) == ("duplicate", "duplicate_text", first.report_id)
    assert len(catalogue.cards()) == len(kept(tmp_path)) == 1


def test_one_bad_file_never_stops_the_others(way_in, catalogue, tmp_path):
    folder = tmp_path / "in"
    good = [write(folder, "甲"), write(folder, "丙")]
    empty, broken = folder / "empty.txt", folder / "乙.docx"
    empty.write_bytes(b"")
    broken.write_bytes(b"no zip at all")
    added = way_in.add([good[0], empty, folder / "gone.txt", broken, good[1]])
    assert [one.status for one in added] == ["added", "refused", "refused", "refused", "added"]
    assert all(one.code and dict(one.values)["file"] for one in added[1:4])
    assert len(catalogue.cards()) == 2


def test_a_stage_that_trips_over_a_file_refuses_only_that_file(way_in, tmp_path, monkeypatch):
    whole = entering.outline

    def trips(cleaned):
        if "乙单位" in cleaned.text:
            raise IndexError("boom")
        return whole(cleaned)

    monkeypatch.setattr(entering, "outline", trips)
    for name in "甲乙丙":
        write(tmp_path / "in", name)
    by_name = {os.path.basename(one.path): one for one in way_in.add([tmp_path / "in"])}
    assert by_name["乙.txt"].code == "file_failed"
    assert [by_name[f"{name}.txt"].status for name in "甲丙"] == ["added", "added"]


def test_a_file_that_cannot_be_stored_leaves_no_part_of_itself(way_in, catalogue, tmp_path, monkeypatch):
    def full(*_):
        raise ShelfError("disk_full", folder=tmp_path)

    monkeypatch.setattr("index.catalogue.write", full)
    (refused,) = way_in.add([write(tmp_path / "in", "甲")])
    assert (refused.status, refused.code) == ("refused", "disk_full")
    monkeypatch.undo()
    for table in ("reports", "sections", "passages", "particulars"):
        assert catalogue.database.read(f"SELECT COUNT(*) FROM {table}") == [(0,)]
    (added,) = way_in.add([tmp_path / "in" / "甲.txt"])
    assert added.status == "added"


def test_folders_are_walked_in_order_and_hidden_and_lock_files_passed_over(tmp_path):
    folder = tmp_path / "样本"
    for name in ("b.txt", "a.txt", ".hidden.txt", "~$a.docx"):
        write(folder, name, "")
    write(folder / "sub", "c.txt", "")
    write(folder / ".git", "d.txt", "")
    single = write(tmp_path / "one", "z.txt", "")
    assert [path.name for path in files_in([single, folder])] == ["z.txt", "a.txt", "b.txt", "c.txt"]


def test_progress_and_outcome_are_told_file_by_file(way_in, tmp_path):
    for name in "甲乙丙":
        write(tmp_path / "in", name)
    told, outcomes = [], []
    added = way_in.add([tmp_path / "in"], told.append, None, outcomes.append)
    assert [(one.done, one.total) for one in told] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert told[0].name.endswith(".txt")
    assert outcomes == added


def test_cancelling_ends_it_between_files_and_keeps_what_was_added(way_in, catalogue, tmp_path):
    for i in range(12):
        write(tmp_path / "in", f"第{i}")
    outcomes = []
    way_in.add([tmp_path / "in"], None, lambda: len(outcomes) >= 3, outcomes.append)
    assert [one.status for one in outcomes] == ["added"] * 3
    assert len(catalogue.in_state("ready")) == 3
    assert len(way_in.add([tmp_path / "in"])) == 12
    assert len(catalogue.in_state("ready")) == 12


def test_two_threads_may_add_at_once(way_in, catalogue, tmp_path):
    for i in range(8):
        write(tmp_path / "in", f"第{i}")
    outcomes = []
    threads = [
        threading.Thread(target=way_in.add, args=([tmp_path / "in"], None, None, outcomes.append))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.status for one in outcomes) == ["added"] * 8 + ["duplicate"] * 8
    assert len(catalogue.in_state("ready")) == 8


@pytest.mark.parametrize(
    "name", ["-rf.txt", "换\n行.txt", "<img src=x>.txt", "a" * 200 + ".txt", "$title ${x}.txt", "😀.md"]
)
def test_a_strange_file_name_is_only_a_name(way_in, tmp_path, name):
    path = tmp_path / name
    path.write_text(REPORT.format(name="甲"), encoding="utf-8")
    (added,) = way_in.add([path])
    assert added.status == "added"
    assert all(len(kept_name) < 80 for kept_name in kept(tmp_path))


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_name_that_is_no_utf8_is_taken_in(way_in, catalogue, tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.txt")
    with open(path, "wb") as file:
        file.write(REPORT.format(name="甲").encode())
    (added,) = way_in.add([tmp_path / os.fsdecode(b"\xff\xfe.txt")])
    assert added.status == "added"
    assert catalogue.cards()[0].name == "??.txt"
