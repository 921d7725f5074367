"""Particulars out, phrasing kept."""

import random
import re
import time
from pathlib import Path

import pytest

from index.expressions import expressions
from index.masking import mask

SHARED = Path(__file__).parents[3] / "shared"
OPENINGS = ["今年以来，", "一年来，", "同时，", "按照要求，", ""]
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙", ["建国", "伟", "丽娟", "志强", "晓东", "海燕"]
PLACES = ["云溪县", "青石镇", "湖南省", "武汉市", "柳河村", "东湖社区", "湖北"]
BODIES = ["司法局", "人民法院", "教育局党组", "公安局", "检察院"]
DIGITS = "零一二三四五六七八九"


def number(rng):
    n = rng.randint(2, 9999)
    return rng.choice(
        [
            str(n),
            f"{n:,}",
            f"{n / 10:.1f}万",
            "".join(chr(ord(c) + 0xFEE0) for c in str(n)),
            f"{DIGITS[n % 8 + 2]}十{DIGITS[n % 9 + 1]}",
        ]
    )


def particulars(rng):
    """Words of one invented work report that may not be left in it."""
    name = rng.choice(SURNAMES) + rng.choice(GIVEN)
    place = rng.choice(PLACES)
    return {
        "count": number(rng) + rng.choice(["次", "份", "人次", "余名", "场次"]),
        "percent": f"{rng.randint(1, 99)}.{rng.randint(1, 9)}%",
        "money": number(rng) + "元",
        "date": f"20{rng.randint(10, 29)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
        "meeting": f"{rng.choice(['十九', '二十'])}届{rng.choice('二三四五六')}中全会",
        "title": f"《关于加强{rng.choice(['作风', '纪律', '档案'])}建设第{rng.randint(2, 99)}号的通知》",
        "person": name,
        "place": place,
        "organisation": rng.choice(["云溪县", "市", "区", "青阳县"]) + rng.choice(BODIES),
        "slogan": f"“{rng.choice(['清风', '春雨', '先锋'])}{rng.choice(['润心', '行动派', '护航'])}”",
        "contact": f"1{rng.randint(30, 99)}{rng.randint(10**7, 10**8 - 1)}",
        "docno": f"国办发〔20{rng.randint(10, 29)}〕{rng.randint(1, 99)}号",
    }


SENTENCES = [
    "{date}召开会议{count}，研究部署重点工作。",
    "组织学习{title}和{meeting}精神，参加{count}。",
    "由{person}同志任组长，赴{place}开展调研。",
    "会同{organisation}联合检查，办结率达{percent}。",
    "投入资金{money}，开展{slogan}主题活动{count}。",
    "依据{docno}文件，{person}同志带队到{place}督导，{person}多次强调责任落实。",
    "联系电话：{contact}，受理群众来访{count}。",
]


def drawn(seed):
    rng = random.Random(seed)
    words = particulars(rng)
    shape = rng.choice(OPENINGS) + rng.choice(SENTENCES) + rng.choice(SENTENCES)
    used = {words[kind] for kind in re.findall(r"\{(\w+)\}", shape)}
    return shape.format(**words), used


def leaked(text, used):
    masked = mask(text).text
    return [word for word in used if word.strip("“”") in masked], [
        one for one in expressions(masked) if one.kind != "blank"
    ]


@pytest.mark.parametrize("start", range(0, 3000, 500))
def test_nothing_of_a_generated_text_is_left_in_its_masked_form(start):
    for seed in range(start, start + 500):
        text, used = drawn(seed)
        assert leaked(text, used) == ([], []), text


def test_the_particulars_are_stretches_of_the_original_and_filling_them_in_gives_it_back():
    for seed in range(300):
        text, _ = drawn(seed)
        masked = mask(text)
        back, at = [], 0
        for one in masked.particulars:
            assert one.span.of(text) == one.text and one.span.start >= at
            back += [text[at : one.span.start], one.blank]
            at = one.span.end
        assert "".join(back) + text[at:] == masked.text


def test_masking_twice_changes_nothing_more():
    for seed in range(200):
        once = mask(drawn(seed)[0]).text
        assert mask(once).text == once


def test_the_phrasing_stays():
    text = "形成一级抓一级、层层抓落实的工作格局，增强“四个意识”，落实“三会一课”制度。"
    assert mask(text).text == text


def test_a_blank_says_what_belongs_there_and_keeps_the_measure_word():
    text = "3月24日召开党委会28次，满意率95%，支出1.2万元。"
    assert mask(text).text == "〈日期〉召开党委会〈数〉次，满意率〈百分比〉，支出〈金额〉。"


def test_a_name_is_taken_out_also_where_only_the_name_shows_it():
    masked = mask("由王建国同志任组长。会后王建国到现场督办。").text
    assert "王建国" not in masked


def test_places_that_betray_the_writer_go():
    assert (
        mask("推进清廉湖北建设，落实离沪报备制度。").text == "推进清廉〈地名〉建设，落实离〈地名〉报备制度。"
    )


@pytest.mark.real
def test_nothing_is_left_in_the_masked_samples():
    if not SHARED.is_dir():
        pytest.skip("the real reports are not beside the checkout")
    for path in sorted((SHARED / "samples").glob("*.txt")):
        for line in path.read_text("utf-8").split("\n"):
            masked = mask(line)
            assert [one.text for one in expressions(masked.text) if one.kind != "blank"] == []
            for one in masked.particulars:
                if one.kind in ("person", "organisation", "title", "contact", "docno"):
                    assert one.text not in masked.text


def test_openers_without_end_are_masked_in_time_and_wholly():
    text = "《" * 2000 + "“" * 2000 + "\n召开会议3次。"
    start = time.perf_counter()
    masked = mask(text).text
    assert time.perf_counter() - start < 3
    assert {one.kind for one in expressions(masked)} <= {"blank"}
    assert "召开会议〈数〉次。" in masked
