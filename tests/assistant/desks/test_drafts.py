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
