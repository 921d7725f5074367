"""A command line that is not right ends with 2 and one sentence in the reader's language."""

import pytest

CASES = (
    (("search", "学习", "--year", "二零"), "--year 的值不能用：要写一个整数", "whole number"),
    (("search", "学习", "-k", "0"), "-k 的值不能用：不能小于 1", "at least 1"),
    (("search", "学习", "-k", "500"), "不能大于 200", "at most 200"),
    (("search",), "还缺少 QUERY（查什么）", "QUERY is missing"),
    (("check",), "还缺少 --facts（事实文件）", "--facts is missing"),
    (("search", "学习", "--rol", "x"), "没有 --rol 这个选项", "no option --rol"),
    (("nonsense",), "没有 nonsense 这个命令", "no command nonsense"),
    (("draft", "--model"), "--model 后面要写上它的值", "--model needs a value"),
    (("list", "甲", "乙"), "多写了“甲 乙”", "甲 乙"),
)


@pytest.mark.parametrize(("words", "zh", "en"), CASES, ids=lambda case: str(case)[:30])
def test_it_is_told_in_the_readers_language(zhibi, monkeypatch, words, zh, en):
    code, out, err = zhibi(*words, ok=False)
    assert (code, out) == (2, "") and zh in err and "--help" in err
    assert "Usage" not in err and "Input should" not in err
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    code, _, err = zhibi(*words, ok=False)
    assert code == 2 and en in err


def test_the_language_that_is_set_comes_before_the_locale(zhibi, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "zhibi.toml").write_text('language = "en"\n', encoding="utf-8")
    assert "QUERY is missing" in zhibi("search", ok=False)[2]


def test_a_group_without_its_command_shows_what_there_is(zhibi):
    assert zhibi("compare", ok=False)[0] == 2
    assert zhibi("--help")[0] == 0
