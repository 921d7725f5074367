import string

from assistant.telling import reader_language, sentences, tell


def test_every_code_has_a_sentence_in_both_languages_with_the_same_places():
    table = sentences()
    assert "unexpected" in table
    for code, row in table.items():
        assert set(row) == {"zh", "en"}, code
        places = [set(string.Template(row[language]).get_identifiers()) for language in ("zh", "en")]
        assert places[0] == places[1], code


def test_values_are_put_in_as_they_are():
    assert "/甲/$x" in tell("folder_unusable", [("folder", "/甲/$x")], "zh")


def test_an_unknown_code_is_still_a_sentence():
    assert "never_heard_of" in tell("never_heard_of", (), "en")
    assert tell("never_heard_of", (), "zh").endswith("。")


def test_the_locale_chooses_the_language_and_chinese_is_the_default(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert reader_language() == "zh"
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert reader_language() == "en"
    assert reader_language("zh") == "zh"
