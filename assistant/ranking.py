"""Statement -> its rank in a section: what governs first, then deeds, then shares and honours; its month."""

import re
from typing import Final

from assistant.facets import EVIDENT, facet_of
from assistant.stating import Statement
from assistant.stock import words

_HONOUR: Final = re.compile(
    r"^[^，。；]{0,6}(?:荣获|获评|获得?[^，。；]{0,12}(?:称号|奖|先进|表彰|单位|集体)|被[^，。；]{0,10}评为)"
)
_PRAISED: Final = re.compile(
    r"^(?:[^，。；\d]|[“《][^”》]*[”》]){0,24}?(?:入选|获[^，。；]{0,12}(?:奖|表彰|称号)|通报表扬|被评为)"
)
_SPARED: Final = re.compile(r"[^，。；]{0,6}(?:未|没有|无)(?:再)?(?:发生|出现)")
MEETS: Final = re.compile(r"^.{0,8}召开|^[^，\d]{0,8}(?:常委会|党组会?|党委会?|常务会)[^，\d]{0,4}研究")
_GOVERNS: Final = re.compile("印发|出台|审议通过|制定|修订|召开|部署|责任书|责任清单|签订.{0,6}责任")
"""What a point or a section begins with: documents, meetings, duties."""
_HELD_LATE: Final = re.compile("座谈会|招聘会|推介会|发布会|表彰|听证会|警示教育大会|班会|家长会")
_POLICY: Final = re.compile(
    r"审议通过|印发[^，。；]*(?:意见|方案|规划|要点|计划)|(?:意见|方案|规划|要点|办法)》"
)
_SHARE: Final = re.compile(
    r"[^，。；\d]{0,14}(?:率|满意度|覆盖面|达标|系数|指数)[为达到至]*[\d.]+[%％]?[^，。；\d]{0,3}(?:，|$)"
)
"""A share by itself: how something stands, which is told behind what was done for it."""
_WITH_OTHERS: Final = re.compile(
    r"座谈会|院坝会|家长会|恳谈会|招聘会|推介会|听证会|现场会|发布会|班会|联谊会|评审会|学术会|表彰|警示教育大会|宣讲|大讨论"
)
"""Meetings that are the work itself and do not lead it."""
_MONTH: Final = re.compile(r"(?P<first>年初)|(?:今年|(?:19|20)\d\d年)?(?P<month>1[0-2]|[1-9])月")


def rank(statement: Statement) -> int:
    """What governs first, then deeds and figures as written, then shares, what did not happen, honours."""
    text = statement.text
    order = (_HONOUR.search(text), _SPARED.match(text), _SHARE.match(text))
    late = next((len(order) - at for at, found in enumerate(order) if found), 0)
    return late or -int(bool(_GOVERNS.search(text)) and not _HELD_LATE.search(text))


def praises(statement: Statement) -> bool:
    """Whether a statement begins with an honour that somebody was given."""
    return bool(_HONOUR.search(statement.text) or _PRAISED.search(statement.text))


def governs(statement: Statement) -> bool:
    """Whether a statement tells of a meeting, a document or a duty that leads the work."""
    text = statement.text
    if MEETS.search(text):
        return not _WITH_OTHERS.search(text)
    shown = facet_of(text, least=EVIDENT)
    named = shown is not None and shown.name in words("attitudes", "leading_facets")
    return named or (rank(statement) < 0 and bool(_POLICY.search(text)))


def time_of(text: str) -> int | None:
    """The month a statement begins with, 0 for the beginning of the year; None for none."""
    found = _MONTH.match(text)
    return None if not found else 0 if found["first"] else int(found["month"])
