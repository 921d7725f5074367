"""English names that no fact has."""

import pytest

from assistant.checking import check
from assistant.noting import note

FACTS = "The Riverside clinic opened in April\nMs Okafor leads a team of 4 nurses"


@pytest.mark.parametrize(
    ("text", "name"),
    [("The Lakeside clinic opened in April.", "Lakeside"), ("Ms Okoro leads a team of 4 nurses.", "Okoro")],
)
def test_a_strange_name_is_told(text, name):
    assert name in {finding.text for finding in check(text, note(FACTS))}


def test_known_names_months_and_first_words_are_not():
    text = "Since April the Riverside clinic has been open. Nurses are led by Ms Okafor."
    assert not [one for one in check(text, note(FACTS)) if one.kind == "unsupported"]
