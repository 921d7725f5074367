from dataclasses import fields

from assistant.arranging import Group
from assistant.stating import state


def test_a_point_holds_its_statements_and_stands_bare_until_it_is_labelled():
    statement = state(("F1",), "党组会12次")
    group = Group((statement,))
    assert group.statements == (statement,)
    assert (group.label, group.passage_id, group.deploys, group.half) == ("", "", False, "")
    assert [one.name for one in fields(Group)][0] == "statements"
