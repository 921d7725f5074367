"""The plan of a report to be written: its title and numbered headings, and the lines it is kept in.

A plan is plain text that a writer edits: ``题目：…``, ``文种：…``, ``视角：班子`` or ``个人``,
``年度：2024``, then one heading a line, ranked by its mark 一、（一）1.（1）, and ``开头`` and ``结尾``
where they are wanted.
``事实：F1、F3`` under a heading puts these facts there by hand. Lines that begin with ``#`` are comments.
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
_ENDS: Final[dict[str, Role]] = {OPENING: "opening", CLOSING: "closing"}
_NUMBER: Final = "[一二三四五六七八九十百零〇]+"
_MARKS: Final = (
    re.compile(rf"{_NUMBER}\s*、\s*"),
    re.compile(rf"[（(]\s*{_NUMBER}\s*[）)]\s*"),
    re.compile(r"\d{1,3}\s*[.．、]\s*(?!\d)"),
    re.compile(r"[（(]\s*\d{1,3}\s*[）)]\s*"),
)
_FIELD: Final = re.compile(r"(题目|文种|视角|年度|单位|事实)\s*[：:]\s*(.*)")
_ID: Final = re.compile(r"F\d+")


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
    body: str = "我局"
    """How the report calls those it speaks for: 我局, 我委, 我单位."""
    headings: tuple[Heading, ...] = ()
    placed: tuple[tuple[str, str], ...] = ()
    """(fact id, heading id) that the writer put there by hand."""

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
    for one in headings:
        counts[one.level] += 1
        if one.level:
            counts[one.level + 1 :] = [0] * (DEEPEST - one.level)
        lines.append(mark(one.level, counts[one.level]) + one.text)
    return tuple(lines)


def write(plan: Plan) -> str:
    """The plan as the lines a writer edits; ``parse(write(plan)) == plan`` but for counts of samples."""
    lines = [f"题目：{plan.title}", f"文种：{plan.kind}", f"视角：{plan.viewpoint}"]
    lines += [f"年度：{plan.year}"] if plan.year else []
    lines += [f"单位：{plan.body}"] if plan.body else []
    for one, line in zip(plan.headings, numbered(plan.headings), strict=True):
        lines.append(line)
        held = [fact for fact, where in plan.placed if where == one.id]
        lines += [f"事实：{'、'.join(held)}"] if held else []
    return "\n".join(lines) + "\n"


def parse(text: str) -> Plan:
    """The plan that lines say.

    Raises:
        ShelfError: ``plan_line`` for a line that is no heading and no field, ``plan_empty``, ``plan_long``.
    """
    fields: dict[str, str] = {}
    headings: list[Heading] = []
    placed: list[tuple[str, str]] = []
    for number, line in _lines(text):
        field = _FIELD.fullmatch(line)
        if field and field[1] == "事实":
            if not headings:
                raise ShelfError("plan_line", number=number, line=line[:40])
            placed += [(fact, headings[-1].id) for fact in _ID.findall(field[2])]
        elif field:
            fields[field[1]] = field[2].strip()
        else:
            headings.append(_heading(line, number, f"H{len(headings) + 1}"))
    if not headings:
        raise ShelfError("plan_empty")
    if len(headings) > MOST:
        raise ShelfError("plan_long", limit=MOST)
    return _filled(fields, _with_roles(headings), tuple(placed))


def _filled(
    fields: dict[str, str], headings: tuple[Heading, ...], placed: tuple[tuple[str, str], ...]
) -> Plan:
    year = fields.get("年度", "").rstrip("年")
    return Plan(
        fields.get("题目", ""), fields.get("文种", ""), "个人" if fields.get("视角") == "个人" else "班子",
        int(year) if re.fullmatch(r"(?:19|20)\d\d", year) else None,
        fields.get("单位", "我局") or "我局", headings, placed,
    )  # fmt: skip


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip().lstrip("\ufeff")
        if bare and not bare.startswith("#"):
            yield number, bare


def _heading(line: str, number: int, heading_id: str) -> Heading:
    if line in _ENDS:
        return Heading(heading_id, 0, line, _ENDS[line])
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
        said = role_of_heading(one.text)
        above = stack[-1].role if stack else None
        role: Role = above if above in ("problems", "next") else said or "work"
        known.append(replace(one, role="work" if role in ("opening", "closing") else role))
        stack.append(known[-1])
    return tuple(known)
