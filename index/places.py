"""Folded page -> names of places: listed ones, names with 县, 市, 镇, 村 … behind them, 离沪."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from index.folding import Mark
from index.formulations import alternation

SUFFIX = (
    "(?:特别行政区|(?:[\u4e00-\u9fff]{1,3}族){0,2}自治[区州县]|省|市(?!场|民)|地区|州(?!委)|县|区(?!域|间))"
)
UNIT = re.compile(
    "(?:新区|开发区|高新区|经开区|自治县|自治州|街道(?!办)|社区|县|市|区|镇|乡|村|旗)"
    "(?![委局府长域场民级里内外属直管办辖政科法公人道力貌容务企医支党干组庄寨落史志歌官花妇居下校改形态治庆处县市区镇乡村街间位块划分隔鼓帜号袍手舰杆土亲愁愿贤情音痛压静定屯集医])"
)
# What a name may stand behind, beside punctuation.
CUE = "赴在到往至于向从对由为和与及省市州县区镇乡驻离来去的是将给将入帮联〉"
ALL = set("全各本我该此某每两多几数个其同别这那哪整跨邻所") | {""}
LIMIT = 4
VERBS = re.compile(
    "^(?:前往|来自|位于|地处|走进|深入|组织|帮扶|包联|联系|结对|对口|支援|调研|督导|考察|入驻|挂职|支持|推动|加快|塑造|打造|实施|开展|提升|发展|完善|改善|建设|建成|设立|落实|完成|聚焦|强化|深化|构筑|充分彰显|彰显|全面|促进|推进|扎实|确保|启动|探索|继续|实行|编制|所辖|力争|服务|助力|保障|围绕|优化|做好|做强|统筹|创建|获评|入选|新增|新建|改造|配置|记录|绿化|力促|争创|依托|借助|发动|带动|引导|指导|督促|协调|配合|邀请|走访|慰问|参观|包括|其中|以及|现场|赶赴|奔赴|联合|会同|我们|他们|目前|同时|今年|去年)+"
)
NO_NAME = re.compile(
    "^[全各本我该此某每两多几数个其同别这那哪整跨邻所者了着过等以被把就也都又还要能可并而则但不有一二三四五六七八九十百千万]|[的了和与及或是等]|[个座批类些种有为成设]$"
)
# A name that ends in one of these says what kind of district it is, not which: 工业区, 示范区, 贫困县.
GENERIC = tuple(
    """城 乡 棚户 设区 都 门 超 股 夜 集 直辖 地级 县级 副省级 省辖 省会 沿海 先进 文明 卫生 园林 森林 智慧 数字 海绵 平安 法治 创新型 宜居 韧性
    美丽 特色 重点 中心 示范 农 贫困 脱贫 帮扶 联系 包 居民 老旧 小 校 园 景 山 地 牧 灾 疫 社 街 片 矿 林 禁 特 战 专 开发
    高新 经开 保税 综保 综合保税 自贸 贸易 合作 名胜 试验 先行 功能 聚集 集聚 产业 工业 保护 管控 行政 军 防 半 近郊 郊 风景 旅游
    度假 住宅 商业 商务 核心 缓冲 空 盲 误 雷 时 网络 安置 移民 传统 古 空心 自然 试点 强 大 所在 相关 有关 部分 基层 相邻 周边
    群众 单位 项目 邻 新 老 旧 上 下 库 厂 营 任 撤 建 出 回 返 和美 宜业 未来 产粮 生态 交通 风险 主产 样板 计划单列 普惠 健康 现代
    清洁 提升 绿化 示范性 兴 自治 街道 乡镇 主题 聚居 牧业 首善 标杆 百强 强大 引领 联动 协作 经济 技术 高原 平原 丘陵 库 灌 汛
    分 市 省 县 州 东部 西部 南部 北部 中部 西北 东北 东南 西南 华北 华东 国家 全国 世界 国际 全域 无 多 有 幸福 富裕 小康 红色 革命老
    宜商 创业 创新 高质量 文化 民族 少数民族 边境 口岸 港 港口 物流 服务 引力 共同 涉农 县市 市县 后进 联合国 禁养 限养 隔离 封控 疫点""".split()
)


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    table = tomllib.loads(files("index").joinpath("lexicon/places.toml").read_text("utf-8"))
    guards = {name: guard.split("|") for name, guard in table["guards"].items()}
    guarded = "|".join(
        (f"(?<![{before}])" if before else "") + re.escape(name) + (f"(?![{after}])" if after else "")
        for name, (before, after) in guards.items()
    )
    plain = alternation(set(table["plain"].split()) - set(guards))
    short = table["short"].replace(" ", "")
    return re.compile(
        rf"(?:{plain}|{guarded}){SUFFIX}?(?!同志|书记)"
        rf"|(?:{alternation(table['suffixed'].split())})(?:市(?!场)|州|地区|盟|县)"
        rf"|(?<=[离赴驻抵返])[{short}](?![\u4e00-\u9fff]?[省市县校园家])"
        rf"|(?<=[来在援])[{short}](?=[、，人企投工就考挂学调参务])"
        r"|[沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝黔滇陕冀晋](?=[商籍企]|上(?!级|报))"
    )


def _start(page: str, end: int) -> int | None:
    """Start of the word that ends at ``end`` and stands behind an edge, at most eight characters back."""
    for start in range(end - 1, max(-1, end - LIMIT - 5), -1):
        if not "\u4e00" <= page[start] <= "\u9fff":
            return start + 1 if start + 1 < end else None
        if page[start] in CUE and end - start - 1 >= 2:
            return start + 1
    return 0 if end <= LIMIT + 4 else None


def _name(page: str, end: int) -> str:
    """The name before a suffix that begins at ``end``; empty when the word there is none."""
    start = _start(page, end) if page[end - 1 : end] not in ALL else None
    if start is None:
        return ""
    name = VERBS.sub("", page[start:end])
    if not name or len(name) > LIMIT or NO_NAME.search(name) or name.endswith(GENERIC):
        return ""
    return name


def _suffixed(page: str) -> Iterator[Mark]:
    for found in UNIT.finditer(page):
        name = _name(page, found.start())
        if len(name) >= 2 or (name and found[0] == "县"):
            start = found.start() - len(name)
            yield Mark(start, found.end(), "place", f"place:{page[start : found.end()]}")


def places(page: str) -> Iterator[Mark]:
    """Names of places; where two overlap both are given.

    >>> [m.key for m in places("赴湖南省青石镇调研，落实离沪报备")]
    ['place:湖南', 'place:沪', 'place:青石镇']
    """
    for found in _listed().finditer(page):
        name = found[0].removesuffix("省").removesuffix("市") if len(found[0]) > 2 else found[0]
        yield Mark(*found.span(), "place", f"place:{name}")
    yield from _suffixed(page)
