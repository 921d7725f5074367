import pytest

from assistant.service import ShelfError, Span
from ui.proposal_view import place_of


def test_a_selection_is_found_again_where_typing_moved_it():
    assert place_of("前面又写了。今年培训。", Span(0, 5), "今年培训。") == Span(6, 11)
    assert place_of("今年培训。今年培训。", Span(5, 10), "今年培训。") == Span(5, 10)


@pytest.mark.parametrize("text", ["", "别的话。", "新写。今年培训。今年培训。"])
def test_a_selection_that_is_gone_or_stands_twice_is_told(text):
    with pytest.raises(ShelfError) as told:
        place_of(text, Span(0, 5), "今年培训。")
    assert told.value.code == "selection_gone"
