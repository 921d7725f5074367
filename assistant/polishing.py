"""Note -> the same note with its spoken words as a report writes them, by a list that is sure of the meaning.

``particulars(polished(text)) == particulars(text)``: no figure, date, name or title is touched, nor what
stands in quotes; 万 that the note itself calls money becomes 万元. Words the list does not know stay.
"""

import re
from functools import lru_cache
from typing import Final

from assistant.stock import stock, words
from index.expressions import expressions

_HELD: Final = re.compile(r"《[^》]*》|“[^”]*”|【[^】]*】|「[^」]*」|\"[^\"]*\"")
_NAMED: Final = ("blank", "organisation", "person", "place", "meeting", "slogan")
"""Kinds whose ends are guessed from the words around them: 跟上级医院 and 与上级医院."""
_TOGETHER: Final = re.compile(r"(?<=[\u4e00-\u9fff])一起(?=[\u4e00-\u9fff])(?!案|事故|纠纷|事件)")
"""Together, and no figure."""
_MONEY: Final = re.compile(
    r"(?P<said>(?:预算|投资|资金|经费|罚款|罚没|拨款|拨付|补助|补贴|工资|本金|利息|保费|捐款|货款|奖金|产值|营收|支出|花费|投入|耗资|亏损|损失|约需|共需|金额|成交额|存款|案款|折合|款项|的钱|总价|售价|创业贷)"
    r"(?:共|需|约|近|达|为|合计|超过|总额)?\d+(?:\.\d+)?余?[万亿])(?=[，。；、）]|$|[换购建修买改]|左右|更换|用于|采购|新建|维修)"
)
_PIECES: Final = re.compile(
    r"(?P<said>(?:补贴|补助|工资|补偿|罚款|票价|房租|租金|单价|电费|水费|[一每][亩月天年斤吨])[^，。；\d]{0,6}\d+(?:\.\d+)?)块钱?(?=[，。；、）]|$)"
)
"""Money as it is spoken of: 补贴600块."""
_APPOINTED: Final = re.compile(
    r"^(?P<who>我|本人)(?:自|于|从)?(?P<when>(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?起?)(?=(?:开始)?(?:担|调|接|到|主持|任))"
)
"""A post taken up begins with its date: 我2024年11月任 -> 2024年11月，我任."""
_WITH_OBJECTS: Final = (
    *("开展", "举办", "召开", "签订", "安装", "购买", "更换", "制定", "修订", "撰写", "讲授", "学习", "设立"),
    *("建成", "办结", "出台", "印发", "发放", "走访"),
)
"""Deeds behind which 了 is needless before any object."""


@lru_cache(maxsize=4096)
def polished(text: str) -> str:
    """The note with written words for its spoken ones.

    >>> polished("跟公安一起搞了两次检查"), polished("系统老是卡顿，还没解决"), polished("罚款19.7万")
    ('会同公安开展两次检查', '系统经常卡顿，尚未解决', '罚款19.7万元')
    """
    text = _PIECES.sub(r"\g<said>元", _APPOINTED.sub(r"\g<when>，\g<who>", text))
    for pattern, better in _rows():
        text = _put(pattern, better, text)
    return _put(_done(), "", _MONEY.sub(r"\g<said>元", text))


def _put(pattern: re.Pattern[str], better: str, text: str) -> str:
    """The text with one row put in, unless a quotation or a particular would be lost by it."""
    if not pattern.search(text):
        return text
    new = pattern.sub(better, text)
    held = _HELD.findall(text)
    if held != _HELD.findall(new) or _keys(new) != _keys(text):
        return text
    return new


def _keys(text: str) -> list[str]:
    plain = _TOGETHER.sub("", text)
    found = [one for one in expressions(plain) if one.kind not in _NAMED]
    return sorted(one.key.rpartition(":")[0] if one.kind == "ordinal" else one.key for one in found)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(pattern), better)
        for group in stock("spoken")["group"]
        for pattern, better in group["rows"]
    )


@lru_cache(maxsize=1)
def _done() -> re.Pattern[str]:
    """A 了 that a figure or a title behind a deed makes needless: 整改了31个, 修订了《办法》."""
    deeds = {*words("verbs", "verbs"), *words("verbs", "deeds"), "漏报", "劝阻"}
    before = "|".join(sorted(one for one in deeds if len(one) == 2 and one[-1] != "了"))
    figures = r"\d|[一二两三四五六七八九十][个次场项名家份条处部台辆期轮批篇张户人成]|《|“"
    return re.compile(
        rf"(?:(?<={before})|(?<=占))了(?={figures})|(?<={'|'.join(_WITH_OBJECTS)})了(?=[\u4e00-\u9fff])"
    )
