"""What cases for the gate are drawn from: words, numbers in many forms, and a case with facts around it."""

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


def any_number(chance: random.Random, low: int = 3, high: int = 3000) -> int:
    """A number, small ones as likely as large ones."""
    return int(low * (high / low) ** chance.random())


def other_number(chance: random.Random, number: int) -> int:
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


def among_others(chance: random.Random, fact: str, true: list[str], false: list[str], **more) -> Case:
    """A case with other facts around, which both drafts state too."""
    rest = [
        f"{name}{any_number(chance)}{unit}" for name, unit in chance.sample(TOPICS, 4) if name[:4] not in fact
    ]
    notes = [fact, *rest]
    chance.shuffle(notes)
    before, after = "全年" + rest[0] + "。", "，" + rest[1] + "，进一步压实责任。"
    return Case(
        "\n".join(notes), [before + t + after for t in true], [before + f + after for f in false], **more
    )


def counted(chance):
    """A topic, its unit, a number and another."""
    name, unit = chance.choice(TOPICS)
    number = any_number(chance)
    return name, unit, number, other_number(chance, number)


def altered(one: Expression, chance: random.Random) -> str | None:
    """The words of an expression with one thing changed; None for a kind that is not changed here."""
    if one.kind == "title":
        return one.text[:1] + "甲乙" + one.text[3:] if len(one.text) > 4 else None
    if one.kind in ("organisation", "person", "place", "contact", "blank", "slogan"):
        return None
    if one.text in ("一次", "一名", "一项"):
        return None  # 二次 is not how two times are said
    if number := re.search(r"\d+", one.text):
        new = other_number(chance, int(number[0])) if len(number[0]) < 9 else int(number[0]) + 1
        if one.kind in ("date", "period"):
            new = int(number[0]) % 12 + 1 if len(number[0]) < 3 else int(number[0]) - 1
        return one.text[: number.start()] + str(new) + one.text[number.end() :]
    if digits := [
        at for at, mark in enumerate(one.text) if mark in DIGITS[1:] and one.text[at + 1 : at + 2] != "十"
    ]:
        at = chance.choice(digits)
        return one.text[:at] + DIGITS[DIGITS.index(one.text[at]) % 9 + 1] + one.text[at + 1 :]
    return None
