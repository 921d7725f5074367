"""The words that say what a figure counts."""

from assistant.headwords import headwords


def test_pairs_of_characters_stand_for_words_and_common_ones_are_left_out():
    assert headwords("召开党组会") == {"党组", "组会"}
    assert headwords("全年共开展工作") == frozenset()


def test_english_words_are_taken_whole_without_plural():
    assert headwords("held 12 meetings in total") == {"meeting"}
