"""Text -> the words that carry its matter, as pairs of neighbouring characters (English: whole words).

Pairs need no word list and serve any trade: 党组会 is {党组, 组会}. Words every report is full of
(召开, 工作, 共) say nothing about what a figure counts and are left out.
"""

import re
from functools import lru_cache

COMMON = """
召开 开展 组织 举办 举行 进行 完成 实现 参加 参与 累计 其中 以及 相关 有关 各类 各项 全年 今年 本年 工作
情况 落实 推进 加强 通过 形成 达到 先后 分别 总计 合计 共计 一共 总共 平均 人员 干部 同志 开了 做了 不断
切实 认真 深入 扎实 积极 有力 有效 进一步 及时 全面 我们 单位 本级 以来 期间 主要 具体 覆盖 涉及 收到 发放
印发 制定 出台 安排 部署 坚持 围绕 提升 提高 确保
"""
SINGLE = "的了与和及对在共等各将被从由为并也均已是这其个月日"
YEAR = "(?<![老青少成童中])年(?!轻|龄|级|货|画)"
"""年 of 老年人 and 青年 is no part of a date."""
STOP = re.compile("|".join([*sorted(COMMON.split(), key=len, reverse=True), f"[{SINGLE}]", YEAR]))
RUN = re.compile(r"[\u3400-\u9fff]{2,}|[A-Za-z][A-Za-z'-]+")
COMMON_ENGLISH = """
the and for with that this were was are has have had its our their from into all held hold total per of in on
at by to there some we a an been more than over about during year month people times
"""
ENGLISH = frozenset(COMMON_ENGLISH.split())


@lru_cache(maxsize=4096)
def headwords(text: str) -> frozenset[str]:
    """The words of a text that say what it is about.

    >>> sorted(headwords("召开党组会"))
    ['党组', '组会']
    """
    found: set[str] = set()
    for run in RUN.findall(STOP.sub(" ", text)):
        if run[0].isascii():
            word = run.lower().removesuffix("s")
            if word not in ENGLISH and run.lower() not in ENGLISH:
                found.add(word)
        else:
            found.update(run[at : at + 2] for at in range(len(run) - 1))
    return frozenset(found)
