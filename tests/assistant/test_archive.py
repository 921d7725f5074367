"""Drafts on disk: what is acknowledged is kept, a stale window never overwrites."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from assistant.archive import LIMIT, Archive
from assistant.saved import Body, packed
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
SENTENCES = (
    Sentence("召开党组会12次。", ("F1",), ("abc-1",)),
    Sentence("建立台账。", (), ("abc-2",), 2, "sample"),
    Sentence("自己写的。", origin="writer"),
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


def test_a_draft_is_called_by_its_name_or_else_by_its_heading(archive):
    saved = archive.create("压实责任", "", "points", 0, None)
    assert saved.title == "压实责任"
    assert archive.rename(saved.id, " 2024年\n总结 ").title == "2024年 总结"
    assert archive.rename(saved.id, "").title == "压实责任"


def test_a_draft_in_the_trash_is_out_of_sight_and_comes_back_as_it_was(archive):
    saved = archive.create("标题", "", "points", 0, None)
    kept = archive.keep_draft(saved.id, DRAFT, 0)
    assert archive.throw_away(saved.id).trashed
    assert (archive.drafts(), [s.id for s in archive.trash()]) == ([], [saved.id])
    assert archive.take_out(saved.id) == kept
    assert (archive.drafts(), archive.trash()) == ([kept], [])
    assert len(archive.versions(saved.id)) == 1


def test_a_duplicate_is_a_draft_of_its_own_with_the_same_text_and_author(archive):
    saved = archive.create("标题", "事实", "points", 0, 2024)
    first = archive.keep_draft(saved.id, DRAFT, 0)
    second = archive.duplicate(saved.id, "另一份")
    assert archive.get(second.id) == second
    assert (second.body, second.notes, second.year, second.title) == (first.body, "事实", 2024, "另一份")
    assert [(v.revision, v.author, v.text) for v in archive.versions(second.id)] == [
        (1, "openai:x", DRAFT.text)
    ]
    archive.keep_text(second.id, "改过", (Sentence("改过"),), second.revision)
    assert archive.get(saved.id) == first
    empty = archive.create("空", "", "points", 0, None)
    assert (archive.duplicate(empty.id, "").revision, archive.versions(empty.id)) == (0, [])


def test_drafts_are_found_by_words_of_name_heading_notes_or_text(archive):
    named = archive.rename(archive.create("一节", "", "points", 0, None).id, "Annual 总结")
    noted = archive.create("二节", "总结会3次", "points", 0, None)
    written = archive.create("三节", "", "points", 0, None)
    archive.keep_text(written.id, "全面总结经验。", (), 0)
    assert {s.id for s in archive.drafts("总结")} == {named.id, noted.id, written.id}
    assert {s.id for s in archive.drafts("总结 annual")} == {named.id}
    assert archive.drafts("没有的词") == []


def test_a_version_can_be_named_and_an_unknown_one_cannot(archive):
    saved = archive.create("标题", "", "points", 0, None)
    archive.keep_text(saved.id, "甲", (), 0, name="送审稿.docx")
    assert archive.versions(saved.id)[0].name == "送审稿.docx"
    archive.name_version(saved.id, 1, "定稿")
    assert [(v.name, v.text) for v in archive.versions(saved.id)] == [("定稿", "甲")]
    with pytest.raises(ShelfError) as fault:
        archive.name_version(saved.id, 9, "定稿")
    assert fault.value.code == "no_such_version"


def test_a_version_brought_back_has_the_sources_it_was_kept_with(archive):
    saved = archive.create("标题", "", "points", 0, None)
    first = archive.keep_draft(saved.id, DRAFT, 0)
    archive.keep_text(saved.id, "改过。", (Sentence("改过。", origin="writer"),), 1)
    back = archive.restore(saved.id, 1, 2)
    assert back.body == first.body
    assert [(v.revision, v.author) for v in archive.versions(saved.id)][0] == (3, "openai:x")
    assert archive.sentences_of(saved.id, DRAFT.text) == DRAFT.sentences
    assert archive.sentences_of(saved.id, "从没写过。") == ()
    for revision, base, code in ((9, 3, "no_such_version"), (1, 2, "edited_elsewhere")):
        with pytest.raises(ShelfError) as fault:
            archive.restore(saved.id, revision, base)
        assert fault.value.code == code


def test_versions_of_an_older_program_come_back_with_what_is_known_of_them(tmp_path):
    database = Database(tmp_path / "z.sqlite")
    database.ensure("archive", 1, OLD)
    now = Body("旧句。新句。", (Sentence("旧句。", ("F1",)), Sentence("新句。", ("F2",))))
    with database.transaction() as t:
        t.write(
            "INSERT INTO drafts VALUES ('a', '标题', '', 'points', 0, NULL, 2, :body, 1.0)", body=packed(now)
        )
        for revision, text in ((1, "旧句。"), (2, now.text)):
            t.write("INSERT INTO versions VALUES ('a', :r, 'composer', :text, 1.0)", r=revision, text=text)
    archive = Archive(database)
    assert archive.restore("a", 1, 2).body.sentences == (Sentence("旧句。", ("F1",)),)
    assert archive.restore("a", 2, 3).body == now
    database.close()


def test_drafts_of_an_older_program_are_taken_over(tmp_path):
    database = Database(tmp_path / "z.sqlite")
    database.ensure("archive", 1, OLD)
    with database.transaction() as t:
        t.write(
            "INSERT INTO drafts VALUES ('a', '标题', '', 'points', 0, NULL, 0, :body, 1.0)",
            body='{"text": "旧稿", "sentences": [], "passages": [], "facts": [], "suggestions": [], '
            '"prompt": "", "model": "none", "complete": true}',
        )
    archive = Archive(database)
    assert [(s.title, s.body.text, s.trashed) for s in archive.drafts()] == [("标题", "旧稿", None)]
    assert archive.rename("a", "新名").title == "新名"
    database.close()


OLD = (
    """CREATE TABLE drafts (
        id TEXT PRIMARY KEY, section TEXT NOT NULL, notes TEXT NOT NULL, style TEXT NOT NULL,
        length INTEGER NOT NULL, year INTEGER, revision INTEGER NOT NULL, body TEXT NOT NULL,
        changed REAL NOT NULL)""",
    """CREATE TABLE versions (
        draft_id TEXT NOT NULL, revision INTEGER NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL,
        changed REAL NOT NULL, PRIMARY KEY (draft_id, revision))""",
)


class TwoWindows(RuleBasedStateMachine):
    """Two windows over one draft; a model of what must be kept."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.database = Database(Path(self.folder.name) / "z.sqlite")
        self.archive = Archive(self.database)
        self.id = self.archive.create("标题", "", "points", 0, None).id
        self.loaded = [0, 0]
        self.kept = [Body()]

    @rule(window=st.integers(0, 1))
    def reload(self, window):
        self.loaded[window] = self.archive.get(self.id).revision

    @rule(window=st.integers(0, 1), text=st.text(max_size=20))
    def save(self, window, text):
        try:
            self.loaded[window] = self.archive.keep_text(
                self.id, text, (SENTENCES[len(self.kept) % 3],), self.loaded[window]
            ).revision
        except ShelfError as fault:
            assert fault.code == "edited_elsewhere"
            assert self.loaded[window] != len(self.kept) - 1
        else:
            body = replace(self.kept[-1], text=text, sentences=(SENTENCES[len(self.kept) % 3],))
            self.kept.append(body)

    @rule(window=st.integers(0, 1))
    def draft(self, window):
        if self.loaded[window] == len(self.kept) - 1:
            kept = self.archive.keep_draft(self.id, DRAFT, self.loaded[window])
            self.loaded[window] = kept.revision
            self.kept.append(kept.body)

    @rule(window=st.integers(0, 1), revision=st.integers(1, 9))
    def restore(self, window, revision):
        try:
            now = self.archive.restore(self.id, revision, self.loaded[window])
        except ShelfError as fault:
            stale = self.loaded[window] != len(self.kept) - 1
            assert fault.code == ("no_such_version" if revision >= len(self.kept) else "edited_elsewhere")
            assert stale or revision >= len(self.kept)
        else:
            assert now.body == self.kept[revision]
            self.loaded[window] = now.revision
            self.kept.append(now.body)

    @rule()
    def duplicate(self):
        assert self.archive.duplicate(self.id, "另一份").body == self.kept[-1]

    @invariant()
    def the_last_acknowledged_text_is_the_text(self):
        saved = self.archive.get(self.id)
        assert saved.revision == len(self.kept) - 1
        assert saved.body == self.kept[-1]
        assert [v.text for v in self.archive.versions(self.id)] == [b.text for b in self.kept[:0:-1]]

    def teardown(self):
        self.database.close()
        self.folder.cleanup()


TestTwoWindows = TwoWindows.TestCase
TestTwoWindows.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
