"""Characters that mislead a reader."""

import pytest

from assistant.hiding import hidden


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("检查2\u200b8次", "2\u200b8"),
        ("检查2\u041e8次", "2\u041e8"),
        ("\u202e检查", "\u202e检"),
        ("检查\u2060\u200d", "查\u2060\u200d"),
    ],
)
def test_an_invisible_or_look_alike_character_is_shown_with_its_neighbours(text, shown):
    assert [span.of(text) for span in hidden(text)] == [shown]


@pytest.mark.parametrize("text", ["", "检查28次，α射线防护，Москва来访。", "全角　空格\n换行"])
def test_letters_that_are_letters_and_plain_blanks_are_left_alone(text):
    assert list(hidden(text)) == []
