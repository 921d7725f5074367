"""What the writer wants of each stale place, read from a file; what it does not name stays as proposed."""

import json

import pytest

from assistant.deciding import decisions
from assistant.rolling import Choice, applied, roll
from assistant.showing_report import stale_row
from index.errors import ShelfError

TEXT = "2023年，召开党组会28次，培训9场。"
ROWS = roll(TEXT, 2024)
FIGURES = [number for number, row in enumerate(ROWS) if row.kind == "figure"]


def test_json_and_toml_say_the_same_by_number():
    first, second = FIGURES[0] + 1, FIGURES[1] + 1
    said = decisions(json.dumps({str(first): {"fill": "31次"}, str(second): "keep"}), ROWS)
    assert said == decisions(f'{first} = {{fill = "31次"}}\n{second} = "keep"\n', ROWS)
    assert said == {FIGURES[0]: Choice("fill", "31次"), FIGURES[1]: Choice("keep")}
    assert applied(TEXT, ROWS, said) == "2024年，召开党组会31次，培训9场。"


def test_the_list_that_is_given_out_may_be_handed_back_as_it_is():
    places = [stale_row(number, row) for number, row in enumerate(ROWS, 1)]
    for words in (json.dumps({"places": places}), json.dumps(places)):
        assert applied(TEXT, ROWS, decisions(words, ROWS)) == applied(TEXT, ROWS, {})


def test_a_place_that_is_filled_with_nothing_stays_a_visible_blank():
    said = decisions(json.dumps({str(FIGURES[0] + 1): "fill", str(FIGURES[1] + 1): {"fill": " "}}), ROWS)
    assert applied(TEXT, ROWS, said).count("【待补充：数据") == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [("{", "roll_file"), ("7", "roll_file"), ('"keep"', "roll_file"), ("[1]", "roll_file"),
     ('{"99": "keep"}', "roll_choice"), ('{"0": "keep"}', "roll_choice"), ('{"一": "keep"}', "roll_choice"),
     ('{"1": "burn"}', "roll_choice"), ('{"1": {"fill": 12}}', "roll_choice"), ('{"1": []}', "roll_choice"),
     ('{"1": null}', "roll_choice"), ("第一处 保留", "roll_file"),
     ('[{"number": 1, "what": "keep", "text": "2019年"}]', "roll_moved")],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_reason(words, code):
    with pytest.raises(ShelfError) as told:
        decisions(words, ROWS)
    assert told.value.code == code


def test_fill_alone_takes_the_words_proposed_and_fill_with_nothing_is_a_blank():
    year = next(number for number, row in enumerate(ROWS) if row.kind == "year")
    assert decisions(json.dumps({str(year + 1): "fill"}), ROWS) == {year: Choice("fill", "2024年")}
    assert decisions(json.dumps({str(year + 1): {"fill": ""}}), ROWS) == {year: Choice("fill")}
