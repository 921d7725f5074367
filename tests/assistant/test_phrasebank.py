import pytest

from assistant.phrasebank import PhraseBank
from index.database import Database
from index.errors import ShelfError


@pytest.fixture
def bank(tmp_path):
    database = Database(tmp_path / "z.sqlite3")
    yield PhraseBank(database)
    database.close()


def test_a_phrase_is_kept_with_its_source_and_found_by_any_of_its_words(bank):
    kept = bank.keep("锲而不舍纠“四风”", "a" * 12, "纪委年度总结", 40, "作风")
    assert bank.find("四风") == bank.find("总结 作风") == bank.find() == [kept]
    assert bank.find("安全") == []


def test_the_newest_stands_first_and_none_stands_twice(bank):
    bank.keep("压实责任")
    bank.keep("抓好学习")
    bank.keep(" 压实责任 ", note="责任")
    assert [(one.text, one.note) for one in bank.find()] == [("抓好学习", ""), ("压实责任", "责任")]


def test_a_phrase_can_be_let_go(bank):
    assert bank.forget(bank.keep("压实责任").number)
    assert not bank.forget(99)
    assert bank.find() == []


@pytest.mark.parametrize(("text", "code"), [(" ", "phrase_empty"), ("字" * 501, "phrase_long")])
def test_nothing_and_too_much_are_refused(bank, text, code):
    with pytest.raises(ShelfError) as told:
        bank.keep(text)
    assert told.value.code == code


def test_a_phrase_outlives_closing(tmp_path):
    for _ in range(2):
        database = Database(tmp_path / "z.sqlite3")
        PhraseBank(database).keep("压实责任")
        assert len(PhraseBank(database).find()) == 1
        database.close()
