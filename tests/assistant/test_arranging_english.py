from assistant.arranging_english import arrange_english
from assistant.types import Brief, Fact


def arranged(section, *notes, **more):
    return arrange_english(
        Brief(section, tuple(Fact(f"F{at}", one) for at, one in enumerate(notes, 1)), **more)
    )


def test_facts_stand_as_they_are_with_a_capital_and_a_full_stop():
    sentences = arranged("Roads", "resurfaced 14.6 miles", "Complaints fell from 380 to 291")
    assert [one.text for one in sentences if one.facts] == [
        "Resurfaced 14.6 miles.", "Complaints fell from 380 to 291.",
    ]  # fmt: skip


def test_a_shortage_and_a_plan_are_told_apart_from_the_work():
    sentences = arranged(
        "Roads", "Resurfaced 14.6 miles", "Still short of two mechanics", "Next year: replace the deck"
    )
    told = [one.text for one in sentences]
    assert told.index("Still short of two mechanics.") == told.index("The following shortcomings remain.") + 1
    assert told.index("Next year: replace the deck.") == told.index("The next steps are as follows.") + 1


def test_equal_facts_are_told_once_with_both_ids():
    sentences = arranged("Roads", "Two plows bought", "Two plows bought.", "One road closed")
    assert ("F1", "F2") in [one.facts for one in sentences]


def test_an_address_keeps_its_small_letter():
    assert arranged("Web", "example.org went live")[0].text.startswith("example.org")


def test_no_facts_are_asked_for_in_english():
    sentences = arranged("Roads")
    assert sentences and all(one.origin == "blank" for one in sentences)
