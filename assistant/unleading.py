"""Fact -> the fact without what its writer set in front: a connective, 还有就是, a label such as 问题：."""

import re
from functools import lru_cache
from typing import Final

from assistant.stock import stock
from index.types import Role

_WORDED: Final = re.compile(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}")
_CONNECTIVE: Final = re.compile(
    r"^(?:(?:此外|另外|同时|不过|然而|但是?|而且|并且|当然|与此同时)[，,]\s*|但是(?=[\u4e00-\u9fff])|(?:然而|不过|但)(?=[仍还也]))+"
)
_TURN: Final = re.compile(
    r"^(?:(?:不过|但是?)?也(?:要|应)?看到，?|不过|但(?![书凡愿]))(?=[\u4e00-\u9fff]{4})"
)
"""A turn to what is lacking, where its part says that already."""
_COUNTS: Final = re.compile(
    r"^第[一二三四五六七八九十](?:个|点|条|方面)?(?:呢|嘛|啊)?，?(?:就是|是(?!否)|呢)(?:说)?，?(?=[^，。；]{2})"
    r"|^(?:(?:首先|其次|再次|再者|最后)(?=[把将是要争抓做在加继]|，)|第[一二三四五六七八九](?=[把将要，]|是(?!否)))[是，：]?"
)
"""A point's number in words, which the points of a draft have themselves."""
_AND_THEN: Final = re.compile(
    r"^(?:(?:再|还|另)有一个(?:问题|方面|就是|是)?，|还有(?:就是|一个就是|一个是|一点是)|再就是|另外就是|再一个(?:就)?是|再有就是|最后就是|然后就?是|其次就是)[，：]?"
)
"""How a speaker goes on to the next of his points."""


_ABOUT: Final = re.compile(
    r"^(?:再一个(?:就)?是|还有(?:就是|一个就?是)|另外就是|再就是|然后(?:就)?是)(?P<what>[\u4e00-\u9fff]{1,4})，(?=[^，。；]{4})"
)
"""A speaker's next matter, named before what he says of it: 再一个是船，…."""
_NOTE: Final = re.compile("^(?:注|备注|说明|另注|另|另外|其他|其它)[：:]\\s*")


def unled(text: str, role: Role = "work") -> str:
    """A fact without the connective it begins with and, of shortcomings, the label its place says already.

    A connective joins a fact to one that need not stand before it in the draft.

    >>> unled("此外，但是仍有3项工作滞后"), unled("存在问题：窗口人手不足", "problems")
    ('仍有3项工作滞后', '窗口人手不足')
    """
    if role in ("opening", "closing"):
        return text
    plain = _NOTE.sub("", _AND_THEN.sub("", _ABOUT.sub(r"\g<what>方面，", _CONNECTIVE.sub("", text))))
    plain = _TURN.sub("", plain) if role == "problems" else plain
    said = labelled_role(plain)
    plain = _labels()[said].sub(_time_of, plain, count=1) if said and said == role else plain
    plain = _CONNECTIVE.sub("", plain)
    plain = _COUNTS.sub("", plain)
    return plain if _WORDED.search(plain) else text


def _time_of(found: re.Match[str]) -> str:
    """What of a label is more than its role: the time of a plan (明年目标： -> 明年，)."""
    when = re.match("明年|来年|下半年|20[0-9]{2}年", found.group())
    return when.group() + "，" if when else ""


def goes_on(text: str) -> bool:
    """Whether a fact begins as a speaker goes on to his next point: 还有就是…."""
    return bool(_AND_THEN.match(text.strip()))


def labelled_role(text: str) -> Role | None:
    """The role a writer's own label in front says: 问题： problems, 计划： next; none without a label.

    >>> labelled_role("问题：人手少"), labelled_role("不足是下乡少"), labelled_role("计划招聘2人")
    ('problems', 'problems', None)
    """
    plain = _AND_THEN.sub("", _CONNECTIVE.sub("", text.strip()))
    return next((role for role, label in _labels().items() if label.match(plain)), None)


@lru_cache(maxsize=1)
def _labels() -> dict[Role, re.Pattern[str]]:
    roles: tuple[Role, ...] = ("problems", "next", "work")
    return {role: re.compile(stock("roles")["marks"][f"label_{role}"]) for role in roles}


def unlabelled(text: str) -> str:
    """A fact without whatever label its writer set in front, whichever role it says."""
    roles: tuple[Role, ...] = ("problems", "next", "work")
    for role in roles:
        text = unled(text, role)
    return text
