"""Drafts on disk: what is acknowledged is kept, a stale window never overwrites."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from assistant.archive import LIMIT, Archive
from assistant.types import Brief, Draft, Fact, Sentence, Suggestion
from index.database import Database
from index.errors import ShelfError

DRAFT = Draft(
    Brief("压实责任", (Fact("F1", "党组会12次"),), 300, "points", 2024),
    (Sentence("召开党组会12次。", ("F1",), ("abc-1",)), Sentence("【待补充：效果】", (), (), 1, "blank")),
    suggestions=(Suggestion("建立台账。", "abc-2"),),
    prompt="draft@1",
    model="openai:x",
    complete=False,
)


@pytest.fixture
def archive(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite")
    yield Archive(database)
    database.close()


def test_a_new_draft_keeps_what_was_typed(archive):
    saved = archive.create("标题", "事实一；事实二", "flowing", 500, 2023)
    assert archive.get(saved.id) == saved
    assert (saved.section, saved.notes, saved.style, saved.length, saved.year) == (
        "标题", "事实一；事实二", "flowing", 500, 2023,
    )  # fmt: skip


def test_a_draft_comes_back_with_everything_that_made_it(archive):
    saved = archive.create("标题", "党组会12次", "points", 0, None)
    kept = archive.keep_draft(saved.id, DRAFT, 0)
    assert kept.revision == 1
    assert archive.get(saved.id).body == kept.body
    assert kept.body.sentences == DRAFT.sentences
    assert kept.body.suggestions == DRAFT.suggestions
    assert kept.body.facts == DRAFT.brief.facts
    assert (kept.body.prompt, kept.body.model, kept.body.complete) == ("draft@1", "openai:x", False)


def test_drafts_survive_the_end_of_the_process(tmp_path):
    first = Database(tmp_path / "z.sqlite")
    saved = Archive(first).create("标题", "", "points", 0, None)
    first.close()
    second = Database(tmp_path / "z.sqlite")
    assert [s.id for s in Archive(second).drafts()] == [saved.id]
    second.close()


def test_a_stale_window_is_refused_and_nothing_is_overwritten(archive):
    saved = archive.create("标题", "", "points", 0, None)
    one = archive.keep_text(saved.id, "甲", (Sentence("甲"),), saved.revision)
    with pytest.raises(ShelfError) as fault:
        archive.keep_text(saved.id, "乙", (Sentence("乙"),), saved.revision)
    assert fault.value.code == "edited_elsewhere"
    assert archive.get(saved.id) == one


def test_every_acknowledged_text_stands_in_the_history(archive):
    saved = archive.create("标题", "", "points", 0, None)
    archive.keep_draft(saved.id, DRAFT, 0)
    archive.keep_text(saved.id, "改过", (Sentence("改过"),), 1)
    assert [(v.revision, v.author, v.text) for v in archive.versions(saved.id)] == [
        (2, "writer", "改过"),
        (1, "openai:x", DRAFT.text),
    ]


def test_typing_into_the_brief_leaves_text_and_revision_alone(archive):
    saved = archive.create("标题", "", "points", 0, None)
    kept = archive.keep_draft(saved.id, DRAFT, 0)
    archive.keep_input(saved.id, "新标题", "新事实", "flowing", 100, 2020)
    now = archive.get(saved.id)
    assert (now.revision, now.body) == (kept.revision, kept.body)
    assert (now.section, now.notes, now.style, now.length, now.year) == (
        "新标题", "新事实", "flowing", 100, 2020,
    )  # fmt: skip


def test_a_deleted_draft_is_told_as_gone(archive):
    saved = archive.create("标题", "", "points", 0, None)
    archive.delete(saved.id)
    for act in (
        lambda: archive.get(saved.id),
        lambda: archive.keep_text(saved.id, "甲", (), 0),
        lambda: archive.delete(saved.id),
        lambda: archive.keep_input(saved.id, "", "", "points", 0, None),
    ):
        with pytest.raises(ShelfError) as fault:
            act()
        assert fault.value.code == "no_such_draft"
    assert archive.versions(saved.id) == []


def test_a_text_beyond_the_limit_is_refused(archive):
    saved = archive.create("标题", "", "points", 0, None)
    with pytest.raises(ShelfError) as fault:
        archive.keep_text(saved.id, "字" * (LIMIT + 1), (), 0)
    assert fault.value.code == "text_too_long"


class TwoWindows(RuleBasedStateMachine):
    """Two windows over one draft; a model of what must be kept."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.database = Database(Path(self.folder.name) / "z.sqlite")
        self.archive = Archive(self.database)
        self.id = self.archive.create("标题", "", "points", 0, None).id
        self.loaded = [0, 0]
        self.kept = [""]

    @rule(window=st.integers(0, 1))
    def reload(self, window):
        self.loaded[window] = self.archive.get(self.id).revision

    @rule(window=st.integers(0, 1), text=st.text(max_size=20))
    def save(self, window, text):
        try:
            self.loaded[window] = self.archive.keep_text(
                self.id, text, (Sentence(text),), self.loaded[window]
            ).revision
        except ShelfError as fault:
            assert fault.code == "edited_elsewhere"
            assert self.loaded[window] != len(self.kept) - 1
        else:
            self.kept.append(text)

    @invariant()
    def the_last_acknowledged_text_is_the_text(self):
        saved = self.archive.get(self.id)
        assert saved.revision == len(self.kept) - 1
        assert saved.body.text == self.kept[-1]
        assert [v.text for v in self.archive.versions(self.id)] == self.kept[:0:-1]

    def teardown(self):
        self.database.close()
        self.folder.cleanup()


TestTwoWindows = TwoWindows.TestCase
TestTwoWindows.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
