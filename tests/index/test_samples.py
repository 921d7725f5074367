"""The bundled reports: enough of them, of every kind, noisy as found files are, and nobody's text."""

import itertools
import re
from importlib.resources import files
from pathlib import Path

import pytest

FOLDER = Path(str(files("index").joinpath("samples")))
REPORTS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))
SHARED = Path(__file__).resolve().parents[3] / "shared" / "samples"

KINDS = {
    "工作总结": "审计局2023年工作总结",
    "机关党建": "机关党建工作总结",
    "党风廉政": "党风廉政建设工作情况汇报",
    "述职述廉": "述职述廉报告",
    "主题教育": "主题教育工作总结",
    "调研报告": "调研报告",
    "问题整改": "巡察整改进展情况的报告",
    "部门年度": "住建局2022年工作总结",
    "乡镇": "双杉镇",
    "国企": "集团有限公司",
    "安全生产": "安全生产工作总结",
    "营商环境": "优化营商环境",
    "从严治党": "全面从严治党主体责任",
}

SET_FORMULATIONS = (
    "学习贯彻习近平新时代中国特色社会主义思想主题教育",
    "习近平新时代中国特色社会主义思想为指导",
)
"""Wording that is fixed by its source and may stand in any two reports."""

PLACEHOLDER = re.compile(r"多少|[xX×＊*]{2,}|【】|(?<![\w*])\*(?=同志|人|所|大爷|的老板)|XX|\[NAME\]")
ADVERTISEMENT = re.compile(r"公众号“|会员上传|范文下载|全集|客服")

AFTER = {
    "党的二十大": 2022,
    "党的二十届": 2022,
    "二十届四中全会": 2025,
    "十九届六中全会": 2021,
    "十九届五中全会": 2020,
    "十九届四中全会": 2019,
    "党史学习教育": 2021,
    "党纪学习教育": 2024,
    "习近平新时代中国特色社会主义思想主题教育": 2023,
    "“双减”": 2021,
    "新冠": 2020,
}
"""First year in which a formulation can be written about as done or under way."""

AHEAD = "迎接党的二十大"
"""Looks ahead, which a report written before the congress may do."""


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def chinese(path: Path) -> bool:
    return len(re.findall(r"[一-鿿]", text(path))) > 500


def solid(path: Path) -> str:
    """The text without blanks and without set formulations."""
    out = re.sub(r"\s", "", text(path))
    for phrase in SET_FORMULATIONS:
        out = out.replace(phrase, "\0")
    return out


def shared_runs(a: str, b: str, size: int) -> set[str]:
    grams = {b[i : i + size] for i in range(len(b) - size + 1)}
    return {a[i : i + size] for i in range(len(a) - size + 1)} & grams


def runs_without_break(a: str, b: str, size: int) -> set[str]:
    return {run for run in shared_runs(a, b, size) if "\0" not in run}


def year(path: Path) -> int:
    found = re.search(r"20(?:19|2\d)", path.name) or re.search(r"20(?:19|2\d)", text(path))
    assert found, path.name
    return int(found[0])


CHINESE = [path for path in REPORTS if chinese(path)]
ENGLISH = [path for path in REPORTS if not chinese(path)]


def test_there_are_twelve_chinese_reports_and_two_english_ones():
    assert len(CHINESE) >= 12
    assert len(ENGLISH) >= 2
    assert {path.suffix for path in REPORTS} == {".txt", ".md"}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name[:2])
def test_a_report_has_the_length_of_a_report(path):
    if path in CHINESE:
        assert 1500 <= len(text(path)) <= 4000
    else:
        assert 800 <= len(text(path).split()) <= 1500


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_report_is_there(kind):
    assert any(KINDS[kind] in path.name or KINDS[kind] in text(path)[:60] for path in CHINESE)


def test_the_years_are_mixed():
    assert {2019, 2020, 2021, 2022, 2023, 2024, 2025} <= {year(path) for path in CHINESE}


@pytest.mark.parametrize("path", CHINESE, ids=lambda path: path.name[:2])
def test_no_formulation_stands_before_its_time(path):
    words = text(path).replace(AHEAD, "")
    early = [phrase for phrase, since in AFTER.items() if year(path) < since and phrase in words]
    assert not early


def test_at_least_five_reports_have_placeholders():
    assert sum(bool(PLACEHOLDER.search(text(path))) for path in REPORTS) >= 5


def test_an_advertisement_a_page_number_and_full_width_blanks_are_among_the_noise():
    texts = [text(path) for path in REPORTS]
    assert any(ADVERTISEMENT.search(words) for words in texts)
    assert any(re.search(r"^\s*[—-] \d [—-]\s*$", words, re.MULTILINE) for words in texts)
    assert any("\n　　" in words for words in texts)


def test_the_ways_of_marking_sections_are_mixed():
    shapes = {
        "一、": r"^\s*一、",
        "（一）": r"^\s*[（(]一[）)]",
        "1.": r"^\s*1[.、]",
        "（1）": r"^\s*（1）",
        "一是 at a line's start": r"^\s*一是",
        "一是 within a paragraph": r"。一是",
        "##": r"^## ",
        "——": r"^\s*——",
    }
    for name, shape in shapes.items():
        assert sum(bool(re.search(shape, text(path), re.MULTILINE)) for path in REPORTS) >= 1, name
    assert any(not re.search(r"^\s*[（(]?[一1][、.）)]|一是", text(p), re.MULTILINE) for p in CHINESE)


def test_one_report_jumps_a_level():
    jumps = [
        path
        for path in CHINESE
        if re.search(r"^一、.*\n（1）", text(path), re.MULTILINE) and "\n（一）" not in text(path)
    ]
    assert jumps


def test_no_two_reports_share_a_run_of_twenty_characters():
    solids = {path.name: solid(path) for path in CHINESE}
    for (name, a), (other, b) in itertools.combinations(solids.items(), 2):
        assert not runs_without_break(a, b, 20), (name, other)


def test_a_run_shared_by_two_texts_is_seen():
    assert shared_runs("甲乙丙丁戊", "乙丙丁", 3) == {"乙丙丁"}


@pytest.mark.real
def test_no_bundled_report_repeats_a_run_of_a_real_one():
    if not SHARED.is_dir():
        pytest.skip(f"no real samples at {SHARED}")
    real = [re.sub(r"\s", "", path.read_text(encoding="utf-8")) for path in sorted(SHARED.glob("*.txt"))]
    assert real
    for path in REPORTS:
        for other in real:
            assert not runs_without_break(solid(path), other, 24), path.name
