import io
import json
from decimal import Decimal

import pytest

from index import preparing
from index.entering import entering_in
from index.errors import ShelfError
from index.preparing import Workers, receive, revive, send, serve
from index.storing import Entering
from index.types import Expression, Span

TEXT = (
    "{name}单位述职报告\n一、工作情况\n2023年5月17日召开专题会议28次，{name}同志参加，完成率12.5%。\n"
    "二、下一步打算\n抓好落实。\n"
)


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / f"{name}.txt" for name in "甲乙丙丁"]
    for path in paths:
        path.write_text(TEXT.format(name=path.stem), encoding="utf-8")
    return paths


@pytest.fixture
def workers(monkeypatch):
    monkeypatch.setattr(preparing, "cores", lambda: 2)
    with Workers(preparing.FEW, lambda *_: pytest.fail("prepared in this process")) as workers:
        yield workers


def same(one, other):
    return [getattr(one, name) for name in FIELDS] == [getattr(other, name) for name in FIELDS]


FIELDS = [name for name in Entering.__slots__ if name != "added_at"]


def test_another_process_prepares_a_file_just_as_this_one_does(files, workers):
    for path in files:
        assert same(workers.prepare(path, "ab"), entering_in(path, "ab"))


def test_a_refused_file_is_refused_with_its_reason_and_the_next_is_prepared(files, workers, tmp_path):
    (tmp_path / "空.txt").write_bytes(b"")
    with pytest.raises(ShelfError) as told:
        workers.prepare(tmp_path / "空.txt", "")
    assert told.value.code == "file_empty"
    assert dict(told.value.values)["file"] == "空.txt"
    assert workers.prepare(files[0], "ab").name == "甲.txt"


def test_a_process_that_dies_costs_no_file(files, monkeypatch):
    monkeypatch.setattr(preparing, "cores", lambda: 2)
    with Workers(99, entering_in) as workers:
        workers.prepare(files[0], "ab")
        for worker in workers._all:
            if worker._process is not None:
                worker._process.kill()
                worker._process.wait()
        for path in files:
            assert same(workers.prepare(path, "ab"), entering_in(path, "ab"))


def test_few_files_begin_no_process(files):
    with Workers(preparing.FEW - 1, lambda path, file_hash: (path, file_hash)) as workers:
        assert workers.prepare(files[0], "ab") == (files[0], "ab")
        assert workers._all == []


@pytest.mark.parametrize("text", ["", "三十\n二\u2028", "\ud800孤", '"\\'])
@pytest.mark.parametrize("low", [None, Decimal("12.50")])
def test_what_is_sent_is_received(text, low):
    one, pipe = Expression("count", Span(0, 3), text, "key", low, None, "次"), io.BytesIO()
    send(pipe, one)
    pipe.seek(0)
    assert revive(Expression, receive(pipe)) == one
    assert pipe.read() == b""


def test_a_stage_that_trips_is_told_as_a_fault_of_that_file():
    asked, told = io.BytesIO(), io.BytesIO()
    send(asked, {"path": "/nowhere/甲.txt", "hash": ""})
    asked.seek(0)

    def trip(*_):
        raise KeyError("places")

    serve(asked, told, trip)
    reply = json.loads(told.getvalue())
    assert (reply["code"], reply["values"]["file"]) == ("file_failed", "甲.txt")
