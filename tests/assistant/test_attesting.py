from assistant.attesting import attest
from assistant.stating import state
from index.types import Hit, Passage, Span


def hit(text, id="s-0"):
    return Hit(Passage(id, "s", (), Span(0, len(text)), text), 1.0)


def attested(note, *hits):
    return attest([state(("F1",), note)], hits)[0]


def test_an_added_verb_that_a_sample_uses_so_carries_the_passage():
    statement = attested(
        "党组会 12次", hit("无关的话。", "s-0"), hit("先后召开局党组会28次，研究部署。", "s-1")
    )
    assert (statement.text, statement.passages) == ("召开党组会12次", ("s-1",))


def test_what_a_sample_puts_before_the_verb_is_taken_over():
    statement = attested("应急演练6次", hit("组织开展消防应急演练多少次。"))
    assert (statement.text, statement.verb, statement.bare) == (
        "组织开展应急演练6次",
        "组织开展",
        "应急演练6次",
    )


def test_verb_and_noun_in_two_clauses_attest_nothing():
    assert attested("党组会 12次", hit("召开动员会，党组会上作了通报。")).passages == ()


def test_the_writers_own_verb_is_phrased_after_nobody():
    assert attested("召开党组会12次", hit("召开党组会28次。")).passages == ()
