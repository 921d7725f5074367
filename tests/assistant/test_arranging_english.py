from assistant.arranging_english import arrange_english, is_english, tell_english
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


def test_english_facts_of_a_chinese_section_stand_as_written_and_are_asked_for_in_chinese():
    facts = (Fact("F1", "Held 12 meetings, 210 people (two days)"), Fact("F2", "Printed 400 copies."))
    assert [one.text for one in tell_english(facts, 2)] == [
        "Held 12 meetings, 210 people (two days).",
        "Printed 400 copies.",
        "【待补充：以上事实是英文，请改写为中文】",
    ]
    assert tell_english((), 0) == ()


def test_a_chinese_note_with_latin_words_is_not_english():
    assert not is_english(Fact("F1", "OA系统 Version Two 上线")) and is_english(Fact("F2", "Held a meeting"))


def test_a_note_without_its_verb_is_given_one_and_a_hyphenated_word_its_capital():
    sentences = arranged(
        "Care", "places up from 210 to 268", "home visits done for 41 people", "sign-language course run"
    )
    assert [one.text for one in sentences if one.facts] == [
        "Places were up from 210 to 268.", "Home visits were done for 41 people.",
        "Sign-language course run.",
    ]  # fmt: skip


def test_what_stands_behind_a_shortcoming_and_tells_no_deed_is_one_too():
    sentences = arranged(
        "Care: progress and gaps", "Opened 2 rooms", "Villages still have no room",
        "Waiting time: 41 days, target 20", "Trained 9 nurses",
    )  # fmt: skip
    told = [one.text for one in sentences]
    assert told.index("Waiting time: 41 days, target 20.") == told.index("Villages still have no room.") + 1
    assert told.index("Trained 9 nurses.") < told.index("The following shortcomings remain.")


def test_things_and_their_number_are_told_with_a_verb_unless_they_have_one():
    sentences = arranged(
        "Library",
        "e-book loans 97,350, now 29% of all loans",
        "volunteers trained 51",
        "Sunday opening tried at two branches",
    )
    assert [one.text for one in sentences if one.facts] == [
        "E-book loans came to 97,350, now 29% of all loans.", "Volunteers trained 51.",
        "Sunday opening was tried at two branches.",
    ]  # fmt: skip
