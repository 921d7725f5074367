"""Frames are found once for each state of the shelf, and are the same from disk."""

from dataclasses import replace

import pytest

from index import framed
from index.database import Database
from index.framed import Framed, state
from index.framing import frames
from index.texts import Text

TEXTS = tuple(
    Text(i, f"{i:012x}", f"报告{i}", "", 2020, f"坚持{topic}，取得新成效{i}项。")
    for i, topic in enumerate(("党建引领", "问题导向", "民生优先", "绿色发展"))
)


@pytest.fixture
def database(tmp_path):
    database = Database(tmp_path / "z.sqlite3")
    yield database
    database.close()


def test_what_was_kept_is_what_was_found(database, monkeypatch):
    found = Framed(database).frames(TEXTS)
    assert found == frames(TEXTS) != ()
    monkeypatch.setattr(framed, "frames", None)  # another start finds nothing anew
    assert Framed(database).frames(TEXTS) == found


def test_a_report_more_or_another_title_is_another_state(database):
    kept = Framed(database)
    kept.frames(TEXTS)
    assert kept.frames(TEXTS[:3]) == frames(TEXTS[:3])
    assert len({state(TEXTS), state(TEXTS[:3]), state((replace(TEXTS[0], title="新"), *TEXTS[1:]))}) == 3
    assert database.read("SELECT count(*) FROM frames")[0][0] == 1
