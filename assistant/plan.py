"""The plan of a report to be written: its title and numbered headings, and the lines it is kept in.

A plan is plain text that a writer edits: ``题目：…``, ``文种：…``, ``视角：班子`` or ``个人``,
``年度：2024``, then one heading a line, ranked by its mark 一、（一）1.（1）, and ``开头`` and ``结尾``
where they are wanted.
``事实：F1、F3`` under a heading puts these facts there by hand, ``字数：600`` says how long it may be.
Lines that begin with ``#`` are comments. A plan without Chinese headings is written in English: ``Title:``,
``Opening``, ``1. Work done``, ``1.1 Training``, ``Closing``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.numbering import ordinal
from index.errors import ShelfError
from index.roles import role_of_heading
from index.types import Role

DEEPEST: Final = 4
MOST: Final = 200
"""Headings of a plan at most."""
OPENING: Final = "开头"
CLOSING: Final = "结尾"
_ENDS: Final[dict[str, str]] = {
    OPENING: OPENING, CLOSING: CLOSING, "opening": OPENING, "introduction": OPENING, "closing": CLOSING
}  # fmt: skip
_NUMBER: Final = "[一二三四五六七八九十百零〇]+"
_MARKS: Final = (
    re.compile(rf"{_NUMBER}\s*、\s*"),
    re.compile(rf"[（(]\s*{_NUMBER}\s*[）)]\s*"),
    re.compile(r"\d{1,3}\s*[.．、]\s*(?!\d)"),
    re.compile(r"[（(]\s*\d{1,3}\s*[）)]\s*"),
)
_NAMES: Final[dict[str, str]] = {
    "title": "题目", "kind": "文种", "viewpoint": "视角", "year": "年度", "body": "单位", "facts": "事实",
    "length": "字数",
}  # fmt: skip
"""What the fields are called in an English plan."""
_FIELD: Final = re.compile(rf"({'|'.join((*_NAMES.values(), *_NAMES))})\s*[：:]\s*(.*)", re.IGNORECASE)
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_DECIMAL: Final = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,3})\.?\s+(?=\D)")
_ID: Final = re.compile(r"F\d+")
_SIZE: Final = re.compile(r"\d{1,5}")
_AMISS: Final = re.compile("did not go well|went wrong|fell short|could be better", re.IGNORECASE)
_ACTS: Final = re.compile(
    "(?:持续|切实|扎实|全面|深入|大力|着力|集中|聚焦|紧盯|坚决|有效|积极|从严|严格?|狠抓?|深|细|抓|强化|加强)*"
    "(?:查|排查|整治|整改|消除|化解|治理|解决|破解|攻克|管控|防范|防控|清除|纠治|调处)(?!.{0,6}(?:不|滞后|差距))"
)
"""A heading of work though it names what was wrong: 严查隐患，守住安全底线."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a plan; its mark is counted anew whenever it is written."""

    id: str
    """Stays with the heading when others move: ``H1``, ``H2`` …"""
    level: int
    """1 to 4 for 一、（一）1.（1）; 0 for the opening and the closing, which carry no heading."""
    text: str
    role: Role = "work"
    reports: int = 0
    """How many of the chosen samples have such a section; 0 for one the writer added."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a whole report is to look like."""

    title: str = ""
    kind: str = ""
    viewpoint: str = "班子"
    year: int | None = None
    body: str = "我单位"
    """How the report calls those it speaks for: 我局, 我委, 我单位."""
    headings: tuple[Heading, ...] = ()
    placed: tuple[tuple[str, str], ...] = ()
    """(fact id, heading id) that the writer put there by hand."""
    lengths: tuple[tuple[str, int], ...] = ()
    """(heading id, characters that it is wished to have at most)."""

    @property
    def english(self) -> bool:
        """Whether the report is written in English."""
        return is_english(self.headings)

    def length(self, heading_id: str) -> int:
        """Wished length of what stands under a heading, in characters; 0 where none is wished."""
        return dict(self.lengths).get(heading_id, 0)

    def leaves(self) -> tuple[Heading, ...]:
        """The headings under which something is written: those without a heading of their own below."""
        after: tuple[Heading | None, ...] = (*self.headings[1:], None)
        return tuple(
            one for one, below in zip(self.headings, after, strict=True)
            if not (below and one.level and below.level > one.level)
        )  # fmt: skip

    def heading(self, heading_id: str) -> Heading:
        """The heading of that id.

        Raises:
            ShelfError: ``no_such_heading``.
        """
        found = [one for one in self.headings if one.id == heading_id]
        if not found:
            raise ShelfError("no_such_heading", id=heading_id)
        return found[0]

    def above(self, heading_id: str) -> tuple[Heading, ...]:
        """The headings that enclose one, outermost first."""
        place = self.headings.index(self.heading(heading_id))
        level, found = self.headings[place].level, []
        for one in reversed(self.headings[:place]):
            if 0 < one.level < level:
                found.append(one)
                level = one.level
        return tuple(reversed(found))


def is_english(headings: Sequence[Heading]) -> bool:
    """Whether headings are in English: there are some, and none has a Chinese character."""
    said = [one.text for one in headings if one.level]
    return bool(said) and not any(_CHINESE.search(text) for text in said)


def mark(level: int, number: int) -> str:
    """The mark of a heading by GB/T 9704.

    >>> [mark(level, 2) for level in (0, 1, 2, 3, 4)]
    ['', '二、', '（二）', '2.', '（2）']
    """
    han = ordinal(number)
    return ("", f"{han}、", f"（{han}）", f"{number}.", f"（{number}）")[level]


def numbered(headings: Sequence[Heading]) -> tuple[str, ...]:
    """Each heading with its mark; a heading's number begins anew under every other one above it."""
    counts = [0] * (DEEPEST + 1)
    lines = []
    english = is_english(headings)
    for one in headings:
        counts[one.level] += 1
        if one.level:
            counts[one.level + 1 :] = [0] * (DEEPEST - one.level)
        if english and one.level:
            number = ".".join(str(max(1, count)) for count in counts[1 : one.level + 1])
            lines.append(f"{number}{'.' if one.level == 1 else ''} {one.text}")
        else:
            lines.append(mark(one.level, counts[one.level]) + one.text)
    return tuple(lines)


def write(plan: Plan) -> str:
    """The plan as the lines a writer edits; ``parse(write(plan)) == plan`` but for counts of samples."""
    english = plan.english
    who = {"个人": "one official", "班子": "the body"}[plan.viewpoint] if english else plan.viewpoint
    values = {"题目": plan.title, "文种": plan.kind, "视角": who}
    values |= {"年度": str(plan.year)} if plan.year else {}
    values |= {"单位": plan.body} if plan.body else {}
    lines = [_field(name, value, english=english) for name, value in values.items()]
    for one, line in zip(plan.headings, numbered(plan.headings), strict=True):
        ends = {OPENING: "Opening", CLOSING: "Closing"}
        lines.append(ends.get(line, line) if english and not one.level else line)
        held = [fact for fact, where in plan.placed if where == one.id]
        lines += [_field("事实", (", " if english else "、").join(held), english=english)] if held else []
        length = plan.length(one.id)
        lines += [_field("字数", str(length), english=english)] if length else []
    return "\n".join(lines) + "\n"


def _field(name: str, value: str, *, english: bool) -> str:
    called = next(latin for latin, chinese in _NAMES.items() if chinese == name).capitalize()
    return f"{called}: {value}" if english else f"{name}：{value}"


def parse(text: str) -> Plan:
    """The plan that lines say.

    Raises:
        ShelfError: ``plan_line`` for a line that is no heading and no field, ``plan_empty``, ``plan_long``.
    """
    fields: dict[str, str] = {}
    headings: list[Heading] = []
    placed: list[tuple[str, str]] = []
    lengths: list[tuple[str, int]] = []
    rows = tuple(_lines(text))
    said = [line for _, line in rows if not _FIELD.fullmatch(line) and line.lower() not in _ENDS]
    english = bool(said) and not any(_CHINESE.search(line) for line in said)
    for number, line in rows:
        field = _FIELD.fullmatch(line)
        name = _NAMES.get(field[1].lower(), field[1]) if field else ""
        if field and name in ("事实", "字数"):
            if not headings:
                raise ShelfError("plan_line", number=number, line=line[:40])
            if name == "事实":
                placed += [(fact, headings[-1].id) for fact in _ID.findall(field[2])]
            else:
                lengths += [(headings[-1].id, int(size[0])) for size in [_SIZE.match(field[2])] if size]
        elif field:
            fields[name] = field[2].strip()
        else:
            headings.append(_heading(line, number, f"H{len(headings) + 1}", english=english))
    if not headings:
        raise ShelfError("plan_empty")
    if len(headings) > MOST:
        raise ShelfError("plan_long", limit=MOST)
    filled = _filled(fields, _with_roles(headings), tuple(placed), english=english)
    return replace(filled, lengths=tuple(lengths))


def _filled(
    fields: dict[str, str],
    headings: tuple[Heading, ...],
    placed: tuple[tuple[str, str], ...],
    *,
    english: bool,
) -> Plan:
    year = fields.get("年度", "").rstrip("年")
    return Plan(
        fields.get("题目", ""), fields.get("文种", ""),
        "个人" if fields.get("视角") in ("个人", "one official") else "班子",
        int(year) if re.fullmatch(r"(?:19|20)\d\d", year) else None,
        fields.get("单位") or ("our office" if english else "我单位"), headings, placed,
    )  # fmt: skip


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip().lstrip("\ufeff")
        if bare and not bare.startswith("#"):
            yield number, bare


def _heading(line: str, number: int, heading_id: str, *, english: bool) -> Heading:
    if line.lower() in _ENDS:
        text = _ENDS[line.lower()]
        return Heading(heading_id, 0, text, "opening" if text == OPENING else "closing")
    decimal = _DECIMAL.match(line) if english else None
    if decimal:
        return Heading(heading_id, decimal[1].count(".") + 1, line[decimal.end() :].strip().rstrip(".:;"))
    for level, form in enumerate(_MARKS, 1):
        found = form.match(line)
        if found and line[found.end() :].strip():
            return Heading(heading_id, level, line[found.end() :].strip().rstrip("。；："))
    raise ShelfError("plan_line", number=number, line=line[:40])


def _with_roles(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Each heading with the role its words say, else that of the heading above it."""
    known: list[Heading] = []
    stack: list[Heading] = []
    for one in headings:
        if one.level == 0:
            known.append(one)
            continue
        stack = [other for other in stack if other.level < one.level]
        said = None if _ACTS.match(one.text) else role_of_heading(one.text)
        said = "problems" if _AMISS.search(one.text) else said
        above = stack[-1].role if stack else None
        role: Role = above if above in ("problems", "next") else said or "work"
        known.append(replace(one, role="work" if role in ("opening", "closing") else role))
        stack.append(known[-1])
    return tuple(known)
