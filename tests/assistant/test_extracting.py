from assistant.extracting import extract
from index.expressions import expressions

TEXT = "3月24日召开会议28次。坏句子里有5件。开展谈话12次。"


def tripping(text):
    if "坏" in text:
        raise RecursionError
    return expressions(text)


def test_a_text_that_can_be_read_is_read_as_a_whole():
    assert extract(TEXT) == (expressions(TEXT), ())


def test_one_sentence_that_cannot_be_read_is_told_and_hides_no_other(monkeypatch):
    monkeypatch.setattr("assistant.extracting.expressions", tripping)
    found, unread = extract(TEXT)
    assert [span.of(TEXT) for span in unread] == ["坏句子里有5件。"]
    assert {"28次", "12次"} <= {one.text for one in found}
    assert all(one.span.of(TEXT) == one.text for one in found)


def test_an_empty_text_holds_nothing():
    assert extract("") == ((), ())
