"""Words of a text -> longer ones: a phrase of attitude that a sample holds, or a blank for what is not said.

particulars(text) == particulars(other.text); nothing is added that anybody could take for a fact.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.borrowing import borrow
from assistant.facets import facet_of
from assistant.rewording import Reworded, ending, formal
from assistant.stock import stock
from index.expressions import expressions
from index.types import Hit

_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_PHRASES: Final = 3
_BEGUN: Final = re.compile(
    r"(?:今|明|去|全|本|下|上|近|当)[年月周季半一]|年初|年底|目前|一年来|下一步|第?[一二三四五六七八九十]+[是、]"
    r"|[为在对因据](?!民)|经(?![济营开费])|通过|根据|按照|针对|由于|随着|面对|自|围绕|聚焦|坚持|[要将拟]|应(?![急用对收付届])|需(?!求)|计划|力争|确保"
)
_AIMED: Final = re.compile(r"[要应需将为让使]|确保|力争|努力|切实|着力|推动|促进|实现|【")
"""What a last clause begins with that tells an aim or a plan already: no second one is put behind it."""
_CLAUSE: Final = re.compile(r"[，；。！？,;]")
_SERIAL: Final = re.compile(r"[（(]?第?[一二三四五六七八九十\d]{1,3}(?:[是、.．)），]|要)|其[一二三四五]")
_TIME: Final = re.compile(r"[年月日]|季度|时间|本周|近期")


def expand(text: str, hits: Sequence[Hit], own: str) -> Iterator[Reworded]:
    """Longer texts: with a phrase of attitude that a passage holds, or a blank for what is not said."""
    body, end = ending(text)
    if not body:
        return
    facet = facet_of(body)
    fitting = [
        one for one in borrow(hits, own + text) if facet and one.facet == facet and one.text not in text
    ]
    leads = [one for one in fitting if one.use == "manner" and _takes_lead(body, one.text)]
    aims = [one for one in fitting if one.use == "aim" and _takes_aim(_CLAUSE.split(body)[-1])]
    for phrase in [*leads[:2], *aims[:2]][:_PHRASES]:
        joined = f"{phrase.text}，{body}" if phrase.use == "manner" else f"{body}，{phrase.text}"
        yield Reworded(joined + end, (phrase.passage_id,))
    yield Reworded(_with_blank(body) + end)


def _takes_lead(body: str, lead: str) -> bool:
    """Whether a phrase of attitude may stand first: not before a time or an aim, nor in spoken words."""
    dated = any(one.span.start == 0 and one.kind in ("date", "period") for one in expressions(body))
    begun = dated or _BEGUN.match(body) or _SERIAL.match(body)
    return not begun and body[:2] != lead[:2] and not any(formal(body))


def _takes_aim(last: str) -> bool:
    """Whether an aim may stand behind a last clause: not behind another aim, nor behind a result's figure."""
    return not _AIMED.match(last) and not any(mark.isdigit() for mark in last)


def _with_blank(body: str) -> str:
    """A text with one visible blank for the first thing it does not say; a time stands before it."""
    kinds = {one.kind for one in expressions(body)} | ({"date"} if _TIME.search(body) else set())
    row = next(
        row
        for row in stock("revising")["missing"]
        if re.search(row.get("cue", ""), body) and not kinds & set(row["kinds"])
    )
    if not _CHINESE.search(body):
        return f"{body} 【待补充：{row['en']}】"
    blank = f"【待补充：{row['zh']}】"
    first = "date" in row["kinds"] and not _SERIAL.match(body)
    return f"{blank}，{body}" if first else f"{body}，{blank}"
