"""Switched-off rows are kept."""

from assistant.switching import Switches
from index.database import Database


def test_a_row_stays_off_until_it_is_switched_on_again(tmp_path):
    first = Database(tmp_path / "z.sqlite")
    Switches(first).switch("布署", on=False)
    Switches(first).switch("布署", on=False)
    first.close()
    second = Database(tmp_path / "z.sqlite")
    switches = Switches(second)
    assert switches.off() == {"布署"}
    switches.switch("布署", on=True)
    assert switches.off() == frozenset()
    second.close()
