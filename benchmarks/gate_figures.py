"""Draws cases of figures and dates: said in other forms, or said wrong."""

from gate_drawing import (
    EVENTS,
    SHARES,
    SPENDING,
    TOPICS,
    among_others,
    any_number,
    chinese,
    counted,
    other_number,
    wide,
)


def count(chance):
    """A count in Arabic digits, plain, full-width, or with a separator."""
    name, unit, n, m = counted(chance)
    form = chance.choice([str, lambda x: wide(str(x)), lambda x: f"{x:,}"])
    return among_others(
        chance,
        f"{name}{n}{unit}",
        [f"{name}{form(n)}{unit}", f"共{name}{n}{unit}"],
        [f"{name}«{form(m)}{unit}»"],
    )


def in_chinese(chance):
    """A count of one form in facts and the other in the draft."""
    name, unit, n, m = counted(chance)
    if chance.random() < 0.5:
        return among_others(
            chance, f"{name}{n}{unit}", [f"{name}{chinese(n)}{unit}"], [f"{name}«{chinese(m)}{unit}»"]
        )
    return among_others(chance, f"{name}{chinese(n)}{unit}", [f"{name}{n}{unit}"], [f"{name}«{m}{unit}»"])


def unit(chance):
    """The same number of another measure."""
    name, unit_, n, _ = counted(chance)
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
    return among_others(chance, f"{name}{n}{unit_}", [f"{name}{n}{unit_}"], [f"{name}«{n}{new}»"])


def money(chance):
    """Money: 万 for 亿, a point moved, 1.2万元 for 12000元."""
    name, whole = chance.choice(SPENDING), any_number(chance, 11, 9000)
    value = whole / chance.choice((1, 10, 100))
    said = f"{value:g}万元"
    yuan = f"{round(value * 10000)}元"
    false = chance.choice(
        [
            f"{value:g}亿元",
            f"{value * 10:g}万元",
            f"{other_number(chance, whole)}万元" if value == whole else f"{whole}万元",
            f"{value:g}元",
        ]
    )
    return among_others(chance, name + said, [name + said, name + yuan], [f"{name}«{false}»"])


def percent(chance):
    """A share: a digit changed."""
    name, n = chance.choice(SHARES), chance.randrange(510, 999)
    said = n / 10 if chance.random() < 0.6 else n // 10
    other = other_number(chance, n) / 10 if isinstance(said, float) else said + chance.choice((-3, -1, 1))
    true = [
        f"{name}达到{said:g}%",
        f"{name}达{said:g}％",
        f"{name}达到百分之{chinese(said)}" if isinstance(said, int) else f"{name}为{said:g}%",
    ]
    return among_others(chance, f"{name}{said:g}%", true, [f"{name}达到«{other:g}%»"])


def points(chance):
    """Percentage points for per cent and the other way round."""
    name, n = chance.choice(SHARES), chance.randrange(11, 99) / 10
    one, other = f"{n:g}个百分点", f"{n:g}%"
    if chance.random() < 0.5:
        one, other = other, one
    return among_others(chance, f"{name}提高{one}", [f"{name}提高{one}"], [f"{name}提高«{other}»"])


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
        return among_others(
            chance, f"{name}{more}{unit_}", true, [f"{name}«{far}余{unit_}»", f"{name}«近{base}{unit_}»"]
        )
    return among_others(
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
    return among_others(
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
    return among_others(chance, f"{month}月{day}日{event}", true, [f"«{one}»召开{event}" for one in other])


def ordinal(chance):
    """A rank no fact gives."""
    n = chance.randrange(2, 12)
    said, other = chinese(n), chinese(n + chance.choice((-1, 1, 3)))
    return among_others(
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
    n = any_number(chance)
    m = other_number(chance, n)
    return among_others(
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
        return among_others(
            chance, fact, [f"全年共{name}{a + b}{unit_}"], [f"全年共{name}«{a + b + 11}{unit_}»"], amber=True
        )
    big, small = max(a, b) + 5, min(a, b)
    if form == 1:
        fact = f"{name}去年{small}{unit_}，今年{big}{unit_}"
        return among_others(
            chance,
            fact,
            [f"{name}比去年增加{big - small}{unit_}"],
            [f"{name}比去年增加«{big - small + 3}{unit_}»"],
            amber=True,
        )
    share = round(small * 100 / big, 1)
    fact = f"排查问题{big}个，整改{small}个"
    return among_others(
        chance, fact, [f"问题整改率{share:g}%"], [f"问题整改率«{share + 3.3:.1f}%»"], amber=True
    )


def polarity(chance):
    """Done for not done."""
    n = chance.randrange(2, 90)
    thing = chance.choice(("整改任务", "重点项目", "年度课题"))
    return among_others(chance, f"未完成{thing}{n}项", [f"尚有{n}项{thing}未完成"], [f"完成{thing}«{n}项»"])
