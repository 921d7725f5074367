"""A pattern tried only where its heads match finds what it finds tried everywhere."""

import json
import random
from pathlib import Path

import pytest

from index import (
    blanks,
    contacts,
    dates,
    expressions,
    formulations,
    meetings,
    organisations,
    persons,
    quantities,
)
from index.folding import fold, hits

LIBRARY = Path(__file__).parents[3] / "shared" / "library" / "reports_dev.jsonl"
PAIRS = {
    "days": (dates.WHENS, dates.DAYS),
    "spread": (dates.WHENS, dates.SPREAD),
    "thirds": (dates.WHENS, dates.THIRDS),
    "periods": (dates.PARTS, dates.PERIODS),
    "years": (dates.FIGURE, dates.YEARS),
    "months": (dates.WHENS, dates.MONTHS),
    "yearly": (dates.FIGURE, dates.YEARLY),
    "numeric": (dates.FIGURE, dates.NUMERIC),
    "clock": (dates.FIGURE, dates.CLOCK),
    "plenums": (meetings.TERMS, meetings.PLENUMS),
    "sessions": (meetings.TERMS, meetings.SESSION),
    "after_body": (meetings.BODIES, meetings.AFTER_BODY),
    "congresses": (meetings.CONGRESSES, meetings.CONGRESS),
    "short": (meetings.SHORTS, meetings.SHORT),
    "terms": (meetings.TERMS, meetings.TERM),
    "orders": (meetings.ORDERS, meetings.ORDER),
    "articles": (meetings.ARTICLES, meetings.ARTICLE),
    "slashed": (quantities.FIGURE, quantities.SLASHED),
    "proportion": (quantities.FIGURE, quantities.PROPORTION),
    "ordinal": (quantities.FIRSTS, quantities.ORDINAL),
    "blanks": (blanks.HEADS, blanks.PATTERN),
    "enumerators": (expressions.ORDERING, expressions.ENUMERATOR),
    "purged": (persons.PURGES, persons.PURGED),
    "titled": (persons.TITLES, persons.TITLED),
    "behind": (persons.BEHINDS, persons.BEHIND),
    "formulations": (formulations._heads(), formulations._pattern()),
    "brands": (organisations._brand_heads(), organisations._brands()),
    "bodies": (organisations._body_heads(), organisations._bodies()),
    "kinds": (organisations.KINDS, organisations.KIND),
    **{
        f"contact {place}": (contacts.TRIGGERS[place], contacts.PATTERNS[place]) for place in contacts.FIGURES
    },
}
DRAWN = (
    "今年|去年|2023年|二〇二三年|上半年|第一季度|前三季度|1—9月|3月24日|三月|十二月上旬|"
    "2023-03-24|9:30|第二十届|党的|二十大|中央纪委|全国|第十九次|十九届三中、四中全会|"
    "第八条|第12号令|国办发〔2023〕5号|3/4|5:1|第3名|首批|XX局|多少次|【】|（一）|"
    "一、|二是|1.|肃清|龚长安流毒|局长李明|主任|副书记|同志|王建国|任组长|县司法局|市纪委监委|"
    "华为|集团|有限公司|中医院|第二党支部|四个意识|三会一课|138-0000-0000|"
    "13800000000|（0731）88888888|400-800-1234|，|。|、|\n|的|在|"
    "抓好|工作|推进|28次|95%|〈数〉|为|（|）|“|”"
)


def differing(page):
    return [
        name
        for name, (heads, pattern) in PAIRS.items()
        if [one.span() for one in hits(heads, pattern, page)]
        != [one.span() for one in pattern.finditer(page)]
    ]


@pytest.mark.parametrize("seed", range(4))
def test_the_heads_of_a_pattern_miss_nothing_of_a_drawn_text(seed):
    chance = random.Random(seed)
    for _ in range(60):
        page = "".join(chance.choices(DRAWN.split("|"), k=40)).replace("〈数〉", "")
        assert differing(page) == []


@pytest.mark.real
def test_the_heads_of_a_pattern_miss_nothing_of_real_reports():
    if not LIBRARY.exists():
        pytest.skip("no library of real reports")
    rows = LIBRARY.read_text("utf-8").splitlines()
    for row in random.Random(1).sample(rows, 12):
        assert differing(fold(json.loads(row)["text"][:6000]).text) == []
