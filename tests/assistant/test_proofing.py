"""Proof-reading as a whole: every place is named by its span, in order."""

from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.proofing import fixed, proof

TEXT = "一、认真布署，。\n三、开展(试行)工作,取得成效。\n印发《要点。"


def test_numbering_marks_and_words_are_told_in_one_list():
    assert [(slip.kind, slip.text, slip.better) for slip in proof(TEXT)] == [
        ("word", "布署", "部署"),
        ("stray_mark", "，。", "。"),
        ("number_gap", "三、", "二、"),
        ("half_width", "(", "（"),
        ("half_width", ")", "）"),
        ("half_width", ",", "，"),
        ("unbalanced", "《", None),
    ]
    assert fixed(TEXT, proof(TEXT)) == "一、认真部署。\n二、开展（试行）工作，取得成效。\n印发《要点。"


def test_a_chosen_slip_is_put_right_alone():
    first = proof(TEXT)[0]
    assert fixed(TEXT, (first,)) == TEXT.replace("布署", "部署")


@settings(max_examples=200, deadline=None)
@given(st.text('一二三、（）().12“”"《》，。；!是布署的 \n', max_size=40))
def test_every_slip_names_the_place_it_stands_at(text):
    slips = proof(text)
    assert all(slip.span.of(text) == slip.text for slip in slips)
    assert list(slips) == sorted(slips, key=lambda slip: slip.span)


def test_the_bundled_reports_have_no_slip_of_wording():
    folder = files("index").joinpath("samples")
    for file in folder.iterdir():
        if file.name.endswith((".txt", ".md")):
            assert not [slip for slip in proof(file.read_text("utf-8")) if slip.kind == "word"], file.name
