"""What is put into the table of stale places is chosen once, place by place, whatever rows are left."""

from types import SimpleNamespace

import pytest

from assistant.rolling import Choice, roll
from assistant.rolls import Rolling
from ui import roll_table
from ui.roll_table import around, keep_places, numbers

TEXT = "青江县粮食局2025年工作总结\n开展检查41次，出动人员96人次。\n2026年计划维修仓房7间。\n"


class Rolls:
    """Every report being rolled forward, of one text; what is chosen is written down."""

    def __init__(self):
        self.chosen, self.told = {}, []

    def open(self, report_id, year):
        return Rolling(SimpleNamespace(id=report_id, text=TEXT), year, roll(TEXT, year), dict(self.chosen))

    def choose(self, rolling, choices):
        self.told.append(choices)
        self.chosen.update(choices)


@pytest.fixture
def rolls(monkeypatch):
    desk, state = Rolls(), {}
    held = SimpleNamespace(reports=SimpleNamespace(rolls=desk))
    monkeypatch.setattr(roll_table, "assistant", lambda: held)
    monkeypatch.setattr(roll_table, "language", lambda: "zh")
    monkeypatch.setattr(roll_table, "say", lambda key: key)
    monkeypatch.setattr(roll_table, "st", SimpleNamespace(session_state=state))
    begun = roll_table._begun(desk.open("r", 2026), "left")
    desk.edited = {}
    state[f"roll-table-{begun.turn}"] = {"edited_rows": desk.edited}
    desk.begun = begun
    return desk


def test_each_value_is_kept_once_and_for_its_own_place(rolls):
    first, second = rolls.begun.numbers[:2]
    rolls.edited[0] = {"put": "43"}
    keep_places()
    rolls.edited[1] = {"put": "99"}
    keep_places()
    keep_places()
    assert rolls.told == [{first: Choice("fill", "43")}, {second: Choice("fill", "99")}]


def test_a_row_filled_stays_in_the_table_while_it_stands(rolls):
    rolls.edited[0] = {"put": "43"}
    keep_places()
    again = roll_table._begun(rolls.open("r", 2026), "left")
    assert again is rolls.begun
    assert len(numbers(rolls.open("r", 2026), "left")) == len(again.numbers) - 1


def test_a_value_cleared_waits_again_and_words_beside_another_choice_fill(rolls):
    place = rolls.begun.numbers[0]
    rolls.edited[0] = {"put": "43"}
    keep_places()
    rolls.edited[0] = {"put": None}
    keep_places()
    rolls.edited[0] = {"what": "roll_keep"}
    keep_places()
    rolls.edited[0] = {"what": "roll_keep", "put": "44"}
    keep_places()
    assert [one[place] for one in rolls.told] == [
        Choice("fill", "43"), Choice("fill", ""), Choice("keep", ""), Choice("fill", "44"),
    ]  # fmt: skip


def test_a_place_is_shown_between_its_neighbours_on_its_own_line():
    rows = roll(TEXT, 2026)
    (row,) = [row for row in rows if row.text == "41次"]
    assert around(TEXT, row) == "开展检查〔41次〕，出动人员96人次"
