"""Nouns as plain rows: the keys docs/cli.md promises, offsets that fit the text."""

import json
from pathlib import Path

from assistant.service import look
from assistant.showing import added_row, draft_row, finding_rows, hit_row, mask_row, outline_rows
from assistant.types import Brief, Draft, Fact, Finding, Sentence, Suggestion
from index.masking import mask
from index.types import Added, Hit, Passage, Removal, Span

CLI = Path(__file__).parent.parent.parent / "docs" / "cli.md"
REPORT = (
    "一、主要工作\n（一）抓学习。开会9次。\n（二）抓整改。整改58个问题。\n二、存在问题\n个别同志学习不够。\n"
)


def documented(row):
    """Every key of a row is named in the document scripts are written after."""
    text = CLI.read_text("utf-8")
    return [key for key in row if f"`{key}`" not in text and key not in text]


def test_an_outline_tells_depth_by_nesting_and_offsets_over_the_text(tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    report = look(path)
    rows = outline_rows(report)
    assert [(row["level"], row["depth"], row["mark"]) for row in rows] == [
        (1, 1, "一、"), (2, 2, "（一）"), (2, 2, "（二）"), (1, 1, "二、"),
    ]  # fmt: skip
    for row in rows:
        assert report.text[row["start"] :].startswith(row["mark"] + row["heading"])
    assert documented(rows[0]) == []


def test_a_refused_file_carries_its_reason_as_a_sentence():
    row = added_row(Added("空.txt", "refused", "empty_file", (("name", "空.txt"),)), "zh")
    assert row["status"] == "refused"
    assert row["reason"].endswith("。")
    assert documented(row) == []


def test_removals_of_an_added_file_are_told_with_why():
    row = added_row(Added("a.txt", "added", removals=(Removal("下载全文", "advertisement", 3),)), "en")
    assert row["removed"] == [{"place": 0, "text": "下载全文", "why": "advertisement"}]


def test_a_draft_row_is_plain_json_that_keeps_facts_passages_and_suggestions():
    draft = Draft(
        Brief("抓学习", (Fact("F1", "开会9次"),)),
        (Sentence("召开会议9次。", ("F1",), ("abc-0",)),),
        suggestions=(Suggestion("开展〈数〉场。", "abc-9"),),
        findings=(Finding("leaked", Span(2, 4), "9次", "见样本", "abc", "abc-0"),),
    )
    row = json.loads(json.dumps(draft_row(draft), ensure_ascii=False))
    assert row["sentences"] == [
        {"text": "召开会议9次。", "facts": ["F1"], "passages": ["abc-0"], "paragraph": 0, "origin": "fact"}
    ]
    assert row["findings"] == finding_rows(draft.findings)
    assert row["suggestions"] == [{"text": "开展〈数〉场。", "passage_id": "abc-9"}]
    assert documented(row) == []
    assert documented(row["findings"][0]) == []


def test_a_hit_row_has_the_place_and_the_reasons():
    passage = Passage("abc-7", "abc", ("一、主要工作",), Span(7, 12), "开会9次。")
    row = hit_row(Hit(passage, 0.87654, "报告", ("words:开会",)))
    assert (row["start"], row["end"], row["score"], row["why"]) == (7, 12, 0.8765, ["words:开会"])
    assert documented(row) == []


def test_a_mask_row_gives_each_particular_with_its_blank():
    text = "2023年5月17日召开大会，142人参加。"
    row = mask_row(mask(text))
    assert "142" not in row["text"]
    for one in row["masked"]:
        assert text[one["start"] : one["end"]] == one["text"]
    assert documented(row) == []
