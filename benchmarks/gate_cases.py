"""The kinds of cases the gate is measured on, each with what draws one."""

from gate_figures import (
    approx,
    count,
    date,
    derived,
    in_chinese,
    misplaced,
    money,
    ordinal,
    percent,
    points,
    polarity,
    ranges,
    unit,
)
from gate_names import (
    blank,
    contact,
    docno,
    formulation,
    leak,
    meeting,
    organisation,
    person,
    place,
    title,
)

KINDS = {
    "count": count, "chinese": in_chinese, "unit": unit, "money": money, "percent": percent, "points": points,
    "approx": approx, "range": ranges, "date": date, "meeting": meeting, "title": title,
    "organisation": organisation, "person": person, "place": place, "docno": docno,
    "formulation": formulation,
    "ordinal": ordinal, "misplaced": misplaced, "derived": derived, "leak": leak, "polarity": polarity,
    "blank": blank, "contact": contact,
}  # fmt: skip
