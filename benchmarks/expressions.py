"""Prints per type how many drawn particulars are found, told alike and told apart.

``python benchmarks/expressions.py [--rounds 300] [--seed 0] [-v]``. For every type a value is drawn and
written in two of its surface forms, which must be found and have equal keys (``alike``), and once
changed, which must have another key (``apart``). The sentences around are invented and drawn too.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from index.expressions import expressions

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
WIDE = str.maketrans({chr(0x30 + digit): chr(0xFF10 + digit) for digit in range(10)})
UNITS = "次 份 个 人次 件 户 场 篇 项 起 名 条 处 台 亩 公里 吨 批次 盏 座".split()  # noqa: SIM905
BEFORE = ("今年以来，全县", "一年来，我局", "同时，", "按照部署，")
CLEAN = ("今年以来，", "一年来，", "同时，", "")
"""What a name may stand right behind."""
AFTER = ("，取得较好效果。", "，进一步压实责任。", "。", "；")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林罗高梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
GIVEN = (
    *("建国 志强 秀英 海燕 文博 晓峰 立新 玉兰 国栋 雪梅 永康 佳怡 桂芳 德福 子涵 明亮 春生".split()),  # noqa: SIM905
    *("丽娟 振华 伟 静 磊 敏 强 芳".split()),  # noqa: SIM905
)
NAMES = "云溪 青石 白桥 柳河 清泉 石岭 双桥 龙湖 金沙 东湖 北湾 望江 松岭 桃源 临川".split()  # noqa: SIM905
PLACES = "县 镇 村 区 乡 社区 街道".split()  # noqa: SIM905
BODIES = "司法局 财政局 教育局 审计局 人民法院 检察院 总工会 市场监督管理局 卫生健康局 信访局".split()  # noqa: SIM905
TOPICS = "廉政风险防控 安全生产责任 财务管理 社区养老服务 河道巡查 应急值守 谈心谈话 公务用车".split()  # noqa: SIM905
FORMS = "办法 方案 细则 规定 手册 条例 意见 通知".split()  # noqa: SIM905
WORDS = "清风 先锋 暖心 护航 春雨 红色 桥头 夜话 百姓 青松".split()  # noqa: SIM905
ENDS = "行动 讲堂 驿站 夜校 计划 热线".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Case:
    """Surface forms of one value, and one of another value; ``kinds`` is what they may be read as."""

    forms: tuple[str, ...]
    other: str
    kinds: tuple[str, ...]
    frame: str = "{}"


def chinese(number: int) -> str:
    """A whole number below 100,000 as it is spoken: 1205 -> 一千二百零五."""
    if number >= 10_000:
        rest = number % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return chinese(number // 10_000) + "万" + (gap + chinese(rest) if rest else "")
    said, zero = "", False
    for scale, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            said += ("零" if zero and said else "") + DIGITS[digit] + mark
            zero = False
        else:
            zero = True
    return said[1:] if said.startswith("一十") else said


def _near(chance: random.Random, number: int) -> int:
    """Another number: one digit changed, or one more or less."""
    text = list(str(number))
    at = chance.randrange(len(text))
    text[at] = chance.choice([d for d in "123456789" if d != text[at]])
    return int("".join(text))


def count(chance: random.Random) -> Case:
    """28次, ２８次, 二十八次, 1,200份, 1.2万人次."""
    number, unit = chance.randrange(11, 9999), chance.choice(UNITS)
    forms = [
        f"{number}{unit}",
        f"{number:,}{unit}",
        str(number).translate(WIDE) + unit,
        chinese(number) + unit,
    ]
    other = chance.choice([f"{_near(chance, number)}{unit}", chinese(_near(chance, number)) + unit])
    return Case(tuple(forms), other, ("count",), "开展工作{}")


def formal(chance: random.Random) -> Case:
    """贰拾捌次, 壹仟贰佰元."""
    number, unit = chance.randrange(21, 9999), chance.choice(["元", "份", "件"])
    forms = (chinese(number).translate(FORMAL) + unit, f"{number}{unit}")
    return Case(
        forms, chinese(_near(chance, number)).translate(FORMAL) + unit, ("count", "money"), "共支出{}"
    )


def mixed(chance: random.Random) -> Case:
    """1.2万人次 is 12000人次; 3千份 is 3000份."""
    tenths, unit = chance.randrange(11, 99), chance.choice(["人次", "份", "户"])
    forms = (f"{tenths / 10:g}万{unit}", f"{tenths * 1000}{unit}", f"{tenths * 1000:,}{unit}")
    return Case(forms, f"{_near(chance, tenths) / 10:g}万{unit}", ("count",), "惠及群众{}")


def unit(chance: random.Random) -> Case:
    """The number stays, the measure word changes."""
    number, (one, two) = chance.randrange(11, 999), chance.sample(["次", "份", "件", "户", "亩", "吨"], 2)
    return Case((f"{number}{one}", chinese(number) + one), f"{number}{two}", ("count",), "共计{}")


def percent(chance: random.Random) -> Case:
    """95.5%, ９５.５％, 百分之九十五点五."""
    number = chance.randrange(101, 999)
    whole, part = divmod(number, 10)
    text = f"{number / 10:g}"
    said = f"百分之{chinese(whole)}" + (f"点{DIGITS[part]}" if part else "")
    forms = (f"{text}%", f"{text}％", text.translate(WIDE) + "％", said)
    return Case(forms, f"{_near(chance, number) / 10:g}%", ("percent",), "办结率达{}")


def points(chance: random.Random) -> Case:
    """2.5个百分点, 两点五 is not written."""
    number = chance.randrange(11, 99)
    text = f"{number / 10:g}"
    forms = (f"{text}个百分点", f"{text}百分点", text.translate(WIDE) + "个百分点")
    return Case(forms, f"{_near(chance, number) / 10:g}个百分点", ("points",), "同比提高{}")


def money(chance: random.Random) -> Case:
    """120万元, 120万人民币 is not written, 1200000元, 一百二十万元."""
    number = chance.randrange(11, 999)
    forms = (f"{number}万元", f"{number * 10_000}元", f"{number * 10_000:,}元", f"{chinese(number)}万元")
    return Case(forms, f"{_near(chance, number)}万元", ("money",), "投入资金{}")


def ratio(chance: random.Random) -> Case:
    """三分之二, 2/3 apart; 八成, 80 per cent of a whole; 3倍."""
    digit = chance.randrange(2, 9)
    other = digit % 9 + 1
    kind = chance.choice(["成", "倍"])
    shown = (f"{DIGITS[digit]}{kind}", f"{digit}{kind}")
    return Case(shown, f"{DIGITS[other]}{kind}", ("ratio",), "比上年增长{}")


def span(chance: random.Random) -> Case:
    """3至5次, 3—5次, 三至五次."""
    low, unit_ = chance.randrange(2, 8), chance.choice(["次", "件", "份"])
    high = low + chance.randrange(2, 40)
    forms = (
        f"{low}至{high}{unit_}",
        f"{low}—{high}{unit_}",
        f"{low}-{high}{unit_}",
        f"{chinese(low)}至{chinese(high)}{unit_}",
    )
    return Case(forms, f"{low}至{high + 1}{unit_}", ("range",), "每季度办理{}")


def approximate(chance: random.Random) -> Case:
    """1200余次, 1200多次, 一千二百余次; 近 and 余 are apart."""
    number, unit_ = chance.randrange(2, 99) * 10, chance.choice(["次", "件", "户"])
    forms = (f"{number}余{unit_}", f"{number}多{unit_}", f"{chinese(number)}余{unit_}")
    other = chance.choice([f"近{number}{unit_}", f"{number + 10}余{unit_}", f"{number}{unit_}"])
    return Case(forms, other, ("count",), "化解矛盾{}")


def date(chance: random.Random) -> Case:
    """2023年3月24日, 2023-03-24, 二〇二三年三月二十四日."""
    year, month, day = chance.randrange(2012, 2030), chance.randrange(1, 13), chance.randrange(1, 29)
    said = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    forms = (
        f"{year}年{month}月{day}日",
        f"{year}-{month:02d}-{day:02d}",
        f"{year}.{month}.{day}",
        f"{said}年{chinese(month)}月{chinese(day)}日",
        f"{year}年{month}月{day}日".translate(WIDE),
    )
    return Case(forms, f"{year}年{month}月{day % 28 + 1}日", ("date",), "于{}召开会议")


def month(chance: random.Random) -> Case:
    """2023年3月, 2023年三月, 2023年3月份."""
    year, number = chance.randrange(2012, 2030), chance.randrange(1, 13)
    forms = (f"{year}年{number}月", f"{year}年{chinese(number)}月", f"{year}年{number}月份")
    return Case(forms, f"{year}年{number % 12 + 1}月", ("date",), "{}以来")


def period(chance: random.Random) -> Case:
    """2023年第一季度, 2023年一季度, 2023年1季度."""
    year, number = chance.randrange(2012, 2030), chance.randrange(1, 5)
    forms = (f"{year}年第{chinese(number)}季度", f"{year}年{chinese(number)}季度", f"{year}年{number}季度")
    return Case(forms, f"{year}年第{chinese(number % 4 + 1)}季度", ("period",), "{}完成任务")


def meeting(chance: random.Random) -> Case:
    """二十届三中全会, 党的二十届三中全会, 第二十届中央委员会第三次全体会议."""
    term, number = chance.choice([18, 19, 20]), chance.randrange(2, 7)
    forms = (
        f"{chinese(term)}届{chinese(number)}中全会",
        f"党的{chinese(term)}届{chinese(number)}中全会",
        f"第{chinese(term)}届中央委员会第{chinese(number)}次全体会议",
    )
    return Case(forms, f"{chinese(term)}届{chinese(number + 1)}中全会", ("meeting",), "学习贯彻{}精神")


def title(chance: random.Random) -> Case:
    """《廉政风险防控办法》, with blanks inside."""
    topic, form = chance.choice(TOPICS), chance.choice(FORMS)
    other = chance.choice([one for one in FORMS if one != form])
    return Case((f"《{topic}{form}》", f"《{topic} {form}》"), f"《{topic}{other}》", ("title",), "印发{}")


def docno(chance: random.Random) -> Case:
    """云政发〔2023〕12号, with every bracket."""
    year, number, who = chance.randrange(2012, 2030), chance.randrange(2, 300), chance.choice("云青柳清")
    kind = chance.choice(["政发", "办发", "纪函"])
    forms = tuple(
        f"{who}{kind}{left}{year}{right}{number}号" for left, right in ("〔〕", "[]", "【】", "［］")
    )
    return Case(forms, f"{who}{kind}〔{year}〕{number + 1}号", ("docno",), "（{}）")


def article(chance: random.Random) -> Case:
    """第八条, 第8条."""
    number, kind = chance.randrange(2, 90), chance.choice(["条", "款"])
    return Case(
        (f"第{chinese(number)}{kind}", f"第{number}{kind}"),
        f"第{number + 1}{kind}",
        ("article",),
        "依据党章{}",
    )


def ordinal(chance: random.Random) -> Case:
    """第3名, 第三名."""
    number = chance.randrange(2, 90)
    return Case((f"第{chinese(number)}名", f"第{number}名"), f"第{number + 1}名", ("ordinal",), "位列全市{}")


FRAMES = (
    "{}主持会议",
    "局长{}带队检查",
    "由{}牵头",
    "党组书记{}讲授党课",
    "副局长{}作工作报告",
    "看望慰问{}同志",
    "{}同志任组长",
    "{}荣获先进个人",
    "党员{}带头示范",
)


def person(chance: random.Random) -> Case:
    """A name in the reach of a role or an act; another name differs by its given name."""
    name, given = chance.choice(SURNAMES), chance.choice(GIVEN)
    other = name + chance.choice([one for one in GIVEN if one != given])
    return Case((name + given,) * 2, other, ("person",), chance.choice(FRAMES))


def place(chance: random.Random) -> Case:
    """云溪县, 青石镇."""
    kind = chance.choice(PLACES)
    one, two = chance.sample(NAMES, 2)
    return Case(
        (one + kind,) * 2, two + kind, ("place",), chance.choice(["赴{}调研", "在{}召开", "前往{}检查"])
    )


def organisation(chance: random.Random) -> Case:
    """云溪县司法局, 白桥第二党支部."""
    one, two = chance.sample(NAMES, 2)
    body = chance.choice([f"县{chance.choice(BODIES)}", "第二党支部", "县委", "集团有限公司", "中学"])
    frame = chance.choice(["会同{}开展检查", "{}召开会议", "与{}签订协议"])
    return Case((one + body,) * 2, two + body, ("organisation",), frame)


def contact(chance: random.Random) -> Case:
    """13800000000, 138-0000-0000."""
    number = f"1{chance.randrange(30, 99)}{chance.randrange(10**7, 10**8)}"
    forms = (number, f"{number[:3]}-{number[3:7]}-{number[7:]}", f"{number[:3]} {number[3:7]} {number[7:]}")
    other = number[:-1] + str((int(number[-1]) + 1) % 10)
    return Case(forms, other, ("contact",), "联系电话：{}")


def slogan(chance: random.Random) -> Case:
    """“清风护航”行动 in quotes of two kinds."""
    one, two = chance.sample(WORDS, 2)
    end = chance.choice(ENDS)
    return Case((f"“{one}{end}”", f"「{one}{end}」"), f"“{two}{end}”", ("slogan",), "开展{}主题活动")


BLANKS = (
    (("多少次", "多少件", "多少盏", "多少吨"), "XX大", "召开会议{}"),
    (("XX局", "某某局", "**局"), "多少次", "会同{}开展检查"),
    (("XX大", "xx大", "××大"), "多少次", "学习{}精神"),
    (("【】", "【待补充】", "____"), "多少次", "完成{}"),
)


def blank(chance: random.Random) -> Case:
    """多少次, XX局, 【】: what belongs there is the key."""
    forms, other, frame = chance.choice(BLANKS)
    return Case(forms, other, ("blank",), frame)


TYPES: tuple[Callable[[random.Random], Case], ...] = (
    *(count, formal, mixed, unit, percent, points, money, ratio, span, approximate, date, month, period),
    *(meeting, title, docno, article, ordinal, person, place, organisation, contact, slogan, blank),
)


def read(text: str, start: int, end: int, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the expressions of these kinds that lie in a stretch."""
    return tuple(
        one.key
        for one in expressions(text)
        if one.kind in kinds and one.span.start < end and one.span.end > start
    )


def _placed(chance: random.Random, case: Case, form: str) -> tuple[str, int, int]:
    front, back = case.frame.split("{}")
    before = chance.choice(BEFORE if front else CLEAN) + front
    return before + form + back + chance.choice(AFTER), len(before), len(before) + len(form)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case."""

    found: bool
    alike: bool
    apart: bool
    text: str


def outcomes(draw: Callable[[random.Random], Case], rounds: int, seed: int) -> Iterator[Outcome]:
    """One outcome a round."""
    chance = random.Random(f"{draw.__name__}{seed}")
    for _ in range(rounds):
        case = draw(chance)
        first, second = chance.sample(case.forms, 2)
        texts = [_placed(chance, case, form) for form in (first, second, case.other)]
        one, two, other = (read(*text, case.kinds) for text in texts)
        found = len(one) == len(two) == 1
        yield Outcome(
            found, found and one == two, bool(found and other != one), " | ".join(t for t, _, _ in texts)
        )


def main() -> None:
    """A line for every type."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--rounds", type=int, default=300)
    told.add_argument("--seed", type=int, default=0)
    told.add_argument("-v", "--verbose", action="store_true")
    asked = told.parse_args()
    start = time.process_time()
    print(f"{'type':14}{'drawn':>7}{'found':>8}{'alike':>8}{'apart':>8}")
    for draw in TYPES:
        several = list(outcomes(draw, asked.rounds, asked.seed))
        shares = [
            sum(getattr(one, what) for one in several) / asked.rounds for what in ("found", "alike", "apart")
        ]
        print(f"{draw.__name__:14}{asked.rounds:7}" + "".join(f"{share:8.3f}" for share in shares))
        if asked.verbose:
            for one in [one for one in several if not (one.alike and one.apart)][:8]:
                print("    ", one.text)
    print(f"{time.process_time() - start:.1f} s")


if __name__ == "__main__":
    main()
