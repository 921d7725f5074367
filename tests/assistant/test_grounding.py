"""What facts, heading and year state, each with what it is said of."""

from assistant.extracting import extract
from assistant.grounding import ground, located, loose
from assistant.types import Fact


def places(text):
    return {place.expression.text: place for place in located(text, extract(text)[0])}


def test_the_ground_holds_facts_heading_and_year():
    all_of_it = ground([Fact("F1", "党组会12次")], "二、落实第三条要求", 2024)
    assert {"count:12:次", "article:3:条"} <= set(all_of_it.by_key)
    assert all_of_it.years == {"2024"}
    assert {place.fact for place in all_of_it.places} == {"F1", ""}


def test_a_figure_is_tied_to_the_words_of_its_clause():
    found = places("召开党组会12次，讲党课3次。走访困难群众8户。")
    assert "党组" in found["12次"].head and "党课" not in found["12次"].head
    assert "困难" in found["8户"].head and "困难" not in found["3次"].context


def test_a_clause_without_words_takes_those_before_it():
    assert "廉政" in places("召开廉政大会，186人参加。")["186人"].head


def test_a_clause_of_several_figures_is_divided_at_its_signs_but_not_where_they_are_dealt_out():
    assert "党课" not in places("召开党组会12次、讲党课3次。")["12次"].head
    assert places("党组会、党课分别召开12次、3次。")["3次"].clause == "党组会、党课分别召开12次、3次。"


def test_names_are_compared_without_blanks_and_quotes():
    assert loose("《中国 共产党“章程”》") == loose("《中国共产党章程》")
