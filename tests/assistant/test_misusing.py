"""Rules of usage: each finds its examples and spares the right ones, and can be switched off."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.misspelling import rows
from assistant.misusing import misusing, rule_rows, rules
from assistant.slips import fixed

PIECES = [piece for rule in rules() for piece in (*rule.wrong, *rule.fine)]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_finds_its_slips_and_spares_what_is_right(rule):
    assert rule.wrong and rule.fine
    for text in rule.wrong:
        assert [slip for slip in misusing(text) if slip.row == rule.id], text
        assert not [slip for slip in misusing(text, off={rule.id}) if slip.row == rule.id]
    for text in rule.fine:
        assert misusing(text) == (), text


def test_ids_are_unique_among_words_and_rules():
    ids = [row.id for row in (*rows(), *rule_rows())]
    assert len(ids) == len(set(ids))
    assert all(row.right for row in rule_rows())


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
def test_slips_lie_in_the_text_apart_and_what_is_put_right_stays_right(pieces):
    text = "\n".join(pieces)
    found = misusing(text)
    assert all(slip.span.of(text) == slip.text for slip in found)
    assert all(one.span.end <= other.span.start for one, other in zip(found, found[1:], strict=False))
    again = misusing(fixed(text, found))
    assert not [slip for slip in again if slip.better is not None]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("截止2024年6月底，比上年提高3.2%个百分点。", "截至2024年6月底，比上年提高3.2个百分点。"),
        ("听取了二个单位汇报，认真作好善后工作。", "听取了两个单位汇报，认真做好善后工作。"),
        ("学习《条例》、《准则》，增长5-8%。", "学习《条例》《准则》，增长5%—8%。"),
        ("二零一零年改制，今年已来运行平稳。", "二〇一〇年改制，今年以来运行平稳。"),
    ],
)
def test_what_is_certain_is_put_right(text, better):
    assert fixed(text, misusing(text)) == better


def test_a_date_that_no_calendar_has_is_told_but_not_changed():
    for text in ("2023年2月29日", "2024年2月30日", "2024年13月5日", "11月31日", "5月32日"):
        (slip,) = misusing(text)
        assert (slip.kind, slip.better) == ("figure", None), text
    assert misusing("2024年2月29日、12月31日、3月1日、历时2年13个月") == ()


@pytest.mark.real
def test_real_reports_are_hardly_disturbed():
    from pathlib import Path

    samples = Path(__file__).parents[3] / "shared" / "samples"
    if not samples.exists():
        pytest.skip("the real reports are not beside the checkout")
    texts = [file.read_text("utf-8", "replace") for file in samples.glob("*.txt")]
    told = [slip for text in texts for slip in misusing(text) if slip.kind == "word"]
    assert len(told) <= 2 * len(texts)
