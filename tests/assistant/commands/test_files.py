"""Files that go out and come back, from the command line."""

import json


def test_a_file_is_exported_and_what_is_open_is_told(zhibi, draft_file, facts, tmp_path):
    out = tmp_path / "稿.docx"
    _, said, told = zhibi("export", draft_file, "--to", out, "--facts", facts)
    assert out.exists() and "1 处空白" in told and "还有" in said
    refused = zhibi("export", draft_file, "--to", out, ok=False)
    assert refused[0] == 1 and "已经存在" in refused[2]
    row = json.loads(zhibi("export", draft_file, "--to", out, "--overwrite", "--json")[1])
    assert row["path"] == str(out)
    assert {one["code"] for one in row["open"]} == {"caution_blanks", "caution_form", "caution_unchecked"}


def test_an_unknown_format_is_told_in_one_sentence(zhibi, draft_file, tmp_path):
    code, _, told = zhibi("export", draft_file, "--to", tmp_path / "稿.pdf", ok=False)
    assert code == 1 and ".docx" in told


def test_strict_names_what_is_open_and_writes_nothing(zhibi, draft_file, facts, tmp_path):
    out = tmp_path / "稿.docx"
    words = ("export", draft_file, "--to", out, "--facts", facts, "--date", "年底前后", "--strict")
    code, _, told = zhibi(*words, ok=False)
    assert code == 1 and not out.exists()
    assert "年底前后" in told and "1 处空白" in told and "--strict" in told
