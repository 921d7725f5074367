"""Straight quotes are curled for Word and come back as the writer typed them."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.proofing import proof
from assistant.quoting import curled, straightened

LINES = st.text(alphabet='落实政策"“”，。a', max_size=20)


def test_paired_quotes_of_a_chinese_line_are_curled():
    assert curled('开展"回头看"和"大起底"。') == "开展“回头看”和“大起底”。"
    assert curled("没有引号。") == "没有引号。"


def test_a_quote_without_a_partner_and_english_stay_and_proofing_tells_paired_ones():
    assert curled('开展"回头看。') == '开展"回头看。'
    assert curled('He said "yes" twice.') == 'He said "yes" twice.'
    assert [slip.kind for slip in proof('开展"回头看"活动。')] == ["straight_quote", "straight_quote"]


@given(LINES)
def test_only_quotes_change_and_all_come_back(line):
    told = curled(line)
    assert len(told) == len(line)
    assert told.replace("“", '"').replace("”", '"') == line.replace("“", '"').replace("”", '"')
    assert straightened(told.strip(), line) == line.strip()


def test_quotes_the_writer_curled_already_are_left():
    assert straightened("落实“双减”", '落实"双减"和“双减”') == "落实“双减”"
