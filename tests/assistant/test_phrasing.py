from assistant.arranging import Group
from assistant.borrowing import Phrase
from assistant.facets import Facet, facet_of
from assistant.phrasing import Phrasing
from assistant.stating import state


def facet(text) -> Facet:
    found = facet_of(text)
    assert found
    return found


def group(*notes):
    return Group(tuple(state((f"F{at}",), note) for at, note in enumerate(notes, 1)))


def test_an_opener_of_work_does_not_say_the_heading_again():
    for seed in range(4):
        for figures in (False, True):
            opener = Phrasing("安全生产工作", "", [], seed).opener("work", figures=figures)
            assert opener and "安全生产" not in opener.text and "围绕" not in opener.text


def test_neighbouring_seeds_open_differently():
    openers = [Phrasing("下一步打算", "", [], seed).opener("next") for seed in (0, 1)]
    assert openers[0] and openers[1] and openers[0].text != openers[1].text


def test_a_sample_words_the_opener_of_shortcomings_and_is_named():
    core = Phrase("problems 仍存在一些薄弱环节", "core", None, "s-3")
    opener = Phrasing("存在的问题", "", [core]).opener("problems")
    assert opener and opener.passage_id == "s-3" and "仍存在一些薄弱环节" in opener.text


def test_an_aim_stands_only_where_the_statement_names_what_it_names():
    phrasing = Phrasing("工作总结", "", [])
    aim = phrasing.aim(group("整改问题30个"))
    assert aim and ("问题" in aim.text or "整改" in aim.text)
    assert phrasing.aim(group("消防演练4次")) is None
