"""A whole report in preparation is kept as it was left."""

from dataclasses import replace

import pytest

from assistant.projects import Projects
from assistant.sheet import Sheet
from assistant.types import Sentence
from index.database import Database
from index.errors import ShelfError


@pytest.fixture
def projects(tmp_path):
    database = Database(tmp_path / "zhibi.db")
    yield Projects(database)
    database.close()


def test_what_is_kept_comes_back_whole(projects):
    begun = projects.create("年终", Sheet().added("召开党组会12次\n"))
    written = (("H2", (Sentence("召开党组会12次。", ("F1",), ("p-1",), 0, "fact"),)),)
    kept = projects.keep(
        replace(begun, like=("a",), plan="一、工作\n", moved=(("F1", "H2"),), written=written)
    )
    assert projects.get(begun.id) == kept
    assert [one.id for one in projects.all()] == [begun.id]


def test_a_stale_window_never_overwrites(projects):
    begun = projects.create()
    projects.keep(replace(begun, name="甲"))
    with pytest.raises(ShelfError) as told:
        projects.keep(replace(begun, name="乙"))
    assert told.value.code == "project_elsewhere"
    assert projects.get(begun.id).name == "甲"


def test_one_that_was_deleted_is_told_as_gone(projects):
    begun = projects.create()
    projects.delete(begun.id)
    with pytest.raises(ShelfError) as told:
        projects.keep(begun)
    assert told.value.code == "no_such_project"
