"""Folded page -> names of persons: 王建国同志, 李局长, 局长李明, 由张三任组长, 李红梅主持会议."""

import re
from collections.abc import Iterator

from index.folding import Mark, hits
from index.glossary import alternation, heads, words
from index.naming import named, spelt

DOUBLE = "|".join(words("persons", "doubles"))
COMMON = "".join(words("persons", "common"))
RARE = "".join(words("persons", "rare"))
FOLLOWER = (
    "[^的了和与及等在到为是不有被把将向从对以其之各我该此某每两多几数个位名级者们任做要应该班党委支部记局厅处所队组副总第二三四五六七八九十并就都也还"
    r"\W\d_A-Za-z]"
)
NAME = rf"(?:(?:{DOUBLE})|[{COMMON}]){FOLLOWER}{{1,2}}"
ANY = rf"(?:(?:{DOUBLE})|[{COMMON}{RARE}]){FOLLOWER}{{1,2}}"
LONG = rf"(?:(?:{DOUBLE})|[{COMMON}{RARE}])[\u4e00-\u9fff]{{1,2}}?"
"""A name told by what stands on both sides of it."""
RANKS = (
    "(?:副|原|代)?(?:书记|局长|主任|部长|县长|市长|省长|区长|镇长|乡长"
    "|州长|院长|检察长|校长|处长|科长|所长|队长|大队长|支队长|组长|站长"
    "|董事长|总经理|经理|主席|秘书长"
    "|委员长|会长|厅长|司长|署长|行长|馆长|总理|村长|主编|政委|参谋长|调研员|教授|院士|博士)"
)
# A name without a comma before it is told from the end of another word by what it stands behind.
BEFORE = (
    r"(?:(?<![\u4e00-\u9fff])|(?<=[由以对与和及向给请据让使被是为将把在跟同者员人记长任席师])"
    "|(?<=肃清)|(?<=学习)|(?<=慰问)|(?<=看望)|(?<=缅怀)|(?<=查处)|(?<=免去)"
    "|(?<=任命)|(?<=推选)|(?<=选举)|(?<=表彰)|(?<=通报)|(?<=市长)|(?<=书记))"
)
GROUP = r"等[\d一二三四五六七八九十几多余]+(?:名|位|人|同志)"
ACTS = (
    "主持|出席|参加|带队|讲授|作了?[重专]|介绍|通报|宣读|强调|指出|致辞"
    "|带领|率队|率领|汇报|传达|到会|赴|担任|任组|所作|代表|同志|一行|莅临|亲自|先后"
)
HIDDEN_NAME = re.compile(
    rf"(?P<name>(?<!内蒙)[{COMMON}{RARE}]某(?![些个种人一]|[省市县区局村镇校院])某?"
    rf"|[{COMMON}][xX×*＊○]{{1,2}}(?![省市县区局]))"
)
# What stands behind a name; the name is then sought backwards, which is fast because these are rare.
BEHIND = re.compile(
    rf"(?P<wide>同志|等同志|{RANKS}(?![\u4e00-\u9fff]?(?:级|责任))|先生|女士)"
    r"|为(?=[\u4e00-\u9fff]{0,12}(?:主任|书记|组长|局长|科长|委员|队长))"
    r"|流毒|案[，。件的]|[（(](?:男|女|汉族|时任|正|副)|任(?:组|副|党|主|书|局|总|第)|担任"
    rf"|{GROUP}"
)
NAMED = re.compile(rf"{BEFORE}(?:{NAME})")
CALLED = re.compile(rf"{BEFORE}(?:{ANY})")
PURGED = re.compile(rf"(?:肃清|汲取)(?P<name>{LONG})(?=等?(?:流毒|恶劣影响|严重违纪|违纪违法|案|反面))")
TITLED = re.compile(
    rf"(?<!以)(?:{RANKS}|组长|巡视员|督导员|秘书|理事长|总裁|总工程师|记者|通讯员|联系人|责任人|负责人|撰稿人?|作者|模范"
    rf"|楷模|英雄|烈士)[:：]? ?(?P<name>{NAME})(?=[，。；、）)（(：:\s]"
    rf"|$|等?同志|{ACTS}|{GROUP})"
)
HELD = (
    "被告人|被害人|上诉人|嫌疑人|辩护人|申请人|被执行人|当事人|证人|人大代表|党代表|政协委员|航天员|村民|居民|老党员|党员|贫困户"
    "|脱贫户|农户|养殖户|种植户|网格员|志愿者|民警|辅警|法官|检察官|劳模|患者"
)
PLAYED = re.compile(
    rf"(?:{HELD})(?P<name>(?!陈述|钱财){NAME})(?=[，。；、：\s（(]|$|同志|表示|告诉|[介绍]|说|[的与和在因向犯以对被从]|家)"
)
"""村民李红梅家, 被告人张三."""
SPOKEN = re.compile("表示|指出|强调|告诉|坦言|介绍说|说道|说[，：]")
SAID = re.compile(rf"(?:(?:{DOUBLE})|[{COMMON}]){FOLLOWER}{{1,2}}")
NO_SPEAKER = re.compile(
    ".方$|(?:文[章件]|方[案针]|纪要|章程|史料|党章|社论|通[知报告]|公[告报]|高层|专家|经[济理]|全[会体]|安全|常委|严[正肃]|明确|高[度层]|金融|"
    "万方|项目|何况|向来|石油|康复|严厉|连续|和平|于是|时[任刻]|解说|范围|路透|祝贺|华盛|马来|温馨|单位|白宫|以色|成员|易于|应当|水利|农业|计划|曾|宣|强)"
)
SURNAME = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<name>[{COMMON}{RARE}])(?=(?:书记|局长"
    r"|主任|部长|县长|市长|区长|镇长|乡长|院长|校长|处长|科长|所长"
    r"|队长|主席|总理)(?![\u4e00-\u9fff]?(?:级|会议|责任|第一)))"
)
COMRADES = re.compile(r"(?:等|等[\d一二三四五六七八九十几多余]+(?:名|位|人)?)?同志")
RANK_WORDS = re.findall("[\u4e00-\u9fff]{2,}", RANKS.replace("副|原|代", ""))
RANKED = [*RANK_WORDS, *(f"{before}{word[0]}" for before in "副原代" for word in RANK_WORDS)]
ROLES = "组长|巡视|督导|秘书|理事|总裁|总工|记者|通讯|联系|责任|负责|撰稿|作者|模范|楷模|英雄|烈士"
AFTER = "同志|先生|女士|流毒|案，|案。|案件|案的|担任|任组|任副|任党|任主|任书|任局|任总|任第|为|（|(|等"
# What the patterns may begin with.
HOLDERS = heads(HELD.split("|"))
PURGES = heads(["肃清", "汲取"])
TITLES = heads([*RANKED, *ROLES.split("|")])
BEHINDS = heads([*RANKED, *AFTER.split("|")])
INNER = re.compile(NAME)
NO_NAME = re.compile(f"(?:{alternation(words('persons', 'no_name'))})")


# Words of ``no_name`` that are surnames all the same where the characters behind show a name.
SURNAMES = "常严古宣"


def persons(page: str) -> Iterator[Mark]:
    """Names of persons where a title, a role or a verb shows that it is one.

    >>> sorted({m.key for m in persons("王建国同志任组长")})
    ['person:王建国']
    """
    for pattern in (HIDDEN_NAME, SURNAME):
        for found in pattern.finditer(page):
            yield _person(page, *found.span("name"))
    for head, pattern in ((PURGES, PURGED), (TITLES, TITLED), (HOLDERS, PLAYED)):
        for found in hits(head, pattern, page):
            if not NO_NAME.match(found["name"]):
                yield _person(page, *found.span("name"))
    yield from _speakers(page)
    yield from _before(page)
    yield from _in_lists(page)
    for start, end in named(page):
        barred = NO_NAME.match(page, start, end)
        if not barred or barred[0] in SURNAMES:
            yield _person(page, start, end)
    for start, end in spelt(page):
        yield _person(page, start, end)


def _person(page: str, start: int, end: int) -> Mark:
    return Mark(start, end, "person", f"person:{page[start:end]}")


def _before(page: str) -> Iterator[Mark]:
    """Names right before a title or a word like 流毒."""
    for found in hits(BEHINDS, BEHIND, page):
        end = found.start()
        pattern = CALLED if found["wide"] else NAMED
        for start in range(max(0, end - 4), end - 1):
            if pattern.fullmatch(page, start, end) and not NO_NAME.match(page, start, end):
                yield _person(page, start, end)
                break


def _speakers(page: str) -> Iterator[Mark]:
    """Who says something, at the beginning of a clause: 李红梅表示."""
    for found in SPOKEN.finditer(page):
        end = found.start()
        for start in (end - 3, end - 2):
            if start < 0 or (start and "\u4e00" <= page[start - 1] <= "\u9fff"):
                continue
            name = page[start:end]
            if SAID.fullmatch(name) and not NO_NAME.match(name) and not NO_SPEAKER.match(name):
                yield _person(page, start, end)


def _in_lists(page: str) -> Iterator[Mark]:
    """Names in a list that ends in 同志: 张伟、刘洋等同志."""
    for found in COMRADES.finditer(page):
        end = found.start()
        while end > 1:
            start = next((at for at in (end - 3, end - 2) if at >= 0 and _listed(page, at, end)), -1)
            if start < 0:
                break
            yield _person(page, start, end)
            if page[start - 1 : start] != "、":
                break
            end = start - 1


def _listed(page: str, start: int, end: int) -> bool:
    pattern = INNER if page[start - 1 : start] == "、" else NAMED
    return bool(pattern.fullmatch(page, start, end)) and not NO_NAME.match(page, start, end)
