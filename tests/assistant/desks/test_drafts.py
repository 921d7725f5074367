"""Kept drafts: sources of what was left alone, names, trash, versions."""


def test_a_kept_draft_keeps_sources_of_sentences_the_writer_left_as_they_were(assistant, notes):
    *_, last = assistant.draft(assistant.brief("压实主体责任", notes))
    draft = last.draft
    kept = assistant.new_draft("压实主体责任", notes)
    kept = assistant.keep_draft(kept.id, draft, kept.revision)
    edited = assistant.keep_text(kept.id, kept.body.text + "这一句是我加的。", kept.revision)
    assert edited.body.sentences[-1].origin == "writer"
    stated = {fact for sentence in edited.body.sentences for fact in sentence.facts}
    assert stated == {"F1", "F2"}
    assert [v.author for v in assistant.versions(kept.id)][-1] != "writer"
    assistant.delete_draft(kept.id)
    assert kept.id not in [saved.id for saved in assistant.drafts()]


def test_a_version_brought_back_after_an_edit_outside_has_all_its_sources(assistant, written, tmp_path):
    path = tmp_path / "改稿.txt"
    lines = written.body.text.replace("。", "，经核。", 1)
    path.write_text(lines, encoding="utf-8")
    edited, _ = assistant.take_back(written.id, path, written.revision)
    assert edited.body.sentences != written.body.sentences
    back = assistant.restore_version(written.id, written.revision, edited.revision)
    assert back.body == written.body
    assert assistant.duplicate_draft(written.id).body == written.body


def test_a_text_come_back_by_undo_has_the_sources_it_had(assistant, written):
    edited = assistant.keep_text(written.id, "全部换掉。", written.revision)
    undone = assistant.keep_text(written.id, written.body.text, edited.revision)
    assert undone.body == written.body


def test_drafts_are_renamed_found_duplicated_thrown_away_and_brought_back(assistant, written):
    assistant.rename_draft(written.id, "年度总结")
    assert [saved.id for saved in assistant.search_drafts("年度总结")] == [written.id]
    second = assistant.duplicate_draft(written.id)
    assert second.title == "年度总结 (2)"
    assistant.trash_draft(second.id)
    assert [saved.id for saved in assistant.drafts()] == [written.id]
    assert [saved.id for saved in assistant.trashed_drafts()] == [second.id]
    assert assistant.restore_draft(second.id).body == written.body
    assistant.name_version(written.id, 1, "初稿")
    assert assistant.versions(written.id)[0].name == "初稿"


def test_a_wording_to_verify_is_told_and_one_press_takes_its_mark_away(assistant):
    notes = "车棚弄好了3处\n培训12次"
    *_, last = assistant.draft(assistant.brief("主要工作", notes))
    kept = assistant.new_draft("主要工作", notes)
    kept = assistant.keep_draft(kept.id, last.draft, kept.revision)
    (finding,) = [one for one in assistant.findings(kept)[0] if one.kind == "wording"]
    assert "车棚弄好了3处" in finding.message
    assistant.accept(kept, finding)
    after = assistant.kept(kept.id)
    assert after.body.text == kept.body.text.replace("【请核】", "")
    assert [one.facts for one in after.body.sentences] == [one.facts for one in kept.body.sentences]
    assert not [one for part in assistant.findings(after) for one in part if one.kind == "wording"]


def test_a_draft_is_found_by_the_beginning_of_its_id_in_the_trash_or_not(assistant, written):
    import pytest

    from index.errors import ShelfError

    assert assistant.find_draft(written.id[:7]).id == written.id
    assistant.trash_draft(written.id)
    assert assistant.find_draft(written.id).id == written.id
    for name in ("", "zz"):
        with pytest.raises(ShelfError) as told:
            assistant.find_draft(name)
        assert told.value.code == "no_draft_named"
