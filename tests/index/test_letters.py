"""Letters of a text, and where they stand in it."""

from hypothesis import given
from hypothesis import strategies as st

from index.letters import letters
from index.types import Span


def test_blanks_signs_and_the_width_of_letters_do_not_count():
    assert letters("２０２３年， 抓 学习！ABC").text == "2023年抓学习abc"


def test_a_span_of_letters_is_the_span_of_their_characters():
    text = "一是抓学习，促整改。"
    assert letters(text).span(2, 8) == Span(2, 9)
    assert letters(text).span(2, 8).of(text) == "抓学习，促整改"


@given(st.text(max_size=60))
def test_every_letter_has_a_place_and_places_never_run_back(text):
    found = letters(text)
    assert len(found.text) == len(found.places)
    assert list(found.places) == sorted(found.places)
    assert all(0 <= place < len(text) for place in found.places)
