import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.punctuating import is_date, punctuate


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("发展党员9名 其中一线6名,党费 18.6万元。", "发展党员9名，其中一线6名，党费18.6万元"),
        ("带宽升到 500Mbps", "带宽升到500Mbps"),
        ("OA system 上线", "OA system上线"),
        ("处理公文 3,200 件", "处理公文3,200件"),
        ("第一行\n第二行", "第一行，第二行"),
        ("共 12 次", "共12次"),
    ],
)
def test_blanks_and_line_ends_become_report_punctuation(note, line):
    assert punctuate(note) == line


@given(st.text(alphabet="党组会次 \t\n，,。.;；12３a", max_size=40))
def test_nothing_but_blanks_and_punctuation_changes(note):
    assert [c for c in punctuate(note) if c.isalnum()] == [c for c in note if c.isalnum()]


def test_a_date_and_nothing_else_is_a_date():
    assert is_date("2024年3月5日") and is_date("3月") and not is_date("3月会议") and not is_date("")


def test_heads_of_a_tables_columns_are_left_out_and_its_figures_stay():
    assert punctuate("项目：消防检查，数量：12次，备注：其中夜查3次") == "消防检查12次，其中夜查3次"
    assert punctuate("备注：以上数据截至11月") == "备注：以上数据截至11月"


def test_things_and_their_numbers_behind_each_other_are_parted():
    assert punctuate("新收7346 旧存812 执结7529 结案率92.3%") == "新收7346，旧存812，执结7529，结案率92.3%"
    assert punctuate("较大事故 0  亡人 0") == "较大事故0，亡人0"
    assert punctuate("新馆搬迁 3月启动 5月底前搬完31万卷") == "新馆搬迁3月启动，5月底前搬完31万卷"
    assert punctuate("宽带升到 500Mbps") == "宽带升到500Mbps"
