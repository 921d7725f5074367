"""Draws cases for the gate: facts, drafts that say them in other forms, drafts that say something else."""

import random
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from index.types import Expression

DIGITS = "零一二三四五六七八九"
WORDS = {
    name: text.split()
    for name, text in tomllib.loads(Path(__file__).with_name("gate_words.toml").read_text("utf-8")).items()
}
TOPICS = [tuple(pair.split("/")) for pair in WORDS["topics"]]
SHARES, SPENDING, EVENTS, TITLES = (WORDS[name] for name in ("shares", "spending", "events", "titles"))
BODIES, SURNAMES, GIVEN, ROLES = (WORDS[name] for name in ("bodies", "surnames", "given", "roles"))
PLACES, TOKENS = WORDS["places"], [tuple(pair.split("/")) for pair in WORDS["formulations"]]


@dataclass(frozen=True)
class Case:
    """Facts with true and false drafts; what is false stands between « and »."""

    facts: str
    true: list[str]
    false: list[str]
    sample: str = ""
    year: int | None = 2023
    amber: bool = False
    """Whether a reckoned or shortened thing may be asked about in the true drafts."""
    kind: str = ""
    """Kind the finding on a false draft must have; empty takes any."""


def chinese(number: int) -> str:
    """A whole number below 100,000,000 in Chinese characters: 1205 -> 一千二百零五."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        return chinese(high) + "万" + (("零" if low < 1000 else "") + chinese(low) if low else "")
    out, gap = "", False
    for scale, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            out += ("零" if gap and out else "") + DIGITS[digit] + mark
            gap = False
        else:
            gap = True
    return out[1:] if out.startswith("一十") else out


def wide(text: str) -> str:
    """Digits in full width."""
    return text.translate({ord("0") + n: 0xFF10 + n for n in range(10)})


def _number(chance: random.Random, low: int = 3, high: int = 3000) -> int:
    return int(low * (high / low) ** chance.random())


def _other(chance: random.Random, number: int) -> int:
    """Another number that looks like it: a digit changed, two swapped, one more or fewer."""
    text = str(number)
    for _ in range(20):
        way, at = chance.randrange(4), chance.randrange(len(text))
        new = text
        if way == 0:
            new = text[:at] + str(chance.randrange(10)) + text[at + 1 :]
        elif way == 1 and len(text) > 1:
            at = min(at, len(text) - 2)
            new = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        elif way == 2:
            new = str(number + chance.choice((-1, 1)))
        else:
            new = text[:at] + str(chance.randrange(10)) + text[at:]
        if new.lstrip("0") == new and new not in ("", "0", text) and int(new) > 2:
            return int(new)
    return number + 7


def _round(chance: random.Random, fact: str, true: list[str], false: list[str], **more) -> Case:
    """A case with other facts around, which both drafts state too."""
    rest = [
        f"{name}{_number(chance)}{unit}" for name, unit in chance.sample(TOPICS, 4) if name[:4] not in fact
    ]
    notes = [fact, *rest]
    chance.shuffle(notes)
    before, after = "全年" + rest[0] + "。", "，" + rest[1] + "，进一步压实责任。"
    return Case(
        "\n".join(notes), [before + t + after for t in true], [before + f + after for f in false], **more
    )


def _counted(chance):
    name, unit = chance.choice(TOPICS)
    number = _number(chance)
    return name, unit, number, _other(chance, number)


def count(chance):
    """A count in Arabic digits, plain, full-width, or with a separator."""
    name, unit, n, m = _counted(chance)
    form = chance.choice([str, lambda x: wide(str(x)), lambda x: f"{x:,}"])
    return _round(
        chance,
        f"{name}{n}{unit}",
        [f"{name}{form(n)}{unit}", f"共{name}{n}{unit}"],
        [f"{name}«{form(m)}{unit}»"],
    )


def in_chinese(chance):
    """A count of one form in facts and the other in the draft."""
    name, unit, n, m = _counted(chance)
    if chance.random() < 0.5:
        return _round(
            chance, f"{name}{n}{unit}", [f"{name}{chinese(n)}{unit}"], [f"{name}«{chinese(m)}{unit}»"]
        )
    return _round(chance, f"{name}{chinese(n)}{unit}", [f"{name}{n}{unit}"], [f"{name}«{m}{unit}»"])


def unit(chance):
    """The same number of another measure."""
    name, unit_, n, _ = _counted(chance)
    near = {
        "人次": "人",
        "人": "人次",
        "次": "人次",
        "件": "万件",
        "份": "万份",
        "亩": "公顷",
        "公里": "米",
        "户": "人",
    }
    new = near.get(unit_) or chance.choice(
        [u for u in ("户", "人次", "万元", "公里", "份", "%") if u != unit_]
    )
    return _round(chance, f"{name}{n}{unit_}", [f"{name}{n}{unit_}"], [f"{name}«{n}{new}»"])


def money(chance):
    """Money: 万 for 亿, a point moved, 1.2万元 for 12000元."""
    name, whole = chance.choice(SPENDING), _number(chance, 11, 9000)
    value = whole / chance.choice((1, 10, 100))
    said = f"{value:g}万元"
    yuan = f"{round(value * 10000)}元"
    false = chance.choice(
        [
            f"{value:g}亿元",
            f"{value * 10:g}万元",
            f"{_other(chance, whole)}万元" if value == whole else f"{whole}万元",
            f"{value:g}元",
        ]
    )
    return _round(chance, name + said, [name + said, name + yuan], [f"{name}«{false}»"])


def percent(chance):
    """A share: a digit changed."""
    name, n = chance.choice(SHARES), chance.randrange(510, 999)
    said = n / 10 if chance.random() < 0.6 else n // 10
    other = _other(chance, n) / 10 if isinstance(said, float) else said + chance.choice((-3, -1, 1))
    true = [
        f"{name}达到{said:g}%",
        f"{name}达{said:g}％",
        f"{name}达到百分之{chinese(said)}" if isinstance(said, int) else f"{name}为{said:g}%",
    ]
    return _round(chance, f"{name}{said:g}%", true, [f"{name}达到«{other:g}%»"])


def points(chance):
    """Percentage points for per cent and the other way round."""
    name, n = chance.choice(SHARES), chance.randrange(11, 99) / 10
    one, other = f"{n:g}个百分点", f"{n:g}%"
    if chance.random() < 0.5:
        one, other = other, one
    return _round(chance, f"{name}提高{one}", [f"{name}提高{one}"], [f"{name}提高«{other}»"])


def approx(chance):
    """余, 近, 多, 约, 超过: true for the exact number behind it and for no other."""
    name, unit_ = chance.choice(TOPICS)
    base = chance.randrange(2, 90) * 10 ** chance.randrange(1, 3)
    room = 10 ** (len(str(base)) - len(str(base).rstrip("0")))
    more, less = (
        base + chance.randrange(1, max(2, room // 2)),
        base - chance.randrange(1, max(2, min(room, base // 2) // 4)),
    )
    far = base + max(3 * room, base // 10 * 4)
    if chance.random() < 0.5:
        true = [
            f"{name}{base}余{unit_}",
            f"{name}{base}多{unit_}",
            f"{name}超过{base}{unit_}",
            f"{name}{chinese(base)}余{unit_}",
        ]
        return _round(
            chance, f"{name}{more}{unit_}", true, [f"{name}«{far}余{unit_}»", f"{name}«近{base}{unit_}»"]
        )
    return _round(
        chance,
        f"{name}{less}{unit_}",
        [f"{name}近{base}{unit_}"],
        [f"{name}«近{far}{unit_}»", f"{name}«{base}余{unit_}»"],
    )


def ranges(chance):
    """A range: one of its ends moved."""
    name, unit_ = chance.choice(TOPICS)
    low = chance.randrange(3, 80)
    high = low + chance.randrange(2, 30)
    sign = chance.choice("至到—-")
    false = chance.choice(
        [f"{low}{sign}{high + 4}{unit_}", f"{low + 1}{sign}{high}{unit_}", f"{low}{sign}{high - 1}{unit_}"]
    )
    return _round(
        chance,
        f"每季度{name}{low}至{high}{unit_}",
        [f"每季度{name}{low}{sign}{high}{unit_}"],
        [f"每季度{name}«{false}»"],
    )


def date(chance):
    """A day: another day, another month, another year; true when said in Chinese or more loosely."""
    month, day = chance.randrange(1, 13), chance.randrange(1, 29)
    event = chance.choice(EVENTS)
    third = "上旬" if day < 11 else "中旬" if day < 21 else "下旬"
    true = [
        f"{month}月{day}日召开{event}",
        f"2023年{month}月{day}日，召开{event}",
        f"{chinese(month)}月{chinese(day)}日召开{event}",
        f"{month}月{third}召开{event}",
        f"{month}月召开{event}",
        f"{'上' if month < 7 else '下'}半年召开{event}",
    ]
    other = (
        f"{month}月{day % 28 + 1}日",
        f"{month % 12 + 1}月{day}日",
        f"2022年{month}月{day}日",
        f"{month % 12 + 1}月",
        f"{'下' if month < 7 else '上'}半年",
    )
    return _round(chance, f"{month}月{day}日{event}", true, [f"«{one}»召开{event}" for one in other])


def meeting(chance):
    """A plenary session: the wrong congress or session."""
    congress, session = chance.choice(("十八", "十九", "二十")), chance.randrange(1, 7)
    body = chance.choice(("届{}中全会", "届中央纪委{}次全会"))
    said = congress + body.format(DIGITS[session])
    other = congress + body.format(DIGITS[session % 6 + 1])
    far = chance.choice([c for c in ("十八", "十九", "二十") if c != congress]) + body.format(DIGITS[session])
    return _round(
        chance,
        f"学习{said}精神",
        [f"学习贯彻党的{said}精神"],
        [f"学习贯彻党的«{other}»精神", f"学习贯彻党的«{far}»精神"],
    )


def title(chance):
    """A title: another one, a word changed, its brackets broken."""
    one, other = chance.sample(TITLES, 2)
    n = chance.randrange(3, 300)
    near = re.sub(
        "手册|清单|办法|规范|规则|制度|方案|细则|规定", lambda m: "指南" if m[0] != "指南" else "办法", one
    )
    false = [
        f"印发«《{other}》»{n}份",
        f"印发«《{near}》»{n}份",
        f"印发«《2021年{one}》»{n}份",
        f"印发«《{other}»{n}份",
    ]
    return _round(
        chance,
        f"印发《{one}》{n}份",
        [f"印发《{one}》{n}份", f"印发《 {one}》{n}份", f"印发〈{one}〉{n}份"],
        false,
    )


def organisation(chance):
    """Another body."""
    one, other = chance.sample(BODIES, 2)
    task = chance.choice(("牵头开展专项检查", "组织联合督查", "负责日常监管"))
    return _round(
        chance,
        f"{one}{task}",
        [f"由{one}{task}", f"{one}{task}"],
        [f"由«{other}»{task}", f"会同«{other}»{task}"],
    )


def person(chance):
    """Another person, or one character of the name."""
    one, other = (chance.choice(SURNAMES) + chance.choice(GIVEN) for _ in range(2))
    while other == one:
        other = chance.choice(SURNAMES) + chance.choice(GIVEN)
    near = one[0] + chance.choice([name for name in GIVEN if name != one[1:]])
    role = chance.choice(ROLES)
    return _round(
        chance, role.format(one), [role.format(one)], [role.format(f"«{other}»"), role.format(f"«{near}»")]
    )


def place(chance):
    """Another place."""
    one, other = chance.sample(PLACES, 2)
    return _round(chance, f"赴{one}开展招商活动", [f"赴{one}开展招商活动"], [f"赴«{other}»开展招商活动"])


def docno(chance):
    """A document number: a digit changed."""
    year, n = chance.randrange(2015, 2024), chance.randrange(1, 99)
    said, other = f"〔{year}〕{n}号", f"〔{year}〕{_other(chance, n)}号"
    return _round(
        chance,
        f"印发县政办{said}文件",
        [f"印发县政办{said}文件", f"印发县政办[{year}]{n}号文件"],
        [f"印发县政办«{other}»文件", f"印发县政办«〔{year - 1}〕{n}号»文件"],
    )


def formulation(chance):
    """A set formulation with a number it does not have."""
    right, wrong = chance.choice(TOKENS)
    left, close = chance.choice([("“", "”"), ("", "")])
    verb = chance.choice(("牢牢把握", "严格落实", "始终坚持"))
    return _round(
        chance, "抓好政治建设", [f"{verb}{left}{right}{close}要求"], [f"{verb}{left}«{wrong}»{close}要求"]
    )


def ordinal(chance):
    """A rank no fact gives."""
    n = chance.randrange(2, 12)
    said, other = chinese(n), chinese(n + chance.choice((-1, 1, 3)))
    return _round(
        chance,
        f"考核获全市第{said}名",
        [f"考核位列全市第{said}名", f"考核获全市第{n}名"],
        [f"考核获全市«第{other}名»"],
    )


def misplaced(chance):
    """Two figures of one measure swapped."""
    pairs = [t for t in TOPICS if t[1] in ("次", "场", "户", "件", "个", "名", "人次", "项")]
    ((one, unit_),) = chance.sample(pairs, 1)
    other = chance.choice([name for name, u in TOPICS if u == unit_ and name != one] or ["慰问老党员"])
    n = _number(chance)
    m = _other(chance, n)
    return _round(
        chance,
        f"{one}{n}{unit_}\n{other}{m}{unit_}",
        [f"{one}{n}{unit_}，{other}{m}{unit_}"],
        [f"{one}«{m}{unit_}»，{other}{n}{unit_}"],
    )


def derived(chance):
    """Sums, differences and shares the writer reckoned: never accused, wrong ones are."""
    name, unit_ = chance.choice(TOPICS)
    a, b = chance.randrange(5, 400), chance.randrange(5, 400)
    form = chance.randrange(3)
    if form == 0:
        fact = f"上半年{name}{a}{unit_}，下半年{name}{b}{unit_}"
        return _round(
            chance, fact, [f"全年共{name}{a + b}{unit_}"], [f"全年共{name}«{a + b + 11}{unit_}»"], amber=True
        )
    big, small = max(a, b) + 5, min(a, b)
    if form == 1:
        fact = f"{name}去年{small}{unit_}，今年{big}{unit_}"
        return _round(
            chance,
            fact,
            [f"{name}比去年增加{big - small}{unit_}"],
            [f"{name}比去年增加«{big - small + 3}{unit_}»"],
            amber=True,
        )
    share = round(small * 100 / big, 1)
    fact = f"排查问题{big}个，整改{small}个"
    return _round(chance, fact, [f"问题整改率{share:g}%"], [f"问题整改率«{share + 3.3:.1f}%»"], amber=True)


def leak(chance):
    """What a sample gave, said in another numeral system: told as leaked, not only as unsupported."""
    name, unit_, n, m = _counted(chance)
    month, day = chance.randrange(1, 13), chance.randrange(1, 29)
    sample = f"2021年{month}月{day}日，{name}{m}{unit_}。"
    said = f"{name}«{chinese(m)}{unit_}»" if chance.random() < 0.6 else f"«{month}月{day}日»{name}"
    return _round(chance, f"{name}{n}{unit_}", [f"{name}{n}{unit_}"], [said], sample=sample, kind="leaked")


def polarity(chance):
    """Done for not done."""
    n = chance.randrange(2, 90)
    thing = chance.choice(("整改任务", "重点项目", "年度课题"))
    return _round(chance, f"未完成{thing}{n}项", [f"尚有{n}项{thing}未完成"], [f"完成{thing}«{n}项»"])


def blank(chance):
    """A place still to fill."""
    name, unit_, n, _ = _counted(chance)
    hole = chance.choice(("【待补充：数量】", "【】", "XX", "××", "____", "多少"))
    return _round(
        chance, f"{name}{n}{unit_}", [f"{name}{n}{unit_}"], [f"{name}«{hole}»{unit_}"], kind="blank"
    )


def contact(chance):
    """A telephone number, an address on the net."""
    what = chance.choice(
        (
            "13" + "".join(chance.choice("0123456789") for _ in range(9)),
            "www.example.com",
            "http://a.example/x.png",
            "desk@example.org",
        )
    )
    return _round(chance, "抓好服务热线", ["抓好服务热线"], [f"联系方式«{what}»"])


KINDS = {
    "count": count, "chinese": in_chinese, "unit": unit, "money": money, "percent": percent, "points": points,
    "approx": approx, "range": ranges, "date": date, "meeting": meeting, "title": title,
    "organisation": organisation, "person": person, "place": place, "docno": docno,
    "formulation": formulation,
    "ordinal": ordinal, "misplaced": misplaced, "derived": derived, "leak": leak, "polarity": polarity,
    "blank": blank, "contact": contact,
}  # fmt: skip


def altered(one: Expression, chance: random.Random) -> str | None:
    """The words of an expression with one thing changed; None for a kind that is not changed here."""
    if one.kind == "title":
        return one.text[:1] + "甲乙" + one.text[3:] if len(one.text) > 4 else None
    if one.kind in ("organisation", "person", "place", "contact", "blank", "slogan"):
        return None
    if one.text in ("一次", "一名", "一项"):
        return None  # 二次 is not how two times are said
    if number := re.search(r"\d+", one.text):
        new = _other(chance, int(number[0])) if len(number[0]) < 9 else int(number[0]) + 1
        if one.kind in ("date", "period"):
            new = int(number[0]) % 12 + 1 if len(number[0]) < 3 else int(number[0]) - 1
        return one.text[: number.start()] + str(new) + one.text[number.end() :]
    if digits := [
        at for at, mark in enumerate(one.text) if mark in DIGITS[1:] and one.text[at + 1 : at + 2] != "十"
    ]:
        at = chance.choice(digits)
        return one.text[:at] + DIGITS[DIGITS.index(one.text[at]) % 9 + 1] + one.text[at + 1 :]
    return None
