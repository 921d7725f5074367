import pytest

from index.errors import ShelfError
from index.governing import governor, own_verbs
from index.types import Span


def governed(text, word):
    at = text.index(word)
    found = governor(text, Span(at, at + len(word)))
    return (found.verb, found.phrase) if found else None


@pytest.mark.parametrize(
    ("text", "word", "verb", "phrase"),
    [
        ("全体党员牢固树立“四个意识”", "四个意识", "树立", "牢固树立"),
        ("深刻领悟“两个确立”的决定性意义", "两个确立", "领悟", "深刻领悟"),
        ("班子成员坚决拥护“两个确立”，扛牢责任", "两个确立", "拥护", "坚决拥护"),
        ("不断增强“四个意识”、坚定“四个自信”", "四个自信", "坚定", "坚定"),
        ("增强“四个意识”和“四个自信”", "四个自信", "增强", "增强"),
        ("“四个意识”不断增强", "四个意识", "增强", "不断增强"),
        ("大兴调查研究之风", "调查研究", "大兴", "大兴"),
    ],
)
def test_the_verb_that_governs_a_word_is_told_with_its_adverb(text, word, verb, phrase):
    assert governed(text, word) == (verb, phrase)


def test_a_verb_of_another_clause_does_not_govern():
    assert governed("加强管理，“四个意识”", "四个意识") is None


def test_its_span_is_where_it_stands():
    text = "今年以来，切实增强“四个意识”"
    found = governor(text, Span(10, 14))
    assert found.span.of(text) == found.phrase == "切实增强"


def test_a_verb_of_the_writers_own_governs_once_her_file_names_it_and_no_longer_when_it_is_gone(tmp_path):
    own, text = tmp_path / "verbs.toml", "全体党员擎起“四个意识”"
    assert governed(text, "四个意识") is None
    own.write_text('verbs = "擎起"\n', encoding="utf-8")
    own_verbs(own)
    assert governed(text, "四个意识") == ("擎起", "擎起")
    own.unlink()
    own_verbs(own)
    assert governed(text, "四个意识") is None


def test_a_broken_file_of_own_verbs_is_told(tmp_path):
    own = tmp_path / "verbs.toml"
    own.write_text("verbs = [", encoding="utf-8")
    with pytest.raises(ShelfError, match="lexicon_broken"):
        own_verbs(own)
