import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from index.errors import ShelfError
from index.retrieval import Query
from index.shelf import Shelf

SHARED = Path(__file__).parents[3] / "shared"
SUBJECTS = ("党建工作", "安全生产", "秋粮收购", "教育均衡", "垃圾分类", "医保征缴", "河道治理", "项目建设")


def sample(subject, i):
    return (
        f"某单位{2015 + i % 9}年{subject}工作总结（{i}）\n"
        f"一、{subject}开展情况\n"
        f"全年围绕{subject}召开专题会议{i + 10}次，压实工作责任，第{i}组承担具体任务。\n"
        f"二、存在的问题\n"
        f"{subject}人员力量不足，第{i}组经验欠缺，长效机制还不健全。\n"
        f"三、下一步打算\n"
        f"进一步完善{subject}制度，由第{i}组抓好督促检查。\n"
    )


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for i, subject in enumerate(SUBJECTS):
        (folder / f"{i:03}.txt").write_text(sample(subject, i), encoding="utf-8")
    return folder


@pytest.fixture
def shelf(tmp_path):
    with Shelf(tmp_path / "data") as shelf:
        yield shelf


def test_what_is_added_is_found_after_opening_again(tmp_path, folder):
    with Shelf(tmp_path / "data") as shelf:
        added = shelf.add([folder])
        assert [one.status for one in added] == ["added"] * len(SUBJECTS)
        before = shelf.search(Query("秋粮收购", k=5))
    with Shelf(tmp_path / "data") as shelf:
        after = shelf.search(Query("秋粮收购", k=5))
        assert [hit.passage for hit in after] == [hit.passage for hit in before]
        assert [card.id for card in shelf.reports()] == [one.report_id for one in added]


def test_a_report_can_be_read_in_all_its_parts(shelf, folder):
    added = shelf.add([folder])[2]
    report = shelf.report(added.report_id[:8])
    assert report.id == added.report_id and report.year == 2017
    passages = shelf.passages(report.id)
    assert len(passages) == added.passages
    assert all(passage.span.of(report.text) == passage.text for passage in passages)
    assert shelf.removals(report.id) == list(added.removals)
    assert shelf.original(report.id).read_bytes() == (folder / "002.txt").read_bytes()
    assert asdict(shelf.reports()[2])["title"] == report.title


def test_the_gate_learns_where_a_figure_stands(shelf, folder):
    added = shelf.add([folder])
    found = shelf.find_particulars(["count:12:次", "count:99:次"])
    assert list(found) == ["count:12:次"]
    report_id, passage_id, title = found["count:12:次"]
    assert (report_id, title) == (added[2].report_id, added[2].title)
    assert "12次" in shelf.hits_of([passage_id])[0].passage.text


def test_hits_of_ids_come_in_the_order_asked_for_without_unknown_ones(shelf, folder):
    added = shelf.add([folder])
    ids = [passage.id for passage in shelf.passages(added[1].report_id)]
    hits = shelf.hits_of([ids[1], "gone-0", ids[0]])
    assert [hit.passage.id for hit in hits] == [ids[1], ids[0]]
    assert hits[0].title == added[1].title
    assert shelf.hits_of([]) == []


def test_a_removed_report_is_gone_from_everywhere(shelf, folder):
    added = shelf.add([folder])[2]
    original = shelf.original(added.report_id)
    shelf.remove(added.report_id)
    assert not original.exists()
    assert all(hit.passage.report_id != added.report_id for hit in shelf.search(Query("秋粮收购", k=50)))
    assert shelf.find_particulars(["count:12:次"]) == {}
    with pytest.raises(ShelfError) as told:
        shelf.report(added.report_id)
    assert told.value.code == "no_such_report"
    assert shelf.add([folder / "002.txt"])[0].status == "added"


def test_a_second_opener_is_refused(shelf, tmp_path):
    with pytest.raises(ShelfError) as told:
        Shelf(tmp_path / "data")
    assert told.value.code == "folder_in_use"


def test_an_empty_shelf_is_no_fault(shelf):
    assert shelf.reports() == []
    assert shelf.search(Query("责任")) == ()
    assert shelf.find_particulars(["count:1:次"]) == {}
    shelf.rebuild()


def test_a_rebuild_gives_the_same_hits(shelf, folder):
    shelf.add([folder])
    query = Query("安全生产责任", heading="一、安全生产", k=8)
    before, steps = shelf.search(query), []
    shelf.rebuild(steps.append)
    assert [hit.passage for hit in shelf.search(query)] == [hit.passage for hit in before]
    assert steps[-1].done == steps[-1].total == len(SUBJECTS)
    assert shelf.find_particulars(["count:12:次"])


def test_another_embedder_is_told_and_a_rebuild_takes_it(tmp_path, folder, monkeypatch):
    from index.embedding import HashedBigrams

    with Shelf(tmp_path / "data") as shelf:
        shelf.add([folder])
    monkeypatch.setattr(HashedBigrams, "name", "other@2")
    with Shelf(tmp_path / "data", "hashed") as shelf:
        assert len(shelf.reports()) == len(SUBJECTS)  # reports and drafts stay at hand
        for act in (lambda: shelf.search(Query("责任")), lambda: shelf.add([folder])):
            with pytest.raises(ShelfError) as told:
                act()
            assert told.value.code == "embedder_changed"
            assert dict(told.value.values)["now"] == "other@2"
        shelf.remove(shelf.reports()[0].id)
        shelf.rebuild()
        assert len(shelf.search(Query("责任", k=3))) == 3
    with Shelf(tmp_path / "data", "hashed") as shelf:
        assert shelf.search(Query("责任"))


def test_a_shelf_built_with_a_former_default_moves_to_the_present_one_unasked(tmp_path, folder):
    with Shelf(tmp_path / "data", "hashed") as shelf:
        shelf.add([folder])
    with Shelf(tmp_path / "data") as shelf:
        assert len(shelf.search(Query("责任", k=3))) == 3
        assert shelf.add([folder])[0].status == "duplicate"


def test_a_damaged_catalogue_is_told_and_left_as_it_is(tmp_path, folder):
    with Shelf(tmp_path / "data") as shelf:
        shelf.add([folder])
    file = tmp_path / "data" / "zhibi.sqlite3"
    file.write_bytes(b"nonsense" * 4000)
    for _ in range(2):  # the first try must not keep the folder locked
        with pytest.raises(ShelfError) as told:
            Shelf(tmp_path / "data")
        assert told.value.code == "shelf_damaged"
    assert file.read_bytes() == b"nonsense" * 4000
    assert len(list((tmp_path / "data" / "originals").iterdir())) == len(SUBJECTS)


NOISY = """某单位2023年党建工作总结
一、开展情况
我局全年召开专题会议12次，压实工作责任，确保各项任务落到实处。
联系电话：0123-4567890 微信号：abc123
二、存在的问题
人员力量不足，##paidbegin##经验欠缺，长效机制还不健全。
三、下一步打算
进一步完善制度，抓好督促检查。
"""


@pytest.fixture
def noisy(tmp_path):
    path = tmp_path / "noisy.txt"
    path.write_text(NOISY, encoding="utf-8")
    return path


def test_what_the_writer_edits_is_shown_filtered_by_and_kept_by_rebuild_and_restart(tmp_path, folder):
    with Shelf(tmp_path / "data") as shelf:
        shelf.add([folder])
        report = shelf.reports()[2]
        card = shelf.edit(report.id[:8], title="秋粮工作", year=2031, viewpoint="个人", organisation="国企")
        assert (card.title, card.year, card.kind, card.edited) == (
            "秋粮工作", 2031, report.kind, ("title", "year", "viewpoint", "organisation"),
        )  # fmt: skip
        hits = shelf.search(Query("责任", year=2031))
        assert {hit.title for hit in hits} == {"秋粮工作"}
        assert {hit.passage.report_id for hit in shelf.search(Query("责任", organisation="国企"))} == {
            card.id
        }
        assert shelf.values()["organisation"]["国企"] == 1
        shelf.rebuild()
        assert shelf.card(card.id) == card
    with Shelf(tmp_path / "data") as shelf:
        assert shelf.card(card.id) == card


def test_a_stretch_put_back_is_in_text_passages_and_searches_and_stays_there(tmp_path, noisy, folder):
    with Shelf(tmp_path / "data") as shelf:
        added = shelf.add([folder, noisy])[-1]
        cited = [passage.id for passage in shelf.passages(added.report_id)]
        place = next(gone.place for gone in added.removals if gone.text.startswith("联系电话"))
        shelf.edit(added.report_id, kind="通知")
        report = shelf.restore(added.report_id, place)
        assert "落到实处。\n联系电话：0123-4567890" in report.text and report.id != added.report_id
        assert shelf.restore(added.report_id, place) == shelf.restore(report.id, place) == report
        assert all(passage.span.of(report.text) == passage.text for passage in shelf.passages(report.id))
        assert "联系电话" in shelf.search(Query("联系电话", k=1))[0].passage.text
        assert place not in [gone.place for gone in shelf.removals(report.id)]
        assert [hit.passage.id for hit in shelf.hits_of(cited)] == cited
        assert shelf.card(report.id).kind == "通知" and shelf.card(report.id).state == "ready"
        assert [card.id for card in shelf.reports()][-1] == report.id
    with Shelf(tmp_path / "data") as shelf:
        shelf.rebuild()
        assert shelf.report(added.report_id) == shelf.report(report.id) == report
        again = shelf.restore(report.id, next(gone.place for gone in shelf.removals(report.id)))
        assert again.text == NOISY.strip()
        assert len(shelf.search(Query("长效机制", reports=(again.id,), k=9))) == len(shelf.passages(again.id))
        assert [hit.passage.id for hit in shelf.hits_of(cited)] == cited
        assert shelf.add([noisy])[0].code == "duplicate_file"


def test_what_cannot_be_put_back_is_told_and_changes_nothing(shelf, noisy):
    added = shelf.add([noisy])[0]
    with pytest.raises(ShelfError) as told:
        shelf.restore(added.report_id, 99)
    assert told.value.code == "no_such_removal"
    shelf.original(added.report_id).unlink()
    with pytest.raises(ShelfError) as told:
        shelf.restore(added.report_id, 0)
    assert told.value.code == "original_missing"
    assert shelf.reports()[0].id == added.report_id


def test_reports_stored_before_the_disk_was_full_are_found_when_there_is_room_again(
    shelf, folder, monkeypatch, noisy
):
    from index.catalogue import Catalogue

    kept = Catalogue.keep_vectors

    def full(*_):
        raise ShelfError("disk_full")

    monkeypatch.setattr(Catalogue, "keep_vectors", full)
    with pytest.raises(ShelfError) as told:
        shelf.add([folder])
    assert told.value.code == "disk_full"
    assert {card.state for card in shelf.reports()} == {"stored"}
    monkeypatch.setattr(Catalogue, "keep_vectors", kept)
    assert shelf.add([noisy])[0].status == "added"
    assert {card.state for card in shelf.reports()} == {"ready"}
    hits = shelf.search(Query("秋粮收购", k=60))
    assert len(hits) == len({hit.passage.id for hit in hits}) >= 3
    assert "秋粮收购" in hits[0].passage.text


def test_a_report_that_nearly_equals_another_is_added_with_a_note(shelf, tmp_path):
    folder = tmp_path / "near"
    folder.mkdir()
    body = sample("党建工作", 3) + sample("安全生产", 4).split("\n", 1)[1]
    (folder / "1.txt").write_text(body, encoding="utf-8")
    (folder / "2.txt").write_text(body.replace("13次", "31次") + "四、有关建议\n加大支持力度。\n", "utf-8")
    (folder / "3.txt").write_text(sample("河道治理", 5), encoding="utf-8")
    first, second, third = shelf.add([folder])
    assert (first.notes, third.notes, third.like) == ((), (), "")
    assert second.notes == ("note_nearly_equal",)
    assert (second.like, second.like_id) == (first.title, first.report_id)
    assert 60 <= second.like_share < 100 and dict(second.values)["share"] == str(second.like_share)


ADDER = """
import sys
from pathlib import Path
from index.shelf import Shelf
from index import ingestion
ingestion.PENDING_REPORTS = int(sys.argv[3])
shelf = Shelf(Path(sys.argv[1]))
print("open", flush=True)
shelf.add([Path(sys.argv[2])], on_added=lambda one: print(one.report_id, flush=True))
shelf.close()
print("done", flush=True)
"""


@pytest.mark.parametrize(("batch", "kill_after"), [(2, 3), (5, 5), (64, 17)])
def test_every_file_acknowledged_before_a_kill_is_there_after_it(tmp_path, batch, kill_after):
    folder = tmp_path / "in"
    folder.mkdir()
    for i in range(24):
        (folder / f"{i:03}.txt").write_text(sample(SUBJECTS[i % 8], i), encoding="utf-8")
    command = [sys.executable, "-c", ADDER, str(tmp_path / "data"), str(folder), str(batch)]
    adding = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    acknowledged = []
    for line in adding.stdout:
        if line.strip() not in ("open", "done"):
            acknowledged.append(line.strip())
        if len(acknowledged) == kill_after:
            time.sleep(random.Random(batch).random() * 0.05)
            os.kill(adding.pid, signal.SIGKILL)
            break
    acknowledged += [line.strip() for line in adding.stdout if line.strip() not in ("open", "done")]
    adding.wait()
    with Shelf(tmp_path / "data") as shelf:
        cards = {card.id: card for card in shelf.reports()}
        assert set(acknowledged) <= set(cards)
        assert {card.state for card in cards.values()} == {"ready"}
        for report_id in cards:
            passage = shelf.passages(report_id)[0]
            found = shelf.search(Query(passage.text, reports=(report_id,), k=1))
            assert found[0].passage.id == passage.id
        rest = shelf.add([folder])
        assert sum(one.status == "added" for one in rest) == 24 - len(cards)
        assert all(one.status != "refused" for one in rest)
        assert len(shelf.search(Query("责任", k=60))) == len(shelf.search(Query("责任", k=600))[:60])


@pytest.mark.real
def test_the_five_samples_are_added_and_headings_find_their_like(tmp_path):
    if not SHARED.exists():
        pytest.skip("the real reports are not beside the checkout")
    with Shelf(tmp_path / "data") as shelf:
        added = shelf.add([SHARED / "samples"])
        assert [one.status for one in added] == ["added"] * 5
        for card in shelf.reports():
            report = shelf.report(card.id)
            headings = [s.heading for s in report.sections if 6 <= len(s.heading) <= 30]
            for heading in headings[:5]:
                hits = shelf.search(Query(heading, heading=heading, k=12))
                assert len(hits) == 12
                assert card.id in {hit.passage.report_id for hit in hits[:4]}


def test_building_lost_copies_anew_at_the_start_tells_its_progress_and_changes_no_result(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    for name in "甲乙丙":
        text = f"{name}单位工作总结\n一、主要工作\n{name}单位召开专题会议研究党风廉政建设。\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Shelf(tmp_path / "data") as shelf:
        shelf.add([folder])
        before = shelf.search(Query("党风廉政建设"))
    shutil.rmtree(tmp_path / "data" / "lexical")
    steps = []
    with Shelf(tmp_path / "data", progress=steps.append) as shelf:
        assert (steps[0].done, steps[0].total) == (0, 3)
        assert shelf.search(Query("党风廉政建设")) == before
