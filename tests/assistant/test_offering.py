"""Kept phrases offered while writing."""

from assistant.offering import offered
from assistant.phrasebank import Phrase
from index.embedding import open_embedder

EMBED = open_embedder().embed
KEPT = [
    Phrase(n, text, "", "", 0, "", "")
    for n, text in enumerate(("压紧压实主体责任", "让天更蓝、水更清", "锲而不舍纠治“四风”"))
]


def texts(written, **more):
    return [one.text for one in offered(written, KEPT, EMBED, **more)]


def test_a_phrase_that_goes_on_as_the_text_ends_stands_first():
    assert texts("加强作风建设，锲而不舍")[0] == "锲而不舍纠治“四风”"


def test_what_speaks_of_the_same_is_offered_and_the_rest_is_not():
    offer = texts("一年来，班子成员扛牢责任")
    assert offer[0] == "压紧压实主体责任" and "让天更蓝、水更清" not in offer


def test_what_stands_there_already_is_not_offered_again():
    assert "压紧压实主体责任" not in texts("压紧压实主体责任，落实党风廉政建设责任")


def test_an_empty_page_or_bank_offers_nothing():
    assert texts("  ") == [] and offered("责任", [], EMBED) == ()
