"""Chosen sample reports -> a proposed plan: the sections most of them have, in their usual order.

A sample gives its headings' manner only: one that names a year, a figure, a body or a turn of its own
(掌“思想之舵”) is cut down to what any report may say, or told by its role.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.calling import called
from assistant.clustering import Embed
from assistant.facets import EVIDENT, Facet, facet_of, families
from assistant.paralleling import BROAD, outline_table
from assistant.plan import CLOSING, OPENING, Heading, Plan
from assistant.stock import stock
from index.errors import ShelfError
from index.expressions import expressions
from index.types import Report, Role, Section
from index.wording import plain_heading

FEWEST: Final = 2
"""Lines of work that a proposal tells apart at least; with fewer the usual headings of its 文种 stand."""
MOST: Final = 7
_LONGEST: Final = 16
_OFTEN: Final = 0.4
"""Share of the samples that must treat a line of work: they name the same work at different ranks."""
_WIDE: Final = 1 / 3
"""Share of all pieces from which one family is told by its single facets: 党风廉政 in a report on it."""
_FIRST_WORDS: Final = 60
_CLAUSE: Final = re.compile("[，,；;：:—、]+")
_OWN: Final = re.compile('[“”"‘’《》【】〔〕XＸ×]|某|我[局委市县区镇街]|本人')
_TIME: Final = re.compile(
    r"(?:19|20|二[〇○零])?[\dX×〇○零一二三]{2}年(?:度|上半年|下半年)?|今年以来|今年|明年|本年度"
)
_LACKS: Final = re.compile(
    "(?:工作)?中?(?:存在|面临|需要正视)?的?(?:主要|突出)?(?:困难|问题|不足|差距|短板|和|与)+"
)
_AHEAD: Final = re.compile(
    "(?:今后|下一步|下一年|下步|工作|努力)+的?(?:工作|努力|重点|主要)*(?:打算|思路|安排|方向|计划|措施)"
)
_ENDS: Final[dict[str, str]] = {"problems": "存在的问题和不足", "next": "下一步工作打算"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A sample's section on one line of work."""

    report_id: str
    heading: str
    facet: Facet
    place: float
    """How far into its report it stands, 0 to 1."""


def propose(reports: Sequence[Report], embed: Embed, kind: str = "", year: int | None = None) -> Plan:
    """A plan after the reports' majority.

    Args:
        reports: The chosen samples, at least one.
        embed: Texts -> vectors, by which the headings of shortcomings and plans are matched.
        kind: 文种 of the report to be; empty takes that of most samples.
        year: Year of the report to be.

    Raises:
        ShelfError: ``no_samples``.
    """
    if not reports:
        raise ShelfError("no_samples")
    kinds = [report.kind for report in reports if report.kind]
    kind = kind or max(kinds, key=kinds.count, default="")
    views = [report.viewpoint for report in reports]
    personal = "述职" in kind or 2 * views.count("个人") > len(views)
    headings = [*_work(reports, kind), *_last(reports, embed)]
    body = called([], [report.text for report in reports])
    plan = Plan("", kind, "个人" if personal else "班子", year, body, with_ends(headings))
    return replace(plan, title=title(plan))


def usual(kind: str) -> list[Heading]:
    """The headings that a 文种 commonly has, where there is no sample of it."""
    rows = stock("reports")["usual"]
    row = next((row for row in rows if any(cue in kind for cue in row["cues"])), rows[-1])
    return [Heading("", 1, text, _role(text)) for text in row["headings"]]


def with_ends(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The headings between an opening and a closing, with ids in their order."""
    ends = [Heading("", 0, OPENING, "opening"), *headings, Heading("", 0, CLOSING, "closing")]
    return tuple(replace(one, id=f"H{place}") for place, one in enumerate(ends, 1))


def title(plan: Plan) -> str:
    """A title with a blank for the body's name: 【待补充：单位名称】2024年工作总结."""
    called = form(plan.kind)["called"]
    if plan.viewpoint == "个人":
        return f"{plan.year}年度{called}" if plan.year else called
    return f"【待补充：单位名称】{plan.year}年{called}" if plan.year else f"【待补充：单位名称】{called}"


def form(kind: str) -> dict[str, str]:
    """How a 文种 is called, begins and ends, from ``phrases/reports.toml``."""
    rows = stock("reports")["form"]
    row: dict[str, str] = next(row for row in rows if any(cue in kind for cue in row["cues"]))
    return row


def _role(text: str) -> Role:
    return "problems" if "问题" in text else "next" if re.search("下一步|打算|安排", text) else "work"


def _work(reports: Sequence[Report], kind: str) -> list[Heading]:
    """Lines of work that many of the reports treat in a section of their own."""
    pieces = [piece for report in reports for piece in _pieces(report)]
    crowd = Counter(piece.facet.family for piece in pieces)
    groups: dict[str, list[Piece]] = {}
    for piece in pieces:
        wide = crowd[piece.facet.family] > _WIDE * len(pieces)
        groups.setdefault(piece.facet.name if wide else piece.facet.family, []).append(piece)
    held = {
        name: group
        for name, group in groups.items()
        if len({piece.report_id for piece in group}) >= _OFTEN * len(reports)
    }
    if len(held) < FEWEST:
        return [one for one in usual(kind) if one.role == "work"]
    most = sorted(held, key=lambda name: (-len({p.report_id for p in held[name]}), name))[:MOST]
    order = sorted(most, key=lambda name: sum(p.place for p in held[name]) / len(held[name]))
    headings: list[Heading] = []
    for name in order:
        said = _said(held[name], name, [one.text for one in headings])
        headings.append(Heading("", 1, said, "work", len({p.report_id for p in held[name]})))
    broad = [report.id for report in reports if any(_is_broad(section) for section in report.sections)]
    if "述职" in kind:
        headings.insert(1, Heading("", 1, "认真履行岗位职责", "work", len(broad)))
    elif 2 * len(broad) >= len(reports):
        headings.insert(0, Heading("", 1, "主要工作开展情况", "work", len(broad)))
    return headings


def _pieces(report: Report) -> Iterator[Piece]:
    """The report's sections on work of the first rank; below one that tells of all at once, its own."""
    for place, section in enumerate(report.sections):
        above = report.sections[section.parent] if section.parent is not None else None
        inner = above is not None and (above.heading or above.mark) and not _is_broad(above)
        if section.role != "work" or not section.heading or inner or _is_broad(section):
            continue
        begins = section.body.of(report.text)[:_FIRST_WORDS]
        facet = facet_of(section.heading) or facet_of(begins)
        if facet is not None:
            yield Piece(report.id, plain_heading(section.heading), facet, place / len(report.sections))


def carried(reports: Sequence[Report]) -> frozenset[str]:
    """Families of the lines of work that sections of the reports treat, of whatever rank."""
    sections = (one for report in reports for one in report.sections if one.role == "work" and one.heading)
    found = (facet_of(plain_heading(one.heading), least=EVIDENT) for one in sections)
    return frozenset(facet.family for facet in found if facet is not None)


def _is_broad(section: Section) -> bool:
    return section.role == "work" and bool(BROAD.fullmatch(plain_heading(section.heading)))


def _said(group: Sequence[Piece], name: str, taken: Sequence[str]) -> str:
    """A heading any report may carry: a clean clause of the samples that shows its topic, else our own."""
    stands_for = families().get(name) or group[0].facet
    clauses = [clause.strip() for piece in group for clause in _CLAUSE.split(piece.heading)]
    clean = [
        clause for clause in clauses
        if is_clean(clause) and (shown := facet_of(clause)) and name in (shown.name, shown.family)
        and clause not in taken and len(clause) > 5
    ]  # fmt: skip
    labels = [label for label in stands_for.labels if label not in taken]
    return max(clean, key=clean.count) if clean else labels[0] if labels else stands_for.topic


def _last(reports: Sequence[Report], embed: Embed) -> list[Heading]:
    """Shortcomings and next steps, where at least half of the reports tell of them."""
    found: list[Heading] = []
    topics = outline_table(reports, embed)
    roles: tuple[Role, ...] = ("problems", "next")
    for role in roles:
        having = [report for report in reports if any(s.role == role for s in report.sections)]
        if 2 * len(having) < len(reports):
            continue
        said = [plain_heading(c.heading) for topic in topics if topic.role == role for c in topic.cells]
        clean = [one for one in said if is_clean(one) and BROAD.sub("", one) and _names(one, role)]
        common = [one for one in clean if clean.count(one) > 1 or len(reports) == 1]
        text = max(common, key=common.count) if common else _ENDS[role]
        found.append(Heading("", 1, text, role, len(having)))
    return found


def _names(heading: str, role: Role) -> bool:
    """Whether a heading only names its role: 责任落实还有空档 states a shortcoming, and not the writer's."""
    if role == "problems":
        return bool(_LACKS.fullmatch(heading))
    return bool(_AHEAD.fullmatch(heading))


def is_clean(text: str) -> bool:
    """Whether a heading holds no particular, no time, no quotation: nothing of a sample but its manner."""
    if not 4 <= len(text) <= _LONGEST or _OWN.search(text) or _TIME.search(text):
        return False
    return not expressions(text)
