from pathlib import Path

import pytest

from index.describing import describe
from index.kinds import kind_of
from index.outlining import outline
from index.types import Clean

SHARED = Path(__file__).parents[2].parent / "shared"
FLOORS = {"kind": 0.88, "year": 0.8, "viewpoint": 0.82, "organisation": 0.66}
BODY = "今年以来，我局坚持把制度建设贯穿全过程，修订完善管理办法，逐条对照抓落实。\n一、抓学习\n全年扎实。"


def described(text, file_name="1d2e19b65b4abc49.txt"):
    clean = Clean(text)
    return describe(clean, outline(clean), file_name)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("审计局2023年工作总结", "审计局2023年工作总结"),
        ("关于2023年度落实主体责任情况的\n报告", "关于2023年度落实主体责任情况的报告"),
        ("中共某县委\n关于2023年度落实主体责任\n情况的报告", "中共某县委关于2023年度落实主体责任情况的报告"),
        ("某县审计局\n2023年工作总结", "某县审计局2023年工作总结"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("某县住建局\n2022年工作总结和2023年工作思路", "某县住建局2022年工作总结和2023年工作思路"),
        ("TOWN OF ASH\nPUBLIC WORKS\nANNUAL REPORT 2021", "TOWN OF ASH PUBLIC WORKS ANNUAL REPORT 2021"),
        ("【内部资料】\n审计局2023年工作总结", "审计局2023年工作总结"),
        ("在全市审计工作会议上的讲话\n（2023年3月1日）\n同志们：", "在全市审计工作会议上的讲话"),
    ],
)
def test_the_title_is_the_texts_own_even_broken_over_lines(lines, title):
    assert described(f"{lines}\n{BODY}").title == title


@pytest.mark.parametrize(
    "name",
    ["1d2e19b65b4abc49.txt", "920ceccff4e78cbc.docx", "004_920ceccff4e78cbc.txt", "IMG_2023.pdf",
     "新建文档(1).docx", "新建 Microsoft Word 文档.docx", "scan0001.pdf", "20231205.txt", "未命名.txt",
     "550e8400-e29b-41d4-a716-446655440000.docx"],
)  # fmt: skip
def test_a_file_name_that_says_nothing_is_never_a_title(name):
    assert described(BODY, name).title == "今年以来，我局坚持把制度建设贯穿全过程，修订完善管理办法…"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("审计局总结.docx", "审计局总结"),
        ("03_三亚.docx", "三亚"),
        ("annual report 2023.pdf", "annual report 2023"),
    ],
)
def test_a_file_name_that_says_something_names_a_text_without_title(name, title):
    assert described(BODY, name).title == title


def test_a_first_heading_stands_in_without_its_mark():
    assert described("各位代表：\n一、2023年工作回顾\n全年扎实。").title == "2023年工作回顾"


def test_an_empty_text_bears_the_name_of_its_file():
    assert described("", "1d2e19b65b4abc49.txt").title == "1d2e19b65b4abc49.txt"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2023年工作总结及2024年工作计划", "工作总结"),
        ("关于意识形态工作责任制落实情况的汇报", "意识形态"),
        ("述职述廉报告", "述职述廉"),
        ("审计局2024年工作要点", "工作计划"),
        ("巡察整改进展情况报告", "整改报告"),
        ("Annual Report 2023", "annual report"),
        ("花开时节", ""),
    ],
)
def test_a_title_names_the_kind(title, kind):
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("审计局2023年工作总结\n" + BODY, "a.txt", 2023),
        ("审计局二〇二二年工作总结\n" + BODY, "a.txt", 2022),
        (BODY, "晨会20240407.md", 2024),
        ("Library Service: Annual Report 2022–23\n" + BODY, "a.txt", 2022),
        ("情况汇报\n一、2022年工作回顾\n扎实。\n二、2023年工作打算\n继续。", "a.txt", 2022),
        ("情况汇报\n2021年开展督查，2021年完成整改，到2035年基本建成。", "a.txt", 2021),
        (BODY, "a.txt", None),
    ],
)
def test_the_year_is_the_one_reported_on(text, name, year):
    assert described(text, name).year == year


@pytest.mark.real
def test_no_real_sample_is_called_by_a_hash():
    folder = SHARED / "samples"
    if not folder.is_dir():
        pytest.skip("the real reports are not beside the checkout")
    for path in sorted(folder.glob("*.txt")):
        title = described(path.read_text("utf-8").strip(), path.name).title
        assert len(title) > 4
        assert path.stem[4:] not in title


@pytest.mark.real
def test_labelled_reports_are_described_rightly_as_often_as_published():
    import hashlib
    import json

    from index.entering import prepare
    from index.types import Manuscript, Paragraph

    file = SHARED / "library" / "reports_dev.jsonl"
    if not file.is_file():
        pytest.skip("the real reports are not beside the checkout")
    labels = json.loads((Path(__file__).parent.parent / "data" / "descriptions.json").read_text("utf-8"))
    right, asked = dict.fromkeys(FLOORS, 0), dict.fromkeys(FLOORS, 0)
    for line in file.read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        label = labels.get(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16])
        if label is None:
            continue
        lines = tuple(Paragraph(line) for line in text.split("\n") if line.strip())
        report = prepare(Manuscript(lines), "1d2e19b65b4abc49.txt")[0]
        for field in FLOORS:
            asked[field] += label[field] is not None
            right[field] += label[field] is not None and label[field] == getattr(report, field)
    assert min(asked.values()) >= 55
    assert {field for field in FLOORS if right[field] < FLOORS[field] * asked[field]} == set()


def test_a_subtitle_says_the_kind_where_the_title_is_a_slogan():
    text = "“小药箱”解决大问题\n——旧州县卫生健康局推进送药上门经验材料\n全县探索送药上门。"
    assert described(text).kind == "经验材料"
