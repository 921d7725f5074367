"""Draws cases of names, titles, set wording, leaks and blanks."""

import re

from gate_drawing import (
    BODIES,
    DIGITS,
    GIVEN,
    PLACES,
    ROLES,
    SURNAMES,
    TITLES,
    TOKENS,
    among_others,
    chinese,
    counted,
    other_number,
)


def meeting(chance):
    """A plenary session: the wrong congress or session."""
    congress, session = chance.choice(("十八", "十九", "二十")), chance.randrange(1, 7)
    body = chance.choice(("届{}中全会", "届中央纪委{}次全会"))
    said = congress + body.format(DIGITS[session])
    other = congress + body.format(DIGITS[session % 6 + 1])
    far = chance.choice([c for c in ("十八", "十九", "二十") if c != congress]) + body.format(DIGITS[session])
    return among_others(
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
    return among_others(
        chance,
        f"印发《{one}》{n}份",
        [f"印发《{one}》{n}份", f"印发《 {one}》{n}份", f"印发〈{one}〉{n}份"],
        false,
    )


def organisation(chance):
    """Another body."""
    one, other = chance.sample(BODIES, 2)
    task = chance.choice(("牵头开展专项检查", "组织联合督查", "负责日常监管"))
    return among_others(
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
    return among_others(
        chance, role.format(one), [role.format(one)], [role.format(f"«{other}»"), role.format(f"«{near}»")]
    )


def place(chance):
    """Another place."""
    one, other = chance.sample(PLACES, 2)
    return among_others(
        chance, f"赴{one}开展招商活动", [f"赴{one}开展招商活动"], [f"赴«{other}»开展招商活动"]
    )


def docno(chance):
    """A document number: a digit changed."""
    year, n = chance.randrange(2015, 2024), chance.randrange(1, 99)
    said, other = f"〔{year}〕{n}号", f"〔{year}〕{other_number(chance, n)}号"
    return among_others(
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
    return among_others(
        chance, "抓好政治建设", [f"{verb}{left}{right}{close}要求"], [f"{verb}{left}«{wrong}»{close}要求"]
    )


def leak(chance):
    """What a sample gave, said in another numeral system: told as leaked, not only as unsupported."""
    name, unit_, n, m = counted(chance)
    month, day = chance.randrange(1, 13), chance.randrange(1, 29)
    sample = f"2021年{month}月{day}日，{name}{m}{unit_}。"
    said = f"{name}«{chinese(m)}{unit_}»" if chance.random() < 0.6 else f"«{month}月{day}日»{name}"
    return among_others(
        chance, f"{name}{n}{unit_}", [f"{name}{n}{unit_}"], [said], sample=sample, kind="leaked"
    )


def blank(chance):
    """A place still to fill."""
    name, unit_, n, _ = counted(chance)
    hole = chance.choice(("【待补充：数量】", "【】", "XX", "××", "____", "多少"))
    return among_others(
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
    return among_others(chance, "抓好服务热线", ["抓好服务热线"], [f"联系方式«{what}»"])
